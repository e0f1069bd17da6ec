package wandb.auth.config;

import wandb.auth.files.ini.IniFile;

/** A change of the accounts that a file names. */
@FunctionalInterface
interface AccountsEdit {

    /**
     * The file after the change; the same object where nothing has to change.
     *
     * @throws IllegalArgumentException where the file cannot be made to say so
     */
    IniFile of(AccountSections accounts);
}
