package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipes of {@code wandb auth stores add}, each with the real program that it is for. */
@Tag("slow")
class RecipesIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "b".repeat(40);
    private static final Path AWS = Checkout.brought("WANDB_TEST_AWS", "aws");
    private static final Path SOPS = Checkout.brought("WANDB_TEST_SOPS", "sops");
    private static final Pattern RUNNING = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");
    private static final Pattern AGE_KEY = Pattern.compile("age1[a-z0-9]+");

    @TempDir
    Path folder;

    private Machine machine;
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    private Run wandb(String... arguments) throws Exception {
        return machine.wandbWith(variables, arguments);
    }

    /** Whatever the recipe is: set up, used for two accounts, emptied, removed. */
    private void assertKeepsKeys(String recipe, String... answers) throws Exception {
        String store = "command:" + recipe;
        String[] add = new String[4 + answers.length];
        System.arraycopy(new String[] {"auth", "stores", "add", recipe}, 0, add, 0, 4);
        System.arraycopy(answers, 0, add, 4, answers.length);
        Run added = wandb(add).ends(0);
        assertEquals(added.out(), machine.read(".config/wandb/auth.ini"));

        wandb("auth", "token").ends(4);
        wandb("login", "--store", store, KEY).ends(0);
        wandb("login", "--profile", "work", "--store", store, OTHER_KEY).ends(0);
        wandb("auth", "token").leaves(0, KEY + "\n", "");
        wandb("auth", "token", "--profile", "work").leaves(0, OTHER_KEY + "\n", "");
        wandb("login", "--relogin", "--store", store, OTHER_KEY).ends(0);
        wandb("auth", "token").leaves(0, OTHER_KEY + "\n", "");
        assertFalse(machine.read(".config/wandb/auth.ini").contains(KEY));

        wandb("auth", "stores", "remove", store).ends(1);
        wandb("logout").ends(0);
        wandb("auth", "token", "--profile", "work").leaves(0, OTHER_KEY + "\n", "");
        wandb("logout", "--profile", "work").ends(0);
        wandb("auth", "token").ends(4);
        wandb("auth", "stores", "remove", store).ends(0);
        assertFalse(machine.read(".config/wandb/auth.ini").contains("[store."));
    }

    @Test
    void pass() throws Exception {
        try (PasswordStore pass = PasswordStore.on(machine)) {
            variables.putAll(pass.with(Map.of()));
            assertKeepsKeys("pass");
        }
    }

    @Test
    void age() throws Exception {
        machine.need("age", "age");
        Path identity = machine.home().resolve("age.txt");
        Run made =
                machine.run(Map.of(), "age-keygen", "-o", identity.toString()).ends(0);
        assertKeepsKeys("age", "folder=" + kept(), "recipient=" + publicKey(made), "identity=" + identity);
    }

    @Test
    void sops() throws Exception {
        Path programs = SOPS.resolve("bin");
        assumeTrue(
                Files.isExecutable(programs.resolve("sops")),
                () -> "there is no sops in " + programs + ": see ./verify");
        machine.need("age-keygen", "age");
        variables.put("PATH", programs + ":/usr/bin:/bin");
        Path identity = machine.home().resolve("age.txt");
        Run made =
                machine.run(Map.of(), "age-keygen", "-o", identity.toString()).ends(0);
        assertKeepsKeys("sops", "folder=" + kept(), "recipient=" + publicKey(made), "identity=" + identity);
    }

    @Test
    void systemdCreds() throws Exception {
        machine.need("systemd-creds", "systemd");
        Machine.needRoot();
        assertKeepsKeys("systemd-creds", "folder=" + kept());
    }

    @Test
    void aFolderThatIsMissingIsToldAndNothingIsSetUp() throws Exception {
        machine.need("age", "age");
        Run run = wandb(
                        "auth",
                        "stores",
                        "add",
                        "age",
                        "folder=/no/such/folder",
                        "recipient=age1x",
                        "identity=/no/such")
                .ends(1);
        assertTrue(run.err().contains("Nothing was set up: "), run.err());
        assertFalse(Files.exists(machine.home().resolve(".config/wandb/auth.ini")));
    }

    @Test
    void aws() throws Exception {
        Path server = AWS.resolve("bin/moto_server");
        assumeTrue(Files.isExecutable(server), () -> "there is no " + server + ": see ./verify");
        Path log = folder.resolve("aws.log");
        ProcessBuilder builder = new ProcessBuilder(server.toString(), "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Process process = builder.start();
        try {
            Matcher running = RUNNING.matcher("");
            Machine.await(() -> running.reset(Files.readString(log)).find());
            variables.putAll(Map.of(
                    "PATH", AWS.resolve("bin") + ":/usr/bin:/bin",
                    "AWS_ACCESS_KEY_ID", "testing",
                    "AWS_SECRET_ACCESS_KEY", "testing",
                    "AWS_DEFAULT_REGION", "eu-west-1",
                    "AWS_ENDPOINT_URL", running.group(1)));
            assertKeepsKeys("aws-secretsmanager");
            assertKeepsKeys("aws-ssm", "prefix=/teams/wandb");
        } finally {
            process.destroyForcibly();
        }
    }

    private Path kept() throws IOException {
        return Files.createDirectory(machine.home().resolve("kept"));
    }

    private static String publicKey(Run made) {
        Matcher key = AGE_KEY.matcher(made.err() + made.out());
        assertTrue(key.find(), made.err());
        return key.group();
    }
}
