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
        Map<String, ArchRule> rules = new TreeMap<>(new RoomRules(root).byName());
        rules.putAll(new ConductRules(root).byName());
        return rules;
    }

    /** Fails where a rule would hold only because it saw nothing. */
    static void requireEnough(JavaClasses classes, String root, int fewest, List<Path> modules) {
        assertTrue(classes.size() >= fewest, () -> "only " + classes.size() + " classes were seen");
        for (Path module : modules) {
            Optional<Room> room = Room.inFolder(module.getFileName().toString());
            assertTrue(room.isPresent(), () -> module + " is no room of the design");
            assertTrue(
                    classes.stream().anyMatch(javaClass -> room.equals(roomOf(root, javaClass))),
                    () -> "no class was seen of " + module);
        }
    }

    private static Optional<Room> roomOf(String root, JavaClass javaClass) {
        return Room.ofPackage(root, javaClass.getPackageName());
    }
}
