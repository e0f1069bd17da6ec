package wandb.auth.testkit;

/** What the place of a store cannot do, so that no store there can. Each is a weaker promise to whoever uses it. */
public enum Limit {

    /**
     * Servers whose addresses differ only in scheme or path share an item, because the place names items by host name and
     * port, as a netrc file does.
     */
    ONE_ITEM_FOR_A_MACHINE,

    /**
     * The place cannot compare and write in one step, so two writers at one moment may both be told that they succeeded; the
     * last one's key stays. Still, what was there before the call is compared with what is expected.
     */
    NO_COMPARE_AND_SET
}
