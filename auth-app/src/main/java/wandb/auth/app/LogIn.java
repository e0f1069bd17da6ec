package wandb.auth.app;

import java.util.Optional;
import java.util.function.Function;
import wandb.auth.app.SaveOrder.Wishes;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Decision;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Resolution;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Rule;
import wandb.auth.domain.Verdict;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Saved;

/** Logs an account in: saves the key that was given, or tells which one is there already. */
public final class LogIn {

    private static final Reason NOTHING_TO_READ = new Reason(
            "It has no key for this server, and keys are only read from there.",
            "Put one there with the program that keeps it, or name another store: wandb auth stores");

    private final CredentialLookup lookup;
    private final Places places;
    private final Obstacles obstacles;
    private final Verifying verifying;
    private final Saver saver;
    private final AfterSaving afterSaving;
    private final Queries queries;

    /** Looks up with this lookup, and saves where these obstacles leave the way free. */
    public LogIn(
            CredentialLookup lookup,
            Places places,
            Obstacles obstacles,
            Verifying verifying,
            Saver saver,
            AfterSaving afterSaving,
            Queries queries) {
        this.lookup = lookup;
        this.places = places;
        this.obstacles = obstacles;
        this.verifying = verifying;
        this.saver = saver;
        this.afterSaving = afterSaving;
        this.queries = queries;
    }

    /** Why it is no use to ask a person for a key, since it could not be saved; empty where it is. */
    public Optional<LoginResult> beforeAsking(Account account, NamedStore store, Wishes wishes) {
        Optional<LoginResult> result = inTheWay(account, store, new KeyOrigin.Input(), wishes);
        return result.isEmpty()
                        && store.store().availability(queries.toStore(account).deadline())
                                instanceof Availability.NotUsable not
                ? Optional.of(new LoginResult.NotSaved(
                        new Saved.Failed(new Location.Place("the store " + store.id()), not.reason())))
                : result;
    }

    /**
     * Saves the key where nothing stands against it, and looks up again what the next run will use. The server is asked
     * before anything is changed.
     */
    public LoginResult save(SaveOrder order) {
        Optional<LoginResult> obstacle = inTheWay(order.account(), order.store(), order.origin(), order.wishes());
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        return verified(order, verdict -> {
            Saved saved = saver.save(order.store(), order.account(), order.key());
            return saved instanceof Saved.Stored stored
                    ? new LoginResult.LoggedIn(order, stored, verdict, afterSaving.follow(order, verdict))
                    : new LoginResult.NotSaved(saved);
        });
    }

    /** Asks the server where that is wanted; goes on where it does not reject the key. */
    private LoginResult verified(SaveOrder order, Function<Optional<Verdict>, LoginResult> then) {
        Optional<Rule> required = obstacles.requiresVerification();
        Optional<Verdict> verdict =
                verifying.verdict(order.account(), order.key(), order.wishes().verification(), required.isPresent());
        if (verdict.isPresent() && verdict.get() instanceof Verdict.Rejected rejected) {
            return new LoginResult.Rejected(rejected.said(), order.origin());
        }
        if (required.isPresent() && verdict.isPresent() && verdict.get() instanceof Verdict.Unreachable unreachable) {
            obstacles.refused(order.account(), order.store(), required.get());
            return new LoginResult.Unconfirmed(unreachable.reason(), required.get());
        }
        return then.apply(verdict);
    }

    private Optional<LoginResult> inTheWay(Account account, NamedStore store, KeyOrigin origin, Wishes wishes) {
        Optional<LoginResult> obstacle = inTheWayOfUse(account, store, origin, wishes);
        return obstacle.or(() -> store.obstacle().map(LoginResult.NotSaved::new));
    }

    private Optional<LoginResult> inTheWayOfUse(Account account, NamedStore store, KeyOrigin origin, Wishes wishes) {
        Optional<LoginResult> forbidden =
                obstacles.refusal(account, store, origin, wishes).map(LoginResult.Forbidden::new);
        return forbidden.or(() -> obstacles.trouble(account, wishes).map(LoginResult.NotSaved::new));
    }

    /** Tells which credential is there, or that none is; where there is one, the server is remembered as by a save. */
    public LoginResult useExisting(Account account, Wishes wishes) {
        Existing existing = existing(account);
        return switch (existing) {
            case Existing.There there -> stay(account, there, wishes);
            case Existing.Not not -> not.result();
        };
    }

    /**
     * Saves the key that is there already in this store: moves it out of the store that it is in, copies it from elsewhere.
     * Where it is there already, this is {@link #useExisting}, except that a move that was cut off is completed, and that a
     * key which nobody remembers to be there is remembered from now on.
     */
    public LoginResult moveExisting(Account account, NamedStore store, Wishes wishes) {
        Existing existing = existing(account);
        if (existing instanceof Existing.Not not && not.result() instanceof LoginResult.Forbidden) {
            return not.result();
        }
        return heldBy(store, account, existing, wishes).orElseGet(() -> switch (existing) {
            case Existing.There there -> move(account, there, store, wishes);
            case Existing.Not not -> not.result();
        });
    }

    /**
     * What comes of a key that the store has already, though the lookup did not come to it. Empty where there is none, or the
     * same key is elsewhere too, as a move that was cut off leaves it; netrc is part of every lookup.
     */
    private Optional<LoginResult> heldBy(NamedStore store, Account account, Existing existing, Wishes wishes) {
        if (store.id().equals(ResolutionPolicy.NETRC) || isInUse(store, account, existing)) {
            return Optional.empty();
        }
        Optional<LoginResult> obstacle = inTheWayOfUse(account, store, new KeyOrigin.Input(), wishes);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        Step step = store.ask(queries.toStore(account));
        return switch (step.finding().outcome()) {
            case Outcome.Found found ->
                found.credential() instanceof ApiKey key && !isToBeMoved(key, store, existing)
                        ? Optional.of(adopt(new SaveOrder(account, key, store, new KeyOrigin.Found(step), wishes)))
                        : Optional.empty();
            case Outcome.Unusable unusable -> Optional.of(new LoginResult.Blocked(step));
            case Outcome.Refused refused -> Optional.of(new LoginResult.Blocked(step));
            case Outcome.Absent absent -> nothingHeld(store, step);
            case Outcome.Skipped skipped -> nothingHeld(store, step);
        };
    }

    private boolean isInUse(NamedStore store, Account account, Existing existing) {
        return existing instanceof Existing.There there
                && there.step().source().equals(store.id())
                && afterSaving.isNoted(account, store);
    }

    private static boolean isToBeMoved(ApiKey key, NamedStore store, Existing existing) {
        return existing instanceof Existing.There there
                && !store.isReadOnly()
                && !there.step().source().equals(store.id())
                && there.use().found().credential().equals(key);
    }

    private static Optional<LoginResult> nothingHeld(NamedStore store, Step step) {
        return store.isReadOnly()
                ? Optional.of(
                        new LoginResult.NotSaved(new Saved.Failed(step.finding().location(), NOTHING_TO_READ)))
                : Optional.empty();
    }

    private LoginResult adopt(SaveOrder order) {
        return verified(order, verdict -> new LoginResult.Adopted(order, verdict, afterSaving.follow(order, verdict)));
    }

    private LoginResult move(Account account, Existing.There there, NamedStore store, Wishes wishes) {
        Optional<Step> origin = there.step().source().equals(store.id())
                ? places.copyInNetrc(queries.toStore(account), there.use(), wishes)
                : Optional.of(there.step());
        if (origin.isEmpty() || (store.isReadOnly() && there.step().source().equals(store.id()))) {
            return stay(account, there, wishes);
        }
        return there.use().found().credential() instanceof ApiKey key
                ? save(new SaveOrder(account, key, store, new KeyOrigin.Found(origin.get()), wishes))
                : new LoginResult.NothingToSave(there.step());
    }

    private LoginResult stay(Account account, Existing.There there, Wishes wishes) {
        Optional<Verdict> verdict =
                verifying.verdict(account, there.use().found().credential(), wishes.verification(), false);
        return verdict.isPresent() && verdict.get() instanceof Verdict.Rejected rejected
                ? new LoginResult.Rejected(rejected.said(), new KeyOrigin.Found(there.step()))
                : new LoginResult.AlreadyLoggedIn(there.step(), verdict, afterSaving.remember(account, wishes));
    }

    private Existing existing(Account account) {
        Optional<Rule> forbidden = obstacles.refusalOfServer(account);
        if (forbidden.isPresent()) {
            return new Existing.Not(new LoginResult.Forbidden(forbidden.get()));
        }
        Resolution resolution = lookup.untilDecided(queries.toStore(account));
        return switch (resolution.decision()) {
            case Decision.Use use -> new Existing.There(use);
            case Decision.Blocked blocked -> new Existing.Not(new LoginResult.Blocked(blocked.step()));
            case Decision.Nothing nothing -> new Existing.Not(new LoginResult.NoCredential(resolution));
        };
    }

    /** The credential that is there, or what is to be told where none is. */
    private sealed interface Existing {

        record There(Decision.Use use) implements Existing {
            Step step() {
                return use.step();
            }
        }

        record Not(LoginResult result) implements Existing {}
    }
}
