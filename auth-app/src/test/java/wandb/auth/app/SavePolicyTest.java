package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.login.SaveKeyCommand;
import wandb.auth.app.store.KeySource;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.policy.Restriction.LeastProtection;
import wandb.auth.domain.policy.Restriction.NoKeyArgument;
import wandb.auth.domain.policy.Restriction.NotForThisAccount;
import wandb.auth.domain.policy.Restriction.OnlyHosts;
import wandb.auth.domain.policy.Restriction.OnlyPrograms;
import wandb.auth.domain.policy.Restriction.OnlyStores;
import wandb.auth.domain.policy.Restriction.SourceOff;
import wandb.auth.domain.policy.Restriction.VerifiedOnly;

/** Each rule: what it lets be saved, and what it refuses. */
class SavePolicyTest {

    private static final Rule RULE = Given.RULE;
    private static final SourceId NETRC = new SourceId("netrc");
    private static final SourceId KEYRING = new SourceId("keyring");
    private static final KeySource TYPED = new KeySource.Input();
    private static final KeySource ARGUMENT = new KeySource.Argument();

    private final Machine machine = new Machine();

    static Stream<Arguments> allowed() {
        return Stream.of(
                argumentSet("the server", onlyHost("https://wandb.example.com"), NETRC, ARGUMENT),
                argumentSet("a server below the domain", onlyHost("https://*.example.com"), NETRC, ARGUMENT),
                argumentSet("the store", new OnlyStores(List.of(KEYRING), RULE), KEYRING, ARGUMENT),
                argumentSet("another source is off", new SourceOff(NETRC, RULE), KEYRING, ARGUMENT),
                argumentSet("just protected enough", new LeastProtection(Protection.ENCRYPTED, RULE), KEYRING, TYPED),
                argumentSet("nothing better asked for", new LeastProtection(Protection.PLAINTEXT, RULE), NETRC, TYPED),
                argumentSet("a key that was typed", new NoKeyArgument(RULE), NETRC, TYPED),
                argumentSet("a verified key", new VerifiedOnly(RULE), NETRC, TYPED),
                argumentSet(
                        "the environment is for another server",
                        new NotForThisAccount(new SourceId("environment"), RULE),
                        NETRC,
                        TYPED),
                argumentSet("other programs", new OnlyPrograms(OnlyPrograms.Kind.HELPER, Set.of(), RULE), NETRC, TYPED),
                argumentSet("a save that is recorded", new Restriction.Recorded(Machine.TRAIL, RULE), NETRC, TYPED));
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void saves(Restriction restriction, SourceId store, KeySource origin) {
        machine.restricted(restriction);

        Given.saved(save(store, origin, Verification.AS_REQUIRED));
        assertEquals(
                Optional.of(Given.KEY),
                machine.credentialStores().store(store).orElseThrow().keyOf(Given.query()));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("another server", onlyHost("https://other.example.com"), NETRC, ARGUMENT),
                argumentSet("no server at all", new OnlyHosts(List.of(), RULE), NETRC, TYPED),
                argumentSet("another store", new OnlyStores(List.of(KEYRING), RULE), NETRC, ARGUMENT),
                argumentSet("a store that no lookup asks", new SourceOff(NETRC, RULE), NETRC, ARGUMENT),
                argumentSet("plaintext", new LeastProtection(Protection.ENCRYPTED, RULE), NETRC, TYPED),
                argumentSet("a keychain", new LeastProtection(Protection.REMOTE, RULE), KEYRING, TYPED),
                argumentSet("a key on the command line", new NoKeyArgument(RULE), NETRC, ARGUMENT));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void savesNothingAndRecordsTheRefusal(Restriction restriction, SourceId store, KeySource origin) {
        machine.restricted(restriction).recordedIn(Machine.TRAIL);

        assertEquals(new LoginResult.Forbidden(RULE), save(store, origin, Verification.AS_REQUIRED));
        assertEquals(List.of(), machine.effects().seen());
        assertEquals(
                List.of("/var/log/keys: save " + store + " refused ask the administrator. (policy:3)"),
                machine.trail().lines());
    }

    @ParameterizedTest
    @MethodSource("refused")
    void asksNoServerAboutWhatIsRefused(Restriction restriction, SourceId store, KeySource origin) {
        machine.restricted(restriction);

        save(store, origin, Verification.WANTED);

        assertEquals(List.of(), machine.verifier().asked());
    }

    private LoginResult save(SourceId store, KeySource origin, Verification verification) {
        StoreHandle named = machine.credentialStores().store(store).orElseThrow();
        return machine.logIn()
                .save(new SaveKeyCommand(
                        Given.account(), Given.KEY, named, origin, new LoginOptions(verification, false, false)));
    }

    private static Restriction onlyHost(String pattern) {
        return new OnlyHosts(List.of(HostPattern.parse(pattern)), RULE);
    }
}
