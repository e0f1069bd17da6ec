package wandb.auth.app;

import java.util.Optional;
import wandb.auth.app.SaveOrder.Wishes;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Decision;
import wandb.auth.domain.Location;
import wandb.auth.domain.Resolution;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.Rule;
import wandb.auth.domain.Verdict;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Saved;

/** Logs an account in: saves the key that was given, or tells which one is there already. */
public final class LogIn {

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
        Saved saved = saver.save(order.store(), order.account(), order.key());
        return saved instanceof Saved.Stored stored
                ? new LoginResult.LoggedIn(order, stored, verdict, afterSaving.follow(order, verdict))
                : new LoginResult.NotSaved(saved);
    }

    private Optional<LoginResult> inTheWay(Account account, NamedStore store, KeyOrigin origin, Wishes wishes) {
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
     * Where it is there already, this is {@link #useExisting}, except that a move that was cut off is completed.
     */
    public LoginResult moveExisting(Account account, NamedStore store, Wishes wishes) {
        return switch (existing(account)) {
            case Existing.There there -> move(account, there, store, wishes);
            case Existing.Not not -> not.result();
        };
    }

    private LoginResult move(Account account, Existing.There there, NamedStore store, Wishes wishes) {
        Optional<Step> origin = there.step().source().equals(store.id())
                ? places.copyInNetrc(queries.toStore(account), there.use(), wishes)
                : Optional.of(there.step());
        if (origin.isEmpty()) {
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
