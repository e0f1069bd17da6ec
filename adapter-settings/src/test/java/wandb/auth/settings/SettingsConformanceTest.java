package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.files.ownership.ProcessUser;

/**
 * What SDK 0.28.0 reads from its settings files and what a login does to them. Where ours gives something else, {@code
 * settings.deviations.json} says what and by which rule. What a whole run says is not compared here.
 */
class SettingsConformanceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    List<DynamicTest> cases() throws IOException {
        JsonNode cases = read("settings.json");
        JsonNode deviations = read("settings.deviations.json");
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode recorded : cases) {
            String name = recorded.get("name").asText();
            assertTrue(names.add(name), () -> "twice: " + name);
            if (!name.equals("read-only config directory") || !ProcessUser.isRoot()) { // root may write there
                tests.add(DynamicTest.dynamicTest(name, () -> check(name, difference(recorded), deviations.get(name))));
            }
        }
        tests.add(DynamicTest.dynamicTest(
                "(every deviation belongs to a case)",
                () -> deviations
                        .fieldNames()
                        .forEachRemaining(name -> assertTrue(names.contains(name), () -> "no case: " + name))));
        return tests;
    }

    private static JsonNode read(String file) throws IOException {
        String path = "/conformance/" + file;
        try (InputStream in = Objects.requireNonNull(SettingsConformanceTest.class.getResourceAsStream(path), path)) {
            return JSON.readTree(in).get("cases");
        }
    }

    private static void check(String name, ObjectNode different, JsonNode deviation) {
        if (deviation == null) {
            assertTrue(different.isEmpty(), () -> name + ": not listed as a deviation: " + different);
        } else {
            assertEquals(deviation.get("gives"), different, name);
            assertFalse(different.isEmpty(), name + ": listed as a deviation, but there is none");
            assertFalse(deviation.get("rule").asText().isBlank(), name + ": a deviation needs a rule");
        }
    }

    private ObjectNode difference(JsonNode recorded) throws IOException {
        Sandbox sandbox = new Sandbox(Files.createTempDirectory(folder, "case"), recorded);
        return recorded.get("kind").asText().equals("resolve")
                ? differenceOfReading(sandbox, recorded)
                : differenceOfLogin(sandbox, recorded);
    }

    private static ObjectNode differenceOfReading(Sandbox sandbox, JsonNode recorded) {
        Environment environment = sandbox.environment();
        Optional<Host> host =
                SettingsFiles.host(new FileSdkSettings().read(environment).server());
        boolean peerFails = recorded.get("load").asText().equals("crash");
        ObjectNode different = JSON.createObjectNode();
        if (host.isEmpty()) {
            if (!peerFails) {
                different.put("load", "a problem");
            }
            return different;
        }
        if (peerFails) {
            different.put("load", "ok");
        }
        put(
                different,
                "base_url",
                recorded.path("base_url").asText(),
                host.get().url());
        put(
                different,
                "api_key_setting",
                recorded.path("api_key_setting").asText("none"),
                key(environment, host.get()));
        ArrayNode read = sourcesRead(sandbox, environment);
        if (!read.equals(recorded.get("sources_read"))) {
            different.set("sources_read", read);
        }
        return different;
    }

    private static void put(ObjectNode different, String field, String recorded, String ours) {
        if (!ours.equals(recorded)) {
            different.put(field, ours);
        }
    }

    private static String key(Environment environment, Host host) {
        Query query = new Query(new Account(host, Profile.DEFAULT), Interaction.NONE, new Deadline(0));
        List<Outcome> outcomes = new ArrayList<>();
        outcomes.add(new EnvironmentSourceProvider()
                .open(environment, StoreConfig.EMPTY)
                .find(query)
                .outcome());
        FileSdkSettings repository = new FileSdkSettings();
        for (SourceId source : repository.sources()) {
            outcomes.add(repository.read(environment).key(source, host).outcome());
        }
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Found found) {
                return found.credential().reveal();
            }
            if (!outcome.isPassedOver()) {
                return "unusable";
            }
        }
        return "none";
    }

    private static ArrayNode sourcesRead(Sandbox sandbox, Environment environment) {
        SettingsFiles files = SettingsFiles.read(environment);
        ArrayNode read = JSON.createArrayNode();
        for (Parsed<SettingsContent> content : List.of(files.system(), files.workspace())) {
            if (content instanceof Parsed.Valid<SettingsContent>(SettingsContent file)
                    && !file.values().isEmpty()) {
                read.add(sandbox.named(file.path()));
            }
        }
        return read;
    }

    private static ObjectNode differenceOfLogin(Sandbox sandbox, JsonNode recorded) throws IOException {
        Map<String, Sandbox.Content> before = sandbox.files();
        ObjectNode different = JSON.createObjectNode();
        Optional<Host> host = host(recorded.get("args"));
        if (host.isPresent()) {
            FileSdkSettings repository = new FileSdkSettings();
            SettingsFiles settings = repository.read(sandbox.environment());
            repository.remember(sandbox.environment(), settings, host.get(), Host.PUBLIC_CLOUD);
        }
        ObjectNode changed = JSON.createObjectNode();
        for (Map.Entry<String, Sandbox.Content> file : sandbox.files().entrySet()) {
            if (!file.getValue().equals(before.get(file.getKey()))) {
                changed.putObject(file.getKey())
                        .put("text", file.getValue().text())
                        .put("mode", file.getValue().mode());
            }
        }
        if (!changed.equals(recorded.get("settings_changed"))) {
            different.set("settings_changed", changed);
        }
        return different;
    }

    /** The server to remember: the one that the options name, where the run gets so far. */
    private static Optional<Host> host(JsonNode arguments) {
        String host = "";
        String key = "";
        for (int i = 1; i < arguments.size(); i++) {
            switch (arguments.get(i).asText()) {
                case "--cloud" -> host = Host.PUBLIC_CLOUD.url();
                case "--host" -> host = arguments.get(++i).asText();
                default -> key = arguments.get(i).asText();
            }
        }
        try {
            ApiKey.parse(key);
            return host.isEmpty() ? Optional.empty() : Optional.of(Host.parse(host));
        } catch (InvalidApiKeyException | InvalidHostException e) {
            return Optional.empty();
        }
    }
}
