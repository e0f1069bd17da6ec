package wandb.auth.app.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.login.LoginResult.ConsentNeeded;
import wandb.auth.app.migrate.Migrate.Migration;
import wandb.auth.app.store.LoginOptions;
import wandb.auth.app.store.LoginOptions.Verification;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.WorkspaceTrust.Consent;

/** What the settings file of a workspace, which may be anybody's, makes a login do. */
class WorkspaceLoginTest {

    private static final Location FILE = new Location.File(Path.of("/clone/wandb/settings"), 2);
    private static final ConsentNeeded SERVER = new ConsentNeeded(Consent.SERVER, FILE.text());

    private final Machine machine = new Machine();

    private LoginResult moveTo(Machine there) {
        return there.logIn()
                .useExisting(Given.account(), Optional.of(there.keyring().named()), Machine.NO_OPTIONS);
    }

    private static LoginOptions verified() {
        return new LoginOptions(Verification.WANTED, false, false);
    }

    @Nested
    class OfItsOwnKey {

        OfItsOwnKey() {
            machine.workspaceGives(Given.found(Given.OTHER_KEY));
        }

        @Test
        void usesItInTheWorkspaceWithoutSavingIt() {
            LoginResult result = machine.logIn().useExisting(Given.account(), Optional.empty(), Machine.NO_OPTIONS);

            assertInstanceOf(LoginResult.AlreadyLoggedIn.class, result);
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void neitherSavesItNorErasesTheUsersKey() {
            machine.netrc().keep(Given.account(), Given.KEY);
            machine.registry().holds(Given.account(), machine.netrc());

            assertEquals(
                    Consent.KEY,
                    assertInstanceOf(ConsentNeeded.class, moveTo(machine)).consent());
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void usesTheKeyThatTheUsersStoreHas() {
            machine.keyring().keep(Given.account(), Given.KEY);

            Given.adopted(moveTo(machine));
            assertEquals(Optional.of(Given.KEY), machine.keyring().keyOf(Given.account()));
        }

        @Test
        void savesItWithConsentAndErasesNoOtherKey() {
            machine.netrc().keep(Given.account(), Given.KEY);
            machine.registry().holds(Given.account(), machine.netrc());
            machine.userConsentsTo(Consent.KEY);

            Given.saved(moveTo(machine));
            assertEquals(
                    "netrc has the key, keyring has another, keyring is noted, no server is chosen", machine.state());
        }
    }

    @Nested
    class OfAServerThatOnlyItNames {

        OfAServerThatOnlyItNames() {
            machine.isServerOf(FILE);
        }

        @ParameterizedTest
        @EnumSource
        void getsNoKeyThatIsGiven(Verification verification) {
            assertEquals(SERVER, machine.save(machine.netrc(), new LoginOptions(verification, false, false)));
            assertEquals(List.of(), machine.verifier().asked());
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void isNamedBeforeAKeyIsAskedFor() {
            assertEquals(
                    Optional.of(SERVER),
                    machine.logIn()
                            .beforeAsking(Given.account(), machine.netrc().named(), Machine.NO_OPTIONS));
        }

        @Test
        void getsNoKeyOfTheWorkspaceToVerify() {
            machine.workspaceGives(Given.found(Given.OTHER_KEY));

            assertEquals(SERVER, machine.logIn().useExisting(Given.account(), Optional.empty(), verified()));
            assertEquals(List.of(), machine.verifier().asked());
        }

        @Test
        void getsTheKeyWithConsent() {
            machine.userConsentsTo(Consent.SERVER);

            Given.saved(machine.save(machine.netrc(), verified()));
            assertEquals(List.of(Given.KEY), machine.verifier().asked());
        }

        @Test
        void isTheUsersWhereAnAccountHasItsAddress() {
            machine.registry().holds(new Account(Given.HOST, new Profile("work")), machine.keyring());

            Given.saved(machine.save(machine.netrc()));
        }

        @Test
        void isTheUsersWhereTheSdkHasSavedAKeyForIt() {
            machine.netrc().keep(Given.account(), Given.OTHER_KEY);

            Given.saved(machine.save(machine.netrc()));
        }

        @Test
        void isNotTheUsersByAnEntryOfAnotherProgram() {
            machine.netrc().keep(Given.account(), Given.OTHER_KEY);
            machine.netrcIsOfAnotherProgram();

            assertEquals(SERVER, machine.save(machine.netrc()));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void isNotTheUsersByAnEntryOfAnotherAddress() {
            machine.netrc().keep(Given.account(), Given.OTHER_KEY);
            machine.registry()
                    .holds(
                            new Account(Host.parse("https://wandb.example.com/other"), Profile.DEFAULT),
                            machine.netrc());

            assertEquals(SERVER, machine.save(machine.netrc()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://wandb.example.com,       https://wandb.example.com,       true",
        "https://wandb.example.com,       http://wandb.example.com,        false",
        "https://wandb.example.com,       https://wandb.example.com/other, false",
        "https://wandb.example.com/team,  https://wandb.example.com,       false",
        "https://wandb.example.com/team,  https://wandb.example.com/team,  true",
        "http://wandb.example.com,        https://wandb.example.com,       false",
        "http://localhost:8080,           https://localhost:8080,          false",
        "https://api.wandb.ai,            https://api.wandb.ai/other,      false",
        "https://api.wandb.ai,            https://api.forge.coreweave.com, true"
    })
    void givesAKeyOfNetrcOnlyToTheAddressThatItWasSavedFor(String saved, String named, boolean isGiven) {
        Account account = new Account(Host.parse(named), Profile.DEFAULT);
        machine.registry().holds(new Account(Host.parse(saved), Profile.DEFAULT), machine.netrc());
        machine.netrc().keep(account, Given.KEY); // as netrc gives it by the machine name alone
        machine.isServerOf(FILE, account.host());

        Decision decision = machine.lookup().untilDecided(Given.query(account)).decision();
        assertEquals(isGiven, decision instanceof Decision.Use);
    }

    /** As a login that keeps the plaintext copy leaves it. */
    @Test
    void givesAKeyThatIsInNetrcAsWellOnlyToTheAddressThatItWasSavedFor() {
        Account account = new Account(Host.parse("https://wandb.example.com"), Profile.DEFAULT);
        machine.registry()
                .holds(new Account(Host.parse("https://wandb.example.com/team"), Profile.DEFAULT), machine.keyring());
        machine.netrc().keep(account, Given.KEY);
        machine.isServerOf(FILE, account.host());

        assertInstanceOf(
                Decision.Nothing.class,
                machine.lookup().untilDecided(Given.query(account)).decision());
        assertEquals(SERVER, machine.save(machine.netrc()));
    }

    @ParameterizedTest
    @CsvSource({
        "https://wandb.example.com,       true",
        "http://wandb.example.com,        false",
        "https://wandb.example.com/other, false",
        "http://localhost:8080,           true",
        "http://localhost:8080/other,     false",
        "https://localhost:8080,          true"
    })
    void givesAKeyOfTheSdkOnlyToTheAddressThatItsEntryImplies(String named, boolean isGiven) {
        Account account = new Account(Host.parse(named), Profile.DEFAULT);
        machine.netrc().keep(account, Given.KEY);
        machine.isServerOf(FILE, account.host());

        Decision decision = machine.lookup().untilDecided(Given.query(account)).decision();
        assertEquals(isGiven, decision instanceof Decision.Use);
        Migration migration = machine.migrateTo(machine.keyring()).plan(account, Machine.NO_OPTIONS);
        assertEquals(isGiven, migration instanceof Migration.Planned);
    }

    @Test
    void movesNoKeyOverAnotherOne() {
        machine.netrc().keep(Given.account(), Given.KEY);
        machine.registry().holds(Given.account(), machine.netrc());
        machine.keyring().keep(Given.account(), Given.OTHER_KEY);

        assertInstanceOf(
                Migration.Taken.class, machine.migrateTo(machine.keyring()).move(Given.account(), Machine.NO_OPTIONS));
        assertEquals(List.of(), machine.effects().seen());
    }

    @Test
    void keepsTheNetrcKeyThatDiffersFromTheOneThatIsCopied() {
        machine.variableGives(Given.found(Given.KEY));
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
        machine.registry().holds(Given.account(), machine.netrc());

        LoginResult.LoggedIn result = Given.saved(moveTo(machine));

        assertEquals("netrc has another, keyring has the key, keyring is noted, no server is chosen", machine.state());
        assertInstanceOf(LoginResult.Replaced.Other.class, result.replaced().getFirst());
    }
}
