package wandb.auth.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Checkout;

/** README is what a stranger reads first: one screen, of lines that are tried. */
class ReadmeTest {

    private static final int LONGEST = 80;

    @Test
    void itsLinesToStartAreThoseThatAreTypedInATest() throws IOException {
        assertEquals(typed(), lines("## Start"));
    }

    @Test
    void itEndsWithTheTwoCommandsForContributors() throws IOException {
        assertEquals(List.of("./wandb login", "./verify"), lines("## Build and test"));
    }

    @Test
    void itFitsOneScreen() throws IOException {
        assertTrue(readme().lines().count() <= LONGEST);
    }

    @Test
    void itSaysThatItIsUnofficialBeforeAnythingElse() throws IOException {
        assertTrue(readme().substring(0, readme().indexOf("\n## ")).contains("not affiliated with"));
    }

    private static String readme() throws IOException {
        return Files.readString(Checkout.ROOT.resolve("README.md"));
    }

    /** The lines of commands under a heading. */
    private static List<String> lines(String heading) throws IOException {
        String text = readme();
        int start = text.indexOf("\n" + heading + "\n");
        int end = text.indexOf("\n## ", start + 1);
        return text.substring(start, end < 0 ? text.length() : end)
                .lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .toList();
    }

    private static List<String> typed() throws IOException {
        Path transcript = Checkout.resource("transcripts/readme.txt");
        return Files.readAllLines(transcript).stream()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }
}
