package wandb.auth.app.lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import wandb.auth.app.Messages;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.FailedStore;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.QuestionTime;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.spi.Query;

/**
 * Asks the sources in the policy's order. Every command looks credentials up here, so that none can disagree.
 *
 * <p>Of the stores, netrc is asked, the one that the account's key was last saved to, else the default store, and those that
 * the policy's order names; no other, since asking one may take long or disturb a person.
 *
 * @param policy what is asked for
 * @param inForce what nothing may be advised against
 * @param watcher is told each step as soon as it is made
 */
public record CredentialLookup(
        CredentialStores credentialStores,
        Accounts accounts,
        ResolutionPolicy policy,
        ResolutionPolicy inForce,
        Optional<Consumer<Step>> watcher) {

    private static final SourceId REGISTRY = new SourceId("accounts");

    /** Asks these sources under this policy. */
    public CredentialLookup(CredentialStores credentialStores, Accounts accounts, ResolutionPolicy policy) {
        this(credentialStores, accounts, policy, policy, Optional.empty());
    }

    /** The same lookup, which tells each step as soon as it is made. */
    public CredentialLookup watchedBy(Consumer<Step> newWatcher) {
        return new CredentialLookup(credentialStores, accounts, policy, inForce, Optional.of(newWatcher));
    }

    /** Asks until the lookup is decided: later sources are left in peace. */
    public Resolution untilDecided(Query query) {
        return resolve(query, Optional.empty(), Optional.empty());
    }

    /**
     * The same, where it is known what one of the sources says.
     *
     * @param known the answer of a store that was read just now, which is not asked again
     */
    public Resolution untilDecided(Query query, Step known) {
        return resolve(query, Optional.empty(), Optional.of(known));
    }

    /**
     * Asks every source, also those after the one that decides. The decision is the same. Each has the time that is left now:
     * a silent one takes none from the others.
     */
    public Resolution throughAll(Query query) {
        return resolve(query, Optional.of(new QuestionTime(query.deadline())), Optional.empty());
    }

    /** Until it is decided, unless there is time for each. */
    private Resolution resolve(Query query, Optional<QuestionTime> each, Optional<Step> known) {
        List<Step> steps = new ArrayList<>();
        for (SourceHandle source : asked(query.account())) {
            Step step = ask(source, each.isPresent() ? each.get().of(query) : query, known);
            steps.add(step);
            if (watcher.isPresent()) {
                watcher.get().accept(step);
            }
            if (each.isEmpty() && !step.finding().outcome().isPassedOver()) {
                break;
            }
        }
        return new Resolution(query.account(), steps);
    }

    private List<SourceHandle> asked(Account account) {
        List<SourceHandle> asked = new ArrayList<>(credentialStores.sources());
        Optional<SourceHandle> keeper = keeper(account);
        if (keeper.isEmpty()) {
            keeper = defaultStore();
        }
        if (keeper.isPresent()) {
            asked.add(keeper.get());
        }
        if (keeper.isEmpty() || !keeper.get().id().equals(ResolutionPolicy.NETRC)) {
            addStore(asked, ResolutionPolicy.NETRC);
        }
        ResolutionPolicy here =
                keeper.isPresent() ? policy.withKeyIn(keeper.get().id()) : policy;
        return inOrder(asked, here.order().value());
    }

    private void addStore(List<SourceHandle> sources, SourceId id) {
        Optional<StoreHandle> store = credentialStores.store(id);
        if (store.isPresent()) {
            sources.add(store.get().asSource());
        }
    }

    /** The store that holds the account's key, as far as anybody remembers; where it is out of reach, what says so. */
    private Optional<SourceHandle> keeper(Account account) {
        return switch (accounts.saved()) {
            case Parsed.Valid<SavedAccounts> saved -> {
                Optional<SavedAccount> entry = saved.value().of(account);
                yield entry.isPresent() ? Optional.of(keeper(entry.get())) : Optional.empty();
            }
            case Parsed.Invalid<SavedAccounts> invalid ->
                Optional.of(new SourceHandle(REGISTRY, new FailedStore(invalid.location(), invalid.reason())));
        };
    }

    private SourceHandle keeper(SavedAccount entry) {
        Optional<StoreHandle> store = credentialStores.store(entry.store());
        return store.isPresent() && store.get().isInstalled()
                ? store.get().asSource()
                : new SourceHandle(entry.store(), notInstalled(entry, store));
    }

    /** A store that a key was saved to and that is no longer there; netrc is named in its place if keys may be saved there. */
    private FailedStore notInstalled(SavedAccount saved, Optional<StoreHandle> gone) {
        PolicyJudgement advice = new PolicyJudgement(inForce);
        String problem =
                gone.flatMap(StoreHandle::broken).map(Messages::keeperBroken).orElse(Messages.KEEPER_NOT_INSTALLED);
        String other = credentialStores
                .store(ResolutionPolicy.NETRC)
                .filter(store -> advice.forbidsStore(store).isEmpty())
                .map(store -> store.id().value())
                .orElse("ID");
        boolean isForgotten = inForce.forbidsHost(saved.account().host()).isPresent();
        String remedy = isForgotten
                ? Messages.installOrForget(AccountCommand.logOut(saved.account()))
                : Messages.installOrSaveElsewhere(
                        AccountCommand.logIn(saved.account(), "--store " + other + " --relogin "));
        return new FailedStore(new Location.Place(Messages.store(saved.store())), new Reason(problem, remedy));
    }

    /** The store that a key of an account which was never saved may have been put in by other means; netrc is asked anyway. */
    private Optional<SourceHandle> defaultStore() {
        SourceId id = policy.defaultStore().value();
        return id.equals(ResolutionPolicy.NETRC)
                ? Optional.empty()
                : credentialStores.store(id).map(StoreHandle::asSource);
    }

    /** These sources, and the stores that only the order names. */
    private List<SourceHandle> inOrder(List<SourceHandle> sources, List<SourceId> order) {
        List<SourceHandle> ordered = new ArrayList<>();
        for (SourceId id : order) {
            int before = ordered.size();
            for (SourceHandle source : sources) {
                if (source.id().equals(id)) {
                    ordered.add(source);
                }
            }
            if (ordered.size() == before) {
                addStore(ordered, id);
            }
        }
        for (SourceHandle source : sources) {
            if (!order.contains(source.id())) {
                ordered.add(source);
            }
        }
        return ordered;
    }

    private Step ask(SourceHandle source, Query query, Optional<Step> known) {
        PolicyJudgement judgement = new PolicyJudgement(policy);
        Optional<Finding> instead = judgement.instead(source);
        Finding finding = instead.isPresent()
                ? instead.get()
                : judgement.judged(source, query.account(), answer(source, query, known));
        return new Step(source.id(), source.source().protection(), finding);
    }

    private static Finding answer(SourceHandle source, Query query, Optional<Step> known) {
        return known.isPresent() && known.get().source().equals(source.id())
                ? known.get().finding()
                : source.source().find(query);
    }
}
