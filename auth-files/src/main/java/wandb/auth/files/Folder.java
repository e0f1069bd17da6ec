package wandb.auth.files;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;

/** The directory that a file of ours stands in; made for its owner only if there is none. */
final class Folder {

    private Folder() {}

    /** Makes it, and whatever is missing above it. */
    static void make(Path folder) throws FileException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path above = folder; above != null && isMissing(above); above = above.getParent()) {
            missing.push(above);
        }
        for (Path each : missing) {
            make(each, SharedFile.directoryOf(each));
        }
    }

    /** Makes it unless more than its parent is missing too: a whole home is not to be made for it. */
    static boolean isMadeAtMostWithParent(Path folder) throws FileException {
        Path parent = folder.getParent();
        if (parent != null && parent.getParent() != null && isMissing(parent.getParent())) {
            return false;
        }
        make(folder);
        return true;
    }

    /** The first of the file and the directories above it that can be made at once. */
    static Path firstToMake(Path file) {
        Path first = file;
        for (Path above = file.getParent(); above != null && isMissing(above); above = above.getParent()) {
            first = above;
        }
        return first;
    }

    private static void make(Path folder, Path parent) throws FileException {
        FileStatus.checkIsWritableDirectory(parent);
        FileAttribute<?>[] owned = FileStatus.hasPermissions(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try (Target target = Target.of(folder)) {
            Files.createDirectory(target.file(), owned);
            OpenFiles.giveFolderToOwner(target.file());
        } catch (FileAlreadyExistsException e) {
            return; // another run of ours was faster
        } catch (IOException e) {
            throw FileException.writing(folder, e);
        }
    }

    private static boolean isMissing(Path folder) {
        return !Files.exists(folder) && !Files.isSymbolicLink(folder);
    }
}
