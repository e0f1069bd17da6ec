package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A real Python SDK in a virtual environment of its own. */
public enum Sdk {
    /** The version whose behaviour the recorded cases are from. */
    PINNED("WANDB_TEST_SDK_PINNED", "sdk-pinned"),
    /** The oldest that the hook knows; it knows one name of the public cloud only. */
    OLDEST("WANDB_TEST_SDK_0_22", "sdk-0.22"),
    /** The first that prefers the public cloud's second name. */
    WITH_BOTH_CLOUD_NAMES("WANDB_TEST_SDK_0_31", "sdk-0.31"),
    /** The newest that is known. */
    NEWEST("WANDB_TEST_SDK_NEWEST", "sdk-newest");

    private final Path folder;

    Sdk(String variable, String name) {
        this.folder = Checkout.brought(variable, name);
    }

    /** The folder of its programs; without it the test is skipped. */
    public Path bin() {
        Path bin = folder.resolve("bin");
        assumeTrue(Files.isExecutable(bin.resolve("wandb")), () -> "there is no SDK in " + folder + ": see ./verify");
        return bin;
    }

    /** The folder of its own sources; without it the test is skipped. */
    Path sources() throws IOException {
        try (DirectoryStream<Path> pythons = Files.newDirectoryStream(bin().resolveSibling("lib"), "python3*")) {
            return pythons.iterator().next().resolve("site-packages/wandb");
        }
    }

    /** What its Python prints. */
    String python(Machine machine, String program) throws Exception {
        Run run = machine.run(Map.of(), bin() + "/python", "-c", program);
        assertEquals(0, run.exitCode(), run.err());
        return run.out().strip();
    }

    /** The key that it reads for the server. */
    String read(Machine machine, String host) throws Exception {
        return python(
                machine,
                "from wandb.sdk.lib.wbauth import wbnetrc; print(wbnetrc.read_netrc_auth(host='" + host + "'))");
    }

    /** The keys that it reads for servers, each from a machine of its own, in one process: its start takes most of the time. */
    List<String> readAll(List<Account> accounts) throws Exception {
        return inOneProcess(accounts, READ_ALL).lines().toList();
    }

    /** Its own logins, without asking the server, each on a machine of its own. */
    public void loginAll(List<Account> accounts) throws Exception {
        inOneProcess(accounts, LOG_IN_ALL);
    }

    private String inOneProcess(List<Account> accounts, String program) throws Exception {
        StringBuilder input = new StringBuilder();
        for (Account account : accounts) {
            Machine machine = account.machine();
            input.append(String.join(
                            "\t",
                            machine.home().toString(),
                            machine.workingDirectory().toString(),
                            account.host(),
                            account.key()))
                    .append('\n');
        }
        Machine first = accounts.getFirst().machine();
        return first.runReading(input.toString(), Map.of(), bin() + "/python", "-c", program)
                .ends(0)
                .out();
    }

    /**
     * A key for a server on a machine.
     *
     * @param machine where it is kept
     * @param host the server
     * @param key the key
     */
    public record Account(Machine machine, String host, String key) {}

    private static final String READ_ALL = """
            import os, sys
            from wandb.sdk.lib.wbauth import wbnetrc
            for line in sys.stdin:
                home, work, host, key = line.rstrip("\\n").split("\\t")
                os.environ["HOME"] = home
                print(wbnetrc.read_netrc_auth(host=host))
            """;

    /** Each in a copy of the process, as if it had just been started. */
    private static final String LOG_IN_ALL = """
            import os, sys
            from wandb.cli.cli import cli
            for line in sys.stdin:
                home, work, host, key = line.rstrip("\\n").split("\\t")
                copy = os.fork()
                if not copy:
                    os.environ["HOME"] = home
                    os.chdir(work)
                    cli(["login", "--no-verify", "--host", host, key])
                    os._exit(1)
                if os.waitpid(copy, 0)[1]:
                    sys.exit("no login to " + host)
            """;

    /** The server that it uses where none is configured. */
    String defaultHost(Machine machine) throws Exception {
        return python(machine, "import wandb; print(wandb.Settings().base_url)");
    }

    /** The server that it uses on this machine. */
    String configuredHost(Machine machine) throws Exception {
        return python(machine, "from wandb.sdk import wandb_setup; print(wandb_setup.singleton().settings.base_url)");
    }

    /** Its own login, without asking the server. */
    void login(Machine machine, String host, String key) throws Exception {
        List<String> command = new ArrayList<>(List.of(bin() + "/wandb", "login", "--no-verify", "--host", host, key));
        Run run = machine.run(Map.of(), command.toArray(String[]::new));
        assertEquals(0, run.exitCode(), run.err());
    }
}
