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

    private final Map<String, String> variables;
    private final Path hyperparameters;

    SageMakerSecrets(Map<String, String> variables) {
        this(variables, Path.of("/opt/ml/input/config/hyperparameters.json"));
    }

    /** With another name for the file by which the SDK knows that it is in a training job. */
    SageMakerSecrets(Map<String, String> variables, Path hyperparameters) {
        this.variables = variables;
        this.hyperparameters = hyperparameters;
    }

    /** The key; empty outside a training job, and where the environment has a key already. */
    Optional<String> key(Path workingDirectory) {
        boolean isWanted = variables.getOrDefault("WANDB_API_KEY", "").isEmpty()
                && !variables.getOrDefault("WANDB_SAGEMAKER_DISABLE", "").equalsIgnoreCase("true")
                && (variables.containsKey("SM_TRAINING_ENV") || Files.exists(hyperparameters));
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
