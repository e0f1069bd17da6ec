package wandb.auth.app.login;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.app.Messages;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.login.LoginResult.Replaced;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.AuditedStoreWriter;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Location;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Saved;

/**
 * Logs an account in: saves the key that was given, or uses the one that is there already.
 *
 * @param verifier asks servers; made only where one is asked
 * @param sdk the SDK of this shell, looked for only where it may be too old
 */
public record LogIn(
        CredentialLookup lookup,
        CredentialStores credentialStores,
        LoginPreconditions preconditions,
        Supplier<CredentialVerifier> verifier,
        CurrentSettings settings,
        AuditedStoreWriter writer,
        Accounts accounts,
        Supplier<Optional<InstalledSdk>> sdk,
        QueryFactory queries) {

    /** Why it is no use to ask a person for a key, since it could not be saved; empty if it is. */
    public Optional<LoginResult> beforeAsking(Account account, StoreHandle store, LoginOptions options) {
        Optional<LoginResult> obstacle = preconditions.obstacleToSaving(account, store, new KeySource.Input(), options);
        return obstacle.isPresent() ? obstacle : unusable(account, store);
    }

    /** Why the store cannot be used; empty if it can. */
    public Optional<LoginResult> unusable(Account account, StoreHandle store) {
        return store.store().availability(queries.toStore(account).deadline()) instanceof Availability.NotUsable not
                ? Optional.of(new LoginResult.NotSaved(
                        new Saved.Failed(new Location.Place(Messages.store(store.id())), not.reason())))
                : Optional.empty();
    }

    /** Saves the key, unless something forbids it, and looks up again what the next run will use. */
    public LoginResult save(SaveKeyCommand command) {
        Optional<LoginResult> obstacle =
                preconditions.obstacleToSaving(command.account(), command.store(), command.source(), command.options());
        return obstacle.isPresent() ? obstacle.get() : run(command);
    }

    /** In an order that leaves a working login wherever it is cut off. Nothing is erased unless the store is noted. */
    private LoginResult run(SaveKeyCommand command) {
        Account account = command.account();
        Optional<Verdict> verdict =
                verdict(account, command.key(), command.options().verification(), preconditions.requiresVerification());
        Optional<LoginResult> unverified = unverified(command, verdict);
        if (unverified.isPresent()) {
            return unverified.get();
        }
        ReplacedKeys replacedKeys = new ReplacedKeys(credentialStores, writer, accounts, queries);
        Optional<Account> displaced = replacedKeys.displaced(command);
        Optional<SourceId> noted = accounts.storeOf(account);
        Optional<String> user = user(command, verdict);
        Saved saved = saved(command);
        if (!(saved instanceof Saved.Stored stored)) {
            return new LoginResult.NotSaved(saved);
        }
        boolean wasKnown =
                accounts.isKnown(account) || preconditions.workspace().isOwnProfile(account);
        Optional<Complaint> unnoted = accounts.note(account, command.store().id(), user);
        if (displaced.isPresent()) {
            accounts.forget(List.of(new KeyPlace(displaced.get(), ResolutionPolicy.NETRC)));
        }
        Optional<Parsed<Kept>> server = chooseServer(account, command.options());
        List<Replaced> replaced = unnoted.isEmpty() ? replacedKeys.erase(command, noted, wasKnown) : List.of();
        return new LoginResult.LoggedIn(
                command,
                stored,
                verdict,
                unnoted,
                server,
                accounts.removeAnonymous(),
                replaced,
                displaced,
                shadow(command, stored),
                oldSdk(command.key()));
    }

    /** Whose the key is, if a server told that now or before. */
    private Optional<String> user(SaveKeyCommand command, Optional<Verdict> verdict) {
        return verdict.isEmpty() && accounts.userOf(command.account()).isEmpty()
                ? Optional.empty()
                : new UserOfKey(accounts, credentialStores, queries).of(command, verdict);
    }

    private Saved saved(SaveKeyCommand command) {
        Optional<Saved.Stored> adopted = command.adopted();
        return adopted.isPresent()
                ? adopted.get()
                : writer.save(
                        command.store(),
                        command.account(),
                        command.key(),
                        command.source().expectedInTarget());
    }

    /** The source that the next run would use, or fail at, before the saved key. */
    private Optional<Step> shadow(SaveKeyCommand command, Saved.Stored saved) {
        Optional<Step> next = lookup.untilDecided(queries.toStore(command.account()), command.readBack(saved))
                .decisive();
        return next.isPresent() && next.get().gives(command.key()) ? Optional.empty() : next;
    }

    /**
     * Uses the credential that is there already. If a store is named, the key that it holds is used, else the key that is found
     * moves there; {@link ExistingKey} decides.
     */
    public LoginResult useExisting(Account account, Optional<StoreHandle> named, LoginOptions options) {
        Optional<LoginResult> forbidden = preconditions.obstacleOfServer(account);
        if (forbidden.isPresent()) {
            return forbidden.get();
        }
        Resolution found = lookup.untilDecided(queries.toStore(account));
        Optional<StoreHandle> asked = named.filter(store -> !isAnsweredBy(found, store));
        Optional<LoginResult> obstacle =
                asked.flatMap(store -> preconditions.obstacleToUsing(account, store, new KeySource.Input(), options));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Optional<Step> held = asked.map(store -> store.ask(queries.toStore(account)));
        Optional<Step> used = found.decisive();
        Optional<Step> copy = named.filter(store -> ExistingKey.isFrom(store, found))
                .flatMap(store -> credentialStores.copyInNetrc(queries.toStore(account), used.orElseThrow(), options));
        boolean isOfWorkspace = used.filter(this::isKeyOfWorkspace).isPresent();
        return switch (ExistingKey.of(named, held, found, copy, isOfWorkspace).fate()) {
            case ADOPT ->
                run(SaveKeyCommand.ofFound(
                        account, named.orElseThrow(), held.orElseThrow(), Optional.empty(), options));
            case MOVE, ASK_BEFORE_SAVING_A_KEY_OF_THE_WORKSPACE ->
                save(SaveKeyCommand.ofFound(
                        account,
                        named.orElseThrow(),
                        copy.or(() -> used).orElseThrow(),
                        copy.isPresent() ? used : held,
                        options));
            case STAY -> stay(account, used.orElseThrow(), options);
            case TELL_THAT_A_TOKEN_CANNOT_BE_SAVED ->
                new LoginResult.NothingToSave(
                        held.filter(LogIn::isToken).or(() -> used).orElseThrow());
            case TELL_THAT_THE_STORE_HAS_NOTHING_TO_READ ->
                new LoginResult.NotSaved(
                        new Saved.Failed(held.orElseThrow().finding().location(), Messages.nothingToRead()));
            case TELL_WHAT_BLOCKS_THE_STORE -> new LoginResult.Blocked(held.orElseThrow());
            case TELL_WHAT_THE_LOOKUP_SAYS ->
                used.isPresent() ? new LoginResult.Blocked(used.get()) : new LoginResult.NoCredential(found);
        };
    }

    /** Whether the store need not be asked: the lookup has its answer, and a key that it found there is noted. */
    private boolean isAnsweredBy(Resolution found, StoreHandle store) {
        boolean isNetrc = store.id().equals(ResolutionPolicy.NETRC);
        return switch (found.decision()) {
            case Decision.Use use ->
                use.step().source().equals(store.id())
                        && (isNetrc
                                || accounts.storeOf(found.account())
                                        .filter(store.id()::equals)
                                        .isPresent());
            case Decision.Nothing nothing -> isNetrc;
            case Decision.Blocked blocked -> false;
        };
    }

    private boolean isKeyOfWorkspace(Step step) {
        return step.key().isPresent() && preconditions.workspace().isKeyOfWorkspace(step);
    }

    private static boolean isToken(Step step) {
        return step.found().isPresent() && step.key().isEmpty();
    }

    private LoginResult stay(Account account, Step step, LoginOptions options) {
        Optional<LoginResult> consent = options.verification().isWanted()
                ? preconditions.workspace().obstacle(account, new KeySource.Input())
                : Optional.empty();
        if (consent.isPresent()) {
            return consent.get();
        }
        Credential credential = step.found().orElseThrow().credential();
        Optional<Verdict> verdict = verdict(account, credential, options.verification(), Optional.empty());
        if (verdict.isPresent() && verdict.get() instanceof Verdict.Rejected rejected) {
            return new LoginResult.Rejected(rejected.said(), new KeySource.Existing(step));
        }
        if (verdict.isPresent()) {
            new UserOfKey(accounts, credentialStores, queries).note(account, step, verdict.get());
        }
        boolean isUnconfirmed = verdict.isPresent() && verdict.get() instanceof Verdict.Unreachable;
        Optional<Parsed<Kept>> server = isUnconfirmed ? Optional.empty() : chooseServer(account, options);
        return new LoginResult.AlreadyLoggedIn(step, verdict, server);
    }

    /** What the server says; empty if nobody wants it to be asked. No key is sent where it could be read on its way. */
    private Optional<Verdict> verdict(
            Account account, Credential credential, Verification wish, Optional<Rule> required) {
        if (!wish.isWanted() && required.isEmpty()) {
            return Optional.empty();
        }
        if (account.host().isPlainHttpBeyondLoopback() && wish != Verification.WANTED_ALSO_UNENCRYPTED) {
            return Optional.of(new Verdict.Unreachable(Messages.keyWouldBeReadable()));
        }
        return Optional.of(
                verifier.get().verify(settings.environmentOfServers(), queries.toServer(account), credential));
    }

    /** Why the key is not used after what the server said. */
    private Optional<LoginResult> unverified(SaveKeyCommand command, Optional<Verdict> verdict) {
        if (verdict.isPresent() && verdict.get() instanceof Verdict.Rejected rejected) {
            return Optional.of(new LoginResult.Rejected(rejected.said(), command.source()));
        }
        if (verdict.isPresent() && verdict.get() instanceof Verdict.Unreachable unreachable) {
            Optional<Rule> required = preconditions.requiresVerification();
            required.ifPresent(rule -> preconditions.refused(command.account(), command.store(), rule));
            return Optional.of(new LoginResult.Unconfirmed(unreachable.reason(), required));
        }
        return Optional.empty();
    }

    private Optional<Parsed<Kept>> chooseServer(Account account, LoginOptions options) {
        return options.choosesServer() ? Optional.of(accounts.choose(account.host())) : Optional.empty();
    }

    private Optional<InstalledSdk> oldSdk(ApiKey key) {
        Optional<InstalledSdk> installed = key.isAcceptedByOldSdks() ? Optional.empty() : sdk.get();
        return installed.isPresent() && !installed.get().accepts(key) ? installed : Optional.empty();
    }
}
