package wandb.auth.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.LoginResult.After;
import wandb.auth.app.LoginResult.Replaced;
import wandb.auth.app.SaveOrder.Wishes;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Decision;
import wandb.auth.domain.Environment;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Verdict;
import wandb.auth.domain.port.ConfigurationRepository;
import wandb.auth.domain.port.ConfigurationRepository.Changed;
import wandb.auth.domain.port.SdkSettingsRepository.Remembered;
import wandb.auth.domain.spi.Expected;

/**
 * What follows a save, in an order that leaves a working login wherever it is cut off: the store is remembered, then the
 * server, and only then the key is erased where it was before. Where nobody could remember the store, nothing is erased:
 * the key that is found is then the one before.
 */
public final class AfterSaving {

    private final CredentialLookup lookup;
    private final Places places;
    private final Accounts accounts;
    private final Eraser eraser;
    private final SdkLocator sdkLocator;
    private final Environment environment;
    private final Queries queries;

    /** Follows saves to these places. */
    public AfterSaving(
            CredentialLookup lookup,
            Places places,
            Accounts accounts,
            Eraser eraser,
            SdkLocator sdkLocator,
            Environment environment,
            Queries queries) {
        this.lookup = lookup;
        this.places = places;
        this.accounts = accounts;
        this.eraser = eraser;
        this.sdkLocator = sdkLocator;
        this.environment = environment;
        this.queries = queries;
    }

    /** Whether it is remembered that the store holds the account's key. */
    boolean isNoted(Account account, NamedStore store) {
        return accounts.storeOf(account).filter(store.id()::equals).isPresent();
    }

    /** Remembers the server where it is chosen for later runs. */
    Optional<Remembered> remember(Account account, Wishes wishes) {
        return wishes.choosesServer() ? Optional.of(accounts.choose(account.host())) : Optional.empty();
    }

    After follow(SaveOrder order, Optional<Verdict> verdict) {
        boolean wasKnown = accounts.isKnown(order.account());
        Optional<String> user = verdict.isPresent() && verdict.get() instanceof Verdict.Confirmed confirmed
                ? Optional.of(confirmed.identity().userName())
                : Optional.empty();
        Changed noted = accounts.note(order.account(), order.store().id(), user);
        Optional<Remembered> server = remember(order.account(), order.wishes());
        List<Replaced> replaced = new ArrayList<>();
        if (noted instanceof ConfigurationRepository.Done) {
            for (NamedStore store : replacedBy(order)) {
                eraseFrom(store, order, wasKnown).ifPresent(replaced::add);
            }
        }
        return new After(noted, server, replaced, shadow(order), oldSdk(order.key()));
    }

    private List<NamedStore> replacedBy(SaveOrder order) {
        List<NamedStore> replaced = new ArrayList<>();
        if (!order.wishes().keepsPlaintext()) {
            addReplaced(replaced, ResolutionPolicy.NETRC, order);
        }
        if (order.origin() instanceof KeyOrigin.Found found
                && !found.step().source().equals(ResolutionPolicy.NETRC)) {
            addReplaced(replaced, found.step().source(), order);
        }
        return replaced;
    }

    private void addReplaced(List<NamedStore> replaced, SourceId id, SaveOrder order) {
        if (!id.equals(order.store().id())) {
            places.store(id).filter(store -> !store.isReadOnly()).ifPresent(replaced::add);
        }
    }

    /** Netrc belongs to many programs: only what is known to be an account of ours goes. */
    private Optional<Replaced> eraseFrom(NamedStore store, SaveOrder order, boolean wasKnown) {
        if (order.isAdoption()) {
            return eraseCopy(store, order, wasKnown);
        }
        if (wasKnown) {
            return Optional.of(new Replaced.Tried(
                    store.id(),
                    eraser.erase(store, order.account(), order.origin().expectedIn(store.id()))));
        }
        Step step = store.ask(queries.toStore(order.account()));
        return step.finding().outcome().isPassedOver() ? Optional.empty() : Optional.of(new Replaced.LeftAlone(step));
    }

    /** Nobody gave a new key that would take the place of another one: only the same key goes. */
    private Optional<Replaced> eraseCopy(NamedStore store, SaveOrder order, boolean wasKnown) {
        Step step = store.ask(queries.toStore(order.account()));
        if (step.finding().outcome().isPassedOver()) {
            return Optional.empty();
        }
        boolean isCopy = step.finding().outcome() instanceof Outcome.Found found
                && found.credential().equals(order.key());
        if (isCopy && wasKnown) {
            Expected copy = new KeyOrigin.Found(step).expectedIn(store.id());
            return Optional.of(new Replaced.Tried(store.id(), eraser.erase(store, order.account(), copy)));
        }
        return Optional.of(wasKnown ? new Replaced.Other(step) : new Replaced.LeftAlone(step));
    }

    private Optional<Step> shadow(SaveOrder order) {
        return switch (lookup.untilDecided(queries.toStore(order.account())).decision()) {
            case Decision.Use use ->
                use.found().credential().equals(order.key()) ? Optional.empty() : Optional.of(use.step());
            case Decision.Blocked blocked -> Optional.of(blocked.step());
            case Decision.Nothing nothing -> Optional.empty();
        };
    }

    private Optional<InstalledSdk> oldSdk(ApiKey key) {
        return key.isAcceptedByOldSdks()
                ? Optional.empty()
                : sdkLocator.locate(environment).filter(sdk -> !sdk.accepts(key));
    }
}
