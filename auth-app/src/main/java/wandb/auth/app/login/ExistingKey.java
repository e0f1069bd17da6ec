package wandb.auth.app.login;

import java.util.Optional;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;

/**
 * What a login without a key finds: in the store that it names, and in the lookup.
 *
 * @param inStore what the named store holds
 * @param inLookup what the lookup found
 * @param isReadOnly whether the store is only read
 */
record ExistingKey(InStore inStore, InLookup inLookup, boolean isReadOnly) {

    /** What the named store holds. */
    enum InStore {
        /** No store is named. */
        NOT_NAMED,
        /** The lookup decided by it, or found nothing anywhere. */
        LOOKED_UP,
        NOTHING,
        /** A key that the lookup did not find elsewhere. */
        KEY,
        /** The key that the lookup found elsewhere, as a move that was cut off leaves it. */
        SAME_KEY,
        /** Something that is no key, and so can be neither used from there nor saved. */
        TOKEN,
        /** It cannot give its key, or must not. */
        BLOCKED
    }

    /** What the lookup found. */
    enum InLookup {
        /** No credential, or one that cannot be used. */
        NOTHING,
        /** A key in the named store. */
        IN_STORE,
        /** A key in the named store, and the same one in netrc, as a move that was cut off leaves it. */
        IN_STORE_AND_NETRC,
        /** A key of the user's elsewhere. */
        ELSEWHERE,
        /** A key that only a workspace's file gives, which is not the user's to move. */
        OF_WORKSPACE,
        /** An identity token elsewhere, which cannot be saved. */
        TOKEN
    }

    /** What becomes of it. */
    enum Fate {
        /** The key in the store is used from now on. */
        ADOPT,
        /** The key that the lookup found is saved in the store, and erased where it was. */
        MOVE,
        /** The same after the user's consent; the workspace's file stays as it is. */
        ASK_BEFORE_SAVING_A_KEY_OF_THE_WORKSPACE,
        /** The credential that the lookup found is used as before. */
        STAY,
        TELL_THAT_A_TOKEN_CANNOT_BE_SAVED,
        TELL_THAT_THE_STORE_HAS_NOTHING_TO_READ,
        TELL_WHAT_BLOCKS_THE_STORE,
        TELL_WHAT_THE_LOOKUP_SAYS
    }

    /**
     * What was found.
     *
     * @param named the store that is named
     * @param held what it said; empty if it was not asked
     * @param found the lookup
     * @param copy the same key in netrc, if it was found in the named store
     * @param isOfWorkspace whether the lookup found a key that only a workspace's file gives
     */
    static ExistingKey of(
            Optional<StoreHandle> named,
            Optional<Step> held,
            Resolution found,
            Optional<Step> copy,
            boolean isOfWorkspace) {
        return new ExistingKey(
                inStore(named, held, found),
                isOfWorkspace ? InLookup.OF_WORKSPACE : inLookup(named, found, copy),
                named.filter(StoreHandle::isReadOnly).isPresent());
    }

    /** Whether the lookup found its credential in the store. */
    static boolean isFrom(StoreHandle store, Resolution found) {
        return found.decision() instanceof Decision.Use use
                && use.step().source().equals(store.id());
    }

    private static InStore inStore(Optional<StoreHandle> named, Optional<Step> held, Resolution found) {
        if (named.isEmpty() || held.isEmpty()) {
            return named.isEmpty() ? InStore.NOT_NAMED : InStore.LOOKED_UP;
        }
        return switch (held.get().finding().outcome()) {
            case Outcome.Absent absent -> InStore.NOTHING;
            case Outcome.Skipped skipped -> InStore.NOTHING;
            case Outcome.Unusable unusable -> InStore.BLOCKED;
            case Outcome.Refused refused -> InStore.BLOCKED;
            case Outcome.Found key -> {
                boolean isElsewhere = found.decision() instanceof Decision.Use use
                        && !isFrom(named.get(), found)
                        && use.found().credential().equals(key.credential());
                yield !(key.credential() instanceof ApiKey)
                        ? InStore.TOKEN
                        : isElsewhere ? InStore.SAME_KEY : InStore.KEY;
            }
        };
    }

    private static InLookup inLookup(Optional<StoreHandle> named, Resolution found, Optional<Step> copy) {
        if (!(found.decision() instanceof Decision.Use use)) {
            return InLookup.NOTHING;
        }
        if (named.isPresent() && isFrom(named.get(), found)) {
            return copy.isPresent() ? InLookup.IN_STORE_AND_NETRC : InLookup.IN_STORE;
        }
        return use.found().credential() instanceof ApiKey ? InLookup.ELSEWHERE : InLookup.TOKEN;
    }

    /** The decision table: the store decides if it holds a key that is not just the other half of a move. */
    Fate fate() {
        return switch (inStore) {
            case BLOCKED -> Fate.TELL_WHAT_BLOCKS_THE_STORE;
            case KEY -> Fate.ADOPT;
            case SAME_KEY -> isReadOnly || inLookup == InLookup.OF_WORKSPACE ? Fate.ADOPT : Fate.MOVE;
            case NOTHING -> isReadOnly ? Fate.TELL_THAT_THE_STORE_HAS_NOTHING_TO_READ : ofLookup();
            case TOKEN -> inLookup == InLookup.IN_STORE ? Fate.STAY : Fate.TELL_THAT_A_TOKEN_CANNOT_BE_SAVED;
            case LOOKED_UP -> ofLookup();
            case NOT_NAMED -> inLookup == InLookup.NOTHING ? Fate.TELL_WHAT_THE_LOOKUP_SAYS : Fate.STAY;
        };
    }

    private Fate ofLookup() {
        return switch (inLookup) {
            case NOTHING -> Fate.TELL_WHAT_THE_LOOKUP_SAYS;
            case IN_STORE -> Fate.STAY;
            case IN_STORE_AND_NETRC -> isReadOnly ? Fate.STAY : Fate.MOVE;
            case ELSEWHERE -> Fate.MOVE;
            case OF_WORKSPACE -> Fate.ASK_BEFORE_SAVING_A_KEY_OF_THE_WORKSPACE;
            case TOKEN -> Fate.TELL_THAT_A_TOKEN_CANNOT_BE_SAVED;
        };
    }
}
