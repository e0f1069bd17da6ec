package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code wandb} of a checkout: when it builds and what it says; in a small project and with a Maven that plays along. */
class CheckoutIT {

    private static final String TELL_DOWNLOADS =
            "-Dorg.slf4j.simpleLogger.log.org.eclipse.aether.internal.impl.DefaultRepositoryConnectorProvider=debug";

    @TempDir
    Path folder;

    private Machine machine;
    private Path project;
    private SampleCheckout checkout;
    private Map<String, String> jdk;

    @BeforeEach
    void startWithAProjectThatIsNotBuilt() throws IOException {
        checkout = new SampleCheckout(folder);
        machine = checkout.machine();
        project = checkout.project();
        jdk = Map.of("JAVA25_HOME", checkout.addJdk("jdk", "25.0.9").toString());
    }

    @Test
    void theFirstRunBuildsAndTheNextDoesNot() throws Exception {
        checkout("login").leaves(0, "[login]", SampleCheckout.BUILDING);
        checkout("login").leaves(0, "[login]", "");
        assertEquals(1, checkout.builds());
    }

    @Test
    void theBuildTakesNeitherTheArgumentsNorTheInput() throws Exception {
        machine.runReading("a key\n", environment(), project + "/wandb", "login", "a  b", "", "*")
                .leaves(0, "[login][a  b][][*]a key\n", SampleCheckout.BUILDING);
        assertEquals(
                List.of("package -Dquick-build -pl dist -am -T 1C " + TELL_DOWNLOADS),
                Files.readAllLines(project.resolve("calls")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "LICENSE", ".mvn/maven.config", "dist/pom.xml", "dist/src/main/java/Kept.java"})
    void aSourceThatIsNewerBuildsAgain(String source) throws Exception {
        checkout().ends(0);
        Files.setLastModifiedTime(project.resolve(source), FileTime.from(Instant.now()));
        checkout().leaves(0, "[]", SampleCheckout.BUILDING);
        checkout().leaves(0, "[]", "");
    }

    @Test
    void aSourceThatIsDeletedBuildsAgain() throws Exception {
        checkout().ends(0);
        Files.delete(project.resolve("dist/src/main/java/Deleted.java"));
        assertEquals(SampleCheckout.BUILDING, checkout().err());
    }

    @Test
    void aTestThatIsNewerDoesNotBuild() throws Exception {
        checkout().ends(0);
        Files.setLastModifiedTime(project.resolve("dist/src/test/java/KeptTest.java"), FileTime.from(Instant.now()));
        assertEquals("", checkout().err());
    }

    @Test
    void ofTwoAtOnceOneBuildsAndTheOtherWaits() throws Exception {
        List<Process> both = List.of(start(), start());
        for (Process process : both) {
            assertEquals(0, Machine.exitCode(process));
        }
        assertEquals(1, checkout.builds());
    }

    private Process start() throws IOException {
        return checkout.prepared(jdk).redirectInput(new File("/dev/null")).start();
    }

    /** What Maven says, and what is said of it; none of Maven's lines is. */
    static Stream<Arguments> failures() {
        String network =
                "the build failed, since what it needs cannot be downloaded: check the network (a proxy belongs in"
                        + " ~/.m2/settings.xml), and run it again. More is in LOG";
        return Stream.of(
                argumentSet(
                        "mistakes in a source",
                        List.of(
                                "[ERROR] PROJECT/cli/src/main/java/Kept.java:[3,4] not a statement",
                                "[ERROR] PROJECT/cli/src/main/java/Kept.java:[7,4] cannot find symbol",
                                "[ERROR] -> [Help 1]"),
                        "the build failed, since PROJECT/cli/src/main/java/Kept.java:3 does not compile (not a statement):"
                                + " correct it, and run it again. More is in LOG"),
                argumentSet(
                        "no network",
                        List.of("[ERROR] Failed to execute goal on project cli: Could not resolve dependencies"),
                        network),
                argumentSet(
                        "a full disk",
                        List.of("[ERROR] java.io.IOException: No space left on device"),
                        "the build failed, since the disk is full: free some space, and run it again. More is in LOG"),
                argumentSet("anything else", List.of("[ERROR] It broke."), "the build failed. More is in LOG"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aBuildThatFailsSaysWhatIsWrongInItsOwnWords(List<String> log, String said) throws Exception {
        StringBuilder maven = new StringBuilder("#!/bin/sh\n");
        log.forEach(line -> maven.append("echo '")
                .append(line.replace("PROJECT", project.toString()))
                .append("'\n"));
        machine.writeProgram("bin/mvn", maven + "exit 1\n");
        Run run = checkout("login").ends(1);
        assertEquals(
                SampleCheckout.BUILDING + "wandb: "
                        + said.replace("LOG", "PROJECT/dist/target/build.log").replace("PROJECT", project.toString())
                        + "\n",
                run.err());
    }

    @Test
    void aBuildThatFailsDoesNotRunTheOldImage() throws Exception {
        checkout().ends(0);
        machine.writeProgram("bin/mvn", "#!/bin/sh\nexit 1\n");
        Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(Instant.now()));
        assertEquals("", checkout("login").ends(1).out());
    }

    @Test
    void itIsFoundThroughLinksAndFromAnywhere() throws Exception {
        Path link = machine.home().resolve("bin/w");
        Files.createSymbolicLink(link, Path.of("..", "a project", "wandb"));
        machine.run(environment(), link.toString(), "login").leaves(0, "[login]", SampleCheckout.BUILDING);
        String[] others = {
            "cd '" + project + "' && ./wandb login",
            "cd '" + project + "/..' && 'a project/wandb' login",
            "cd '" + project + "' && sh wandb login",
            "w login",
        };
        for (String other : others) {
            machine.run(environment(), "sh", "-c", other).leaves(0, "[login]", "");
        }
    }

    @Test
    void aSearchPathForFoldersDoesNotLeadTheBuildAstray() throws Exception {
        Path decoy = Files.createDirectories(machine.home().resolve("decoy/a project"));
        Run run = machine.run(
                environment(),
                "sh",
                "-c",
                "cd '" + project + "/..' && CDPATH='" + decoy.getParent() + "' 'a project/wandb' login");
        run.leaves(0, "[login]", SampleCheckout.BUILDING);
        assertFalse(Files.exists(decoy.resolve("calls")));
    }

    private Run checkout(String... arguments) throws IOException, InterruptedException {
        return checkout.run(jdk, arguments);
    }

    private Map<String, String> environment() {
        return checkout.environment(jdk);
    }
}
