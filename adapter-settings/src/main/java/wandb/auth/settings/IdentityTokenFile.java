package wandb.auth.settings;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.Finding;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.ownership.Custody;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.Violation;

/**
 * The file of an identity token: one JWT, with blanks and line ends around it, as the SDK reads it. Whoever can change it chooses
 * whom the user's runs belong to, so only a file that nobody else can change or replace is read.
 */
record IdentityTokenFile(Path workingDirectory, String name) {

    /** A token goes into one HTTP header or form field; a file beyond this holds something else. */
    private static final int MAX_BYTES = 1 << 20;

    Finding read() {
        try {
            return read(workingDirectory.resolve(name));
        } catch (InvalidPathException e) {
            return new Finding(
                    new Location.Variable("WANDB_IDENTITY_TOKEN_FILE"),
                    new Outcome.Unusable(Messages.noPathInVariable()));
        }
    }

    private static Finding read(Path file) {
        Custody custody = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER_AT_HOME).of(file);
        if (custody.violation().isPresent()) {
            Violation violation = custody.violation().get();
            return new Finding(
                    new Location.File(violation.path()),
                    new Outcome.Unusable(Messages.tokenFileThatOthersChange(violation)));
        }
        return new Finding(new Location.File(file), outcome(custody));
    }

    private static Outcome outcome(Custody custody) {
        try {
            Optional<FileContent> content = FileContent.of(custody);
            return content.isPresent() ? outcome(content.get().bytes()) : new Outcome.Unusable(Messages.noTokenFile());
        } catch (FileException e) {
            return new Outcome.Unusable(
                    e.kind() == FileException.Kind.NOT_A_FILE
                            ? Messages.notRegularTokenFile()
                            : Messages.unreadableTokenFile(e));
        }
    }

    private static Outcome outcome(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return new Outcome.Unusable(Messages.tooLargeForToken());
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        return IdentityToken.parse(text)
                .<Outcome>map(token -> new Outcome.Found(token, Revision.of(text)))
                .orElseGet(() -> new Outcome.Unusable(Messages.noToken()));
    }
}
