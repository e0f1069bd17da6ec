package wandb.auth.plugins;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Reason;
import wandb.auth.files.ownership.Custody;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.UnixStatus;
import wandb.auth.files.ownership.Violation;

/**
 * The jars in a plugin's folder. The folder and all above it are judged first: where nobody but root and this user can put
 * another file in the place of one, what a name is said to be holds until it is opened.
 */
record JarFolder(Path folder) {

    private static final int MOST_BYTES = 128 << 20;
    private static final int OTHERS_WRITE = 022;
    private static final FileOwnershipCheck OWNERSHIP = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER);

    /** Reads them all, in the order of their names. */
    List<ReadFile> read() throws PluginException {
        checkFolder(folder);
        checkFolder(real());
        List<ReadFile> jars = new ArrayList<>();
        int size = 0;
        for (Path file : files()) {
            byte[] content = content(file, MOST_BYTES - size);
            size += content.length;
            jars.add(new ReadFile(file, content));
        }
        if (jars.isEmpty()) {
            throw new PluginException(Messages.noJarIn(folder));
        }
        return jars;
    }

    /** Whoever may write a plugin's folder brings code, also where only owners rename. */
    private void checkFolder(Path judged) throws PluginException {
        try {
            if (UnixStatus.isKnownFor(judged) && UnixStatus.of(judged).has(OTHERS_WRITE)) {
                throw new PluginException(Messages.folderWritableByOthers(judged));
            }
        } catch (IOException e) {
            throw new PluginException(Messages.unreadable(folder));
        }
        check(OWNERSHIP.breachOfFolder(judged.resolve("any.jar")));
        for (Path above = judged; above != null; above = above.getParent()) {
            check(OWNERSHIP.breachOfFolder(above));
        }
    }

    /** What the folder is, where its name is a link. */
    private Path real() throws PluginException {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new PluginException(Messages.unreadable(folder));
        }
    }

    private List<Path> files() throws PluginException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
            entries.forEach(files::add);
        } catch (IOException e) {
            throw new PluginException(Messages.unreadable(folder));
        }
        Collections.sort(files);
        return files;
    }

    /** What is judged is what is read: a link that leads nowhere now may lead to another user's jar a moment later. */
    private byte[] content(Path file, int most) throws PluginException {
        Custody custody = OWNERSHIP.of(file);
        check(custody.violation());
        if (custody.sound().isEmpty()) {
            throw new PluginException(Messages.notRegularFile(file));
        }
        return content(file, custody.sound().get(), most);
    }

    /** A file that is not a regular one is not opened: to open a pipe is to wait for its writer. */
    private static byte[] content(Path file, Path real, int most) throws PluginException {
        if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
            throw new PluginException(Messages.notRegularFile(file));
        }
        try (SeekableByteChannel channel = Files.newByteChannel(real)) {
            long size = channel.size();
            if (size > most) {
                throw new PluginException(Messages.largerThan(MOST_BYTES >> 20));
            }
            ByteBuffer content = ByteBuffer.allocate((int) size);
            while (content.hasRemaining() && channel.read(content) >= 0) {
                // all of it, or what is left of a file that shrinks
            }
            if (content.hasRemaining()) {
                throw new PluginException(Messages.changing(file));
            }
            return content.array();
        } catch (IOException e) {
            throw new PluginException(Messages.unreadable(file));
        }
    }

    private static void check(Optional<Violation> violation) throws PluginException {
        if (violation.isPresent()) {
            Violation found = violation.get();
            throw new PluginException(new Reason(found.path() + ": " + found.problem(), found.remedy()));
        }
    }
}
