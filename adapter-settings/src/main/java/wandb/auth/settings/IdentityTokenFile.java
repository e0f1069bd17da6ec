package wandb.auth.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Finding;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;

/** The file of an identity token: one JWT, with blanks and line ends around it, as the SDK reads it. */
final class IdentityTokenFile {

    /** A token goes into one HTTP header or form field; a file beyond this holds something else. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String REMEDY = "Correct or unset WANDB_IDENTITY_TOKEN_FILE.";

    private final Path workingDirectory;
    private final String name;

    IdentityTokenFile(Path workingDirectory, String name) {
        this.workingDirectory = workingDirectory;
        this.name = name;
    }

    Finding read() {
        try {
            Path file = workingDirectory.resolve(name);
            return new Finding(new Location.File(file), outcome(file));
        } catch (InvalidPathException e) {
            return new Finding(new Location.Variable("WANDB_IDENTITY_TOKEN_FILE"), unusable("It names no file."));
        }
    }

    private static Outcome outcome(Path file) {
        try {
            Optional<FileContent> content = new SharedFile(file).read();
            return content.isPresent() ? outcome(content.get().bytes()) : unusable("There is no such file.");
        } catch (FileException e) {
            return unusable(
                    e.kind() == FileException.Kind.NOT_A_FILE
                            ? "It is not a regular file."
                            : "It " + e.predicate() + ".");
        }
    }

    private static Outcome outcome(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return unusable("It is too large for a token.");
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        return IdentityToken.parse(text)
                .<Outcome>map(token -> new Outcome.Found(token, Revision.of(text)))
                .orElseGet(() -> unusable("It does not hold a token (three parts separated by dots)."));
    }

    private static Outcome unusable(String problem) {
        return new Outcome.Unusable(new Reason(problem, REMEDY));
    }
}
