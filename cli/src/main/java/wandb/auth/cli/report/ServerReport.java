package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.app.account.HostRequest;
import wandb.auth.app.account.HostSelection.Selected;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.terminal.Console;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Remembered;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;

/** Tells whether a login chose its server for later runs, and what stands in the way of that. */
final class ServerReport {

    private final AccountChoice account;
    private final CommandContext context;
    private final Console console;

    ServerReport(AccountChoice account, CommandContext context) {
        this.account = account;
        this.context = context;
        this.console = context.console();
    }

    /** Tells it, and whether the SDK reads the file that names the server; the exit code that this means. */
    int tell(Optional<Remembered> server) {
        int code = tellOf(server);
        warnOfRejectedSetting(server.isPresent());
        return code;
    }

    private int tellOf(Optional<Remembered> server) {
        if (server.isEmpty()) {
            return ExitCode.DONE;
        }
        return switch (server.get()) {
            case SdkSettingsRepository.Kept kept -> {
                for (Location changed : kept.naming()) {
                    console.info("Remembered the server in " + changed.text() + ": it is the default from now on."
                            + wayBack());
                }
                for (Location cleared : kept.cleared()) {
                    console.info("Took the base_url of another server out of " + cleared.text() + ".");
                }
                tellOfStrongerChoice();
                yield ExitCode.DONE;
            }
            case SdkSettingsRepository.Failed failed -> {
                console.warn("The server was not remembered, so later runs have to name it: "
                        + PathVariable.named(failed.location(), context.environment()) + ": " + failed.reason());
                yield ExitCode.DONE;
            }
        };
    }

    /** Tells that the option without effect was taken out, as by the SDK's login. */
    void tellOfAnonymous(Remembered removed) {
        switch (removed) {
            case SdkSettingsRepository.Kept kept ->
                kept.cleared()
                        .forEach(file -> console.info("Took the option anonymous, which has no effect any more, out of "
                                + file.text() + "."));
            case SdkSettingsRepository.Failed failed ->
                console.warn("The option anonymous, which has no effect any more, could not be taken out: "
                        + failed.location().text() + ": " + failed.reason());
        }
    }

    /** How to leave the server again, where the policy lets one. */
    private String wayBack() {
        return context.compositionRoot().policy().forbidsHost(Host.PUBLIC_CLOUD).isPresent()
                ? ""
                : " To go back to the public cloud: wandb login --cloud";
    }

    /** The server is of a settings file, and the SDK reads none of them. */
    private void warnOfRejectedSetting(boolean isRemembered) {
        boolean isOfFile =
                switch (account.server().origin()) {
                    case WORKSPACE_SETTINGS, SYSTEM_SETTINGS -> true;
                    case OPTION, CLOUD_OPTION, VARIABLE, DEFAULT, PROGRAM ->
                        isRemembered && !account.host().isPublicCloud();
                };
        Optional<Complaint> rejected = isOfFile ? context.compositionRoot().rejectedSetting() : Optional.empty();
        rejected.ifPresent(complaint -> console.warn(complaint.location().text() + ": " + complaint.reason()));
    }

    /** What was remembered is weaker than a variable. */
    private void tellOfStrongerChoice() {
        Selected next = context.compositionRoot().hostSelection().select(new HostRequest.AsConfigured());
        boolean used =
                next instanceof Selected.Chosen chosen && chosen.choice().host().isSameServer(account.host());
        if (!used) {
            console.warn("WANDB_BASE_URL names another server: unset it, and programs use " + account.host() + ".");
        }
    }
}
