package wandb.auth.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Programs that the launcher of Windows starts: those of {@code auth exec}, and the next wandb on PATH. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowsProgramsIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    static Path folder;

    private Wine wine;

    @BeforeAll
    void install() throws Exception {
        wine = Wine.in(folder);
        buildPrograms();
    }

    /** A program in the place of the SDK's, which tells what it was given and ends with a code of its own; and one that holds files. */
    private void buildPrograms() throws Exception {
        Path sdk = Files.createDirectories(wine.driveC().resolve("sdk"));
        Wine.compile("told.c", sdk.resolve("told.exe"));
        Files.copy(sdk.resolve("told.exe"), sdk.resolve("wandb.exe"));
        Wine.compile("hold.c", sdk.resolve("hold.exe"));
        Files.writeString(sdk.resolve("batch.cmd"), "@echo off\r\necho [%1] [%2] %WANDB_API_KEY%\r\nexit /b 9\r\n");
    }

    @BeforeEach
    void logIn() throws Exception {
        wine.forgetAll();
        assertEquals(0, wandb("login", KEY).exitCode());
    }

    @AfterAll
    void end() {
        if (wine != null) {
            wine.end();
        }
    }

    private Wine.Result wandb(String... arguments) throws Exception {
        return wine.launcher("wandb", Map.of(), "", arguments);
    }

    private Wine.Result withSdk(String... arguments) throws Exception {
        return wine.launcher("wandb", Map.of("WINEPATH", "C:\\sdk"), "", arguments);
    }

    @Test
    void aProgramGetsTheKeyItsArgumentsAsTheyWereWrittenAndGivesItsExitCode() throws Exception {
        String[] odd = {"a b", "c\"d", "100%", "%PATH%", "&^!|<>", "gr\u00fcn \u65e5\u672c", "", "x y\\", "\"q\"", "*.c"
        };
        List<String> arguments = new ArrayList<>(List.of("auth", "exec", "--", "told"));
        arguments.addAll(List.of(odd));
        Wine.Result told = withSdk(arguments.toArray(String[]::new));
        assertEquals(
                "<" + String.join(">\n<", odd) + ">\n" + KEY + " https://api.wandb.ai -\n", told.out(), told::toString);
        assertEquals(44, told.exitCode());
    }

    @Test
    void aProgramGetsWhatWasKeptFromTheJvm() throws Exception {
        Map<String, String> variables = Map.of("WINEPATH", "C:\\sdk", "JAVA_TOOL_OPTIONS", "-Dx=y");
        Wine.Result told = wine.launcher("wandb-auth", variables, "", "exec", "--", "C:\\sdk\\told.exe");
        assertEquals(KEY + " https://api.wandb.ai -Dx=y\n", told.out());
        assertFalse(told.err().contains("Picked up"), told::toString);
    }

    @Test
    void aBatchFileGetsArgumentsThatItCannotTakeApart() throws Exception {
        Wine.Result batch = withSdk("auth", "exec", "--", "batch", "a b", "c&d^e!f");
        assertEquals("[\"a b\"] [\"c&d^e!f\"] " + KEY + "\n", batch.out(), batch::toString);
        assertEquals(9, batch.exitCode());
        assertEquals(126, withSdk("auth", "exec", "--", "batch", "100%").exitCode());
        assertEquals(126, withSdk("auth", "exec", "--", "batch", "a\" & told").exitCode());
    }

    @Test
    void whatCannotBeRunGivesTheCodesOfShells() throws Exception {
        assertEquals(127, withSdk("auth", "exec", "--", "nothing-of-this-name").exitCode());
        assertEquals(126, withSdk("auth", "exec", "--", "C:\\sdk").exitCode());
        assertEquals(2, withSdk("auth", "exec").exitCode());
        assertEquals(
                4, withSdk("auth", "exec", "--profile", "none", "--", "told").exitCode());
    }

    @Test
    void otherCommandsGoToTheNextWandbOnThePath() throws Exception {
        Wine.Result told = withSdk("sync", "a b", "c\"d", "%PATH%");
        assertEquals("<sync>\n<a b>\n<c\"d>\n<%PATH%>\n- - -\n", told.out());
        assertEquals(44, told.exitCode());
        assertEquals(
                "<status>\n<--settings>\n- - -\n",
                withSdk("status", "--settings").out());
        assertEquals(1, wandb("sync").exitCode());
        assertEquals(
                2,
                wine.launcher("wandb-auth", Map.of("WINEPATH", "C:\\sdk"), "", "sync")
                        .exitCode());
    }

    /** By another program, which lets nobody rename or delete it. */
    @Test
    void aFileThatIsHeldForLongStaysAsItIs() throws Exception {
        Path netrc = wine.profile().resolve("_netrc");
        String before = Files.readString(netrc);
        String hold = wine.driveC().resolve("sdk/hold.exe").toString();
        Process holder =
                wine.start(folder, Map.of(), "wine", hold, wine.there(netrc)).start();
        try {
            assertEquals("held", holder.inputReader().readLine());
            Wine.Result refused = wandb("login", "--relogin", KEY.replace('0', '9'));
            assertEquals(1, refused.exitCode(), refused::toString);
            assertEquals(1, refused.err().lines().count(), refused::toString);
            assertEquals(before, Files.readString(netrc));
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertEquals(0, wandb("login", "--relogin", KEY.replace('0', '9')).exitCode());
        assertEquals(before.replace(KEY, KEY.replace('0', '9')), Files.readString(netrc));
        try (var files = Files.list(wine.profile())) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".tmp")).toList());
        }
    }
}
