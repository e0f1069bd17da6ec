package wandb.auth.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;

/**
 * A real server that speaks W&amp;B's protocol ({@code openwandb} of PyPI), on a port of this machine, with an empty database.
 *
 * <p>Each user's default team is one of the user's own name; the administrator's is another. Of several teams it tells the
 * default one only, and an unknown key it takes for the administrator's.
 */
public final class OpenWandb implements AutoCloseable {

    /** The key of the user {@code admin}, who is there from the start. */
    public static final String ADMINISTRATORS_KEY = "local" + "0".repeat(40);

    /** The administrator's team. */
    public static final String ADMINISTRATORS_TEAM = "vision";

    private static final Path INSTALLED = Checkout.brought("WANDB_TEST_SERVER", "server");
    private static final Pattern RUNNING = Pattern.compile("Uvicorn running on (http://127\\.0\\.0\\.1:\\d+) ");
    private static final String PASSWORD = "a password";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final String url;

    private OpenWandb(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts one that keeps its files in the folder; where none is installed, the test is skipped. */
    public static OpenWandb start(Path folder) throws IOException, InterruptedException {
        Path program = INSTALLED.resolve("bin/openwandb");
        assumeTrue(Files.isExecutable(program), () -> "there is no " + program + ": see ./verify");
        Path log = folder.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "serve",
                        "--host=127.0.0.1",
                        "--port=0", // one that is free, which it tells
                        "--data-dir=" + folder.resolve("data"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("OPENWANDB_DEFAULT_TEAM", ADMINISTRATORS_TEAM);
        Process process = builder.start();
        try {
            return new OpenWandb(process, awaitAddress(process, log));
        } catch (IllegalStateException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** The address at which it says that it answers. */
    private static String awaitAddress(Process process, Path log) throws IOException, InterruptedException {
        Matcher running = RUNNING.matcher("");
        Machine.await(() -> {
            boolean isAlive = process.isAlive();
            if (running.reset(Files.readString(log, StandardCharsets.UTF_8)).find()) {
                return true;
            }
            if (!isAlive) {
                throw new IllegalStateException("the server did not start: " + Files.readString(log));
            }
            return false;
        });
        return running.group(1);
    }

    /** Without the offer of HTTP/2, over which the server would lose the body. */
    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** The address of its API. */
    public String url() {
        return url;
    }

    /** Makes a user, and tells the user's API key. */
    public String newUser(String name) throws IOException, InterruptedException {
        ObjectNode user = JSON.createObjectNode().put("username", name).put("password", PASSWORD);
        String session = post("/api/v2/auth/register", "", user).path("token").asText();
        ObjectNode key = JSON.createObjectNode().put("name", "test");
        return post("/api/v2/settings/api-keys", session, key)
                .path("api_key")
                .path("key")
                .asText();
    }

    /** Makes a team that the owner of the key is in, besides those before. */
    public void newTeam(String key, String name) throws IOException, InterruptedException {
        post("/api/v2/teams", key, JSON.createObjectNode().put("name", name));
    }

    /** Which runs a team's project has, and their last values. */
    public JsonNode runs(String team, String project) throws IOException, InterruptedException {
        String path = "/api/v2/projects/" + team + "/" + project + "/runs";
        return answer(HttpRequest.newBuilder(URI.create(url + path)).build()).path("runs");
    }

    private JsonNode post(String path, String bearer, JsonNode body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        return answer(request.build());
    }

    private static JsonNode answer(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = client()) {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
            }
            return JSON.readTree(response.body());
        }
    }

    /** Ends it; its files stay in their folder. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
