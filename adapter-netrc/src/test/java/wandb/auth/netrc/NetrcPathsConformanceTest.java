package wandb.auth.netrc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** Which netrc file the SDK uses and what it does there, and what we do. */
class NetrcPathsConformanceTest {

    private static final Query QUERY = Fixture.query("https://api.wandb.ai");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> paths() throws IOException {
        return new Conformance("netrc-paths").tests(new Paths());
    }

    private final class Paths implements Conformance.Subject {

        @Override
        public Map<String, Object> peersAnswer(JsonNode recorded) {
            Map<String, Object> answer = new TreeMap<>();
            String chosen = recorded.get("chosen").asText();
            answer.put("chosen", chosen.startsWith("$") ? chosen : "$CWD/" + chosen);
            JsonNode read = recorded.get("read");
            boolean unreadable = !read.get("messages").isEmpty();
            answer.put("read", unreadable ? "unreadable" : read.get("key").asText("none"));
            answer.put("write", recorded.get("write").get("result").asText());
            answer.put("changed_files", Conformance.answer(recorded.get("write").get("changed_files")));
            return answer;
        }

        @Override
        public Map<String, Object> ourAnswer(JsonNode recorded) throws IOException {
            Sandbox sandbox = new Sandbox(Files.createTempDirectory(folder, "case"));
            JsonNode before = recorded.get("files_before");
            for (Map.Entry<String, JsonNode> file : before.properties()) {
                sandbox.create(file.getKey(), file.getValue());
            }
            CredentialStore store = Fixture.store(sandbox.environment(recorded.get("env")));
            Map<String, Object> contentsBefore = sandbox.contents();
            Map<String, Object> answer = new TreeMap<>();
            Finding finding = store.find(QUERY);
            answer.put("chosen", sandbox.placeholder(((Location.File) finding.location()).path()));
            answer.put("read", read(finding.outcome()));
            answer.put("write", write(store));
            Map<String, Object> changed = new TreeMap<>(sandbox.contents());
            changed.entrySet().removeAll(contentsBefore.entrySet());
            answer.put("changed_files", changed);
            return answer;
        }

        private static String read(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Found found -> found.credential().reveal();
                case Outcome.Unusable unusable -> "unreadable";
                case Outcome.Absent absent -> "none";
                default -> outcome.toString();
            };
        }

        private static String write(CredentialStore store) {
            Saved saved = store.save(QUERY, ApiKey.parse(Fixture.NEW_KEY), new Precondition.Anything());
            return saved instanceof Saved.Stored ? "written" : "error";
        }
    }

    /** The folders that the cases name. */
    private record Sandbox(Map<String, Path> folders) {

        Sandbox(Path root) throws IOException {
            this(new LinkedHashMap<>());
            for (String name : List.of("$ACCOUNT_HOME", "$HOME", "$EXTRA", "$CWD")) {
                folders.put(name, Files.createDirectory(root.resolve(name.substring(1))));
            }
        }

        void create(String name, JsonNode content) throws IOException {
            Path file = Path.of(resolved(name));
            Files.createDirectories(file.getParent());
            if (content.has("link")) {
                Files.createSymbolicLink(
                        file, Path.of(resolved(content.get("link").asText())));
            } else if (content.has("dir")) {
                Files.createDirectory(file);
            } else {
                JsonNode text = content.isTextual() ? content : content.get("text");
                Fixture.write(file, text.asText(), content.path("mode").asText("0600"));
            }
        }

        Environment environment(JsonNode recorded) {
            Map<String, String> variables = new HashMap<>();
            boolean homeIsSet = true;
            for (Map.Entry<String, JsonNode> variable : recorded.properties()) {
                if (variable.getValue().isNull()) {
                    homeIsSet = !variable.getKey().equals("HOME");
                } else {
                    variables.put(
                            variable.getKey(), resolved(variable.getValue().asText()));
                }
            }
            Optional<Path> home = Optional.ofNullable(folders.get(homeIsSet ? "$HOME" : "$ACCOUNT_HOME"));
            return new Environment(variables, home, Path.of(resolved("$CWD")), OperatingSystem.LINUX, Terminal.NONE);
        }

        /** Every file but the lock of our edits, which the SDK has none of. */
        Map<String, Object> contents() throws IOException {
            Map<String, Object> contents = new TreeMap<>();
            for (Path folder : folders.values()) {
                try (var files = Files.walk(folder)) {
                    for (Path file : files.toList()) {
                        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && !file.endsWith("auth.lock")) {
                            Map<String, Object> content =
                                    Map.of("text", Fixture.text(file), "mode", Fixture.mode(file));
                            contents.put(placeholder(file), content);
                        }
                    }
                }
            }
            return contents;
        }

        String placeholder(Path file) {
            String text = file.toString();
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                text = text.replace(folder.getValue().toString(), folder.getKey());
            }
            return text;
        }

        private String resolved(String text) {
            String resolved = text;
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                resolved = resolved.replace(folder.getKey(), folder.getValue().toString());
            }
            return resolved;
        }
    }
}
