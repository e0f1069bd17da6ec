package wandb.auth.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;

/**
 * The recorded netrc and settings cases on Windows. What they must give, other tests say on this system; here it is that Windows gives the
 * same: exit codes, results, and every byte of the files.
 */
@Tag("slow")
class RecordedCasesOnWindowsIT {

    private static final List<String> SEEN =
            List.of("wandb.auth.cli/wandb.auth.cli", "wandb.auth.domain/wandb.auth.domain");

    @TempDir
    Path folder;

    @TestFactory
    List<DynamicTest> eachGivesWhatItGivesHere() throws Exception {
        List<Case> cases = Case.all();
        assertTrue(cases.size() > 250, "the recordings are nearly empty: " + cases.size());
        Wine wine = Wine.in(folder);
        List<Replay.Outcome> here = here(cases);
        List<Replay.Outcome> there = there(cases, wine);
        wine.end();
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            Replay.Outcome expected = here.get(i);
            Replay.Outcome given = there.get(i);
            tests.add(dynamicTest(cases.get(i).name(), () -> assertEquals(expected, given)));
        }
        return tests;
    }

    private List<Replay.Outcome> here(List<Case> cases) throws Exception {
        Replay replay = new Replay(Files.createDirectory(folder.resolve("here")), UnaryOperator.identity());
        Path runs = replay.prepare(cases);
        Path answers = replay.root().resolve("answers");
        List<String> command =
                java(Checkout.IMAGE.resolve("bin/java").toString(), classes().toString());
        command.addAll(List.of(runs.toString(), answers.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(replay.root().resolve("said").toFile())
                .start();
        assertEquals(0, Machine.exitCode(process), () -> said(replay));
        return replay.outcomes(cases, answers);
    }

    private List<Replay.Outcome> there(List<Case> cases, Wine wine) throws Exception {
        Path root = Files.createDirectory(wine.profile().resolve("cases"));
        Replay replay = new Replay(root, path -> wine.there(Path.of(path)));
        Path runs = replay.prepare(cases);
        Path answers = replay.root().resolve("answers");
        List<String> command = new ArrayList<>(List.of("wine"));
        command.addAll(java(Wine.IMAGE.resolve("bin/java.exe").toString(), wine.there(classes())));
        command.addAll(List.of(wine.there(runs), wine.there(answers)));
        Wine.Result result = wine.run(folder, Map.of(), "", command.toArray(String[]::new));
        assertEquals(0, result.exitCode(), result::toString);
        return replay.outcomes(cases, answers);
    }

    private static List<String> java(String program, String classes) {
        List<String> command = new ArrayList<>(List.of(program, "-Xshare:auto", "-cp", classes));
        command.addAll(List.of("--add-modules", "wandb.auth.cli"));
        SEEN.forEach(seen -> command.addAll(List.of("--add-exports", seen + "=ALL-UNNAMED")));
        command.add(CasesMain.class.getName());
        return command;
    }

    private static Path classes() {
        try {
            return Path.of(CasesMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String said(Replay replay) {
        try {
            return Files.readString(replay.root().resolve("said"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
