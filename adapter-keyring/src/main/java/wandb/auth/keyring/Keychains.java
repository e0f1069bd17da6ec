package wandb.auth.keyring;

import wandb.auth.domain.Environment;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.TimeoutBudget;
import wandb.auth.keyring.secretservice.SecretService;

/** Where a keychain is got from, again for every call of the store. */
interface Keychains {

    /**
     * Opens the keychain.
     *
     * @param interaction whether a person may be asked to unlock it
     * @param patience who is told when a person is being asked
     */
    Keychain open(Interaction interaction, TimeoutBudget patience) throws KeychainException;

    /** The keychain of this operating system; on any system but Windows and macOS a Secret Service may be there. */
    static Keychains of(Environment environment) {
        return switch (environment.operatingSystem()) {
            case LINUX, OTHER -> (interaction, patience) -> SecretService.connect(environment, interaction, patience);
            case MACOS -> (interaction, patience) -> MacKeychain.open(interaction, patience);
            case WINDOWS -> (interaction, patience) -> WindowsKeychain.open();
        };
    }
}
