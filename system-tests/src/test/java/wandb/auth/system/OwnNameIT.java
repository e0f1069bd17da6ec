package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher under the name that nothing else has, and what it is called in messages. */
class OwnNameIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;
    private Path bin;
    private Map<String, String> path;

    @BeforeEach
    void linkTheProgramBesideAnSdk() throws IOException {
        machine = new Machine(folder);
        bin = machine.writeProgram("bin/wandb", "#!/bin/sh\necho \"sdk $*\"\n").getParent();
        Files.createSymbolicLink(bin.resolve("wandb-auth"), Machine.LAUNCHER);
        path = Map.of("PATH", bin + ":/usr/bin:/bin");
    }

    @Test
    void hasEveryCommandAtTheTop() throws Exception {
        run("login", KEY).ends(0);
        run("token").leaves(0, KEY + "\n", "");
        run("auth", "token").leaves(0, KEY + "\n", "");
        run("exec", "--", "sh", "-c", "echo $WANDB_API_KEY").leaves(0, KEY + "\n", "");
        run("auth", "exec", "--cloud", "--", "sh", "-c", "echo $WANDB_BASE_URL")
                .leaves(0, "https://api.wandb.ai\n", "");
    }

    @Test
    void handsNothingOn() throws Exception {
        run("sync", "run-1").leaves(2, "", """
                        wandb-auth: ERROR Unknown command 'wandb-auth sync'. That is a command of the Python SDK: wandb sync
                        wandb-auth: Try 'wandb-auth --help'.
                        """);
        assertEquals(2, run("status", "--settings").exitCode());
        assertTrue(machine.run(Map.of("PATH", bin + ":/usr/bin:/bin", "_WANDB_COMPLETE", "bash_source"), "wandb-auth")
                .ends(0)
                .out()
                .startsWith("Usage: wandb-auth COMMAND"));
    }

    @Test
    void isWhatTheLauncherCallsItself() throws Exception {
        run("exec", "--", "no-such-program").leaves(127, "", "wandb-auth: no-such-program: command not found\n");
        run("exec").leaves(2, "", """
                        wandb-auth: ERROR Write the program after two dashes: wandb-auth exec -- CMD [ARGUMENTS]
                        wandb-auth: Try 'wandb-auth exec --help'.
                        """);
    }

    @Test
    void isShownAsItWasStarted() throws Exception {
        String tokne = "cd " + machine.home() + " && bin/wandb-auth tokne";
        machine.run(Map.of("PATH", "/usr/bin:/bin"), "sh", "-c", tokne).leaves(2, "", """
                        wandb-auth: ERROR Unknown command 'bin/wandb-auth tokne'.
                        wandb-auth: Did you mean: bin/wandb-auth token
                        """);
    }

    static List<String> shells() {
        return Shells.all();
    }

    /** Where its name leads to another program, to none, and to it; the last by way of a link, and a folder that is not there. */
    @ParameterizedTest
    @MethodSource("shells")
    void isShownByItsPathWhereItsNameLeadsElsewhere(String shell) throws Exception {
        Path ours = Files.createDirectories(machine.home().resolve("our $bin")).resolve("wandb");
        Files.createSymbolicLink(ours, Machine.LAUNCHER);
        String quoted = "'" + ours + "'";

        assertEquals(quoted, shown(shell, ours, bin + ":" + ours.getParent()));
        assertEquals(quoted, shown(shell, ours, ""));
        assertEquals("wandb", shown(shell, ours, machine.home() + "/none:" + ours.getParent() + ":" + bin));
        assertEquals("wandb", shown(shell, ours, Machine.LAUNCHER.getParent().toString()));
    }

    /** How it is called in what it advises, which works. */
    private String shown(String shell, Path program, String programs) throws Exception {
        Map<String, String> found = Map.of("PATH", programs + ":/usr/bin:/bin");
        Run run = machine.run(found, Shells.command(machine, shell, program.toString(), "auth", "lsit"));
        String command = run.ends(2).err().split("Did you mean: ", -1)[1];
        machine.run(found, "sh", "-c", command).ends(0);
        return command.replace(" auth list\n", "");
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "wandb-auth";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return machine.run(path, command);
    }
}
