package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Checkout;

/** What is written down here of the SDK's variables and settings, compared with its own sources. */
class SdkSourcesIT {

    /** What the name of a variable or setting holds that may be about whom the SDK talks to, and with which credential. */
    private static final List<String> ABOUT_LOGINS = List.of(
            "key",
            "token",
            "credential",
            "url",
            "host",
            "prox",
            "ssl",
            "login",
            "anonym",
            "ident",
            "header",
            "auth",
            "secret",
            "netrc",
            "config_dir",
            "http",
            "account");

    private static final Pattern VARIABLE = Pattern.compile("[\"']((?:WANDB_|NETRC)[A-Z0-9_]*)[\"']");
    private static final Pattern SETTING = Pattern.compile("(?m)^    ([a-z][a-z0-9_]*): \\S");
    private static final Pattern CELL = Pattern.compile("`([A-Za-z][A-Za-z0-9_]*)`");

    Sdk sdk() {
        return Sdk.PINNED;
    }

    @Test
    void everyVariableThatMayBeAboutALoginIsInTheTable() throws IOException {
        assertEquals(Set.of(), missingInTable(variables()));
    }

    @Test
    void everySettingThatMayBeAboutALoginIsInTheTable() throws IOException {
        assertEquals(Set.of(), missingInTable(settings()));
    }

    @Test
    void everySettingIsKnownAsOneThatItsFilesMayHold() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String line : Files.readAllLines(
                Checkout.ROOT.resolve("adapter-settings/src/main/resources/wandb/auth/settings/sdk-options.txt"))) {
            known.add(line.split(" ", -1)[0]);
        }
        Set<String> unknown = settings();
        unknown.removeAll(known);

        assertEquals(Set.of(), unknown);
    }

    private static Set<String> missingInTable(Set<String> names) throws IOException {
        Set<String> documented = documented();
        Set<String> missing = new TreeSet<>();
        for (String name : names) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (ABOUT_LOGINS.stream().anyMatch(lower::contains) && !documented.contains(name)) {
                missing.add(name);
            }
        }
        return missing;
    }

    /** The first two cells of each row of the page's tables. */
    private static Set<String> documented() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (String line : Files.readAllLines(Checkout.ROOT.resolve("docs/sdk.md"))) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 5) {
                documented.addAll(found(CELL, cells[1] + cells[2]));
            }
        }
        return documented;
    }

    private Set<String> variables() throws IOException {
        Set<String> variables = new TreeSet<>();
        try (Stream<Path> files = Files.walk(sdk().sources())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".py")).toList()) {
                variables.addAll(found(VARIABLE, Files.readString(file)));
            }
        }
        assertTrue(variables.contains("WANDB_API_KEY"), variables::toString);
        return variables;
    }

    private Set<String> settings() throws IOException {
        String source = Files.readString(sdk().sources().resolve("sdk/wandb_settings.py"));
        int start = source.indexOf("\nclass Settings(");
        Set<String> settings = found(SETTING, source.substring(start, source.indexOf("\ndef ", start)));
        assertTrue(settings.contains("api_key"), settings::toString);
        return settings;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
