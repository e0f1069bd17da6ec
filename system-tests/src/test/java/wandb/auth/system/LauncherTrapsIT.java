package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** In a clone whose folders are on the PATH, under every shell: none of its programs runs, and no key is shown. */
class LauncherTrapsIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    /** What the launcher or our program run, or might. */
    private static final List<String> PROGRAMS = List.of(
            "stty",
            "readlink",
            "grep",
            "sed",
            "tr",
            "env",
            "java",
            "wandb",
            "sh",
            "kill",
            "cat",
            "id",
            "uname",
            "pwd",
            "test",
            "printf",
            "command",
            "locale",
            "docker-credential-trap",
            "xdg-open",
            "python3",
            "git");

    /** Each is a folder of the working directory, in one spelling or another; the last is an element with nothing in it. */
    private static final String RELATIVE_PATH = ".:trap:./trap:trap/../trap::";

    private static final String JVM = """
            #!/bin/sh
            case "$*" in
                *exec-environment*) printf 'https://localhost\n%s\n-\n-\n' KEY ;;
                *) echo "ours $*" ;;
            esac
            """.replace("KEY", KEY);

    @TempDir
    Path folder;

    private Machine machine;
    private Path launcher;
    private Path taken;

    @BeforeEach
    void layTraps() throws IOException {
        machine = new Machine(folder);
        machine.writeProgram("image/bin/java", JVM);
        launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER));
        taken = machine.home().resolve("taken");
        Path trap = Files.createDirectory(machine.workingDirectory().resolve("trap"));
        for (String program : PROGRAMS) {
            String script = "#!/bin/sh\necho " + program + " \"$*\" >>" + taken + "\n";
            for (Path place : List.of(trap, machine.workingDirectory())) {
                Files.writeString(place.resolve(program), script);
                assertTrue(place.resolve(program).toFile().setExecutable(true));
            }
        }
    }

    static List<String> shells() {
        return Shells.all();
    }

    private Run run(String shell, Path script, String... arguments) throws Exception {
        Map<String, String> variables = new HashMap<>();
        variables.put("PATH", RELATIVE_PATH + "/usr/bin:/bin");
        variables.put("a.b", "a variable that shells drop, so that grep, tr, sed and env are needed");
        String[] words = new String[arguments.length + 1];
        words[0] = script.toString();
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        return machine.run(variables, Shells.command(machine, shell, words));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void noProgramOfTheCloneIsRun(String shell) throws Exception {
        Path link = Files.createSymbolicLink(machine.home().resolve("link"), launcher);
        assertEquals("ours", run(shell, link, "login", KEY).ends(0).out().split(" ", -1)[0]);
        assertEquals("ours", run(shell, launcher, "status").ends(0).out().split(" ", -1)[0]);
        assertTrue(run(shell, launcher, "auth", "exec", "--", "/usr/bin/env")
                .ends(0)
                .out()
                .contains("WANDB_API_KEY=" + KEY));
        assertEquals("ours", run(shell, launcher, "sync").ends(0).out().split(" ", -1)[0]);
        assertFalse(Files.exists(taken), () -> read(taken));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Where a person typed the key for the program; else a name is shown. */
    @ParameterizedTest
    @MethodSource("shells")
    void aKeyInThePlaceOfAProgramIsNotShown(String shell) throws Exception {
        for (String given : List.of(
                KEY,
                "./" + KEY,
                "/nowhere/" + KEY,
                "WANDB_API_KEY=" + KEY,
                KEY + ".",
                "wandb_v1_" + "AbCdEf_-90".repeat(8))) {
            run(shell, launcher, "auth", "exec", "--", given)
                    .leaves(127, "", "wandb: (looks like an API key): command not found\n");
        }
        run(shell, launcher, "auth", "exec", "--", "nope").leaves(127, "", "wandb: nope: command not found\n");
        assertFalse(run(shell, launcher, KEY).err().contains(KEY.substring(0, 12)));
    }
}
