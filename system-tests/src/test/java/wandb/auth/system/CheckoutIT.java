package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code wandb} of a checkout: when it builds and what it says; in a small project and with a Maven that plays along. */
class CheckoutIT {

    private static final String BUILDING = "wandb: building (once, about a minute) ...\n";

    /** Makes an image whose program shows its arguments and its input. */
    private static final String MAVEN = """
            #!/bin/sh
            echo "$*" >>calls
            touch started
            sleep 0.2
            rm -rf dist/target/image
            mkdir -p dist/target/image/bin
            printf '#!/bin/sh\\nprintf "[%%s]" "$@"; cat\\n' >dist/target/image/bin/wandb
            chmod +x dist/target/image/bin/wandb
            touch -r started dist/target/image/built-from-sources-before
            """;

    @TempDir
    Path folder;

    private Machine machine;
    private Path project;

    @BeforeEach
    void startWithAProjectThatIsNotBuilt() throws IOException {
        machine = new Machine(folder);
        project = machine.home().resolve("a project");
        machine.write("a project/pom.xml", "");
        machine.write("a project/LICENSE", "");
        machine.write("a project/.mvn/maven.config", "");
        machine.write("a project/dist/pom.xml", "");
        machine.write("a project/dist/src/main/java/Kept.java", "");
        machine.write("a project/dist/src/main/java/Deleted.java", "");
        machine.write("a project/dist/src/test/java/KeptTest.java", "");
        machine.writeProgram("a project/wandb", Files.readString(Path.of("..", "wandb")));
        machine.writeProgram("bin/mvn", MAVEN);
        machine.writeProgram("bin/java", "#!/bin/sh\n");
    }

    @Test
    void theFirstRunBuildsAndTheNextDoesNot() throws Exception {
        checkout("login").leaves(0, "[login]", BUILDING);
        checkout("login").leaves(0, "[login]", "");
        assertEquals(1, builds());
    }

    @Test
    void theBuildTakesNeitherTheArgumentsNorTheInput() throws Exception {
        machine.runReading("a key\n", path(), project + "/wandb", "login", "a  b", "", "*")
                .leaves(0, "[login][a  b][][*]a key\n", BUILDING);
        assertEquals(
                List.of("-q package -pl dist -am -Dmaven.test.skip=true -Dspotless.check.skip=true"),
                Files.readAllLines(project.resolve("calls")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pom.xml", "LICENSE", ".mvn/maven.config", "dist/pom.xml", "dist/src/main/java/Kept.java"})
    void aSourceThatIsNewerBuildsAgain(String source) throws Exception {
        checkout().ends(0);
        Files.setLastModifiedTime(project.resolve(source), FileTime.from(Instant.now()));
        checkout().leaves(0, "[]", BUILDING);
        checkout().leaves(0, "[]", "");
    }

    @Test
    void aSourceThatIsDeletedBuildsAgain() throws Exception {
        checkout().ends(0);
        Files.delete(project.resolve("dist/src/main/java/Deleted.java"));
        assertEquals(BUILDING, checkout().err());
    }

    @Test
    void aTestThatIsNewerDoesNotBuild() throws Exception {
        checkout().ends(0);
        Files.setLastModifiedTime(project.resolve("dist/src/test/java/KeptTest.java"), FileTime.from(Instant.now()));
        assertEquals("", checkout().err());
    }

    @Test
    void ofTwoAtOnceOneBuildsAndTheOtherWaits() throws Exception {
        List<CompletableFuture<Process>> both = List.of(start(), start());
        for (CompletableFuture<Process> process : both) {
            assertEquals(0, process.get(30, TimeUnit.SECONDS).exitValue());
        }
        assertEquals(1, builds());
    }

    private CompletableFuture<Process> start() throws IOException {
        return machine.prepared(path(), project + "/wandb")
                .redirectInput(new File("/dev/null"))
                .start()
                .onExit();
    }

    @Test
    void aBuildThatFailsShowsWhatMavenSaysIsWrong() throws Exception {
        machine.writeProgram("bin/mvn", """
                #!/bin/sh
                echo '[ERROR] Kept.java:[3,4] not a statement'
                echo '[ERROR] '
                echo '[ERROR] Re-run Maven using the -X switch to enable full debug logging.'
                exit 1
                """);
        Run run = checkout("login").ends(1);
        assertEquals(
                BUILDING + "Kept.java:[3,4] not a statement\nwandb: the build failed, see above; all of it is in "
                        + project + "/dist/target/build.log\n",
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
    void withoutAJdkOneLineTellsWhichAndWhereItIsLookedFor() throws Exception {
        machine.writeProgram(
                "bin/mvn", "#!/bin/sh\necho '[ERROR] ... Cannot find matching toolchain definitions ...'\nexit 1\n");
        Run run = checkout("login").ends(1);
        assertEquals(
                BUILDING + "wandb: no JDK 25 found. Install one where Maven looks (JAVA_HOME, /usr/lib/jvm, ~/.sdkman,"
                        + " ~/.jdks), or set JAVA25_HOME\n",
                run.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mvn", "java"})
    void withoutMavenOrJavaOneLineTells(String missing) throws Exception {
        Files.delete(machine.home().resolve("bin").resolve(missing));
        Path tools = Files.createDirectories(machine.home().resolve("tools"));
        for (String tool : List.of("sh", "find", "flock", "mkdir")) {
            Files.createSymbolicLink(tools.resolve(tool), Path.of("/usr/bin", tool));
        }
        Run run = machine.run(Map.of("PATH", machine.home() + "/bin:" + tools), project + "/wandb")
                .ends(1);
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains("no " + missing + " on PATH"), run.err());
    }

    @Test
    void itIsFoundThroughLinksAndFromAnywhere() throws Exception {
        Path link = machine.home().resolve("bin/w");
        Files.createSymbolicLink(link, Path.of("..", "a project", "wandb"));
        machine.run(path(), link.toString(), "login").leaves(0, "[login]", BUILDING);
        String[] others = {
            "cd '" + project + "' && ./wandb login",
            "cd '" + project + "/..' && 'a project/wandb' login",
            "cd '" + project + "' && sh wandb login",
            "w login",
        };
        for (String other : others) {
            machine.run(path(), "sh", "-c", other).leaves(0, "[login]", "");
        }
    }

    @Test
    void aSearchPathForFoldersDoesNotLeadTheBuildAstray() throws Exception {
        Path decoy = Files.createDirectories(machine.home().resolve("decoy/a project"));
        Run run = machine.run(
                path(),
                "sh",
                "-c",
                "cd '" + project + "/..' && CDPATH='" + decoy.getParent() + "' 'a project/wandb' login");
        run.leaves(0, "[login]", BUILDING);
        assertFalse(Files.exists(decoy.resolve("calls")));
    }

    private Run checkout(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = project + "/wandb";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return machine.run(path(), command);
    }

    private Map<String, String> path() {
        return FakePrograms.path(machine.home() + "/bin");
    }

    private long builds() throws IOException {
        return Files.readAllLines(project.resolve("calls")).size();
    }
}
