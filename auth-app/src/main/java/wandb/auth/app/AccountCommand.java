package wandb.auth.app;

import wandb.auth.domain.Account;
import wandb.auth.domain.Printable;

/** The commands of this program that mend something about one account, as they are typed. */
final class AccountCommand {

    private AccountCommand() {}

    static String logIn(Account account, String options) {
        return "wandb login " + options + options(account);
    }

    static String logOut(Account account) {
        return "wandb logout " + options(account);
    }

    static String migrate(Account account, String store) {
        return "wandb auth migrate --to " + store + " " + options(account);
    }

    private static String options(Account account) {
        String server = account.host().isPublicCloud()
                ? "--cloud"
                : "--host " + Printable.shellWord(account.host().url());
        return account.profile().isDefault() ? server : server + " --profile " + account.profile();
    }
}
