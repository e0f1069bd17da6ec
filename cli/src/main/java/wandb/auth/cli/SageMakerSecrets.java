package wandb.auth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The key that a training job of SageMaker has in the file {@code secrets.env} beside its program, where {@code
 * wandb.sagemaker_auth} of the SDK puts it, and where the SDK takes it for a variable.
 */
final class SageMakerSecrets {

    private static final String KEY = "WANDB_API_KEY=";
    private static final int MOST_BYTES = 1 << 16;

    private SageMakerSecrets() {}

    /** The key in a training job; empty where the environment has a key already. */
    static Optional<String> key(Map<String, String> variables, Path workingDirectory) {
        boolean isWanted = variables.getOrDefault("WANDB_API_KEY", "").isEmpty()
                && !variables.getOrDefault("WANDB_SAGEMAKER_DISABLE", "").equalsIgnoreCase("true");
        return isWanted ? keyIn(workingDirectory.resolve("secrets.env")) : Optional.empty();
    }

    private static Optional<String> keyIn(Path file) {
        if (!Files.isRegularFile(file) || file.toFile().length() == 0) {
            return Optional.empty(); // a file of the kernel, which is of no size, may wait for ever
        }
        Optional<String> key = Optional.empty();
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            for (String line : text.split("\n", -1)) {
                String stripped = line.strip();
                key = stripped.startsWith(KEY) ? Optional.of(stripped.substring(KEY.length())) : key;
            }
            return key;
        } catch (IOException e) {
            return Optional.empty(); // not for us: then the other sources are asked
        }
    }
}
