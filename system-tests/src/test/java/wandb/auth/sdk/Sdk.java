package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A real Python SDK in a virtual environment of its own. */
enum Sdk {
    /** The version whose behaviour the recorded cases are from. */
    PINNED("WANDB_TEST_SDK_PINNED"),
    /** The newest that is known. */
    NEWEST("WANDB_TEST_SDK_NEWEST");

    private final String variable;

    Sdk(String variable) {
        this.variable = variable;
    }

    /** The folder of its programs; without it the test is skipped. */
    Path bin() {
        String folder = System.getenv(variable);
        assumeTrue(folder != null && Files.isExecutable(Path.of(folder, "bin", "wandb")), variable + " names no SDK");
        return Path.of(folder, "bin");
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
