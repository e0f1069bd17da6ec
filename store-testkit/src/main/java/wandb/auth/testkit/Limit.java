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
    NO_COMPARE_AND_SET,

    /**
     * The place writes an item's file piece by piece, so two writers of one item at one moment may leave it unreadable. With
     * {@link #NO_COMPARE_AND_SET} only.
     */
    NO_CONCURRENT_SAVES,

    /**
     * The place cannot name an item by an address as long as a server's may be, because it makes a file's name of it, or
     * something else that is bounded (a host name may have 253 characters, RFC 1035, section 2.3.4). A save of such an account is
     * then a failure that says so; nothing is kept, and nothing else is lost.
     */
    NO_LONG_NAMES,

    /**
     * The place is a command or a path that could be led astray by a name with two dots in a row, so such a profile is refused. A
     * save is then a failure that says so, and nothing is kept.
     */
    NO_DOTTED_NAMES
}
