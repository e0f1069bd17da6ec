package wandb.auth.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The compiled classes of all modules keep the rules of the architecture. */
class ArchitectureTest {

    private static final String ROOT = "wandb.auth";
    private static final int FEWEST = 120;

    private static final JavaClasses PRODUCT = new ClassFileImporter().importPaths(Project.classFolders());

    @TestFactory
    List<DynamicTest> theProductKeepsEveryRule() {
        List<DynamicTest> tests = new ArrayList<>();
        Rules.of(ROOT).forEach((name, rule) -> tests.add(DynamicTest.dynamicTest(name, () -> rule.check(PRODUCT))));
        return tests;
    }

    @Test
    void theRulesSawEveryModule() {
        Rules.requireEnough(PRODUCT, ROOT, FEWEST, Project.modules());
    }
}
