package wandb.auth.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.sdk.SdkHook;

/** Where the hook of the Python SDK is on, and where it would help. Nothing is looked at unless a Python environment is active. */
public final class HookReport {

    private static final Set<SourceId> READ_BY_THE_SDK = Set.of(
            ResolutionPolicy.ENVIRONMENT,
            ResolutionPolicy.WORKSPACE_SETTINGS,
            ResolutionPolicy.SYSTEM_SETTINGS,
            ResolutionPolicy.NETRC);

    private static final String ADVICE =
            "To let the SDK of a Python environment find it, also in notebooks: wandb auth hook enable";

    private final CommandContext context;

    /** Tells of this shell. */
    public HookReport(CommandContext context) {
        this.context = context;
    }

    /** The active Python environment in which it is on; empty if none is. */
    public Optional<Path> on() {
        for (Path environment : active()) {
            if (context.compositionRoot().sdkHook().isOn(environment)) {
                return Optional.of(environment);
            }
        }
        return Optional.empty();
    }

    private List<Path> active() {
        return SdkHook.activeEnvironments(context.environment());
    }

    /** For the end of a status: that it is on, or that it would help; empty if it makes no difference. */
    public String ofStatus(Decision decision) {
        return on().map(environment -> "\nThe hook is on in " + text(environment)
                        + ": the Python SDK there gets its key from this program.\n")
                .orElseGet(() -> decision instanceof Decision.Use use
                                && isHiddenFromSdk(use.step().source())
                        ? "\n" + advice() + "\n"
                        : "");
    }

    /** What to do for a key in this store to be found by programs with the SDK. */
    public String ofSave() {
        return on().map(environment ->
                        "The hook is on in " + text(environment) + ": the Python SDK there gets this key.")
                .orElseGet(this::advice);
    }

    private String advice() {
        return active().isEmpty() ? ADVICE + " --python PATH" : ADVICE;
    }

    /** The state of each active environment, for the doctor. Without an option, the first is switched on. */
    public String ofEnvironments() {
        StringBuilder text = new StringBuilder();
        for (Path environment : active()) {
            String option = environment.equals(active().getFirst())
                    ? ""
                    : " --python " + TerminalSafe.shellWord(environment.toString());
            boolean isOn = context.compositionRoot().sdkHook().isOn(environment);
            text.append(text(environment)).append("\n    the active Python environment; the hook is ");
            text.append(
                    isOn
                            ? "on: its SDK gets its key from this program\n"
                            : "off: to switch it on: wandb auth hook enable" + option + "\n");
        }
        return text.toString();
    }

    /** That a program with the SDK needs nothing in front of it; empty if it does. */
    public Optional<String> ofExec() {
        return on().map(environment -> "The hook is on in " + text(environment)
                + ": a program of its Python gets the key also without 'wandb auth exec'.");
    }

    private static boolean isHiddenFromSdk(SourceId source) {
        return !READ_BY_THE_SDK.contains(source);
    }

    private static String text(Path path) {
        return new Location.File(path).text();
    }
}
