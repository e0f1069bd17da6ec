package wandb.auth.helper;

import wandb.auth.domain.Account;
import wandb.auth.domain.Host;

/**
 * What a helper knows an account's key by. The address has the profile in its path, since helpers drop a query, and compare
 * host, port and path, but some of them not all; a path of ours also keeps the item apart from those of other programs on the
 * same host. The user name tells the account too, since helpers give the nearest item where they have no better. It has no
 * slash, since one of them makes it a file's name.
 *
 * @param serverUrl the address, such as {@code https://api.wandb.ai/wandb-login/default}
 * @param username the user name, such as {@code default@api.wandb.ai}
 */
record HelperItem(String serverUrl, String username) {

    private static final String PATH = "/wandb-login/";

    /** The item of the account; the public cloud has one, whichever of its names is meant. */
    static HelperItem of(Account account) {
        Host host = account.host().isPublicCloud() ? Host.PUBLIC_CLOUD : account.host();
        String profile = account.profile().name();
        String server = host.url().substring(host.url().indexOf("://") + "://".length());
        return new HelperItem(
                host.url() + PATH + profile,
                profile + "@" + server.replace("%", "%25").replace("/", "%2F"));
    }
}
