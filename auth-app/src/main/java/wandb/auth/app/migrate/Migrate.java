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
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Outcome;
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
        Optional<Rule> rule = preconditions.rule(account, target, planned.source(), options);
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
                ? new Migration.Done(
                        planned.origin(),
                        logIn.save(new SaveKeyCommand(account, planned.key(), target, planned.source(), options)))
                : migration;
    }

    private Migration judged(Account account, LoginOptions options) {
        return switch (stored.untilDecided(queries.toStore(account)).decision()) {
            case Decision.Use use -> judged(account, use, options);
            case Decision.Blocked blocked -> new Migration.Blocked(blocked.step());
            case Decision.Nothing nothing -> new Migration.NothingThere();
        };
    }

    private Migration judged(Account account, Decision.Use use, LoginOptions options) {
        boolean isThere = use.step().source().equals(target.id());
        Optional<Step> origin = isThere
                ? credentialStores.copyInNetrc(queries.toStore(account), use.step(), options)
                : Optional.of(use.step());
        if (origin.isEmpty()) {
            return new Migration.There(use.step());
        }
        if (!(use.found().credential() instanceof ApiKey key)) {
            return new Migration.NothingThere();
        }
        return isThere
                ? planned(origin.get(), key, Optional.of(use.step()))
                : planned(origin.get(), key, held(account, origin.get(), options));
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
    private static Migration planned(Step origin, ApiKey key, Optional<Step> held) {
        if (held.isEmpty() || held.get().finding().outcome().isPassedOver()) {
            return new Migration.Planned(new KeySource.Existing(origin), key);
        }
        if (!(held.get().finding().outcome() instanceof Outcome.Found found)) {
            return new Migration.Blocked(held.get());
        }
        return found.credential().equals(key)
                ? new Migration.Planned(new KeySource.Existing(origin, Optional.of(found.revision())), key)
                : new Migration.Taken(origin, held.get());
    }

    /** The result of moving one account's key, or would. */
    public sealed interface Migration {

        /**
         * The key is to be moved.
         *
         * @param source where it is, and what the target has
         */
        record Planned(KeySource.Existing source, ApiKey key) implements Migration {

            /** Where it is. */
            public Step origin() {
                return source.step();
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
