package wandb.auth.windows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import wandb.auth.system.Checkout;

/**
 * A recorded case as commands of this program: which files are there, what the process is given, and what is run.
 *
 * @param name the recording and the case
 * @param files the files before, by names such as {@code $HOME/.netrc}
 * @param variables the environment
 * @param input standard input
 * @param commands what is run, one after the other
 */
record Case(
        String name,
        Map<String, JsonNode> files,
        Map<String, String> variables,
        String input,
        List<List<String>> commands) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEW_KEY = "9999999999999999999999999999999999999999";

    /** All cases that mean something on Windows, where a file has neither a mode nor, in Wine, a symbolic link. */
    static List<Case> all() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (JsonNode recorded : recording("system-tests/src/test/resources/recorded/cli.json")) {
            cases.add(ofRun("cli", recorded, List.of(words(recorded.get("args")))));
        }
        for (JsonNode recorded : recording("adapter-settings/src/test/resources/conformance/settings.json")) {
            boolean isLogin = recorded.get("kind").asText().equals("login");
            cases.add(ofRun(
                    "settings",
                    recorded,
                    isLogin
                            ? List.of(words(recorded.get("args")))
                            : List.of(List.of("status", "--json"), List.of("auth", "token"))));
        }
        String netrc = "adapter-netrc/src/test/resources/wandb/auth/netrc/";
        for (JsonNode recorded : recording(netrc + "netrc-paths.json")) {
            cases.add(ofRun("paths", recorded, List.of(List.of("auth", "token"), List.of("login", NEW_KEY))));
        }
        for (JsonNode recorded : recording(netrc + "netrc-lookups.json")) {
            cases.add(ofNetrc("lookups", recorded, "netrc", List.of("auth", "token", "--host", host(recorded))));
        }
        for (JsonNode recorded : recording(netrc + "netrc-writes.json")) {
            List<String> login = List.of(
                    "login", "--host", host(recorded), recorded.get("key").asText());
            cases.add(ofNetrc("writes", recorded, "before", login));
        }
        cases.removeIf(Case::isOfPosix);
        return cases;
    }

    private static JsonNode recording(String file) throws IOException {
        return JSON.readTree(Checkout.ROOT.resolve(Path.of(file)).toFile()).get("cases");
    }

    private static String host(JsonNode recorded) {
        return recorded.get("host").asText();
    }

    private static List<String> words(JsonNode arguments) {
        List<String> words = new ArrayList<>();
        arguments.forEach(word -> words.add(word.asText()));
        return words;
    }

    private static Case ofRun(String kind, JsonNode recorded, List<List<String>> commands) {
        Map<String, JsonNode> files = new HashMap<>();
        recorded.get("files_before").properties().forEach(file -> files.put(file.getKey(), file.getValue()));
        Map<String, String> variables = new HashMap<>();
        for (Map.Entry<String, JsonNode> variable : recorded.get("env").properties()) {
            variables.put(
                    variable.getKey(),
                    variable.getValue().isNull() ? "" : variable.getValue().asText());
        }
        String name = kind + ": " + recorded.get("name").asText();
        return new Case(name, files, variables, recorded.path("stdin").asText(""), commands);
    }

    private static Case ofNetrc(String kind, JsonNode recorded, String content, List<String> command) {
        JsonNode netrc = Objects.requireNonNull(recorded.get(content));
        Map<String, JsonNode> files = netrc.isNull() ? Map.of() : Map.of("$HOME/.netrc", netrc);
        boolean isLinked = recorded.path("symlink").asBoolean()
                || recorded.path("home_read_only").asBoolean();
        String mode = recorded.path("mode").asText(recorded.path("mode_before").asText("0600"));
        String name = kind + ": " + recorded.get("name").asText() + (isLinked || isClosed(mode) ? " (POSIX)" : "");
        return new Case(name, files, Map.of(), "", List.of(command));
    }

    /** Whether its owner may not read or write it. */
    private static boolean isClosed(String mode) {
        return !mode.equals("null") && (mode.charAt(mode.length() - 3) & 6) != 6;
    }

    private boolean isOfPosix() {
        boolean hasOddFile = files.values().stream()
                .anyMatch(file -> file.has("link") || isClosed(file.path("mode").asText("0600")));
        boolean isCaseMinded = name.endsWith("is another file");
        return isCaseMinded
                || hasOddFile
                || name.endsWith(" (POSIX)")
                || name.contains("read-only")
                || variables.containsKey("HOME");
    }
}
