import org.jspecify.annotations.NullMarked;

/**
 * The two files {@code auth.ini}, the administrator's and the user's: what is forbidden, which store holds which account,
 * how stores are set up, which profile is meant; the file of a workspace, which can only choose that; and the audit trail that
 * a policy can ask for.
 *
 * @provides wandb.auth.domain.AuthPolicy the rules of both files
 * @provides wandb.auth.domain.AccountRegistry the accounts in the user's file
 * @provides wandb.auth.domain.ProfileSettings the profile that {@code WANDB_PROFILE} or one of the files chooses
 * @provides wandb.auth.domain.StoreSettings the settings of stores in both files
 * @provides wandb.auth.domain.SwitchMemory which profiles were made the one that other programs find
 * @provides wandb.auth.domain.AuditTrail one line of JSON for each event
 */
@NullMarked
module wandb.auth.config {
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.AuthPolicy with
            wandb.auth.config.FileAuthPolicy;
    provides wandb.auth.domain.AccountRegistry with
            wandb.auth.config.FileAccountRegistry;
    provides wandb.auth.domain.ProfileSettings with
            wandb.auth.config.FileProfileSettings;
    provides wandb.auth.domain.StoreSettings with
            wandb.auth.config.FileStoreSettings;
    provides wandb.auth.domain.SwitchMemory with
            wandb.auth.config.FileSwitchMemory;
    provides wandb.auth.domain.AuditTrail with
            wandb.auth.config.FileAuditTrail;
}
