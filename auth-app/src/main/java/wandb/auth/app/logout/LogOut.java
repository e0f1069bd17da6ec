package wandb.auth.app.logout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.AccountKey;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;

/**
 * Erases an account's credential from every store, and tells what still gives one.
 *
 * @param lookups the lookup of a run for this account
 */
public record LogOut(
        Function<AccountChoice, CredentialLookup> lookups,
        CredentialStores credentialStores,
        Accounts accounts,
        AuditedStoreWriter writer,
        QueryFactory queries,
        ExchangeToken tokens) {

    static final SourceId EARLIER_PLACES = new SourceId("accounts");
    private static final SourceId TOKENS = new SourceId("access-tokens");

    /** Logs the account out, where it is known to be one: what is kept under any other name may be another program's. */
    public LogoutResult logOut(AccountChoice choice) {
        return logOut(List.of(choice)).getFirst();
    }

    /**
     * The same for several accounts; the results in their order. What is noted of them is forgotten once every store was asked to
     * erase their keys, so that a run that is cut off leaves no key that nobody knows of.
     */
    public List<LogoutResult> logOut(List<AccountChoice> choices) {
        AskedStores asked = new AskedStores(credentialStores, queries);
        Map<AccountChoice, Erasure> erasures = erasures(choices, asked);
        List<Erasure> all = List.copyOf(erasures.values());
        erase(all, asked.all());
        new Forgetting(accounts, credentialStores).forget(all);
        List<LogoutResult> results = new ArrayList<>();
        for (AccountChoice choice : choices) {
            @Nullable Erasure erasure = erasures.get(choice);
            results.add(erasure == null ? unknown(choice) : done(choice, erasure));
        }
        return results;
    }

    /** What is to be erased of those that are known; an entry of netrc that is of two goes with the second. */
    private Map<AccountChoice, Erasure> erasures(List<AccountChoice> choices, AskedStores asked) {
        Map<AccountChoice, Erasure> erasures = new LinkedHashMap<>();
        Set<AccountKey> gone = new HashSet<>();
        for (AccountChoice choice : choices) {
            if (accounts.isKnown(choice)) {
                Account account = choice.account();
                erasures.put(choice, erasure(account, accounts.sharesNetrcEntry(account, gone), asked));
                gone.add(AccountKey.of(account));
            }
        }
        return erasures;
    }

    private LogoutResult unknown(AccountChoice choice) {
        Account account = choice.account();
        Optional<Account> shared = accounts.sharesNetrcEntry(account);
        List<Step> steps = new ArrayList<>(
                lookups.apply(choice).throughAll(queries.toStore(account)).steps());
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

    private Erasure erasure(Account account, Optional<Account> shared, AskedStores asked) {
        Optional<SourceId> keeper = accounts.storeOf(account);
        return switch (accounts.placesOf(account)) {
            case Parsed.Valid<List<SourceId>> noted -> {
                List<SourceId> places = noted.value();
                yield new Erasure(account, keeper, shared, places, asked.of(account, places, shared));
            }
            case Parsed.Invalid<List<SourceId>> unknown -> {
                List<SourceId> places = keeper.map(List::of).orElse(List.of());
                Erasure erasure = new Erasure(account, keeper, shared, places, asked.of(account, places, shared));
                erasure.add(new Removal(EARLIER_PLACES, new Erased.Failed(unknown.location(), unknown.reason())));
                yield erasure;
            }
        };
    }

    /** Each store is asked for all of the accounts before the next. */
    private void erase(List<Erasure> erasures, List<StoreHandle> stores) {
        for (StoreHandle store : stores) {
            List<Erasure> those = new ArrayList<>(erasures);
            those.removeIf(erasure -> !erasure.isOf(store.id()));
            List<Account> theirs = those.stream().map(Erasure::account).toList();
            List<Erased> erased = writer.erase(store, theirs, new Precondition.Anything());
            for (int i = 0; i < those.size(); i++) {
                those.get(i).add(new Removal(store.id(), erased.get(i)));
            }
        }
        erasures.forEach(this::addUnreachable);
    }

    private void addUnreachable(Erasure erasure) {
        for (SourceId place : erasure.places()) {
            if (!credentialStores.isInstalled(place)) {
                Location location = new Location.Place(Messages.store(place));
                erasure.add(new Removal(place, new Erased.Failed(location, Messages.forgottenOutOfReach())));
            }
        }
    }

    private LogoutResult done(AccountChoice choice, Erasure erasure) {
        Account account = erasure.account();
        Optional<Step> untouched = erasure.keeper()
                .flatMap(credentialStores::store)
                .filter(StoreHandle::isReadOnly)
                .map(store -> store.ask(queries.toStore(account)))
                .filter(step -> !step.finding().outcome().isPassedOver());
        List<Step> remaining = remainingIn(lookups.apply(choice).throughAll(queries.toStore(account)));
        remaining.removeIf(step -> isOf(erasure.shared(), step));
        return new LogoutResult.Done(
                erasure.removals(), tokensOf(account), untouched, erasure.unforgotten(), erasure.shared(), remaining);
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
         * @param unforgotten why what is noted of the account could not be removed; empty if it was, or had to stay
         * @param shared the account that the entry of netrc is of as well, so that it was left; empty if absent
         * @param remaining the sources that still give a credential, or stand in its way
         */
        record Done(
                List<Removal> removals,
                Optional<Erased> tokens,
                Optional<Step> untouched,
                Optional<Complaint> unforgotten,
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
                        && unforgotten.isEmpty();
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
