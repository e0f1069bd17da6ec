package wandb.auth.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The program of 2026-11-21 beside this one: each tolerates what the other writes, and no key is lost or mixed up. */
@Tag("slow")
class FirstEditionIT {

    private static final Path FIRST =
            Checkout.brought("WANDB_TEST_FIRST_EDITION", "first-edition").resolve("dist/target/image/bin/wandb");
    private static final long SEED = 20_261_129;
    private static final int STEPS = 60;
    private static final String KEY = "a".repeat(40);
    private static final String OTHER = "b".repeat(40);

    @TempDir
    Path folder;

    private Machine machine;
    private Map<String, String> variables;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(FIRST), () -> "there is no " + FIRST);
        machine = new Machine(folder);
        Path helper = machine.writeProgram("bin/docker-credential-sample", Samples.HELPER);
        variables = Map.of("PATH", helper.getParent() + ":/usr/bin:/bin");
    }

    private Run first(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(FIRST.toString()));
        command.addAll(List.of(arguments));
        return machine.run(variables, command.toArray(String[]::new));
    }

    private Run ours(String... arguments) throws Exception {
        return machine.wandbWith(variables, arguments);
    }

    /** Logins to every kind of place, with all that they note: users, stores that were used before, servers. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "auth list", "auth stores", "auth policy", "auth token", "login"})
    void readsWhatOursNotes(String command) throws Exception {
        ours("login", "--store", "helper:sample", OTHER).ends(0);
        ours("login", "--store", "netrc", KEY).ends(0);
        ours("login", "--profile", "work", OTHER).ends(0);
        ours("login", "--host", "https://wandb.example.com", "--store", "helper:sample", KEY)
                .ends(0);
        ours("login", "--cloud").ends(0);

        Run run = first(command.split(" ")).ends(0);
        assertTrue(!run.err().contains("WARNING"), run.err());
    }

    @Test
    void usesTheKeysThatOursSavedAndOursUsesItsKeys() throws Exception {
        ours("login", KEY).ends(0);
        ours("login", "--profile", "work", "--store", "helper:sample", OTHER).ends(0);
        first("auth", "token").leaves(0, KEY + "\n", "");
        first("auth", "token", "--profile", "work").leaves(0, OTHER + "\n", "");

        first("login", OTHER).ends(0);
        first("login", "--profile", "work", KEY).ends(0);
        ours("auth", "token").leaves(0, OTHER + "\n", "");
        ours("auth", "token", "--profile", "work").leaves(0, KEY + "\n", "");
    }

    /** Ours is told to leave no profile active before the other program's turn, as the documentation advises. */
    @Test
    void takingTurnsEachProfileKeepsItsOwnKey() throws Exception {
        Random random = new Random(SEED);
        Map<String, String> keys = new HashMap<>();
        StringBuilder way = new StringBuilder();
        boolean isFirst = false;
        for (int i = 0; i < STEPS; i++) {
            boolean wasFirst = isFirst;
            isFirst = random.nextBoolean();
            if (isFirst && !wasFirst) {
                ours("auth", "switch", "default");
            }
            String profile = random.nextBoolean() ? "default" : "work";
            String key = Samples.key(random);
            String[] command =
                    switch (random.nextInt(4)) {
                        case 0, 1 -> new String[] {"login", "--profile", profile, key};
                        case 2 -> new String[] {"logout", "--profile", profile};
                        default -> new String[] {"auth", "switch", profile};
                    };
            way.append(isFirst ? "first: " : "ours: ")
                    .append(String.join(" ", command))
                    .append('\n');
            Run run = isFirst ? first(command) : ours(command);
            if (command[0].equals("login")) {
                assertEquals(0, run.exitCode(), () -> way + run.err());
                keys.put(profile, key);
            } else if (command[0].equals("logout")) {
                assertEquals(0, run.exitCode(), () -> way + run.err());
                keys.remove(profile);
            }
            for (String each : List.of("default", "work")) {
                Run token = ours("auth", "token", "--profile", each);
                String expected = keys.containsKey(each) ? keys.get(each) + "\n" : "";
                assertEquals(expected, token.out(), () -> way + each + "\n" + token.err());
            }
        }
    }
}
