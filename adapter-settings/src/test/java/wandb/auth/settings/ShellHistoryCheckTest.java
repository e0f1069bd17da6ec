package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.settings.history.ShellHistoryCheck;

class ShellHistoryCheckTest {

    private static final String OLD_KEY = "0a1b2c3d4e".repeat(4);
    private static final String NEW_KEY = "wandb_v1_" + "AbCdEfGhIj7".repeat(7);
    private static final String TYPED = "wandb login " + OLD_KEY + "\n";

    @TempDir
    private Path folder;

    private Machine machine;

    @BeforeEach
    void makeTheMachine() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void withoutFilesNothingIsWrong() {
        assertEquals(List.of(), examine(Map.of()));
    }

    /** Lines of a history, with O for a key of the old form and N for one of the new. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "wandb login O",
                "wandb login --relogin --host https://wandb.example.com O",
                "wandb login local-O",
                ": 1700000000:0;wandb login O",
                "- cmd: wandb login O",
                "export WANDB_API_KEY=O",
                "docker run -e WANDB_API_KEY='O' image",
                "import wandb; wandb.login(key=\"O\")",
                "curl -u api:O https://api.wandb.ai/graphql",
                "echo 'machine ml.example.com login user password O' >> ~/.netrc",
                "wandb login eyJhIjoxfQ.eyJhIjoxfQ.c2lnbmF0dXJlc2lnbmF0dXJl",
                "wandb login N",
                "echo N",
                "FOO=N ./run"
            })
    void aKeyIsFoundInThatLine(String line) throws Exception {
        Complaint complaint = only(examine("ls\n" + line.replace("O", OLD_KEY).replace("N", NEW_KEY) + "\nls\n"));
        assertEquals(new Location.File(bash(), 2), complaint.location());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wandb login",
                "git checkout O",
                "cd wandb && git show O",
                "wandb login --host https://api.wandb.ai",
                "wandb sync wandb/run-20241101_123456-a1b2c3d4e5f6",
                "wandb login O.example.com",
                "echo wandb_v1_",
                "sha256sum OO"
            })
    void noKeyIsFoundInThatLine(String line) throws Exception {
        assertEquals(List.of(), examine(line.replace("O", OLD_KEY) + "\n"));
    }

    @Test
    void aCommandOverSeveralLinesIsOne() throws Exception {
        assertEquals(
                new Location.File(bash(), 2),
                only(examine("wandb login \\\n" + OLD_KEY + "\n")).location());
        assertEquals(List.of(), examine("wandb login\n" + OLD_KEY + "\n"));
    }

    @Test
    void keysAreCountedAndNotShown() throws Exception {
        Complaint complaint = only(examine(TYPED + "ls\n" + TYPED + "export K=" + NEW_KEY));
        assertEquals(new Location.File(bash(), 1), complaint.location());
        assertEquals(Messages.keysInHistory(3), complaint.reason());
        assertFalse(complaint.toString().contains(OLD_KEY));
        assertFalse(complaint.toString().contains(NEW_KEY));
    }

    @ParameterizedTest
    @CsvSource({
        ".bash_history",
        ".zsh_history",
        ".histfile",
        ".sh_history",
        ".python_history",
        ".local/share/fish/fish_history",
        ".local/share/powershell/PSReadLine/ConsoleHost_history.txt"
    })
    void itIsFoundInThatFileOfTheHome(String file) throws Exception {
        Path path = write(machine.home().resolve(file), TYPED);
        assertEquals(new Location.File(path, 1), only(examine(Map.of())).location());
    }

    @ParameterizedTest
    @CsvSource({
        "HISTFILE, x/history, x/history",
        "PYTHON_HISTORY, x/python, x/python",
        "ZDOTDIR, x, x/.zsh_history",
        "XDG_DATA_HOME, x, x/fish/fish_history"
    })
    void itIsFoundInTheFileThatAVariableNames(String variable, String value, String file) throws Exception {
        Path path = write(folder.resolve(file), TYPED);
        String absolute = folder.resolve(value).toString();
        assertEquals(
                new Location.File(path, 1),
                only(examine(Map.of(variable, absolute))).location());
    }

    @Test
    void oneFileThatIsNamedTwiceIsToldOnce() throws Exception {
        write(bash(), TYPED);
        only(examine(Map.of(
                "HISTFILE", machine.home().resolve("../home/.bash_history").toString())));
    }

    @Test
    void oddBytesAndLineEndsAreNoObstacle() throws Exception {
        byte[] odd = {(byte) 0xff, 0, (byte) 0x83, '\r', '\n'};
        Files.write(bash(), odd);
        Files.write(
                bash(),
                ("wandb login " + OLD_KEY + "\r\n").getBytes(StandardCharsets.US_ASCII),
                StandardOpenOption.APPEND);
        assertEquals(new Location.File(bash(), 2), only(examine(Map.of())).location());
    }

    @Test
    void aFileThatMayNotBeReadIsTold() throws Exception {
        write(bash(), TYPED);
        Files.setPosixFilePermissions(bash(), PosixFilePermissions.fromString("---------"));
        Complaint complaint = only(examine(Map.of()));
        assertEquals(new Location.File(bash()), complaint.location());
        assertTrue(complaint.reason().problem().startsWith("This history was not searched for API keys"));
    }

    @Test
    void aFileThatIsTooLargeIsTold() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(bash().toFile(), "rw")) {
            file.setLength((24 << 20) + 1);
        }
        assertTrue(only(examine(Map.of())).reason().problem().endsWith("it is larger than 24 MiB."));
    }

    @Test
    void aHistoryThatLeadsNowhereIsFine() throws Exception {
        Files.createSymbolicLink(bash(), Path.of("/dev/null"));
        assertEquals(List.of(), examine(Map.of()));
    }

    private Path bash() {
        return machine.home().resolve(".bash_history");
    }

    private List<Complaint> examine(String bashHistory) throws IOException {
        write(bash(), bashHistory);
        return examine(Map.of());
    }

    private List<Complaint> examine(Map<String, String> variables) {
        return new ShellHistoryCheck().examine(machine.environment(variables), List.of(), new Deadline(0));
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Complaint only(List<Complaint> complaints) {
        assertEquals(1, complaints.size(), complaints.toString());
        return complaints.getFirst();
    }
}
