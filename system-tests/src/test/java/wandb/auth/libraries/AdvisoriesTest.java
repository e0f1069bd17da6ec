package wandb.auth.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Checkout;

/** No library is shipped with an advisory against it that is not answered in writing, and none that was not looked up. */
class AdvisoriesTest {

    private static final String FILE = """
            looked-up 2026-11-28
            library org.example:one 2.0
            advisory A-1 [1.5,1.9)[2.0,2.0.3) reads too much
            """;

    /** The class path has what the image, plugin-vault and the images of other systems are made of, and what tests them. */
    @Test
    void everyLibraryOfTheBuildWasLookedUpInItsVersionAndIsFreeOfAdvisories() throws IOException {
        Advisories advisories = Advisories.ofThisCheckout();
        Set<String> seen = new HashSet<>();
        List<String> objections = new ArrayList<>();
        for (Path jar : jarsOfRepositories()) {
            Path version = jar.getParent();
            String artifact = version.getParent().getFileName().toString();
            String name = advisories.libraries().stream()
                    .filter(library -> version.getParent().endsWith(folder(library)))
                    .findAny()
                    .orElse(artifact);
            if (!advisories.isTool(artifact)) {
                objections.addAll(
                        advisories.objections(name, version.getFileName().toString()));
                seen.add(name);
            }
        }
        assertEquals(List.of(), objections, "raise its version, or look it up as CONTRIBUTING.md says");
        assertEquals(advisories.libraries(), seen, "the file names a library that the build does not have");
    }

    private static Path folder(String library) {
        String[] names = library.split(":", -1);
        return Path.of(names[0].replace('.', '/'), names[1]);
    }

    /** In a repository, a jar is in the folder of its version, in the folder of its artifact, in those of its group. */
    private static List<Path> jarsOfRepositories() {
        List<Path> jars = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path jar = Path.of(element).toAbsolutePath();
            if (element.endsWith(".jar") && !jar.getParent().endsWith("target")) {
                jars.add(jar);
            }
        }
        assertFalse(jars.isEmpty());
        return jars;
    }

    /** Each release is looked up anew: its day is in the topmost pom.xml. */
    @Test
    void theAdvisoriesWereLookedUpForThisRelease() throws IOException {
        Matcher release = Pattern.compile("<project.build.outputTimestamp>(\\S{10})T")
                .matcher(Files.readString(Checkout.ROOT.resolve("pom.xml")));
        assertTrue(release.find());
        LocalDate day = LocalDate.parse(release.group(1));
        assertFalse(Advisories.ofThisCheckout().lookedUp().isBefore(day), () -> "older than the release of " + day);
    }

    @ParameterizedTest
    @CsvSource({
        "com.fasterxml.jackson.core:jackson-core, 2.20.1, GHSA-72hv-8253-57qq",
        "com.fasterxml.jackson.core:jackson-core, 2.21.1, GHSA-r7wm-3cxj-wff9",
        "com.fasterxml.jackson.core:jackson-core, 2.22.2, GHSA-p6pp-m3f8-5c89",
        "com.fasterxml.jackson.core:jackson-databind, 2.20.1, GHSA-j3rv-43j4-c7qm",
        "com.fasterxml.jackson.core:jackson-databind, 2.20.1, GHSA-rmj7-2vxq-3g9f",
        "com.fasterxml.jackson.core:jackson-databind, 2.22.2, GHSA-cxp5-3px4-pw24",
        "com.squareup.okhttp3:okhttp-jvm, 4.9.1, GHSA-3cqm-mf7h-prrj",
        "com.squareup.okio:okio-jvm, 3.3.0, GHSA-w33c-445m-f8w7",
        "org.jetbrains.kotlin:kotlin-stdlib, 2.1.21, GHSA-r937-wjx7-w2jp",
    })
    void aVersionFromBeforeTheFixIsRefused(String library, String version, String advisory) throws IOException {
        List<String> objections = Advisories.ofThisCheckout().objections(library, version);
        assertTrue(objections.stream().anyMatch(line -> line.contains(advisory)), objections::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.8.9", "2.0", "2", "2.0.0", "2.0.2", "2.0.3-rc1"})
    void aVersionInARangeIsAffected(String version) {
        assertTrue(objections(FILE, version)
                .contains("org.example:one " + version + " is affected by A-1 reads too much"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.4.9", "1.5-rc1", "1.9", "1.10", "2.0-beta2", "2.0.3", "2.0.3.1", "2.0.10", "2.1", "10.0"})
    void aVersionInNoRangeIsNotAffected(String version) {
        assertEquals(List.of("org.example:one " + version + " was not looked up, but 2.0"), objections(FILE, version));
    }

    @Test
    void anAnswerInWritingHoldsForTheVersionThatItWasGivenFor() {
        String answered = FILE + "answer 2.0 nothing is read here\n";
        assertEquals(List.of(), objections(answered, "2.0"));
        assertEquals(List.of("org.example:one 2.0.1 was not looked up, but 2.0"), objections(answered, "2.0.1"));
    }

    @Test
    void aLibraryThatTheFileDoesNotNameIsRefused() {
        assertEquals(
                List.of("org.example:other 1.0 was never looked up"),
                Advisories.parse(FILE).objections("org.example:other", "1.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "looked-up soon",
                "looked-up 2026-11-28\nadvisory A-1 [1,2) of no library",
                "looked-up 2026-11-28\nanswer 2.0 to nothing",
                FILE + "answer",
                FILE + "answer 2.0 ",
                FILE + "answer 1.9 for the version before",
                FILE + "advisory A-2 [1,2)",
                FILE + "advisory A-2 [2,1) the wrong way round",
                FILE + "advisory A-2 1,2 no range",
                FILE + "advisory A-2 [1,2.x) no version",
                FILE + "library org.example:one 2.0",
                FILE + "library one 2.0",
                FILE + "library org.example:two",
                FILE + "libary org.example:two 1.0",
            })
    void aFileThatCannotBeReadIsRefused(String text) {
        assertThrows(RuntimeException.class, () -> Advisories.parse(text));
    }

    private static List<String> objections(String file, String version) {
        return Advisories.parse(file).objections("org.example:one", version);
    }
}
