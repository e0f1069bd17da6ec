package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.PathVariable;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;

/** Tells whether a login chose its server for later runs, and what stands in the way of that. */
record ServerReport(AccountChoice account, CommandContext context) {

    /** Tells it, and whether the SDK reads the file that names the server. */
    void tell(Optional<Parsed<Kept>> server) {
        server.ifPresent(this::tell);
        warnOfRejectedSetting(server.isPresent());
    }

    private void tell(Parsed<Kept> server) {
        switch (server) {
            case Parsed.Valid<Kept> kept -> {
                for (Location changed : kept.value().naming()) {
                    context.console().info(remembered(changed));
                }
                for (Location cleared : kept.value().cleared()) {
                    context.console().info(Messages.serverTakenOut(cleared));
                }
                tellOfStrongerChoice();
            }
            case Parsed.Invalid<Kept> failed ->
                context.console()
                        .warn(Messages.serverNotRemembered(
                                PathVariable.named(failed.location(), context.environment()), failed.reason()));
        }
    }

    /** Tells that the option without effect was taken out, as by the SDK's login. */
    void tellOfAnonymous(Parsed<Kept> removed) {
        switch (removed) {
            case Parsed.Valid<Kept> kept ->
                kept.value().cleared().forEach(file -> context.console().info(Messages.anonymousOptionRemoved(file)));
            case Parsed.Invalid<Kept> failed ->
                context.console().warn(Messages.anonymousOptionNotRemoved(failed.location(), failed.reason()));
        }
    }

    /** The server is of a settings file, and the SDK reads none of them. */
    private void warnOfRejectedSetting(boolean isRemembered) {
        boolean isOfFile = account.server().isNamedBySettings()
                || (isRemembered && !account.host().isPublicCloud());
        Optional<Complaint> rejected = isOfFile ? context.compositionRoot().rejectedSetting() : Optional.empty();
        rejected.ifPresent(
                complaint -> context.console().warn(complaint.location().text() + ": " + complaint.reason()));
    }

    /** What follows from the server's being remembered, and how to go back. */
    private String remembered(Location file) {
        return isNextServer()
                ? Messages.serverRemembered(file) + wayBack()
                : Messages.serverRememberedBehindVariable(file);
    }

    /** Back to the public cloud, or from there to the server that the policy names, where that is allowed. */
    private String wayBack() {
        Host before = context.compositionRoot().hostSelection().unnamed().host();
        Host back = account.host().isPublicCloud() ? before : Host.PUBLIC_CLOUD;
        if (back.isSameServer(account.host())
                || context.compositionRoot().policy().forbidsHost(back).isPresent()) {
            return "";
        }
        return " " + (back.isPublicCloud() ? Messages.SERVER_BACK_TO_PUBLIC_CLOUD : Messages.serverBackTo(back));
    }

    /** What was remembered is weaker than a variable. */
    private void tellOfStrongerChoice() {
        if (!isNextServer()) {
            context.console().warn(Messages.serverBehindVariable(account.host()));
        }
    }

    /** Whether a run that names no server is for this one. */
    private boolean isNextServer() {
        return context.compositionRoot().hostSelection().configured() instanceof Parsed.Valid<HostChoice> next
                && next.value().host().isSameServer(account.host());
    }
}
