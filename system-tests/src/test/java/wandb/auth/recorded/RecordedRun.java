package wandb.auth.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wandb.auth.system.Machine;

/** One recorded run of the SDK, played again with the built image. */
final class RecordedRun {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode recorded;
    private final Sandbox sandbox;
    private final Path image;

    RecordedRun(JsonNode recorded, Path root, Path image) throws IOException {
        this.recorded = recorded;
        this.sandbox = new Sandbox(root);
        this.image = image;
    }

    /** What the recording says of the run: the exit code, and each file that it left changed. */
    ObjectNode expected() {
        ObjectNode expected = JSON.createObjectNode();
        expected.put("exit_code", recorded.get("exit_code").asInt());
        ObjectNode files = expected.putObject("files_changed");
        for (Map.Entry<String, JsonNode> file : recorded.get(filesGroup()).properties()) {
            if (file.getValue().has("text")) {
                files.put(file.getKey(), Sandbox.state(file.getValue()));
            }
        }
        if (recorded.has("netrc_changed")) {
            expected.put("netrc_changed", recorded.get("netrc_changed").asBoolean());
        }
        return expected;
    }

    /** The same of ours. */
    ObjectNode play() throws IOException, InterruptedException {
        sandbox.lay(recorded.get("files_before"));
        Map<String, String> before = sandbox.files();
        ObjectNode played = JSON.createObjectNode();
        played.put("exit_code", run());
        ObjectNode changed = played.putObject("files_changed");
        boolean netrcChanged = false;
        for (Map.Entry<String, String> file : sandbox.files().entrySet()) {
            boolean same = file.getValue().equals(before.get(file.getKey()));
            boolean netrc = file.getKey().endsWith("/.netrc");
            netrcChanged |= netrc && !same;
            if (!same && !(netrc && recorded.has("netrc_changed"))) {
                changed.put(file.getKey(), file.getValue());
            }
        }
        if (recorded.has("netrc_changed")) {
            played.put("netrc_changed", netrcChanged);
        }
        return played;
    }

    /** The recordings of the settings tell of the netrc file only whether it changed. */
    private String filesGroup() {
        return recorded.has("netrc_changed") ? "settings_changed" : "files_changed";
    }

    private int run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command());
        recorded.get("args").forEach(argument -> command.add(sandbox.real(argument.asText())));
        Path input = Files.createTempFile("stdin", null);
        Files.writeString(input, recorded.path("stdin").asText(""), StandardCharsets.UTF_8);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(sandbox.path("$CWD").toFile())
                .redirectInput(input.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(environment());
        Process process = builder.start();
        try {
            return Machine.exitCode(process);
        } finally {
            Files.delete(input);
        }
    }

    /** Without HOME the account's home counts, and that must not be the one of whoever runs the tests. */
    private List<String> command() {
        boolean accountHome = recorded.get("env").has("HOME");
        return accountHome
                ? List.of(
                        image.resolve("bin/java").toString(),
                        "-Duser.home=" + sandbox.path("$ACCOUNT_HOME"),
                        "-m",
                        "wandb.auth.cli/wandb.auth.cli.Main")
                : List.of(image.resolve("bin/wandb").toString());
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", "/usr/bin:/bin");
        environment.put("HOME", sandbox.path("$HOME").toString());
        environment.put("WANDB_HTTP_TIMEOUT", "600"); // however busy the machine is
        for (Map.Entry<String, JsonNode> variable : recorded.get("env").properties()) {
            if (variable.getValue().isNull()) {
                environment.remove(variable.getKey());
            } else {
                environment.put(
                        variable.getKey(), sandbox.real(variable.getValue().asText()));
            }
        }
        return environment;
    }
}
