package wandb.auth.settings.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.sdk.SdkHook.Action;
import wandb.auth.domain.port.sdk.SdkHook.Answer;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.Violation;
import wandb.auth.settings.Messages;

class PythonHookTest {

    @TempDir
    private Path folder;

    private Path python;
    private PythonHook hook;

    /** A Python that tells how it was run, in a folder that only this user can write. */
    @BeforeEach
    void makeAnEnvironment() throws IOException {
        folder = folder.toRealPath();
        python = program("venv/bin/python", "echo \"$*\"");
        Path script = folder.resolve("image/lib/python/wandb_auth/environment.py");
        Files.createDirectories(script.getParent());
        Files.createFile(script);
        program("image/bin/wandb", "");
        hook = new PythonHook(() -> Optional.of(folder.resolve("image")));
    }

    private Path program(String name, String text) throws IOException {
        Path program = folder.resolve(name);
        Files.createDirectories(program.getParent());
        Files.writeString(program, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Environment environment() {
        Map<String, String> variables = Map.of("PATH", "relative:" + python.getParent());
        return new Environment(variables, Optional.of(folder), folder, OperatingSystem.LINUX, Terminal.NONE);
    }

    private Answer run(String name) {
        return hook.run(Action.ENABLE, environment(), name, true);
    }

    private String notDone(String name) {
        return assertInstanceOf(Answer.NotDone.class, run(name)).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"venv", "venv/bin/python", "python"})
    void runsThePythonThatIsNamedByItsEnvironmentItsPathOrItsName(String name) {
        assertEquals(
                new Answer.Done("-I " + folder + "/image/lib/python/wandb_auth/environment.py enable " + folder
                        + "/image/bin/wandb --json\n"),
                run(name));
    }

    @Test
    void namesTheProgramThatAWheelHasPutIntoItsEnvironment() throws IOException {
        Path script = folder.resolve("tool/lib/python3.11/site-packages/wandb_auth/environment.py");
        Files.createDirectories(script.getParent());
        Files.createFile(script);
        Files.createDirectories(folder.resolve("tool/lib/wandb-auth/bin"));
        hook = new PythonHook(() -> Optional.of(folder.resolve("tool/lib/wandb-auth")));

        assertEquals(
                new Answer.Done("-I " + script + " enable " + folder + "/tool/bin/wandb-auth --json\n"), run("venv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "venv/bin", "relative/python", "python4"})
    void saysThatThereIsNoPython(String name) {
        assertEquals(Messages.noPython(folder.resolve(name)).toString(), notDone(name));
    }

    @Test
    void saysWhatThePythonSaysWhereItRefuses() throws IOException {
        program("venv/bin/python", "echo first >&2; echo 'It is full.' >&2; exit 1");

        assertEquals("It is full.", notDone("venv"));
    }

    @Test
    void saysThatAnotherProgramIsNoPython() throws IOException {
        program("venv/bin/python", "exit 2");

        assertEquals(Messages.notPython3(python).toString(), notDone("venv"));
    }

    @Test
    void saysThatTheImageHasNoPackage() {
        hook = new PythonHook(() -> Optional.of(folder));

        assertEquals(Messages.noPythonPackage().toString(), notDone("venv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"venv", "venv/bin", "venv/bin/python", "venv/lib/python3.11/site-packages"})
    void runsAsRootNoPythonThatAnotherUserCouldChange(String others) throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root can give a file away");
        Files.createDirectories(folder.resolve("venv/lib/python3.11/site-packages"));
        Files.setAttribute(folder.resolve(others), "unix:uid", 12345);

        Violation violation = new Violation(folder.resolve(others), "It does not belong to root.", "");
        assertEquals(Messages.pythonThatOthersChange(violation).toString(), notDone("venv"));
    }

    @Test
    void isOnWhereItsFileIs() throws IOException {
        Path packages = Files.createDirectories(folder.resolve("venv/lib/python3.11/site-packages"));
        assertFalse(hook.isOn(folder.resolve("venv")));
        Files.createFile(packages.resolve("wandb_auth_hook.pth"));
        assertTrue(hook.isOn(folder.resolve("venv")));
        assertFalse(hook.isOn(folder.resolve("gone")));
    }
}
