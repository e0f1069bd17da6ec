package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.files.FileException.Kind;
import wandb.auth.files.message.Messages;
import wandb.auth.files.ownership.ProcessUser;

class FileExceptionTest {

    private static final Path FILE = Path.of("/home/ada/.netrc");

    /** The kernel's answer where a file may only grow, which no right of the user helps against. */
    @Test
    void whatIsNotPermittedIsProtected() {
        FileException refused = FileException.writing(FILE, refused("Operation not permitted"));

        assertEquals(Kind.PROTECTED, refused.kind());
        assertEquals(Messages.notWritten("operation not permitted"), refused.predicate());
    }

    @Test
    void anotherAnswerOfTheKernelIsNot() {
        assertEquals(
                Kind.FAILED,
                FileException.writing(FILE, refused("No space left on device")).kind());
        assertEquals(
                Kind.READ_ONLY,
                FileException.writing(FILE, new AccessDeniedException(FILE.toString()))
                        .kind());
    }

    static List<Arguments> causes() {
        String name = FILE.toString();
        return List.of(
                arguments(new AccessDeniedException(name), Kind.UNREADABLE, Messages.PERMISSION_DENIED),
                arguments(new NoSuchFileException(name), Kind.FAILED, Messages.NO_LONGER_THERE),
                arguments(new NotDirectoryException(name), Kind.FAILED, Messages.NOT_A_DIRECTORY),
                arguments(
                        new AtomicMoveNotSupportedException(name, name, "-"),
                        Kind.FAILED,
                        Messages.NOT_REPLACED_IN_ONE_STEP),
                arguments(refused("Too many open files"), Kind.FAILED, "too many open files"),
                arguments(new FileSystemException(name), Kind.FAILED, Messages.INPUT_OUTPUT_ERROR),
                arguments(new IOException("Is a directory"), Kind.FAILED, "is a directory"),
                arguments(new IOException(""), Kind.FAILED, Messages.INPUT_OUTPUT_ERROR));
    }

    @ParameterizedTest
    @MethodSource("causes")
    void whyAFileCannotBeReadIsTold(Exception cause, Kind kind, String words, @TempDir Path folder) {
        Path file = folder.resolve("file");

        FileException unreadable = FileException.reading(file, cause);

        assertEquals(kind, unreadable.kind());
        assertEquals(file + " " + Messages.notRead(words), unreadable.getMessage());
        assertEquals(file, unreadable.path());
    }

    @Test
    void aFileOfAnotherUserIsToldAsHis(@TempDir Path folder) throws Exception {
        assumeTrue(ProcessUser.isRoot(), "only root can give files away");
        Path file = Files.createFile(folder.resolve("file"));
        assertEquals(Optional.empty(), FileException.stranger(file));
        Files.setAttribute(file, "unix:uid", 12_345);

        FileException unreadable = FileException.reading(file, new AccessDeniedException(file.toString()));

        assertEquals(Kind.FOREIGN, unreadable.kind());
        assertEquals(Messages.ofAnotherAndUnreadable(Messages.anotherUser(12_345)), unreadable.predicate());
    }

    @Test
    void theRemedyNamesProgramsOfTheSystem() throws Exception {
        try (FileSystem windows = Jimfs.newFileSystem(Configuration.windows())) {
            Path file = windows.getPath("C:\\Users\\ada\\_netrc");

            assertEquals(Messages.END_LOCK_ON_WINDOWS, new FileException(Kind.LOCKED, file, "is locked").remedy());
        }
        assertEquals(Messages.END_LOCK, new FileException(Kind.LOCKED, FILE, "is locked").remedy());
    }

    private static FileSystemException refused(String reason) {
        return new FileSystemException(FILE.toString(), null, reason);
    }
}
