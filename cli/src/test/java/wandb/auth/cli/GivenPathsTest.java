package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.ProgramName;

/** Places that this program cannot name are never taken for places that do not exist. */
class GivenPathsTest {

    /** As the JVM gives a byte that is not UTF-8. */
    private static final String NO_CHARACTER = "\uFFFD";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HOME",
                "NETRC",
                "WANDB_CONFIG_DIR",
                "WANDB_AUTH_POLICY",
                "WANDB_PROFILE",
                "WANDB_BASE_URL",
                "WANDB_CREDENTIALS_FILE",
                "WANDB_IDENTITY_TOKEN_FILE",
                "SSL_CERT_FILE",
                "DBUS_SESSION_BUS_ADDRESS"
            })
    void aVariableThatCannotBeExpressedIsNamed(String variable) {
        String problem = GivenPaths.problem(Map.of(variable, "/home/j" + NO_CHARACTER + "rgen"), "/work", false)
                .orElseThrow();
        assertTrue(problem.startsWith(variable + " cannot be used: it is not valid UTF-8"), problem);
    }

    @Test
    void aWorkingDirectoryThatCannotBeExpressedIsNamed() {
        assertEquals(
                Optional.of(Messages.WORKING_DIRECTORY_INEXPRESSIBLE),
                GivenPaths.problem(Map.of(), "/w" + NO_CHARACTER + "rk", false));
    }

    @Test
    void whatTheProgramDoesNotReadMayBeAnything() {
        Map<String, String> variables = Map.of("WANDB_NAME", NO_CHARACTER, "HOME", "/home/jürgen");
        assertEquals(Optional.empty(), GivenPaths.problem(variables, "/work", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef01234567",
                "local-0123456789abcdef0123456789abcdef01234567",
                "wandb_v1_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_",
                "KEY=0123456789abcdef0123456789abcdef01234567",
                "https://0123456789abcdef0123456789abcdef01234567/",
                "http://user:hunter2@proxy.example.com:3128"
            })
    void aSecretInThePlaceOfAPathIsRefusedAndNotShown(String value) {
        for (String variable : List.of("NETRC", "WANDB_CONFIG_DIR", "WANDB_IDENTITY_TOKEN_FILE", "SSL_CERT_FILE")) {
            assertEquals(
                    Optional.of(Messages.secretInPlaceOfPath(variable)),
                    GivenPaths.problem(Map.of(variable, value), "/work", false));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "./0123456789abcdef0123456789abcdef01234567",
                "/builds/0123456789abcdef0123456789abcdef01234567/netrc",
                "C:\\builds\\0123456789abcdef0123456789abcdef01234567\\netrc",
                "netrc-of-2026-11-29",
                "~/x@y"
            })
    void aLongNameInAPathIsNone(String value) {
        assertEquals(Optional.empty(), GivenPaths.problem(Map.of("NETRC", value), "/work", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NETRC", "WANDB_CONFIG_DIR", "HOME"})
    void aPlaceInAWorkingDirectoryThatIsGoneIsAnError(String variable) {
        Map<String, String> variables = Map.of(variable, "my.netrc");
        assertEquals(Optional.of(Messages.pathInLostDirectory(variable)), GivenPaths.problem(variables, "/", true));
        assertEquals(Optional.empty(), GivenPaths.problem(variables, "/", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my.netrc", "~/my.netrc", ""})
    void otherPlacesNeedNoWorkingDirectory(String netrc) {
        assertEquals(Optional.empty(), GivenPaths.problem(Map.of("NETRC", netrc), "/", true));
    }

    @ParameterizedTest
    @CsvSource({
        "login, true",
        "status --json, true",
        "auth token, true",
        "login --help, false",
        "completion bash, false",
        "--version, false",
        "--help, false",
        "auth --help, false"
    })
    void textsOfTheProgramNeedNoPlaces(String arguments, boolean needed) {
        assertEquals(
                needed,
                CommandLineRouter.of(ProgramName.WANDB, arguments.split(" ")).worksWithFiles());
    }

    @Test
    void whatTheLauncherPutAsideIsTheUsersAgain() {
        Map<String, String> process = Map.of(
                "LC_ALL", "C.UTF-8",
                "MALLOC_ARENA_MAX", "1",
                "_WANDB_LOGIN_WAS_LC_ALL", "de_DE",
                "_WANDB_LOGIN_WAS__JAVA_OPTIONS", "-Xmx1k",
                "HOME", "/home/me");
        assertEquals(
                Map.of("LC_ALL", "de_DE", "_JAVA_OPTIONS", "-Xmx1k", "HOME", "/home/me"),
                Main.variables(process, true));
        assertFalse(Main.variables(Map.of("LC_ALL", "C.UTF-8"), true).containsKey("LC_ALL"));
    }
}
