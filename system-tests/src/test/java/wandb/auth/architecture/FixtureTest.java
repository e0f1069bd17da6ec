package wandb.auth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every rule can fail: below {@code fixture/RULE/CASE} lies a small product whose class {@code Offender} breaks exactly
 * that rule.
 */
class FixtureTest {

    @TestFactory
    List<DynamicTest> eachFixtureIsReportedByItsRuleAlone() throws Exception {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path rule : foldersOf(fixtures())) {
            for (Path fixture : foldersOf(rule)) {
                String name = rule.getFileName() + ", " + fixture.getFileName();
                tests.add(DynamicTest.dynamicTest(name, () -> check(rule, fixture)));
            }
        }
        return tests;
    }

    @Test
    void everyRuleHasAFixture() throws Exception {
        Set<String> broken = new TreeSet<>();
        for (Path rule : foldersOf(fixtures())) {
            broken.add(rule.getFileName().toString());
        }
        assertEquals(Rules.of("any").keySet(), broken);
    }

    @Test
    void anEmptyProductIsNotTakenForAGoodOne() {
        JavaClasses nothing = new ClassFileImporter().importPaths(List.of());
        assertThrows(AssertionError.class, () -> Rules.requireEnough(nothing, "wandb.auth", 1, List.of()));
    }

    @Test
    void aProductWithAnEmptyModuleIsNotTakenForAGoodOne() {
        JavaClasses some = new ClassFileImporter().importClasses(ProjectModule.class);
        List<Path> modules = List.of(Path.of("auth-domain"));
        assertThrows(AssertionError.class, () -> Rules.requireEnough(some, "wandb.auth", 1, modules));
    }

    private static void check(Path rule, Path fixture) {
        String broken = rule.getFileName().toString();
        String root = "fixture." + broken + "." + fixture.getFileName() + ".wandb.auth";
        JavaClasses classes = new ClassFileImporter().importPath(fixture);
        Set<String> reporting = new TreeSet<>();
        Rules.of(root).forEach((name, archRule) -> {
            EvaluationResult result = archRule.evaluate(classes);
            if (result.hasViolation()) {
                reporting.add(name);
                assertNamesTheOffender(result);
            }
        });
        assertEquals(Set.of(broken), reporting);
    }

    private static void assertNamesTheOffender(EvaluationResult result) {
        for (String line : result.getFailureReport().getDetails()) {
            assertTrue(line.contains("Offender"), line);
        }
    }

    private static Path fixtures() throws URISyntaxException {
        Path classes = Path.of(FixtureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return classes.resolve("fixture");
    }

    private static List<Path> foldersOf(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            entries.forEach(folders::add);
        }
        return folders;
    }
}
