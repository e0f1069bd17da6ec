package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.sdk.ProgramLocator.Owner;
import wandb.auth.domain.port.sdk.ProgramLocator.Program;
import wandb.auth.settings.path.PathCheck;
import wandb.auth.settings.path.PathProgramLocator;

/** Every program of ours and of the SDK that is on PATH, whose it is, and when that is a problem. */
class PathProgramLocatorTest {

    private static final String OURS = "#!/bin/sh\n# wandb-login: this line tells\n";
    private static final String SDK = "#!/venv/bin/python\nfrom wandb.cli.cli import cli\n";

    @TempDir
    Path folder;

    @BeforeEach
    void installAnSdk() throws IOException {
        Files.createDirectories(folder.resolve("venv/lib/python3.12/site-packages/wandb-0.28.0.dist-info"));
        program("venv/bin/wandb", SDK);
        program("usr/bin/wandb", OURS);
    }

    @Test
    void areFoundInTheOrderOfThePath() throws IOException {
        program("venv/bin/wandb-auth", OURS);
        assertEquals(
                List.of("venv/bin/wandb SDK 0.28.0", "venv/bin/wandb-auth OURS", "usr/bin/wandb OURS"),
                found("venv/bin", "usr/bin"));
        Files.createSymbolicLink(folder.resolve("bin"), folder.resolve("usr/bin"));
        assertEquals(List.of("usr/bin/wandb OURS"), found("usr/bin", "bin", "usr/bin/", "usr/../usr/bin"));
    }

    @Test
    void areOursBehindAnyLinkAndNobodysWithoutTheMark() throws IOException {
        Files.createDirectories(folder.resolve("links"));
        Files.createSymbolicLink(folder.resolve("links/wandb-auth"), folder.resolve("usr/bin/wandb"));
        program("other/wandb", "");
        program("binary/wandb", "\0".repeat(9_000));
        program("late/wandb", "#!/bin/sh\n\n# wandb-login: this line tells\n");
        assertEquals(
                List.of("links/wandb-auth OURS", "other/wandb OTHER", "binary/wandb OTHER", "late/wandb OTHER"),
                found("links", "other", "binary", "late"));
    }

    @Test
    void areFoundInARelativeFolderTooButNotWhereNothingCanRun() throws IOException {
        Files.createDirectories(folder.resolve("folder/wandb"));
        Files.createDirectories(folder.resolve("text"));
        Files.writeString(folder.resolve("text/wandb"), OURS);
        assertEquals(List.of(), found("folder", "text", "nowhere"));
        assertEquals(List.of("usr/bin/wandb OURS"), show(Map.of("PATH", "usr/bin:no\0folder")));
        assertEquals(List.of(), show(Map.of()));
    }

    /** The parent of a folder that is a link is that of the folder it leads to, as for every shell. */
    @Test
    void areFoundAboveAFolderThatIsALink() throws IOException {
        program("real/bin/wandb", OURS);
        Files.createDirectories(folder.resolve("real/folder"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real/folder"));
        assertEquals(List.of("link/../bin/wandb OURS"), found("link/../bin"));
    }

    @Test
    void areAProblemWhereOnlyAHiddenOneIsOurs() throws IOException {
        Complaint complaint = complaints("venv/bin", "usr/bin").getFirst();
        Path ours = folder.resolve("usr/bin/wandb");
        assertEquals(folder + "/venv/bin/wandb", complaint.location().text());
        assertEquals(
                Messages.hiddenOnPath(ours, Owner.SDK, "ln -s " + ours + " " + ours + "-auth"), complaint.reason());
    }

    @Test
    void areNoProblemWhereOursIsFirstOrReachedByItsOwnNameOrNotThere() throws IOException {
        assertEquals(List.of(), complaints("usr/bin", "venv/bin"));
        assertEquals(List.of(), complaints("venv/bin"));
        assertEquals(List.of(), complaints());
        program("bin/wandb-auth", OURS);
        assertEquals(List.of(), complaints("venv/bin", "usr/bin", "bin"));
    }

    /** As pip and this project install them there; the mark may stand anywhere in the file. */
    @Test
    void areProgramsWithEndingsOnWindows() throws IOException {
        program("venv/Scripts/wandb.exe", "MZ of pip");
        Files.createDirectories(folder.resolve("venv/Lib/site-packages/wandb-0.28.0.dist-info"));
        program(
                "ours/wandb.exe",
                "MZ\0" + " ".repeat(9_000) + "# wandb-login: this mark is in each of its launchers\0");
        program("ours/wandb-auth.exe", "MZ");
        program("ours/wandb", SDK);
        Map<String, String> variables =
                Map.of("PATH", folder + "/venv/Scripts;" + folder + "/ours", "PATHEXT", ".exe;.cmd");
        Environment windows =
                new Environment(variables, Optional.of(folder), folder, OperatingSystem.WINDOWS, Terminal.NONE);
        List<String> found = new PathProgramLocator()
                .locate(windows).stream()
                        .map(program -> folder.relativize(program.path()) + " " + program.owner() + " "
                                + program.isNamed("wandb"))
                        .toList();
        assertEquals(
                List.of(
                        "venv/Scripts/wandb.exe SDK true",
                        "ours/wandb.exe OURS true",
                        "ours/wandb-auth.exe OTHER false"),
                found);
    }

    private List<Complaint> complaints(String... folders) {
        return new PathCheck()
                .examine(
                        environment(Map.of("PATH", path(folders))),
                        List.of(),
                        Deadline.after(java.time.Duration.ZERO, 0));
    }

    private List<String> found(String... folders) {
        return show(Map.of("PATH", path(folders)));
    }

    private String path(String... folders) {
        List<String> path = new ArrayList<>();
        for (String name : folders) {
            path.add(folder + "/" + name);
        }
        return String.join(":", path);
    }

    private List<String> show(Map<String, String> variables) {
        List<String> shown = new ArrayList<>();
        for (Program program : new PathProgramLocator().locate(environment(variables))) {
            String version = program.version().map(number -> " " + number).orElse("");
            String path = program.path().toString().substring((folder + "/").length());
            shown.add(path + " " + program.owner() + version);
        }
        return shown;
    }

    private Environment environment(Map<String, String> variables) {
        return Given.environment(folder, variables);
    }

    private void program(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
