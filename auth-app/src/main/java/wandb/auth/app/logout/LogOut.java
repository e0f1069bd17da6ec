package wandb.auth.app.logout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.AuditedStoreWriter;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.ConfigurationRepository;
import wandb.auth.domain.port.ConfigurationRepository.Changed;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;

/** Erases an account's credential from every store, and tells what still gives one. */
public final class LogOut {

    private final CredentialLookup lookup;
    private final CredentialStores credentialStores;
    private final Accounts accounts;
    private final AuditedStoreWriter writer;
    private final QueryFactory queries;

    /** Erases from these places. */
    public LogOut(
            CredentialLookup lookup,
            CredentialStores credentialStores,
            Accounts accounts,
            AuditedStoreWriter writer,
            QueryFactory queries) {
        this.lookup = lookup;
        this.credentialStores = credentialStores;
        this.accounts = accounts;
        this.writer = writer;
        this.queries = queries;
    }

    /** Logs the account out, where it is known to be one: what is kept under any other name may be another program's. */
    public LogoutResult logOut(Account account) {
        if (!accounts.isKnown(account)) {
            return new LogoutResult.Unknown(lookup.throughAll(queries.toStore(account)));
        }
        List<Removal> removals = new ArrayList<>();
        Optional<SourceId> keeper = accounts.storeOf(account);
        for (StoreHandle store : credentialStores.stores()) {
            if (!store.isReadOnly() && isAsked(store, keeper, account)) {
                removals.add(new Removal(store.id(), writer.erase(store, account, new Precondition.Anything())));
            }
        }
        Optional<StoreHandle> onlyRead = keeper.flatMap(credentialStores::store).filter(StoreHandle::isReadOnly);
        Optional<Step> untouched = onlyRead.map(store -> store.ask(queries.toStore(account)))
                .filter(step -> !step.finding().outcome().isPassedOver());
        Optional<Changed> forgotten = keeper.isPresent() && isComplete(removals, keeper.get(), onlyRead.isPresent())
                ? Optional.of(accounts.forget(account, keeper.get()))
                : Optional.empty();
        List<Step> remaining = remainingIn(lookup.throughAll(queries.toStore(account)));
        return new LogoutResult.Done(removals, untouched, forgotten, remaining);
    }

    /** A keychain that cannot be used here is left out, unless the key is known to be in it. */
    private boolean isAsked(StoreHandle store, Optional<SourceId> keeper, Account account) {
        return store.id().equals(ResolutionPolicy.NETRC)
                || keeper.filter(store.id()::equals).isPresent()
                || store.store().availability(queries.toStore(account).deadline()) instanceof Availability.Usable;
    }

    private static boolean isComplete(List<Removal> removals, SourceId keeper, boolean isKeeperReadOnly) {
        boolean keeperWasAsked = isKeeperReadOnly;
        for (Removal removal : removals) {
            if (!removal.isClean()) {
                return false;
            }
            keeperWasAsked |= removal.store().equals(keeper);
        }
        return keeperWasAsked;
    }

    private static List<Step> remainingIn(Resolution resolution) {
        List<Step> remaining = new ArrayList<>();
        for (Step step : resolution.steps()) {
            if (!step.finding().outcome().isPassedOver()) {
                remaining.add(step);
            }
        }
        return remaining;
    }

    /**
     * What came of erasing from one store.
     *
     * @param store the store
     * @param erased what came of it
     */
    public record Removal(SourceId store, Erased erased) {

        /** Whether nothing is there now. */
        public boolean isClean() {
            return erased instanceof Erased.Gone || erased instanceof Erased.Nothing;
        }
    }

    /** What came of a logout. */
    public sealed interface LogoutResult {

        /** Whether nothing was there to be erased, and nothing gives a credential. */
        boolean isNothing();

        /**
         * Every store was asked.
         *
         * @param removals what came of each
         * @param untouched the place that the account's key is read from, and is still in: nothing is erased there; empty where
         *     it was in a store
         * @param forgotten whether the account is no longer remembered; empty where it was not, or still has to be
         * @param remaining the sources that still give a credential, or stand in its way
         */
        record Done(List<Removal> removals, Optional<Step> untouched, Optional<Changed> forgotten, List<Step> remaining)
                implements LogoutResult {
            public Done {
                removals = List.copyOf(removals);
                remaining = List.copyOf(remaining);
            }

            @Override
            public boolean isNothing() {
                for (Removal removal : removals) {
                    if (!(removal.erased() instanceof Erased.Nothing)) {
                        return false;
                    }
                }
                return untouched.isEmpty()
                        && remaining.isEmpty()
                        && !(forgotten.isPresent() && forgotten.get() instanceof ConfigurationRepository.Failed);
            }
        }

        /**
         * The account is not known to be one; nothing was changed.
         *
         * @param resolution what is kept under its name
         */
        record Unknown(Resolution resolution) implements LogoutResult {
            @Override
            public boolean isNothing() {
                return remainingIn(resolution).isEmpty();
            }
        }
    }
}
