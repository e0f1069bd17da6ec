package wandb.auth.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** Where a program is looked for, on POSIX systems and on Windows. */
class SearchPathTest {

    private static List<String> files(Configuration system, OperatingSystem family, Map<String, String> variables)
            throws IOException {
        try (FileSystem files = Jimfs.newFileSystem(system)) {
            Path folder = files.getPath(family == OperatingSystem.WINDOWS ? "C:\\work" : "/work");
            Environment environment = new Environment(variables, Optional.empty(), folder, family, Terminal.NONE);
            return new SearchPath(environment)
                    .files("tool").stream().map(Path::toString).toList();
        }
    }

    private static List<String> windows(Map<String, String> variables) throws IOException {
        return files(Configuration.windows(), OperatingSystem.WINDOWS, variables);
    }

    @Test
    void aPosixSystemHasColonsBetweenFoldersAndNoEndings() throws IOException {
        Map<String, String> variables = Map.of("PATH", "/one:/two;three:relative::.");
        assertEquals(
                List.of("/one/tool", "/two;three/tool"), files(Configuration.unix(), OperatingSystem.LINUX, variables));
    }

    @Test
    void windowsHasSemicolonsAndTheEndingsOfPathext() throws IOException {
        assertEquals(
                List.of("C:\\one\\tool.exe", "C:\\one\\tool.cmd", "D:\\two\\tool.exe", "D:\\two\\tool.cmd"),
                windows(Map.of("Path", "C:\\one;D:\\two\\", "PathExt", ".EXE;.CMD")));
    }

    @Test
    void windowsHasItsUsualEndingsWhereNoVariableNamesThem() throws IOException {
        assertEquals(
                List.of("C:\\one\\tool.com", "C:\\one\\tool.exe", "C:\\one\\tool.bat", "C:\\one\\tool.cmd"),
                windows(Map.of("PATH", "C:\\one")));
    }

    /** The working directory, a drive's working directory and its root may be anybody's. */
    @ParameterizedTest
    @CsvSource({"relative", ".", "''", "C:drive", "\\root", "/root"})
    void aFolderOfWindowsThatIsNotAbsoluteIsPassedOver(String folder) throws IOException {
        assertEquals(List.of(), windows(Map.of("PATH", folder)));
    }

    @Test
    void aNameWithOneOfTheEndingsStaysAsItIs() {
        Map<String, String> variables = Map.of("PATHEXT", ".EXE;.CMD");
        Environment environment =
                new Environment(variables, Optional.empty(), Path.of("/"), OperatingSystem.WINDOWS, Terminal.NONE);
        SearchPath path = new SearchPath(environment);
        assertEquals(List.of("tool.Exe"), path.fileNames("tool.Exe"));
        assertEquals(List.of("tool.py.exe", "tool.py.cmd"), path.fileNames("tool.py"));
    }
}
