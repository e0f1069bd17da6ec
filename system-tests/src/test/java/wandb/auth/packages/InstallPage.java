package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import wandb.auth.system.Checkout;

/** What people copy out of docs/install.md. */
final class InstallPage {

    private static final String INDENT = "    ";

    private InstallPage() {}

    /** The lines to copy in the section with this heading, as they stand there. */
    static String lines(String heading) throws IOException {
        String page = text();
        int start = page.indexOf("\n### " + heading + "\n");
        assertTrue(start >= 0, heading);
        return page.substring(start, page.indexOf("\n##", start + 1))
                .lines()
                .filter(line -> line.startsWith(INDENT))
                .map(line -> line.substring(INDENT.length()))
                .collect(Collectors.joining("\n"));
    }

    static String text() throws IOException {
        return Files.readString(Checkout.ROOT.resolve("docs/install.md"));
    }
}
