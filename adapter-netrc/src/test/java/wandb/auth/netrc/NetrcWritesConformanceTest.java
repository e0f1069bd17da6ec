package wandb.auth.netrc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** What the SDK makes of a netrc file when it saves a key, and what we make of it. */
class NetrcWritesConformanceTest {

    @TempDir
    private Path folder;

    @TestFactory
    List<DynamicTest> writes() throws IOException {
        Conformance cases = new Conformance("netrc-writes");
        boolean isRoot = Fixture.isRoot();
        return cases.tests(new Writes(), recorded -> !isRoot || !isOfOrdinaryUser(recorded));
    }

    /** Root may write in a folder that is read-only. */
    private static boolean isOfOrdinaryUser(JsonNode recorded) {
        return recorded.path("home_read_only").asBoolean();
    }

    private final class Writes implements Conformance.Subject {

        @Override
        public Map<String, Object> peersAnswer(JsonNode recorded) {
            Map<String, Object> answer = new TreeMap<>();
            answer.put("result", recorded.get("result").asText());
            if (recorded.hasNonNull("after")) {
                JsonNode after = recorded.get("after");
                answer.put("after", after.isTextual() ? after.asText() : Conformance.answer(after));
            }
            if (recorded.hasNonNull("mode_after")) {
                answer.put("mode_after", recorded.get("mode_after").asText());
            }
            return answer;
        }

        @Override
        public Map<String, Object> ourAnswer(JsonNode recorded) throws IOException, GeneralSecurityException {
            Path home = Files.createTempDirectory(folder, "home");
            Path netrc = home.resolve(".netrc");
            prepare(recorded, home, netrc);
            Map<String, Object> answer = new TreeMap<>();
            answer.put("result", save(recorded, home));
            boolean isLink = recorded.get("symlink").asBoolean();
            if (isLink && !Files.isSymbolicLink(netrc)) {
                answer.put("link", "lost");
            }
            if (Files.isDirectory(netrc)) {
                answer.put("after", Map.of("dir", true));
            } else if (Files.exists(netrc)) {
                answer.put("mode_after", Fixture.mode(netrc));
                answer.put("after", content(Fixture.bytes(netrc)));
            }
            return answer;
        }

        private static void prepare(JsonNode recorded, Path home, Path netrc) throws IOException {
            JsonNode before = recorded.get("before");
            if (before.has("dir")) {
                Files.createDirectory(netrc);
            } else if (!before.isNull()) {
                Path file = recorded.get("symlink").asBoolean() ? home.resolve("real") : netrc;
                Fixture.write(
                        file, Fixture.bytes(before), recorded.get("mode_before").asText());
                if (!file.equals(netrc)) {
                    Files.createSymbolicLink(netrc, file);
                }
            }
            if (recorded.path("home_read_only").asBoolean()) {
                Files.setPosixFilePermissions(home, Fixture.permissions("0500"));
            }
        }

        private static String save(JsonNode recorded, Path home) {
            try {
                Query query = Fixture.query(recorded.get("host").asText());
                ApiKey key = ApiKey.parse(recorded.get("key").asText());
                return switch (Fixture.store(home).save(query, key, new Precondition.Anything())) {
                    case Saved.Stored stored -> "written";
                    case Saved.Conflict conflict -> "conflict";
                    case Saved.Failed failed -> "error";
                };
            } catch (InvalidHostException e) {
                return "host-refused";
            } catch (InvalidApiKeyException e) {
                return "key-refused";
            }
        }

        private static Object content(byte[] bytes) throws GeneralSecurityException {
            if (bytes.length > 100_000) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
                return Map.of("sha256", HexFormat.of().formatHex(digest), "size", bytes.length);
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.indexOf('\ufffd') < 0
                    ? text
                    : Map.of("base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
