package wandb.auth.app.store;

import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.TerminalSafe;

/** The commands of this program that fix something about one account, as they are typed. */
public final class AccountCommand {

    private AccountCommand() {}

    public static String logIn(Account account, String options) {
        return "wandb login " + options + options(account);
    }

    public static String logOut(Account account) {
        return "wandb logout " + options(account);
    }

    public static String migrate(Account account, String store) {
        return "wandb auth migrate --to " + store + " " + options(account);
    }

    /** The option that names this server by its address. */
    public static String server(Host host) {
        return "--host " + TerminalSafe.shellWord(host.url());
    }

    private static String options(Account account) {
        String server = account.host().isPublicCloud() ? "--cloud" : server(account.host());
        return account.profile().isDefault() ? server : server + " --profile " + account.profile();
    }
}
