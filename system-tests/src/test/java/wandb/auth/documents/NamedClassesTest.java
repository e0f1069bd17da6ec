package wandb.auth.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Checkout;

/** A class that a page names is there, so that the page leads a newcomer to it. */
class NamedClassesTest {

    /** A word with capitals inside, such as {@code LogIn} of {@code LogIn.run}. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z][a-z]+[A-Z][A-Za-z]*)(?:\\.[a-z]\\w*)?`");

    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*(?:Test|IT))`");

    private static final Pattern DECLARED = Pattern.compile("\\b(?:class|record|interface|enum) ([A-Z]\\w*)");

    @Test
    void everyClassThatThePageOnTheArchitectureNamesIsThere() throws IOException {
        Set<String> named = named("architecture.md", NAMED);
        assertTrue(named.size() > 20, named::toString);
        named.removeAll(declared());
        assertEquals(Set.of(), named);
    }

    @Test
    void everyTestThatTheThreatModelNamesIsThere() throws IOException {
        Set<String> named = named("security.md", NAMED_TEST);
        assertTrue(named.size() > 60, named::toString);
        named.removeAll(declared());
        assertEquals(Set.of(), named);
    }

    private static Set<String> named(String page, Pattern pattern) throws IOException {
        Set<String> named = new TreeSet<>();
        Matcher name =
                pattern.matcher(Files.readString(Checkout.ROOT.resolve("docs").resolve(page)));
        while (name.find()) {
            named.add(name.group(1));
        }
        return named;
    }

    private static Set<String> declared() throws IOException {
        Set<String> declared = new TreeSet<>();
        try (Stream<Path> modules = Files.list(Checkout.ROOT)) {
            for (Path sources : modules.map(folder -> folder.resolve("src"))
                    .filter(Files::isDirectory)
                    .toList()) {
                addTo(declared, sources);
            }
        }
        return declared;
    }

    private static void addTo(Set<String> declared, Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher type = DECLARED.matcher(Files.readString(file));
                while (type.find()) {
                    declared.add(type.group(1));
                }
            }
        }
    }
}
