package wandb.auth.netrc.syntax;

/**
 * What an entry says, as a reader takes it; what it does not say is empty.
 *
 * @param name the login name
 * @param account the account
 * @param password the password
 */
public record Login(String name, String account, String password) {

    public static final Login NONE = new Login("", "", "");

    public Login with(String keyword, String value) {
        return switch (keyword) {
            case "login", "user" -> new Login(value, account, password);
            case "account" -> new Login(name, value, password);
            default -> new Login(name, account, value);
        };
    }

    public Login withPassword(String value) {
        return new Login(name, account, value);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Login[...]";
    }
}
