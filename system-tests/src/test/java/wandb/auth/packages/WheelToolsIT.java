package wandb.auth.packages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** What others' tools make of the wheel: those that judge it, and those that people install it with. */
@Tag("slow")
class WheelToolsIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private final Path tools =
            Checkout.brought("WANDB_TEST_PACKAGING", "packaging").resolve("bin");

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void needTools() throws IOException {
        assumeTrue(Files.isExecutable(tools.resolve("twine")), () -> "there is nothing in " + tools + ": see ./verify");
        machine = new Machine(folder);
    }

    @Test
    void theJudgesFindNothingWrong() throws Exception {
        for (Path wheel : Packages.wheels()) {
            tool("twine", "check", "--strict", wheel.toString()).ends(0);
            tool("check-wheel-contents", wheel.toString()).leaves(0, wheel + ": OK\n", "");
        }
    }

    @Test
    void itsTagIsTrueOfWhatTheLibrariesNeed() throws Exception {
        String wheel = Packages.wheel().toString();
        String needs = tool("auditwheel", "show", wheel).ends(0).out().replaceAll("\\s+", " ");
        String tag = wheel.replaceFirst(".*-none-(.*)\\.whl$", "$1");
        assertTrue(needs.contains("This constrains the platform tag to \"" + tag + "\""), needs);
    }

    @Test
    void uvInstallsItAsATool() throws Exception {
        copied(InstallPage.lines("uv"));
        assertIsOnThePath();
        tool("uv", "tool", "uninstall", "wandb-auth").ends(0);
        assertFalse(Files.exists(installed(), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void pipxInstallsIt() throws Exception {
        copied(InstallPage.lines("pipx"));
        assertIsOnThePath();
        tool("pipx", "uninstall", "wandb-auth").ends(0);
        assertFalse(Files.exists(installed(), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void uvxRunsItWithoutAnInstallation() throws Exception {
        String command = "uvx wandb-auth login";
        assertTrue(InstallPage.text().contains("`" + command + "`"));
        Run run = copied(command);
        assertTrue(run.err().contains("wandb-auth: Already logged in "), run::toString);
        assertFalse(Files.exists(installed(), LinkOption.NOFOLLOW_LINKS));
    }

    /** The SDK comes from the registry. */
    @Test
    void theLinesForPipMakeAnEnvironmentWithTheSdk() throws Exception {
        Files.writeString(
                machine.workingDirectory().resolve("train.py"),
                "import os, wandb\nprint(wandb.__version__, os.environ['WANDB_API_KEY'])\n");
        Run run = copied(InstallPage.lines("pip, in a virtual environment"));
        assertTrue(run.out().endsWith("\n0.28.0 " + KEY + "\n"), run::toString);
    }

    @Test
    void theStepForContinuousIntegrationInstallsItAndLogsIn() throws Exception {
        String step = InstallPage.lines("Continuous integration").replaceFirst("(?s).*run: \\|\n", "");
        copied("python3 -m venv job; PATH=$PWD/job/bin:$PATH; unset WANDB_API_KEY; WANDB_KEY=" + KEY + "\n" + step);
        assertTrue(machine.read(".netrc").contains("  password " + KEY + "\n"), machine.read(".netrc"));
    }

    /** pip puts no data files there. */
    @Test
    void inAFolderWithoutAnEnvironmentItSaysWhatToDo() throws Exception {
        String target = machine.home().resolve("target").toString();
        tool(
                        "python",
                        "-m",
                        "pip",
                        "install",
                        "--no-index",
                        "--target",
                        target,
                        Packages.wheel().toString())
                .ends(0);
        machine.run(Map.of("PYTHONPATH", target), tools + "/python", "-m", "wandb_auth", "--version")
                .leaves(
                        1,
                        "",
                        "wandb-auth: the program is not where it was installed. Install it into an environment, not"
                                + " into a folder (--target).\n");
    }

    /** The oldest SDK that is supported and the newest that is known, before and after ours, from the registry. */
    @ParameterizedTest
    @ValueSource(strings = {"0.22.0", "0.31.0"})
    void theSdkComesAndGoesBesideIt(String version) throws Exception {
        PythonEnvironment environment = PythonEnvironment.empty(machine, tools);
        environment.pip("install", "--no-index", Packages.wheel().toString());
        SortedMap<String, String> ours = environment.files();

        environment.pip("install", "wandb==" + version);
        assertBothRun(environment, version);
        environment.pip("uninstall", "-y", "wandb");
        SortedMap<String, String> left = new TreeMap<>(environment.files());
        left.keySet().retainAll(ours.keySet());
        assertEquals(ours, left);
        environment.run("wandb-auth", "--version").ends(0);

        environment.pip("uninstall", "-y", "wandb-auth");
        environment.pip("install", "wandb==" + version);
        environment.pip("install", "--no-index", Packages.wheel().toString());
        assertBothRun(environment, version);
        environment.pip("uninstall", "-y", "wandb-auth");
        assertTrue(environment.run("wandb", "--version").ends(0).out().contains(version));
    }

    private static void assertBothRun(PythonEnvironment environment, String version) throws Exception {
        assertTrue(environment.run("wandb", "--version").ends(0).out().contains(version));
        assertTrue(environment.run("wandb-auth", "--version").ends(0).out().startsWith("wandb-auth "));
    }

    private void assertIsOnThePath() throws Exception {
        machine.run(Map.of(), installed().toString(), "login", KEY).ends(0);
        machine.run(Map.of(), installed().toString(), "token").leaves(0, KEY + "\n", "");
    }

    /** Runs lines of docs/install.md, where the folder of packages has what an index is to have. */
    private Run copied(String lines) throws IOException, InterruptedException {
        Map<String, String> variables = Map.of(
                "PATH",
                installed().getParent() + ":" + tools + ":/usr/bin:/bin",
                "UV_OFFLINE",
                "1",
                "UV_FIND_LINKS",
                Packages.FOLDER.toString(),
                "PIP_FIND_LINKS",
                Packages.FOLDER.toString(),
                "PIP_CONSTRAINT",
                Checkout.ROOT.resolve("system-tests/python/sdk.txt").toString(),
                "WANDB_API_KEY",
                KEY);
        return machine.run(variables, "sh", "-ec", lines).ends(0);
    }

    private Path installed() {
        return machine.home().resolve(".local/bin/wandb-auth");
    }

    private Run tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tools.resolve(name).toString()));
        command.addAll(List.of(arguments));
        return machine.run(
                Map.of("PATH", tools + ":/usr/bin:/bin", "PIP_DISABLE_PIP_VERSION_CHECK", "1", "NO_COLOR", "1"),
                command.toArray(String[]::new));
    }
}
