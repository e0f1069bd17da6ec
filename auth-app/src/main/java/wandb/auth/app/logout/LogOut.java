package wandb.auth.app.logout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.Messages;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.AuditedStoreWriter;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.app.token.ExchangeToken;
import wandb.auth.domain.Account;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.ConfigurationRepository.Changed;
import wandb.auth.domain.port.configuration.Parsed;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;

/** Erases an account's credential from every store, and tells what still gives one. */
public final class LogOut {

    private static final SourceId EARLIER_PLACES = new SourceId("accounts");
    private static final SourceId TOKENS = new SourceId("access-tokens");

    private final CredentialLookup lookup;
    private final CredentialStores credentialStores;
    private final Accounts accounts;
    private final AuditedStoreWriter writer;
    private final QueryFactory queries;
    private final ExchangeToken tokens;

    /** Erases from these places. */
    public LogOut(
            CredentialLookup lookup,
            CredentialStores credentialStores,
            Accounts accounts,
            AuditedStoreWriter writer,
            QueryFactory queries,
            ExchangeToken tokens) {
        this.lookup = lookup;
        this.credentialStores = credentialStores;
        this.accounts = accounts;
        this.writer = writer;
        this.queries = queries;
        this.tokens = tokens;
    }

    /** Logs the account out, where it is known to be one: what is kept under any other name may be another program's. */
    public LogoutResult logOut(AccountChoice choice) {
        Account account = choice.account();
        Optional<Account> shared = accounts.sharesNetrcEntry(account);
        return accounts.isKnown(choice) ? known(account, shared) : unknown(account, shared);
    }

    private LogoutResult unknown(Account account, Optional<Account> shared) {
        List<Step> steps =
                new ArrayList<>(lookup.throughAll(queries.toStore(account)).steps());
        steps.removeIf(step -> isOf(shared, step));
        LogoutResult.Unknown unknown = new LogoutResult.Unknown(tokensOf(account), new Resolution(account, steps));
        if (unknown.isClear()) {
            removeStaleFiles(account);
        }
        return unknown;
    }

    /** Has the netrc file edited for nothing: what a killed run left beside it may hold the key. */
    private void removeStaleFiles(Account account) {
        credentialStores
                .store(ResolutionPolicy.NETRC)
                .filter(store -> !store.isReadOnly())
                .ifPresent(store -> store.store().erase(queries.toStore(account), new Precondition.Absent()));
    }

    private LogoutResult known(Account account, Optional<Account> shared) {
        Parsed<List<SourceId>> noted = accounts.placesOf(account);
        List<SourceId> places = noted instanceof Parsed.Valid<List<SourceId>> valid
                ? valid.value()
                : accounts.storeOf(account).map(List::of).orElse(List.of());
        List<Removal> removals = new ArrayList<>();
        if (noted instanceof Parsed.Invalid<List<SourceId>> unknown) {
            removals.add(new Removal(EARLIER_PLACES, new Erased.Failed(unknown.location(), unknown.reason())));
        }
        for (StoreHandle store : asked(places, account)) {
            if (shared.isEmpty() || !store.id().equals(ResolutionPolicy.NETRC)) {
                removals.add(new Removal(store.id(), writer.erase(store, account, new Precondition.Anything())));
            }
        }
        removals.addAll(unreachable(places));
        Optional<SourceId> keeper = accounts.storeOf(account);
        Optional<Step> untouched = keeper.flatMap(credentialStores::store)
                .filter(StoreHandle::isReadOnly)
                .map(store -> store.ask(queries.toStore(account)))
                .filter(step -> !step.finding().outcome().isPassedOver());
        Optional<Changed> forgotten = forget(account, keeper, removals);
        List<Step> remaining = remainingIn(lookup.throughAll(queries.toStore(account)));
        remaining.removeIf(step -> isOf(shared, step));
        return new LogoutResult.Done(removals, tokensOf(account), untouched, forgotten, shared, remaining);
    }

    /** What the SDK keeps of tokens says nothing of profiles; empty if nothing is kept. */
    private Optional<Erased> tokensOf(Account account) {
        return account.profile().isDefault() && tokens.keepsTokens(account.host())
                ? Optional.of(writer.recorded(account, TOKENS, () -> tokens.eraseTokens(account.host())))
                : Optional.empty();
    }

    /** Whether the step is the entry of the netrc file that is another address's. */
    private static boolean isOf(Optional<Account> shared, Step step) {
        return shared.isPresent() && step.source().equals(ResolutionPolicy.NETRC);
    }

    /** Every store that can be used here, and every one that a key was saved to: a keychain that cannot be used is left out. */
    private List<StoreHandle> asked(List<SourceId> places, Account account) {
        List<StoreHandle> asked = new ArrayList<>();
        for (StoreHandle store : credentialStores.stores()) {
            boolean isAsked = store.id().equals(ResolutionPolicy.NETRC)
                    || places.contains(store.id())
                    || store.store().availability(queries.toStore(account).deadline()) instanceof Availability.Usable;
            if (!store.isReadOnly() && isAsked && store.isInstalled()) {
                asked.add(store);
            }
        }
        for (SourceId place : places) {
            Optional<StoreHandle> store = contains(asked, place) ? Optional.empty() : credentialStores.store(place);
            store.filter(other -> !other.isReadOnly() && other.isInstalled()).ifPresent(asked::add);
        }
        return asked;
    }

    private List<Removal> unreachable(List<SourceId> places) {
        List<Removal> unreachable = new ArrayList<>();
        for (SourceId place : places) {
            if (!credentialStores.isInstalled(place)) {
                Location location = new Location.Place(Messages.store(place));
                unreachable.add(new Removal(place, new Erased.Failed(location, Messages.forgottenOutOfReach())));
            }
        }
        return unreachable;
    }

    private static boolean contains(List<StoreHandle> stores, SourceId id) {
        for (StoreHandle store : stores) {
            if (store.id().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** A store that is gone can never be asked: it is said what stays there, once, and then it stands in no later run's way. */
    private boolean isOutOfReach(Removal removal) {
        return removal.erased() instanceof Erased.Failed
                && !credentialStores.isInstalled(removal.store())
                && !removal.store().equals(EARLIER_PLACES);
    }

    /** What was noted stays noted until it is erased or out of reach; the account itself until all of it is. */
    private Optional<Changed> forget(Account account, Optional<SourceId> keeper, List<Removal> removals) {
        boolean isComplete = true;
        Optional<Changed> failed = Optional.empty();
        for (Removal removal : removals) {
            boolean isSettled = removal.isClean() || isOutOfReach(removal);
            isComplete &= isSettled;
            if (isSettled) {
                failed = failed.or(() ->
                        accounts.forgetEarlierPlace(account, removal.store()).map(Changed.class::cast));
            }
        }
        if (failed.isPresent()) {
            return failed;
        }
        return isComplete && keeper.isPresent()
                ? Optional.of(accounts.forget(account, keeper.get()))
                : Optional.empty();
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
     * The result of erasing from one store.
     *
     * @param store the store
     * @param erased the result
     */
    public record Removal(SourceId store, Erased erased) {

        /** Whether nothing is there now. */
        public boolean isClean() {
            return erased instanceof Erased.Gone || erased instanceof Erased.Nothing;
        }
    }

    /** The result of a logout. */
    public sealed interface LogoutResult {

        /** Whether nothing was there to be erased, and nothing gives a credential. */
        boolean isNothing();

        /**
         * Every store was asked.
         *
         * @param removals the result of each
         * @param tokens the result of erasing the tokens that the server gave for identity tokens; empty if none was kept
         * @param untouched the place that the account's key is read from, and is still in: nothing is erased there; empty if
         *     it was in a store
         * @param forgotten whether the account is no longer remembered; empty if it was not, or still has to be
         * @param shared the account that the entry of netrc is of as well, so that it was left; empty if absent
         * @param remaining the sources that still give a credential, or stand in its way
         */
        record Done(
                List<Removal> removals,
                Optional<Erased> tokens,
                Optional<Step> untouched,
                Optional<Changed> forgotten,
                Optional<Account> shared,
                List<Step> remaining)
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
                return tokens.isEmpty()
                        && untouched.isEmpty()
                        && shared.isEmpty()
                        && remaining.isEmpty()
                        && !(forgotten.isPresent() && forgotten.get() instanceof ConfigurationRepository.Failed);
            }
        }

        /**
         * The account is not known to be one; no store was changed.
         *
         * @param tokens the result of erasing the tokens that its server gave, whose file is W&amp;B's alone; empty if none
         *     was kept
         * @param resolution what is kept under its name
         */
        record Unknown(Optional<Erased> tokens, Resolution resolution) implements LogoutResult {
            @Override
            public boolean isNothing() {
                return tokens.isEmpty() && isClear();
            }

            /** Whether nothing gives a credential. */
            public boolean isClear() {
                return remainingIn(resolution).isEmpty();
            }
        }
    }
}
