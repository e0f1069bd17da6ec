package wandb.auth.recorded;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Machine;
import wandb.auth.system.TypedSession;

/** The prompt under a shell with job control. That shell leaves the terminal's settings to the programs. */
@Timeout(600)
class JobControlIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String READY = "READY> ";
    private static final String PROMPT = "press Enter: ";

    @TempDir
    Path folder;

    private Machine machine;
    private final TypedSession session = new TypedSession();

    @BeforeEach
    void startAShell() throws IOException {
        machine = new Machine(folder);
        session.until(READY);
    }

    private TypedSession type(String text) {
        return session.type(text);
    }

    private String screen() throws Exception {
        Map<String, String> environment = Map.of(
                "HOME",
                machine.home().toString(),
                "PATH",
                "/usr/bin:/bin",
                "TERM",
                "xterm",
                "PS1",
                READY,
                "wandb",
                Machine.LAUNCHER.toString());
        return session.screen(machine, machine.workingDirectory(), environment, "/bin/sh", "-i");
    }

    @Test
    void aKeyIsHiddenAlsoAfterAStop() throws Exception {
        type("\"$wandb\" login\n").until(PROMPT).echo(false);
        type("\u001a").until(READY).echo(true);
        type("fg\n").until(PROMPT).echo(false);
        type(KEY + "\n").until("Saved").until(READY).echo(true);

        assertFalse(screen().contains(KEY));
        assertTrue(Files.readString(machine.home().resolve(".netrc")).contains(KEY));
    }

    /** The shell's wait ends when the job is stopped. */
    @Test
    void oneThatStartsInTheBackgroundAsksInTheForeground() throws Exception {
        for (int starts = 0; starts < 2; starts++) {
            type("\"$wandb\" login --relogin &\n").until(READY).echo(true);
            type("wait %1\n").until(READY).echo(true);
            type("fg\n").until(PROMPT).echo(false);
            type(KEY + "\n").until("Saved").until(READY).settings();
        }

        assertFalse(screen().contains(KEY));
    }

    /** The keys come as fast as they are answered, so that each step meets the run in the middle of what the one before began. */
    @ParameterizedTest
    @ValueSource(strings = {"bg\n", "bg\nwait %1\n", "bg\nbg\n"})
    void oneThatGoesOnInTheBackgroundStopsUntilItIsInTheForeground(String inBackground) throws Exception {
        type("\"$wandb\" login --relogin\n").until(PROMPT).echo(false);
        for (int stops = 0; stops < 10; stops++) {
            type("\u001a").until(READY).settings();
            inBackground.lines().forEach(line -> type(line + "\n").until(READY).settings());
            type("fg\n").until(PROMPT).echo(false);
        }
        type("\u0003").until(READY).settings();
        type("echo \"code $?\"\n").until("code 130");

        screen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bg\n"})
    void oneThatIsStoppedIsEndedByASignal(String before) throws Exception {
        type("\"$wandb\" login\n").until(PROMPT).echo(false);
        type("\u001a").until(READY).settings();
        before.lines().forEach(line -> type(line + "\n").until(READY));
        type("kill %1; bg; wait %1; echo \"code $?\"\n")
                .until("code 1")
                .until(READY)
                .settings();

        String screen = screen();
        assertTrue(screen.contains("code 143"), screen);
    }

    @Test
    void theKeyForAThreadDumpEndsTheRunWithoutOne() throws Exception {
        type("\"$wandb\" login\n").until(PROMPT).echo(false);
        type("\u001c").until(READY).echo(true);
        type("echo \"code $?\"\n").until("code 130");

        assertFalse(screen().contains("Full thread dump"));
    }

    /** With the key from the command line, and from the prompt. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void soItDoesWhileAServerIsWaitedForThatDoesNotAnswer(boolean atThePrompt) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String host = "http://127.0.0.1:" + silent.getLocalPort();
            String command = "\"$wandb\" login --verify --host " + host;
            if (atThePrompt) {
                type(command + "\n").until(PROMPT).echo(false).type(KEY + "\n");
            } else {
                type(command + " " + KEY + "\n");
            }
            session.until("Waiting for").type("\u001c").until(READY).settings();
            type("echo \"code $?\"\n").until("code 131");

            assertFalse(screen().contains("Full thread dump"));
            assertFalse(Files.exists(machine.home().resolve(".netrc")));
        }
    }

    /** The keys for an interrupt (0x03) and for a thread dump (0x1c), wherever the options of the command stand. */
    @ParameterizedTest
    @CsvSource({"3, auth stores add sops", "28, auth stores --json add sops"})
    void theQuestionsForAStoreEndByThemToo(int key, String command) throws Exception {
        type("\"$wandb\" " + command + "\n").until("must exist: ").echo(false);
        type(Character.toString(key)).until(READY).echo(true);
        type("echo \"code $?\"\n").until("code 130");

        assertFalse(screen().contains("Full thread dump"));
    }

    /** SIGUSR1, and SIGXCPU, by which a limit of time ends. */
    @ParameterizedTest
    @CsvSource({"10, 138", "24, 152"})
    void aSignalThatEndsAProcessLeavesTheTerminalAsItWas(int signal, int code) throws Exception {
        type("\"$wandb\" login\n").until(PROMPT).echo(false);
        session.signal(signal).until(READY).echo(true);
        type("echo \"code $?\"\n").until("code " + code);

        screen();
    }

    /** SIGHUP, TRAP, ABRT, ALRM, TERM, STKFLT, VTALRM, PROF, IO, PWR and SYS, as Linux numbers them. */
    @Test
    @Tag("slow")
    @EnabledOnOs(OS.LINUX)
    void soDoesEveryOther() throws Exception {
        for (int signal : new int[] {1, 5, 6, 14, 15, 16, 26, 27, 29, 30, 31}) {
            type("\"$wandb\" login\n").until(PROMPT).echo(false);
            session.signal(signal).until(READY).echo(true);
            type("echo \"code $?\"\n").until("code " + (128 + signal)).until(READY);
        }
        screen();
    }

    @Test
    void aSignalForAThreadDumpShowsNoneAndEndsNothing() throws Exception {
        type("\"$wandb\" login\n").until(PROMPT).echo(false);
        session.signal(3).echo(false);
        type(KEY + "\n").until("Saved").until(READY).echo(true);

        String screen = screen();
        assertFalse(screen.contains("Full thread dump"), screen);
        assertFalse(screen.contains(KEY));
    }
}
