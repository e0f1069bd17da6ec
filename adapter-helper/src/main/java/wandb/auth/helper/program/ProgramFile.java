package wandb.auth.helper.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.SearchPath;
import wandb.auth.helper.message.Messages;

/**
 * The file of a program.
 *
 * @param path its absolute path
 */
public record ProgramFile(Path path) {

    /**
     * The program of that name: the absolute path that it is, else the first file of that name on the {@linkplain SearchPath
     * PATH}.
     *
     * @throws ProgramException if there is none that can be run
     */
    public static ProgramFile of(String name, Environment environment) throws ProgramException {
        return environment.operatingSystem().hasFolder(name) ? at(name) : onPath(name, environment);
    }

    private static ProgramFile at(String name) throws ProgramException {
        try {
            Path path = Path.of(name);
            if (!path.isAbsolute()) {
                throw new ProgramException(Messages.relativeProgram(name));
            }
            ProgramFile file = new ProgramFile(path);
            file.check();
            return file;
        } catch (InvalidPathException e) {
            throw new ProgramException(Messages.invalidProgram());
        }
    }

    private static ProgramFile onPath(String name, Environment environment) throws ProgramException {
        for (Path path : new SearchPath(environment).files(name)) {
            ProgramFile file = new ProgramFile(path);
            if (file.isRunnable()) {
                return file;
            }
        }
        throw ProgramException.missing(Messages.notOnPath(name));
    }

    private boolean isRunnable() {
        return Files.isRegularFile(path) && Files.isExecutable(path);
    }

    /** Checks that it is there and can be run. */
    public void check() throws ProgramException {
        if (!Files.isRegularFile(path)) {
            throw ProgramException.missing(Messages.noProgram(path));
        }
        if (!Files.isExecutable(path)) {
            throw new ProgramException(Messages.notExecutable(path));
        }
    }

    /** The SHA-256 digest of what it holds, in lower-case hexadecimal digits; of a script, the script's own. */
    public String digest() throws ProgramException {
        try (InputStream in = Files.newInputStream(path)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new ProgramException(Messages.digestUnknown(path));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Its last name, by which people call it. */
    public String name() {
        return TerminalSafe.whole(String.valueOf(path.getFileName()));
    }
}
