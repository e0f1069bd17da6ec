package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the launcher of Windows and the program agree on. */
class WindowsLaunchTest {

    @Test
    void argumentsAreAsTheyWereTyped() {
        assertArrayEquals(
                new String[] {"login", "100%", "gr\u00fcn \ud83d\ude00", "", "%", "%00"},
                WindowsLaunch.arguments("login", "100%0025", "gr%00FCn %D83D%DE00", "", "%0025", "%00"));
    }

    @Test
    void theFolderOfAllUsersIsWhereTheSystemSaysWhateverTheVariableSays() {
        Map<String, String> process = Map.of("Path", "C:\\bin", "ProgramData", "C:\\mine");
        assertEquals(
                Map.of("PATH", "C:\\bin", "PROGRAMDATA", "D:\\\u00dc"), WindowsLaunch.variables(process, "D:\\%00DC"));
        assertEquals(Map.of("PATH", "C:\\bin", "PROGRAMDATA", "C:\\mine"), WindowsLaunch.variables(process, ""));
    }

    /** As Python's expanduser: the profile, else drive and path. */
    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\me, D:, \\home, C:\\Users\\me",
        "'', D:, \\home, D:\\home",
        "'', '', \\home, \\home",
        "'', D:, '', ''"
    })
    void theHomeIsTheProfile(String profile, String drive, String path, String home) {
        Map<String, String> variables = Map.of("USERPROFILE", profile, "HOMEDRIVE", drive, "HOMEPATH", path);
        assertEquals(home, WindowsLaunch.home(variables));
    }
}
