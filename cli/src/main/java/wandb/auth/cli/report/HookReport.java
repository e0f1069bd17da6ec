package wandb.auth.cli.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.sdk.SdkHook;

/** Where the hook of the Python SDK is on, and where it would help. Nothing is looked at unless a Python environment is active. */
public record HookReport(CommandContext context) {

    private static final Set<SourceId> READ_BY_THE_SDK = Set.of(
            ResolutionPolicy.ENVIRONMENT,
            ResolutionPolicy.WORKSPACE_SETTINGS,
            ResolutionPolicy.SYSTEM_SETTINGS,
            ResolutionPolicy.NETRC);

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
        return on().map(environment -> "\n" + Messages.hookOnInStatus(environment) + "\n")
                .orElseGet(() -> decision instanceof Decision.Use use
                                && isHiddenFromSdk(use.step().source())
                        ? "\n" + advice() + "\n"
                        : "");
    }

    /** What to do for a key in this store to be found by programs with the SDK. */
    public String ofSave() {
        return on().map(Messages::hookOnAfterSave).orElseGet(this::advice);
    }

    private String advice() {
        return active().isEmpty() ? Messages.HOOK_ADVICE_WITHOUT_ENVIRONMENT : Messages.HOOK_ADVICE;
    }

    /** The state of each active environment, for the doctor. Without an option, the first is switched on. */
    public String ofEnvironments() {
        StringBuilder text = new StringBuilder();
        for (Path environment : active()) {
            String option = environment.equals(active().getFirst())
                    ? ""
                    : " --python " + TerminalSafe.shellWord(environment.toString());
            boolean isOn = context.compositionRoot().sdkHook().isOn(environment);
            text.append(new Location.File(environment).text()).append("\n    ");
            text.append(isOn ? Messages.HOOK_OF_ENVIRONMENT_ON : Messages.hookOfEnvironmentOff(option))
                    .append('\n');
        }
        return text.toString();
    }

    /** That a program with the SDK needs nothing in front of it; empty if it does. */
    public Optional<String> ofExec() {
        return on().map(Messages::hookOnWithExec);
    }

    private static boolean isHiddenFromSdk(SourceId source) {
        return !READ_BY_THE_SDK.contains(source);
    }
}
