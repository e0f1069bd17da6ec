import org.jspecify.annotations.NullMarked;

/**
 * The files {@code auth.ini} of the system, the user and the workspace: what is forbidden, which store holds which account, how
 * stores are set up, which profile is meant; and the audit trail that a policy can ask for.
 *
 * @provides wandb.auth.domain.port.configuration.ConfigurationRepository what the files say, and changes of the user's
 * @provides wandb.auth.domain.port.AuditTrail one line of JSON for each event
 */
@NullMarked
module wandb.auth.config {
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.port.configuration.ConfigurationRepository with
            wandb.auth.config.FileConfiguration;
    provides wandb.auth.domain.port.AuditTrail with
            wandb.auth.config.audit.FileAuditTrail;
}
