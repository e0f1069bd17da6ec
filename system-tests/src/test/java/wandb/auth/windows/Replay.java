package wandb.auth.windows;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * All cases, each in folders of its own, played in one JVM.
 *
 * @param root the folder of them all
 * @param named how the system that plays them calls a file from here
 */
record Replay(Path root, UnaryOperator<String> named) {

    /** What a case gave: for each command the exit code and the result, and the files after it. */
    record Outcome(List<String> answers, Map<String, String> files) {}

    /** Lays the files out and writes down what is to be run. */
    Path prepare(List<Case> cases) throws IOException {
        Path file = root.resolve("runs");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(cases.stream().mapToInt(each -> each.commands().size()).sum());
            for (int i = 0; i < cases.size(); i++) {
                for (String name : List.of("home", "cwd", "extra", "account")) {
                    Files.createDirectories(folder(i).resolve(name));
                }
                for (Map.Entry<String, JsonNode> each : cases.get(i).files().entrySet()) {
                    lay(Path.of(real(i, each.getKey(), UnaryOperator.identity())), each.getValue(), i);
                }
                for (List<String> command : cases.get(i).commands()) {
                    write(out, cases.get(i), i, command);
                }
            }
        }
        return file;
    }

    private Path folder(int number) {
        return root.resolve(String.valueOf(number));
    }

    /** The text with the places of the recording as they are called there; nobody listens at its servers. */
    private String real(int number, String text, UnaryOperator<String> name) {
        String real = text;
        for (String place : List.of("$HOME", "$CWD", "$EXTRA", "$ACCOUNT_HOME")) {
            String folder = place.equals("$ACCOUNT_HOME")
                    ? "account"
                    : place.substring(1).toLowerCase(Locale.ROOT);
            real = real.replace(place, name.apply(folder(number).resolve(folder).toString()));
        }
        return real.replace("$SERVER_NETLOC", "127.0.0.1:9")
                .replace("$DEAD_NETLOC", "127.0.0.1:9")
                .replace("$SERVER", "http://127.0.0.1:9");
    }

    private void lay(Path path, JsonNode content, int number) throws IOException {
        Files.createDirectories(path.getParent());
        JsonNode text = content.isTextual() ? content : content.path("text");
        if (text.isTextual()) {
            Files.writeString(path, real(number, text.asText(), named));
        } else if (content.has("base64")) {
            Files.write(path, Base64.getDecoder().decode(content.get("base64").asText()));
        } else {
            Files.createDirectories(path);
            return;
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }

    private void write(DataOutputStream out, Case played, int number, List<String> command) throws IOException {
        out.writeUTF(real(number, "$HOME", named));
        out.writeUTF(real(number, "$CWD", named));
        out.writeUTF(real(number, played.input(), named));
        out.writeInt(played.variables().size());
        for (Map.Entry<String, String> variable : played.variables().entrySet()) {
            out.writeUTF(variable.getKey());
            out.writeUTF(real(number, variable.getValue(), named));
        }
        out.writeInt(command.size());
        for (String word : command) {
            out.writeUTF(real(number, word, named));
        }
    }

    /** What came of each case, in words that are the same on every system. */
    List<Outcome> outcomes(List<Case> cases, Path answers) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(Files.newInputStream(answers))) {
            for (int i = 0; i < cases.size(); i++) {
                List<String> given = new ArrayList<>();
                for (List<String> command : cases.get(i).commands()) {
                    given.add(command.getFirst() + ": " + in.readInt() + " " + common(i, in.readUTF()));
                    in.readUTF(); // the talk, which names paths
                }
                outcomes.add(new Outcome(given, files(i)));
            }
        }
        return outcomes;
    }

    private String common(int number, String text) {
        String home = named.apply(folder(number).toString());
        return text.replace(home.replace("\\", "\\\\"), "$")
                .replace(home, "$")
                .replace("\\\\", "/")
                .replace("_netrc", ".netrc")
                .replace(System.lineSeparator(), "\n")
                .replace("\r\n", "\n");
    }

    private Map<String, String> files(int number) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var walk = Files.walk(folder(number))) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("auth.lock")) {
                    String name = folder(number).relativize(file).toString().replace("_netrc", ".netrc");
                    files.put(name, common(number, Files.readString(file, ISO_8859_1)));
                }
            }
        }
        return files;
    }
}
