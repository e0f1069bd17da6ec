package wandb.auth.windows;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import wandb.auth.system.Machine;
import wandb.auth.system.TypedSession;

/** At the console of Windows, which Wine shows on a pseudo-terminal: the hidden prompt and Ctrl-C. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowsConsoleIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String CTRL_C = "\u0003";

    @TempDir
    static Path folder;

    private Machine machine;
    private Wine wine;
    private String modes;
    private String wait;

    @BeforeAll
    void install() throws Exception {
        machine = new Machine(Files.createDirectory(folder.resolve("linux")));
        wine = Wine.in(Files.createDirectory(folder.resolve("windows")));
        modes = Wine.compile("modes.c", wine.driveC().resolve("modes.exe")).toString();
        wait = wine.there(Wine.compile("wait.c", wine.driveC().resolve("wait.exe")));
    }

    @BeforeEach
    void startAnew() throws Exception {
        wine.forgetAll();
    }

    @AfterAll
    void end() {
        if (wine != null) {
            wine.end();
        }
    }

    @Test
    void aKeyIsTypedUnseenAndSaved() throws Exception {
        String screen = screen(atThePrompt().type(KEY + "\r"), "login");
        assertTrue(screen.contains("(inputishidden)"), screen);
        assertTrue(screen.contains("40characters"), screen);
        assertFalse(screen.contains(KEY), screen);
        assertTrue(screen.endsWith("code:0mode:as-before"), screen);
        assertTrue(Files.readString(netrc()).contains("password " + KEY));
    }

    @Test
    void ctrlCAtThePromptChangesNothingAndLeavesTheConsoleAsItWas() throws Exception {
        String screen = screen(atThePrompt().type(CTRL_C), "login");
        assertTrue(screen.endsWith("code:130mode:as-before"), screen);
        assertFalse(Files.exists(netrc()));
    }

    @Test
    void ctrlCIsTheProgramsOfExecWhoseExitCodeItIs() throws Exception {
        Files.writeString(netrc(), "machine api.wandb.ai login user password " + KEY + "\r\n");
        TypedSession session = new TypedSession().until("waiting").type(CTRL_C);
        String screen = screen(session, "auth", "exec", "--", wait);
        assertTrue(screen.endsWith("code:7mode:as-before"), screen);
    }

    private Path netrc() {
        return wine.profile().resolve("_netrc");
    }

    /** Wine's terminal shows what is typed until a program reads it key by key. */
    private static TypedSession atThePrompt() {
        return new TypedSession().until("press Enter:").echo(false);
    }

    /** All that the screen showed until the run had ended, without blanks: Wine moves the cursor for them. */
    private String screen(TypedSession session, String... arguments) throws Exception {
        List<String> program = new ArrayList<>(List.of("/usr/bin/env", "wine", modes, launcher()));
        program.addAll(List.of(arguments));
        Path work = wine.profile().resolve("work");
        Map<String, String> environment =
                wine.start(work, Map.of("TERM", "xterm")).environment();
        String shown =
                session.until("mode:as-before").screen(machine, work, environment, program.toArray(String[]::new));
        return shown.replaceAll("\u001b\\[[?0-9;]*[A-Za-z]|\\s", "");
    }

    private static String launcher() {
        return Wine.IMAGE.resolve("bin/wandb.exe").toString();
    }
}
