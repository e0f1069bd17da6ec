package wandb.auth.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Checkout;

/**
 * What the guide for authors of plugins shows is what the example that they copy holds, so that following it word by word leads to
 * something that is built and tested: {@code ./verify} runs its commands.
 */
class PluginGuideTest {

    private static final Path GUIDE = Checkout.ROOT.resolve("docs/plugins.md");
    private static final Path EXAMPLE = Checkout.ROOT.resolve("examples/corporate-store");

    /** The blocks of the guide in this language, without how far their lines are indented. */
    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        String[] parts = Files.readString(GUIDE).split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith(language + "\n")) {
                blocks.add(withoutIndentation(parts[i].substring(language.length() + 1)));
            }
        }
        return blocks;
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private static String sources() throws IOException {
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sources.add(withoutIndentation(Files.readString(file)));
            }
        }
        return String.join("\n", sources);
    }

    @Test
    void whatItSaysOfTheProjectIsInTheExamplesProject() throws IOException {
        String project = withoutIndentation(Files.readString(EXAMPLE.resolve("pom.xml")));
        List<String> blocks = blocks("xml");
        assertEquals(2, blocks.size());
        for (String block : blocks) {
            for (String element : block.split("(?<=</plugin>|</dependency>)\n", -1)) {
                assertTrue(project.contains(element), element);
            }
        }
    }

    @Test
    void theClassesThatItShowsAreTheExamples() throws IOException {
        String sources = sources();
        List<String> blocks = blocks("java");
        assertEquals(3, blocks.size());
        for (String block : blocks) {
            assertTrue(sources.contains(block), block);
        }
    }
}
