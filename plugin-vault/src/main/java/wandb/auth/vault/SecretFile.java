package wandb.auth.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/** A file that holds one secret, such as a token or a secret id. */
record SecretFile(Path path) {

    static final int LONGEST = 64 * 1024;

    /** By its owner a process tells its user: proc(5). Where that is missing, nobody is taken for root. */
    private static final Path PROCESS = Path.of("/proc/self/stat");

    private static final int ROOT = 0;

    /** The secret; empty if there is no such file. */
    Optional<String> read() throws VaultStoreException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new VaultStoreException(Messages.notAFile(path));
        }
        try (InputStream in = open()) {
            String text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return Optional.of(secret(text, TerminalSafe.whole(path.toString())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (VaultStoreException e) {
            throw e;
        } catch (IOException e) {
            throw new VaultStoreException(Messages.fileUnreadable(path));
        }
    }

    /** Root follows no link that another user could have made: it could lead to a secret that is not that user's. */
    private InputStream open() throws IOException, VaultStoreException {
        if (!isLeftForRoot(path)) {
            return Files.newInputStream(path);
        }
        if (Files.isSymbolicLink(path)) {
            throw new VaultStoreException(Messages.linkOfAnotherUser(path));
        }
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** The secret; that it is not there is an error. */
    String readExisting() throws VaultStoreException {
        return read().orElseThrow(() -> new VaultStoreException(Messages.fileMissing(path)));
    }

    /** The text without white space around it; a line end, a blank or another sign within is in no token. */
    static String secret(String text, String place) throws VaultStoreException {
        String stripped = text.strip();
        if (stripped.isEmpty() || !stripped.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new VaultStoreException(Messages.holdsNoToken(place));
        }
        return stripped;
    }

    /**
     * Whether this process is root's, and the name belongs to somebody else, or stands in a folder that does: that user could
     * have any file there, or a link.
     */
    static boolean isLeftForRoot(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder != null
                && Files.exists(PROCESS)
                && owner(PROCESS) == ROOT
                && (owner(file) != ROOT || owner(folder.toRealPath()) != ROOT);
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
