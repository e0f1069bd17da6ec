package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.configuration.PolicyDraft;

/** Every name in an answer for programs stands in the section of its command in docs/json.md. */
class DocumentedJsonTest {

    private static final Pattern NAME = Pattern.compile("`([a-z_]+)`");

    private final CommandLineFixture line = new CommandLineFixture();

    @ParameterizedTest
    @ValueSource(strings = {"status", "auth list", "auth stores", "auth policy", "auth doctor"})
    void everyNameIsDocumented(String command) throws IOException {
        line.keyring().isNotUsable(new Reason("There is no keychain.", "Start one."));
        line.store().holds(CommandLineFixture.key(CommandLineFixture.KEY));

        String json = line.run((command + " --json").split(" ", -1)).out();

        Set<String> undocumented = names(new ObjectMapper().readTree(json));
        assertTrue(!undocumented.isEmpty() || json.equals("[]\n"), json);
        undocumented.removeAll(documented("wandb " + command + " --json"));
        assertEquals(Set.of(), undocumented);
    }

    @Test
    void everyNameOfAJudgementIsDocumented() throws IOException {
        Complaint complaint =
                new Complaint(new Location.File(Path.of("draft"), 3), new Reason("It is broken.", "Fix it."));
        line.adapters()
                .fileSays(new PolicyDraft(
                        ResolutionPolicy.documented(), Map.of(), Map.of(), List.of(complaint), List.of(complaint)));

        Set<String> undocumented = names(new ObjectMapper()
                .readTree(
                        line.run("auth", "policy", "--check", "draft", "--json").out()));
        undocumented.removeAll(documented("wandb auth policy --check FILE --json"));
        assertEquals(Set.of(), undocumented);
    }

    private static Set<String> names(JsonNode json) {
        Set<String> names = new TreeSet<>();
        collect(json, names);
        return names;
    }

    private static void collect(JsonNode json, Set<String> names) {
        json.fieldNames().forEachRemaining(names::add);
        json.forEach(child -> collect(child, names));
    }

    /** The names of the command's section, and those of a location. */
    private static Set<String> documented(String command) throws IOException {
        String page = Files.readString(root().resolve("docs/json.md"));
        List<String> sections = List.of(page.split("\n## ", -1));
        Set<String> documented = found(sections.getFirst());
        for (String section : sections) {
            if (section.startsWith("`" + command + "`")) {
                documented.addAll(found(section));
                return documented;
            }
        }
        throw new AssertionError("no section on " + command);
    }

    private static Set<String> found(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new AssertionError("this is no checkout");
    }
}
