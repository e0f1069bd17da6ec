package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.settings.path.PathSdkLocator;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the layouts are made with symbolic links and modes")
class PathSdkLocatorTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheSdkOfAVirtualEnvironmentOnThePath() throws IOException {
        Path packages = python("venv", "lib/python3.11/site-packages", "0.22.2");
        command("venv/bin/wandb");

        InstalledSdk sdk = onPath("venv/bin").orElseThrow();

        assertEquals(new InstalledSdk.Version(0, 22, 2), sdk.version());
        assertEquals(packages, sdk.installation());
    }

    @Test
    void followsALinkToTheCommandAsPipxMakesIt() throws IOException {
        python("pipx/venvs/wandb", "lib/python3.11/site-packages", "0.22.2");
        link("local/bin/wandb", command("pipx/venvs/wandb/bin/wandb"));

        assertEquals("0.22.2", versionOnPath("local/bin"));
    }

    @Test
    void takesTheFirstCommandOnThePath() throws IOException {
        python("first", "lib/python3.11/site-packages", "0.22.2");
        command("first/bin/wandb");
        python("second", "lib/python3.11/site-packages", "0.28.0");
        command("second/bin/wandb");

        assertEquals("0.22.2", versionOnPath("first/bin", "second/bin"));
        assertEquals("0.28.0", versionOnPath("second/bin", "first/bin"));
    }

    @Test
    void passesOverACommandWithoutAnSdkBesideItSuchAsThisProgram() throws IOException {
        command("ours/bin/wandb");
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        command("venv/bin/wandb");

        assertEquals("0.22.2", versionOnPath("ours/bin", "venv/bin"));
    }

    @Test
    void passesOverAFolderOnThePathWithoutTheCommandEvenWhereAnSdkIsBesideIt() throws IOException {
        python("without-command", "lib/python3.11/site-packages", "0.22.2");
        Files.createDirectories(folder.resolve("without-command/bin"));

        assertEquals("none", versionOnPath("without-command/bin"));
    }

    @Test
    void passesOverAFileThatCannotBeRun() throws IOException {
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        Files.writeString(Files.createDirectories(folder.resolve("venv/bin")).resolve("wandb"), "");

        assertEquals("none", versionOnPath("venv/bin"));
    }

    @Test
    void passesOverAFolderOfTheCommandsName() throws IOException {
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        Files.createDirectories(folder.resolve("venv/bin/wandb"));

        assertEquals("none", versionOnPath("venv/bin"));
    }

    @Test
    void passesOverALinkThatLeadsNowhere() throws IOException {
        link("venv/bin/wandb", folder.resolve("gone"));

        assertEquals("none", versionOnPath("venv/bin"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "lib/python3.11/site-packages",
                "lib/python3.11/dist-packages",
                "lib/python3/dist-packages",
                "local/lib/python3.11/dist-packages"
            })
    void findsTheSdkInTheFoldersOfPythonAndOfDebian(String packages) throws IOException {
        python("usr", packages, "0.22.2");
        command("usr/bin/wandb");

        assertEquals("0.22.2", versionOnPath("usr/bin"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"VIRTUAL_ENV", "CONDA_PREFIX"})
    void fallsBackToTheActiveEnvironment(String variable) throws IOException {
        python("active", "lib/python3.11/site-packages", "0.22.2");

        assertEquals(
                "0.22.2", version(Map.of(variable, folder.resolve("active").toString(), "PATH", folder.toString())));
        assertEquals("0.22.2", version(Map.of(variable, folder.resolve("active").toString())));
    }

    @Test
    void prefersTheCommandOnThePathToTheActiveEnvironment() throws IOException {
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        command("venv/bin/wandb");
        python("active", "lib/python3.11/site-packages", "0.28.0");

        assertEquals(
                "0.22.2",
                version(Map.of(
                        "PATH", folder.resolve("venv/bin").toString(),
                        "VIRTUAL_ENV", folder.resolve("active").toString())));
    }

    @Test
    void prefersTheVirtualEnvironmentToTheCondaEnvironment() throws IOException {
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        python("conda", "lib/python3.11/site-packages", "0.28.0");

        assertEquals(
                "0.22.2",
                version(Map.of(
                        "VIRTUAL_ENV", folder.resolve("venv").toString(),
                        "CONDA_PREFIX", folder.resolve("conda").toString())));
    }

    @Test
    void asksTheCondaEnvironmentWhereTheVirtualEnvironmentHasNoSdk() throws IOException {
        python("conda", "lib/python3.11/site-packages", "0.28.0");

        assertEquals(
                "0.28.0",
                version(Map.of(
                        "VIRTUAL_ENV", folder.resolve("gone").toString(),
                        "CONDA_PREFIX", folder.resolve("conda").toString())));
    }

    @Test
    void findsNothingInAnEmptyEnvironment() {
        assertEquals("none", version(Map.of()));
    }

    @Test
    void looksForNoneInTheWorkingDirectory() throws IOException {
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        command("venv/bin/wandb");

        for (String path : List.of("venv/bin", "./venv/bin", "", ".", ":venv/bin:")) {
            assertEquals("none", version(Map.of("PATH", path)), path);
        }
    }

    @Test
    void passesOverElementsOfThePathThatNameNothing() throws IOException {
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        Path file = command("venv/bin/wandb");

        assertEquals("0.22.2", version(Map.of("PATH", "/nowhere:a\0b:" + file + ":/:" + file.getParent())));
    }

    @Test
    void readsNothingFromTheWorkingDirectoryWhereNoPathIsSet() throws IOException {
        python("venv", "lib/python3.11/site-packages", "0.22.2");
        command("venv/bin/wandb");

        assertEquals("none", versionIn(Given.environment(folder.resolve("venv/bin"), Map.of())));
    }

    @Test
    void passesOverAnActiveEnvironmentThatNamesNoFolder() {
        assertEquals("none", version(Map.of("VIRTUAL_ENV", "a\0b", "CONDA_PREFIX", "/dev/null")));
    }

    @Test
    void findsTheSdkInTheLayoutOfWindows() throws IOException {
        python("venv", "Lib/site-packages", "0.22.2");
        command("venv/Scripts/wandb.exe");
        Map<String, String> variables = Map.of("PATH", "C:nowhere;" + folder.resolve("venv/Scripts"));

        assertEquals("0.22.2", versionIn(Given.environment(folder, variables, OperatingSystem.WINDOWS)));
    }

    /** A Python prefix with the SDK in its folder of packages. */
    private Path python(String prefix, String packages, String version) throws IOException {
        Path folderOfPackages = folder.resolve(prefix).resolve(packages);
        Files.createDirectories(folderOfPackages.resolve("wandb-" + version + ".dist-info"));
        return folderOfPackages;
    }

    private Path command(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("cannot make " + file + " executable");
        }
        return file;
    }

    private void link(String name, Path target) throws IOException {
        Path link = folder.resolve(name);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, target);
    }

    private String versionOnPath(String... folders) {
        return onPath(folders).map(sdk -> sdk.version().toString()).orElse("none");
    }

    private Optional<InstalledSdk> onPath(String... folders) {
        StringBuilder path = new StringBuilder();
        for (String name : folders) {
            path.append(path.isEmpty() ? "" : ":").append(folder.resolve(name));
        }
        return new PathSdkLocator().locate(Given.environment(folder, Map.of("PATH", path.toString())));
    }

    private String version(Map<String, String> variables) {
        return versionIn(Given.environment(folder, variables));
    }

    private static String versionIn(Environment environment) {
        return new PathSdkLocator()
                .locate(environment)
                .map(sdk -> sdk.version().toString())
                .orElse("none");
    }
}
