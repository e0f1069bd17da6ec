package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Where the SDK with one name for the public cloud, and the first with two, differ: ours goes by the one of this shell. */
@Tag("slow")
class BothSdksIT {

    private static final String FIRST = "0123456789abcdef0123456789abcdef01234567";
    private static final String SECOND = "fedcba9876543210fedcba9876543210fedcba98";
    private static final String WANDB = "machine api.wandb.ai\n  login user\n  password " + FIRST + "\n";
    private static final String FORGE = "machine api.forge.coreweave.com\n  login user\n  password " + SECOND + "\n";

    /** The SDKs, and the order in which the netrc file has both names. */
    static final List<Object[]> DIVIDED = List.of(
            new Object[] {Sdk.PINNED, WANDB + FORGE},
            new Object[] {Sdk.PINNED, FORGE + WANDB},
            new Object[] {Sdk.WITH_BOTH_CLOUD_NAMES, WANDB + FORGE},
            new Object[] {Sdk.WITH_BOTH_CLOUD_NAMES, FORGE + WANDB});

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    @ParameterizedTest
    @FieldSource("DIVIDED")
    void whereTheNamesHaveDifferentKeysTheSdkOfThisShellDecides(Sdk sdk, String netrc) throws Exception {
        machine.write(".netrc", netrc);
        String itsOwn = sdk.read(machine, sdk.defaultHost(machine));

        Run token = beside(sdk, "auth", "token");
        Run exec = beside(sdk, "auth", "exec", "--", "sh", "-c", "printf %s \"$WANDB_API_KEY\"");

        assertEquals(sdk == Sdk.PINNED ? FIRST : SECOND, itsOwn);
        assertEquals(itsOwn + "\n", token.ends(0).out());
        assertEquals(itsOwn, exec.ends(0).out());
        assertTrue(token.err().contains("Another key for this server is in "), token::toString);
        assertTrue(exec.err().contains("Another key for this server is in "), exec::toString);
    }

    @ParameterizedTest
    @EnumSource(
            value = Sdk.class,
            names = {"PINNED", "WITH_BOTH_CLOUD_NAMES"})
    void aLoginOfTheSdkAfterOursIsTheKeyThatIsGivenBesideIt(Sdk sdk) throws Exception {
        machine.wandb("login", FIRST).ends(0);
        sdk.login(machine, sdk.defaultHost(machine), SECOND);

        assertEquals(SECOND, sdk.read(machine, sdk.defaultHost(machine)));
        assertEquals(SECOND + "\n", beside(sdk, "auth", "token").ends(0).out());
    }

    @Test
    void aLoginOfOursIsTheKeyOfBothAndALogoutLeavesNeitherOne() throws Exception {
        machine.write(".netrc", FORGE + WANDB);
        String key = FIRST.replace('0', 'a');
        machine.wandb("login", "--cloud", key).ends(0);
        for (Sdk sdk : List.of(Sdk.PINNED, Sdk.WITH_BOTH_CLOUD_NAMES)) {
            assertEquals(key, sdk.read(machine, sdk.defaultHost(machine)));
        }

        machine.wandb("logout", "--cloud").ends(0);
        for (Sdk sdk : List.of(Sdk.PINNED, Sdk.WITH_BOTH_CLOUD_NAMES)) {
            assertEquals("None", sdk.read(machine, sdk.defaultHost(machine)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Sdk.class,
            names = {"PINNED", "WITH_BOTH_CLOUD_NAMES"})
    void whereTheSdkTakesNetrcBeforeTheSettingsThatIsSaid(Sdk sdk) throws Exception {
        machine.write(".netrc", "machine wandb.example.com login user password " + SECOND + "\n");
        machine.write(
                ".config/wandb/settings", "[default]\nbase_url = https://wandb.example.com\napi_key = " + FIRST + "\n");

        Run token = beside(sdk, "auth", "token").ends(0);

        assertEquals(SECOND, used(sdk, "https://wandb.example.com"));
        assertEquals(FIRST + "\n", token.out());
        assertTrue(token.err().contains("The Python SDK by itself uses another key"), token::toString);
    }

    @Test
    void whatEitherSdkRejectsInASettingsFileIsSaidWithItsLineAndByWhichVersions() throws Exception {
        for (String option : List.of(
                "start_method = thread",
                "api-key = x",
                "mode = none",
                "project = team/x",
                "https_proxy = socks5://proxy:1080",
                "silent = true")) {
            machine.write(
                    ".config/wandb/settings", "[default]\nbase_url = https://wandb.example.com\n" + option + "\n");
            boolean isRejected = isRejected(Sdk.PINNED);
            boolean isRejectedNow = isRejected(Sdk.WITH_BOTH_CLOUD_NAMES);

            Run login = machine.wandb("login", FIRST).ends(0);

            assertEquals(
                    isRejected || isRejectedNow, login.err().contains("settings:3: The Python SDK"), login::toString);
            assertEquals(isRejected != isRejectedNow, login.err().contains("0.31"), login::toString);
        }
    }

    private boolean isRejected(Sdk sdk) throws Exception {
        return !sdk.configuredHost(machine).equals("https://wandb.example.com");
    }

    @ParameterizedTest
    @EnumSource(
            value = Sdk.class,
            names = {"PINNED", "WITH_BOTH_CLOUD_NAMES"})
    void bothTakeTheOptionAnonymousOutAtALogin(Sdk sdk) throws Exception {
        String settings = "[default]\nentity = team\nanonymous = must\n";
        machine.write(".config/wandb/settings", settings);
        sdk.login(machine, sdk.defaultHost(machine), FIRST);
        assertFalse(machine.read(".config/wandb/settings").contains("anonymous"));

        machine.write(".config/wandb/settings", settings);
        machine.wandb("login", FIRST).ends(0);
        assertEquals("[default]\nentity = team\n", machine.read(".config/wandb/settings"));
    }

    /** The key that a run of it would use. */
    private String used(Sdk sdk, String host) throws Exception {
        return sdk.python(machine, """
                from wandb.sdk.lib import wbauth
                from wandb.sdk.lib.wbauth import authenticate
                host = wbauth.HostUrl("%s")
                print(authenticate._use_system_auth(host=host, source="test").api_key)
                """.formatted(host));
    }

    private Run beside(Sdk sdk, String... arguments) throws IOException, InterruptedException {
        return machine.wandbWith(Map.of("PATH", sdk.bin() + ":/usr/bin:/bin"), arguments);
    }

    @Nested
    class Files extends SdkIT {
        @Override
        Sdk sdk() {
            return Sdk.WITH_BOTH_CLOUD_NAMES;
        }
    }

    /** The table of its variables and options. */
    @Nested
    class Sources extends SdkSourcesIT {
        @Override
        Sdk sdk() {
            return Sdk.WITH_BOTH_CLOUD_NAMES;
        }
    }
}
