package wandb.auth.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Checkout;

/**
 * A link of a document leads to a file of this project, and where it names a heading, to that heading; a package that is named is
 * one of this version.
 */
class LinksTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern VERSION = Pattern.compile("<artifactId>wandb-login</artifactId>\\s*<version>([^<]+)<");
    private static final Pattern PACKAGE = Pattern.compile("wandb[-_]auth[-_]([0-9]+\\.[0-9]+\\.[0-9]+)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.*)$");

    @Test
    void everyLinkWithinTheProjectLeadsSomewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        int links = 0;
        for (Path document : documents()) {
            Matcher link = LINK.matcher(Files.readString(document));
            while (link.find()) {
                links++;
                if (!leadsSomewhere(document, link.group(1))) {
                    broken.add(Checkout.ROOT.relativize(document) + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
        assertTrue(links > 100, "hardly a link was found");
    }

    @Test
    void everyPackageThatIsNamedIsOfThisVersion() throws IOException {
        Matcher version = VERSION.matcher(Files.readString(Checkout.ROOT.resolve("pom.xml")));
        assertTrue(version.find(), "no version in pom.xml");
        List<String> others = new ArrayList<>();
        int packages = 0;
        for (Path document : documents()) {
            Matcher name = PACKAGE.matcher(Files.readString(document));
            while (name.find()) {
                packages++;
                if (!name.group(1).equals(version.group(1))) {
                    others.add(Checkout.ROOT.relativize(document) + ": " + name.group());
                }
            }
        }
        assertEquals(List.of(), others);
        assertTrue(packages > 5, "hardly a package was found");
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>();
        for (String folder : List.of("", "docs", "docs/decisions", "bench", "python", "examples/corporate-store")) {
            try (Stream<Path> files = Files.list(Checkout.ROOT.resolve(folder))) {
                documents.addAll(
                        files.filter(file -> file.toString().endsWith(".md")).toList());
            }
        }
        return documents;
    }

    private static boolean leadsSomewhere(Path document, String link) throws IOException {
        if (link.startsWith("https://") || link.startsWith("http://")) {
            return true;
        }
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? document : document.resolveSibling(file);
        return Files.exists(target) && (hash < 0 || anchors(target).contains(link.substring(hash + 1)));
    }

    /** As forges make them of headings. */
    private static List<String> anchors(Path document) throws IOException {
        List<String> anchors = new ArrayList<>();
        Matcher heading = HEADING.matcher(Files.readString(document));
        while (heading.find()) {
            anchors.add(heading.group(1)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9 _-]", "")
                    .replace(' ', '-'));
        }
        return anchors;
    }
}
