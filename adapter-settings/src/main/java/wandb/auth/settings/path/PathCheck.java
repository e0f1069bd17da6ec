package wandb.auth.settings.path;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.sdk.ProgramLocator;
import wandb.auth.domain.port.sdk.ProgramLocator.Owner;
import wandb.auth.domain.port.sdk.ProgramLocator.Program;
import wandb.auth.settings.Messages;

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

    private static String link(Path ours) {
        return "ln -s " + TerminalSafe.shellWord(ours.toString()) + " "
                + TerminalSafe.shellWord(ours.resolveSibling("wandb-auth").toString());
    }

    private static String copy(Path ours) {
        return "mklink /h \"" + ours.resolveSibling("wandb-auth.exe") + "\" \"" + ours + "\"";
    }

    private static Complaint hidden(Program first, Program ours, OperatingSystem system) {
        String command = system == OperatingSystem.WINDOWS ? copy(ours.path()) : link(ours.path());
        return new Complaint(
                new Location.File(first.path()), Messages.hiddenOnPath(ours.path(), first.owner(), command));
    }
}
