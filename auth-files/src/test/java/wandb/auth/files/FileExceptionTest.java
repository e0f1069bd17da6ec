package wandb.auth.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import wandb.auth.files.FileException.Kind;

class FileExceptionTest {

    private static final Path FILE = Path.of("/home/ada/.netrc");

    /** The kernel's answer where a file may only grow, which no right of the user helps against. */
    @Test
    void whatIsNotPermittedIsProtected() {
        FileException refused = FileException.writing(FILE, refused("Operation not permitted"));

        assertEquals(Kind.PROTECTED, refused.kind());
        assertEquals("cannot be written: operation not permitted", refused.predicate());
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

    private static FileSystemException refused(String reason) {
        return new FileSystemException(FILE.toString(), null, reason);
    }
}
