package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** Real SDKs, and two accounts of one server on one machine. */
class ProfilesSdkIT extends AtServer {

    private static final String KEY = "a".repeat(40);
    private static final String WORKS = "b".repeat(40);
    private static final String OTHER = "c".repeat(40);

    /** Waits within its run for the other one's, so that both are at work at once. */
    private static final String PROGRAM = """
            import pathlib, sys, time, wandb
            me, other = (pathlib.Path(name) for name in sys.argv[1:])
            run = wandb.init(project="side-by-side", dir=me.parent)
            me.touch()
            end = time.monotonic() + 600
            while not other.exists() and time.monotonic() < end:
                time.sleep(0.05)
            run.log({"met": other.exists()})
            run.finish()
            print("run", run.id, "of", run.entity)
            """;

    @Test
    @Tag("slow")
    void runsSideBySideAreEachOfTheirOwnUser() throws Exception {
        String name = sdk().name().toLowerCase(Locale.ROOT);
        Machine machine = new Machine(folder);
        machine.wandb("login", "--host", server.url(), server.newUser("ada-" + name))
                .ends(0);
        machine.wandb("login", "--profile", "work", server.newUser("bob-" + name))
                .ends(0);
        Path program = machine.write("program.py", PROGRAM);
        String ada = machine.home().resolve("ada").toString();
        String bob = machine.home().resolve("bob").toString();
        Path out = machine.home().resolve("out");
        String python = sdk().bin() + "/python";
        Process adas = machine.prepared(
                        Map.of(),
                        Machine.LAUNCHER.toString(),
                        "auth",
                        "exec",
                        "--",
                        python,
                        program.toString(),
                        ada,
                        bob)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        try {
            Run bobs = machine.wandb("auth", "exec", "--profile", "work", "--", python, program.toString(), bob, ada)
                    .ends(0);
            assertEquals(0, Machine.exitCode(adas), bobs::toString);
            assertRun("bob-" + name, bobs.out());
            assertRun("ada-" + name, Files.readString(out));
        } finally {
            adas.destroyForcibly();
        }
    }

    private void assertRun(String user, String output) throws Exception {
        JsonNode runs = server.runs(user, "side-by-side");
        assertEquals(1, runs.size(), () -> runs + "\n" + output);
        String id = runs.get(0).path("run_id").asText();
        assertTrue(output.contains("run " + id + " of " + user), output);
        assertTrue(runs.get(0).path("summary").path("met").asBoolean(), runs::toString);
    }

    @Test
    void theSdkSeesTheProfileThatIsSwitchedTo() throws Exception {
        Machine machine = new Machine(folder);
        machine.wandb("login", "--cloud", KEY).ends(0);
        machine.wandb("login", "--profile", "work", WORKS).ends(0);
        String before = machine.read(".netrc");
        String host = sdk().defaultHost(machine);
        assertEquals(KEY, sdk().read(machine, host));
        machine.wandb("auth", "switch", "work").ends(0);
        assertEquals(WORKS, sdk().read(machine, host));
        machine.wandb("auth", "switch", "default").ends(0);
        assertEquals(KEY, sdk().read(machine, host));
        assertEquals(before, machine.read(".netrc"));
    }

    @Test
    void aDefaultEntryDoesNotWinOverTheProfileThatIsSwitchedTo() throws Exception {
        Machine machine = new Machine(folder);
        machine.write(".netrc", "default login anonymous password me@example.com\n");
        machine.wandb("login", "--cloud", KEY).ends(0);
        machine.wandb("login", "--profile", "work", WORKS).ends(0);
        machine.wandb("auth", "switch", "work").ends(0);
        assertEquals(WORKS, sdk().read(machine, sdk().defaultHost(machine)));
    }

    /** A login of SDK 0.28 takes out every line that holds its machine's name behind one blank, and the two below. */
    @Test
    void aLoginOfTheSdkIsThatOfTheDefaultProfileAndTakesNoKeyThatItDoesNotSee() throws Exception {
        String host = "https://wandb.example.com";
        Machine machine = new Machine(folder);
        machine.wandb("login", "--host", host, KEY).ends(0);
        machine.wandb("login", "--profile", "work", WORKS).ends(0);
        sdk().login(machine, host, OTHER);
        assertEquals(List.of(OTHER, WORKS), keys(machine));
        machine.wandb("auth", "switch", "work").ends(0);
        sdk().login(machine, host, KEY);
        assertEquals(KEY, machine.wandb("auth", "token").ends(0).out().strip());
        machine.wandb("auth", "token", "--profile", "work").ends(4);
        machine.wandb("login", "--profile", "work", WORKS).ends(0);
        assertEquals(List.of(KEY, WORKS), keys(machine));
        assertEquals(KEY, sdk().read(machine, host));
    }

    /** The keys of the profiles default and work. */
    private static List<String> keys(Machine machine) throws Exception {
        return List.of(
                machine.wandb("auth", "token").ends(0).out().strip(),
                machine.wandb("auth", "token", "--profile", "work")
                        .ends(0)
                        .out()
                        .strip());
    }

    @Test
    void thePlainSdkSeesNoNamedProfile() throws Exception {
        Machine machine = new Machine(folder);
        machine.wandb("login", "--cloud", "--profile", "work", WORKS).ends(0);
        assertEquals("None", sdk().read(machine, "https://api.wandb.ai"));
    }
}
