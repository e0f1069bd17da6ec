package wandb.auth.architecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Every rule of the architecture. */
final class Rules {

    private Rules() {}

    /** The rules by name, for the classes below the root package. */
    static Map<String, ArchRule> of(String root) {
        Map<String, ArchRule> rules = new TreeMap<>(new ModuleRules(root).byName());
        rules.putAll(new ConductRules(root).byName());
        return rules;
    }

    /** Fails where a rule would hold only because it saw nothing. */
    static void requireEnough(JavaClasses classes, String root, int fewest, List<Path> modules) {
        assertTrue(classes.size() >= fewest, () -> "only " + classes.size() + " classes were seen");
        for (Path folder : modules) {
            Optional<ProjectModule> module =
                    ProjectModule.inFolder(folder.getFileName().toString());
            assertTrue(module.isPresent(), () -> folder + " is not a module of the design");
            assertTrue(
                    classes.stream().anyMatch(javaClass -> module.equals(moduleOf(root, javaClass))),
                    () -> "no class was seen of " + folder);
        }
    }

    private static Optional<ProjectModule> moduleOf(String root, JavaClass javaClass) {
        return ProjectModule.ofPackage(root, javaClass.getPackageName());
    }
}
