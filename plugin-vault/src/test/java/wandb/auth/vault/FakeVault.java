package wandb.auth.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A server that keeps secrets of a key-value engine of version 2 in memory and speaks the part of Vault's HTTP API that
 * clients of one need, as its documentation describes it.
 */
final class FakeVault implements AutoCloseable {

    static final String TOKEN = "a-token-that-is-in-no-message";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One version of a secret; without data where it was destroyed. */
    private record Version(int number, Optional<JsonNode> data) {}

    private final MockWebServer server = new MockWebServer();
    private final Map<String, List<Version>> secrets = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final Map<String, String> signIns = new HashMap<>();
    private @Nullable MockResponse answerToAll;
    private final Set<String> refusedPaths = new HashSet<>();
    private final Set<String> tokens = new HashSet<>(Set.of(TOKEN));
    private String rights = "{\"data\": {\"root\": true}}";

    private FakeVault() {}

    static FakeVault start() throws IOException {
        FakeVault vault = new FakeVault();
        vault.begin();
        return vault;
    }

    static FakeVault startWithTls(HandshakeCertificates certificates) throws IOException {
        FakeVault vault = new FakeVault();
        vault.server.useHttps(certificates.sslSocketFactory());
        vault.begin();
        return vault;
    }

    private void begin() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                // Else each further answer on a connection waits 40 ms for an acknowledgement (Nagle's algorithm).
                return answer(request)
                        .newBuilder()
                        .addHeader("Connection", "close")
                        .build();
            }
        });
        server.start();
    }

    String address() {
        String url = server.url("/").toString();
        return url.substring(0, url.length() - 1);
    }

    /** From now on it answers everything with this. */
    void answersAll(MockResponse answer) {
        answerToAll = answer;
    }

    /** From now on the token may not do what this prefix of paths is for. */
    void refuses(String path) {
        refusedPaths.add(path);
    }

    /** From now on whoever signs in with this body gets this token. */
    void signsIn(String path, String body, String token) {
        signIns.put(path + " " + body, token);
    }

    /** The requests so far: method, path and namespace. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    /** Adds a version of a secret, as somebody else would. */
    synchronized void put(String path, String json) throws JsonProcessingException {
        add(path, Optional.of(JSON.readTree(json)));
    }

    /** What a secret holds; empty where its newest version was destroyed. */
    synchronized Optional<JsonNode> data(String path) {
        return secrets.get(path).getLast().data();
    }

    /** How many versions of a secret can still be read. */
    synchronized long readableVersions(String path) {
        return secrets.get(path).stream()
                .filter(version -> version.data().isPresent())
                .count();
    }

    private Version add(String path, Optional<JsonNode> data) {
        List<Version> versions = secrets.computeIfAbsent(path, none -> new ArrayList<>());
        Version added = new Version(versions.size() + 1, data);
        versions.add(added);
        return added;
    }

    static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse errors(int status, String... errors) throws JsonProcessingException {
        return json(status, JSON.writeValueAsString(Map.of("errors", errors)));
    }

    private synchronized MockResponse answer(RecordedRequest request) {
        HttpUrl url = request.getUrl();
        String path = url.encodedPath().substring("/v1/".length());
        String namespace = request.getHeaders().get("X-Vault-Namespace");
        requests.add(request.getMethod() + " " + path + (namespace == null ? "" : " in " + namespace));
        try {
            if (answerToAll != null) {
                return answerToAll;
            }
            if (!"true".equals(request.getHeaders().get("X-Vault-Request"))) {
                return errors(412, "missing 'X-Vault-Request' header"); // as an agent may demand it
            }
            if (path.equals("sys/seal-status")) {
                return json(200, "{\"sealed\": false}");
            }
            if (path.startsWith("auth/") && path.endsWith("/login")) {
                return signIn(path, request);
            }
            if (!tokens.contains(request.getHeaders().get("X-Vault-Token"))) {
                return errors(403, "permission denied");
            }
            if (refusedPaths.stream().anyMatch(path::startsWith)) {
                return errors(
                        403,
                        path.startsWith("sys/internal/ui/mounts/")
                                ? "preflight capability check returned 403, please ensure client's policies grant access to path"
                                : "1 error occurred:\n\t* permission denied\n\n");
            }
            return route(request, path, url.queryParameter("version"));
        } catch (JsonProcessingException e) {
            return new MockResponse.Builder().code(400).build();
        }
    }

    private MockResponse signIn(String path, RecordedRequest request) throws JsonProcessingException {
        String token = signIns.remove(path + " " + text(request)); // a secret id that is good for one use
        if (token == null) {
            return errors(400, "invalid role or secret ID");
        }
        tokens.add(token);
        return json(200, "{\"auth\": {\"client_token\": \"" + token + "\"}}");
    }

    private MockResponse route(RecordedRequest request, String path, @Nullable String version)
            throws JsonProcessingException {
        String mounts = "sys/internal/ui/mounts/";
        if (path.equals("auth/token/lookup-self")) {
            return json(200, "{\"data\": {\"ttl\": 3600}}");
        }
        if (path.equals("sys/internal/ui/resultant-acl")) {
            return json(200, rights);
        }
        if (path.startsWith(mounts)) {
            return switch (path.substring(mounts.length())) {
                case "secret", "team/kv" ->
                    json(200, "{\"data\": {\"type\": \"kv\", \"options\": {\"version\": \"2\"}}}");
                case "old" -> json(200, "{\"data\": {\"type\": \"kv\", \"options\": {\"version\": \"1\"}}}");
                default -> errors(403, "preflight capability check returned 403");
            };
        }
        for (String mount : List.of("secret/", "team/kv/")) {
            if (path.startsWith(mount + "data/")) {
                String name = path.substring((mount + "data/").length());
                return request.getMethod().equals("GET") ? read(name, version) : write(name, request);
            }
            if (path.startsWith(mount + "destroy/")) {
                return destroy(path.substring((mount + "destroy/").length()), request);
            }
        }
        return path.startsWith("old/")
                ? errors(404)
                : errors(404, "no handler for route \"" + path + "\". route entry not found.");
    }

    private MockResponse read(String name, @Nullable String wanted) throws JsonProcessingException {
        List<Version> versions = secrets.getOrDefault(name, List.of());
        int number = wanted == null ? versions.size() : Integer.parseInt(wanted);
        if (number < 1 || number > versions.size()) {
            return errors(404);
        }
        Version version = versions.get(number - 1);
        ObjectNode data = JSON.createObjectNode();
        data.set("data", version.data().orElse(JSON.nullNode()));
        data.set("metadata", metadata(version));
        ObjectNode answer = JSON.createObjectNode();
        answer.set("data", data);
        return json(version.data().isPresent() ? 200 : 404, answer.toString());
    }

    private static ObjectNode metadata(Version version) {
        return JSON.createObjectNode()
                .put("created_time", "2026-11-21T10:00:0" + version.number() % 10 + ".123456789Z")
                .put("deletion_time", "")
                .put("destroyed", version.data().isEmpty())
                .put("version", version.number());
    }

    private MockResponse write(String name, RecordedRequest request) throws JsonProcessingException {
        JsonNode body = JSON.readTree(text(request));
        int expected = body.path("options").path("cas").asInt(-1);
        if (expected != secrets.getOrDefault(name, List.of()).size()) {
            return errors(400, "check-and-set parameter did not match the current version");
        }
        Version added = add(name, Optional.of(body.get("data")));
        ObjectNode answer = JSON.createObjectNode();
        answer.set("data", metadata(added));
        return json(200, answer.toString());
    }

    private MockResponse destroy(String name, RecordedRequest request) throws JsonProcessingException {
        List<Version> versions = secrets.getOrDefault(name, List.of());
        for (JsonNode number : JSON.readTree(text(request)).get("versions")) {
            if (number.asInt() <= versions.size()) {
                versions.set(number.asInt() - 1, new Version(number.asInt(), Optional.empty()));
            }
        }
        return new MockResponse.Builder().code(204).build();
    }

    /** From now on the token has these rights, as far as it may ask. */
    void grants(String exactPaths, String globPaths) {
        rights = "{\"data\": {\"exact_paths\": " + exactPaths + ", \"glob_paths\": " + globPaths + "}}";
    }

    private static String text(RecordedRequest request) {
        ByteString body = request.getBody();
        return body == null ? "" : body.string(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
