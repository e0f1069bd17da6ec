package wandb.auth.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;
import wandb.auth.walk.Act.Kind;

/** Some of what {@link ProfileWalkIT} tries, by the built program, a helper program and Python's own reader. */
class ProfileSampleIT {

    private static final long SEED = 20_261_128;
    private static final int STEPS = 40;
    private static final String CLOUD = "https://api.wandb.ai";
    private static final List<Kind> KINDS = List.of(
            Kind.LOGIN, Kind.LOGIN, Kind.SWITCH, Kind.SWITCH, Kind.LOGOUT, Kind.TO_LOCKER, Kind.TO_NETRC, Kind.TOKEN);

    private static final String READER = """
            import netrc, sys
            for name in sys.argv[1:]:
                found = netrc.netrc(name).authenticators("api.wandb.ai")
                print(found[2] if found else "none")
            """;

    @TempDir
    Path folder;

    @Test
    void theProgramDoesAsTheModelSays() throws Exception {
        Machine machine = new Machine(folder);
        machine.need("python3", "python3");
        Path helper = machine.writeProgram("bin/docker-credential-sample", Samples.HELPER);
        Map<String, String> variables = Map.of("PATH", helper.getParent() + ":/usr/bin:/bin", "WANDB_BASE_URL", CLOUD);
        Random random = new Random(SEED);
        Model model = Model.EMPTY;
        List<String> command = new ArrayList<>(List.of("python3", "-c", READER));
        List<String> expected = new ArrayList<>();
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < STEPS; i++) {
            String profile = random.nextBoolean() ? "default" : "work";
            Act act = new Act(KINDS.get(random.nextInt(KINDS.size())), CLOUD, profile, Samples.key(random));
            way.append(act).append("; ");
            Run run = machine.wandbWith(variables, act.arguments("helper:sample"));
            Model.Result result = model.after(act);
            assertEquals(result.exitCode(), run.exitCode(), () -> way + run.err());
            assertEquals(result.out(), run.out(), way::toString);
            model = result.after();
            Path netrc = machine.home().resolve(".netrc");
            String text = Files.exists(netrc) ? Files.readString(netrc) : "";
            assertEquals(model.text(), text, way::toString);
            command.add(machine.write("netrc-" + i, text).toString());
            expected.add(model.plain("api.wandb.ai").orElse("none"));
        }
        Run read = machine.run(Map.of(), command.toArray(String[]::new)).ends(0);
        assertEquals(expected, read.out().lines().toList());
    }
}
