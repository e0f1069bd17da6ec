package wandb.auth.app.migrate;

import java.util.Optional;
import wandb.auth.app.login.LogIn;
import wandb.auth.app.login.LoginPreconditions;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution.Step;

/**
 * Moves keys from the stores that they are in to another one: written, read back, and only then erased where they were. A
 * key that the policy refuses because of where it is can be moved too.
 *
 * @param stored a lookup of the stores alone, that refuses nothing
 * @param preconditions what stands against it
 * @param target the store that the keys are moved to
 */
public record Migrate(
        CredentialLookup stored,
        CredentialStores credentialStores,
        LoginPreconditions preconditions,
        LogIn logIn,
        StoreHandle target,
        QueryFactory queries) {

    /** What would be done for the account, judged as {@link #move} judges it; nothing is changed. */
    public Migration plan(Account account, LoginOptions options) {
        Migration migration = judged(account, options);
        if (!(migration instanceof Migration.Planned planned)) {
            return migration;
        }
        Optional<Rule> rule =
                preconditions.rule(account, target, planned.command().source(), options);
        return rule.<LoginResult>map(LoginResult.Forbidden::new)
                .or(() -> preconditions.trouble(account, target).map(LoginResult.NotSaved::new))
                .or(() -> target.obstacle().map(LoginResult.NotSaved::new))
                .or(() -> logIn.unusable(account, target))
                .<Migration>map(result -> new Migration.Done(planned.origin(), result))
                .orElse(planned);
    }

    /** Does it. */
    public Migration move(Account account, LoginOptions options) {
        Migration migration = judged(account, options);
        return migration instanceof Migration.Planned planned
                ? new Migration.Done(planned.origin(), logIn.save(planned.command()))
                : migration;
    }

    private Migration judged(Account account, LoginOptions options) {
        return switch (stored.untilDecided(queries.toStore(account)).decision()) {
            case Decision.Use use -> judged(account, use.step(), options);
            case Decision.Blocked blocked -> new Migration.Blocked(blocked.step());
            case Decision.Nothing nothing -> new Migration.NothingThere();
        };
    }

    private Migration judged(Account account, Step used, LoginOptions options) {
        boolean isThere = used.source().equals(target.id());
        Optional<Step> origin =
                isThere ? credentialStores.copyInNetrc(queries.toStore(account), used, options) : Optional.of(used);
        if (origin.isEmpty()) {
            return new Migration.There(used);
        }
        if (used.key().isEmpty()) {
            return new Migration.NothingThere();
        }
        Optional<Step> held = isThere ? Optional.of(used) : held(account, used, options);
        return planned(SaveKeyCommand.ofFound(account, target, origin.get(), held, options), origin.get(), held);
    }

    /** What the target says, unless a rule forbids even to ask it. */
    private Optional<Step> held(Account account, Step origin, LoginOptions options) {
        boolean isAsked = target.obstacle().isEmpty()
                && preconditions
                        .rule(account, target, new KeySource.Existing(origin), options)
                        .isEmpty();
        return isAsked ? Optional.of(target.ask(queries.toStore(account))) : Optional.empty();
    }

    /** A key that is moved takes the place of no other key. */
    private static Migration planned(SaveKeyCommand move, Step origin, Optional<Step> held) {
        if (held.isEmpty()
                || held.get().finding().outcome().isPassedOver()
                || held.get().gives(move.key())) {
            return new Migration.Planned(move);
        }
        return held.get().found().isPresent()
                ? new Migration.Taken(origin, held.get())
                : new Migration.Blocked(held.get());
    }

    /** The result of moving one account's key, or would. */
    public sealed interface Migration {

        /**
         * The key is to be moved.
         *
         * @param command moves it
         */
        record Planned(SaveKeyCommand command) implements Migration {

            /** Where it is. */
            public Step origin() {
                return command.source().found().orElseThrow();
            }
        }

        /**
         * The target has another key for the account; nothing was changed.
         *
         * @param origin where the key is that was to be moved
         * @param held where the other one is
         */
        record Taken(Step origin, Step held) implements Migration {}

        /**
         * It was to be moved.
         *
         * @param origin where it was
         */
        record Done(Step origin, LoginResult result) implements Migration {}

        /**
         * It is in the store already.
         *
         * @param step where
         */
        record There(Step step) implements Migration {}

        /** No store has a key for the account. */
        record NothingThere() implements Migration {}

        /**
         * A store names the account but cannot give its key.
         *
         * @param step the store and its reason
         */
        record Blocked(Step step) implements Migration {}
    }
}
