package wandb.auth.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** When a page is opened in a browser, and when its address is all that there is. */
class PageOpenerTest {

    private static final String PAGE = "https://wandb.ai/authorize";

    @TempDir
    private Path folder;

    private Path opened() {
        return folder.resolve("opened");
    }

    /** A program in place of the one that opens pages, which writes what it was given. */
    private void install(String name, int exitCode) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(
                program,
                "#!/bin/sh\nprintf '%s|%s' \"$*\" \"${WANDB_API_KEY-}\" >'" + opened() + "'\nexit " + exitCode + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private String open(OperatingSystem system, boolean isRoot, String... variables) {
        Map<String, String> all = new HashMap<>(Map.of("PATH", folder + ":/usr/bin:/bin", "WANDB_API_KEY", "secret"));
        for (String variable : variables) {
            all.put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        }
        Environment environment =
                new Environment(all, Optional.empty(), folder, system, new Terminal(true, true, true));
        return new PageOpener(environment, isRoot).open(PAGE);
    }

    @ParameterizedTest
    @CsvSource({"LINUX, xdg-open, DISPLAY=:0", "LINUX, xdg-open, WAYLAND_DISPLAY=wayland-0", "MACOS, open, X=y"})
    void isOpenedByTheProgramOfTheSystemWhichGetsNoKey(OperatingSystem system, String program, String variable)
            throws IOException {
        install(program, 0);

        assertEquals(Messages.PAGE_OPENED, open(system, false, variable));
        assertEquals(PAGE + "|", Files.readString(opened()));
    }

    @ParameterizedTest
    @CsvSource({
        "true,  DISPLAY=:0,                      " + Messages.PAGE_NOT_OPENED_AS_ROOT,
        "false, X=y,                             " + Messages.PAGE_WITHOUT_DISPLAY,
        "false, DISPLAY=,                        " + Messages.PAGE_WITHOUT_DISPLAY,
        "false, SSH_CONNECTION=10.0.0.1 5 10.0.0.2 22, " + Messages.PAGE_NOT_OPENED_OVER_SSH,
        "false, SSH_TTY=/dev/pts/1,              " + Messages.PAGE_NOT_OPENED_OVER_SSH
    })
    void isNotOpenedWhereThePersonWouldNotSeeIt(boolean isRoot, String variable, String said) throws IOException {
        install("xdg-open", 0);

        String[] variables =
                variable.startsWith("SSH") ? new String[] {"DISPLAY=:0", variable} : new String[] {variable};
        assertEquals(said, open(OperatingSystem.LINUX, isRoot, variables));
        assertFalse(Files.exists(opened()));
    }

    @Test
    void isNotOpenedByAProgramThatFails() throws IOException {
        install("xdg-open", 3);

        assertEquals(Messages.pageOpenerFailed("xdg-open"), open(OperatingSystem.LINUX, false, "DISPLAY=:0"));
    }

    @Test
    void isNotOpenedByAProgramOfTheWorkingFolder() throws IOException {
        install("xdg-open", 0);

        open(OperatingSystem.LINUX, false, "DISPLAY=:0", "PATH=.");
        assertFalse(Files.exists(opened()));
    }
}
