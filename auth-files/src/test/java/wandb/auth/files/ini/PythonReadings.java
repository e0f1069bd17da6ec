package wandb.auth.files.ini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What Python's own {@code configparser} module reads in many files, asked of one process. */
final class PythonReadings {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCRIPT = "read_settings.py";

    private final Path folder;

    /**
     * Questions and answers go through files.
     *
     * @param folder an empty folder
     */
    PythonReadings(Path folder) {
        this.folder = folder;
    }

    /** An answer for each file. Skips the test where there is no Python whose rules are those that we keep to. */
    List<JsonNode> of(List<byte[]> files) throws IOException, InterruptedException {
        Path questions = folder.resolve("questions");
        Path answers = folder.resolve("answers");
        Files.write(questions, lines(files));
        Process python = start(new ProcessBuilder(interpreter(), "-I", script().toString())
                .redirectInput(questions.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT));
        assertEquals(0, python.waitFor(), "Python failed");
        List<JsonNode> read = new ArrayList<>();
        for (String answer : Files.readAllLines(answers)) {
            read.add(JSON.readTree(answer));
        }
        JsonNode version = read.removeFirst().get("version");
        boolean rulesAreOurs = version.get(0).asInt() == 3
                && version.get(1).asInt() >= 11
                && version.get(1).asInt() <= 14;
        assumeTrue(rulesAreOurs, "the rules of Python " + version + " are not known: 3.11 to 3.14 are");
        assertEquals(files.size(), read.size(), "not every file was answered");
        return read;
    }

    private static List<String> lines(List<byte[]> files) {
        List<String> lines = new ArrayList<>();
        for (byte[] file : files) {
            lines.add(Base64.getEncoder().encodeToString(file));
        }
        return lines;
    }

    /** That of the pinned SDK where it is installed. */
    private static String interpreter() {
        String sdk = Optional.ofNullable(System.getenv("WANDB_TEST_SDK_PINNED")).orElse("");
        return sdk.isEmpty() ? "python3" : sdk + "/bin/python";
    }

    private Path script() throws IOException {
        Path script = folder.resolve(SCRIPT);
        try (InputStream in = PythonReadings.class.getResourceAsStream(SCRIPT)) {
            Files.copy(Objects.requireNonNull(in), script, StandardCopyOption.REPLACE_EXISTING);
        }
        return script;
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            return abort("no Python: " + e.getMessage());
        }
    }
}
