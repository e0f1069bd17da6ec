package wandb.auth.netrc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Finding;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;

/** What the SDK finds in a netrc file, and what we find. */
class NetrcLookupsConformanceTest {

    private static final Map<String, String> PROBLEMS = Map.of(
            ": machine, default or macdef was expected.", "unknown-word",
            ": login, password, account, machine, default or macdef was expected.", "unknown-word-in-entry",
            ": the machine's name was expected.", "missing-name",
            "has no password", "no-password",
            "may not be read by its owner", "unreadable",
            "The API key may hold only ASCII letters", "bad-characters",
            "The API key is too short", "too-short",
            " was expected.", "macro-not-ended");

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> lookups() throws IOException {
        return new Conformance("netrc-lookups").tests(new Lookups());
    }

    private final class Lookups implements Conformance.Subject {

        @Override
        public Map<String, Object> peersAnswer(JsonNode recorded) {
            Map<String, Object> answer = new TreeMap<>();
            String result = recorded.get("result").asText();
            answer.put("result", result);
            if (recorded.hasNonNull("key")) {
                answer.put("key", recorded.get("key").asText());
            }
            if (recorded.has("problem")) {
                answer.put("problem", recorded.get("problem").asText());
            }
            if (recorded.has("error_line")) {
                answer.put("error_line", recorded.get("error_line").asInt());
            }
            return answer;
        }

        @Override
        public Map<String, Object> ourAnswer(JsonNode recorded) throws IOException {
            Path home = Files.createTempDirectory(folder, "home");
            byte[] netrc = Fixture.bytes(recorded.get("netrc"));
            Fixture.write(home.resolve(".netrc"), netrc, recorded.get("mode").asText());
            try {
                return answer(Fixture.store(home)
                        .find(Fixture.query(recorded.get("host").asText())));
            } catch (InvalidHostException e) {
                return Map.of("result", "host-refused");
            }
        }

        private static Map<String, Object> answer(Finding finding) {
            return switch (finding.outcome()) {
                case Outcome.Found found ->
                    Map.of("result", "found", "key", found.credential().reveal());
                case Outcome.Absent absent -> Map.of("result", "none");
                case Outcome.Skipped skipped -> Map.of("result", "skipped");
                case Outcome.Refused refused -> Map.of("result", "refused");
                case Outcome.Unusable unusable -> unusable(finding.location(), unusable.reason());
            };
        }

        private static Map<String, Object> unusable(Location location, Reason reason) {
            String problem = problem(reason.problem());
            return switch (problem) {
                case "no-password", "unreadable" -> Map.of("result", problem);
                case "bad-characters", "too-short" -> Map.of("result", "bad-key", "problem", problem);
                default -> {
                    int line = ((Location.File) location).line();
                    yield Map.of("result", "parse-error", "problem", problem, "error_line", line);
                }
            };
        }

        private static String problem(String text) {
            return PROBLEMS.keySet().stream()
                    .filter(text::contains)
                    .max((one, other) -> Integer.compare(one.length(), other.length()))
                    .map(PROBLEMS::get)
                    .orElse(text);
        }
    }
}
