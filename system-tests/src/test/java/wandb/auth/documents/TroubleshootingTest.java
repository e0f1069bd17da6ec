package wandb.auth.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Checkout;

/** A message that the guide explains is one that the program still gives, word by word. */
class TroubleshootingTest {

    private static final Pattern HEADING = Pattern.compile("(?m)^### (.*)$");
    private static final Pattern MESSAGE = Pattern.compile("`([^`]+)`");

    /** What differs from case to case: an ellipsis, or a word in capitals that is no variable's name. */
    private static final Pattern PLACEHOLDER = Pattern.compile("…|\\b(FILE|HOST)\\b");

    @Test
    void everyMessageIsOneOfTheProgram() throws IOException {
        String program = program();
        List<String> unknown = new ArrayList<>();
        List<String> messages = messages();
        for (String message : messages) {
            for (String words : PLACEHOLDER.split(message, -1)) {
                if (!program.contains(words.strip())) {
                    unknown.add(message);
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(messages.size() > 15, "hardly a message was found");
    }

    private static List<String> messages() throws IOException {
        List<String> messages = new ArrayList<>();
        Matcher heading = HEADING.matcher(Files.readString(Checkout.ROOT.resolve("docs/troubleshooting.md")));
        while (heading.find()) {
            Matcher message = MESSAGE.matcher(heading.group(1));
            while (message.find()) {
                messages.add(message.group(1));
            }
        }
        return messages;
    }

    /** Every text of the sources, with those that stand on several lines put together. */
    private static String program() throws IOException {
        StringBuilder texts =
                new StringBuilder(Files.readString(Checkout.ROOT.resolve("dist/src/main/launcher/wandb")));
        try (Stream<Path> modules = Files.list(Checkout.ROOT)) {
            for (Path module : modules.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                texts.append(sources(module));
            }
        }
        return texts.toString().replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"");
    }

    private static String sources(Path folder) throws IOException {
        StringBuilder texts = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                texts.append(Files.readString(file));
            }
        }
        return texts.toString();
    }
}
