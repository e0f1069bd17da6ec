package wandb.auth.config;

import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniProblem;

/** A change of the accounts that a file names. */
@FunctionalInterface
interface AccountsEdit {

    /**
     * The file after the change; the same object where nothing has to change.
     *
     * @throws RuleProblem where a section that is to be changed means nothing
     * @throws IniProblem where its values cannot be told
     * @throws IllegalArgumentException where the file cannot be made to say so
     */
    IniFile of(AccountSections accounts) throws RuleProblem, IniProblem;
}
