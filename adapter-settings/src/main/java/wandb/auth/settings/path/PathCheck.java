package wandb.auth.settings.path;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.sdk.ProgramLocator;
import wandb.auth.domain.port.sdk.ProgramLocator.Owner;
import wandb.auth.domain.port.sdk.ProgramLocator.Program;

/**
 * A {@code wandb} that hides ours, which nothing else on PATH leads to. Local folders answer at once, so the deadline is not
 * looked at.
 */
public final class PathCheck implements HealthCheck {

    private final ProgramLocator locator;

    public PathCheck() {
        this(new PathProgramLocator());
    }

    PathCheck(ProgramLocator locator) {
        this.locator = locator;
    }

    @Override
    public List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline) {
        List<Program> programs = locator.locate(environment);
        boolean isReached = programs.stream().anyMatch(program -> program.isNamed("wandb-auth") && isOurs(program));
        List<Program> wandb =
                programs.stream().filter(program -> program.isNamed("wandb")).toList();
        Optional<Program> ours = wandb.stream().filter(PathCheck::isOurs).findFirst();
        return isReached || ours.isEmpty() || ours.get().equals(wandb.getFirst())
                ? List.of()
                : List.of(hidden(wandb.getFirst(), ours.get(), environment.operatingSystem()));
    }

    private static boolean isOurs(Program program) {
        return program.owner() == Owner.OURS;
    }

    private static String link(String path, Path ours) {
        return "ln -s " + path + " "
                + TerminalSafe.shellWord(ours.resolveSibling("wandb-auth").toString());
    }

    private static String copy(Path ours) {
        return "mklink /h \"" + ours.resolveSibling("wandb-auth.exe") + "\" \"" + ours + "\"";
    }

    private static Complaint hidden(Program first, Program ours, OperatingSystem system) {
        String whose = first.owner() == Owner.SDK ? "the Python SDK" : "another program";
        String path = TerminalSafe.shellWord(ours.path().toString());
        return new Complaint(
                new Location.File(first.path()),
                new Reason(
                        "This is " + whose + ", and comes before " + path
                                + " on PATH: a shell that is told wandb runs it.",
                        "Link the program under its other name: "
                                + (system == OperatingSystem.WINDOWS ? copy(ours.path()) : link(path, ours.path()))));
    }
}
