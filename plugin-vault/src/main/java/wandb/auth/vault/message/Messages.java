package wandb.auth.vault.message;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;

/** All that this plugin says to a person. */
public final class Messages {

    /** Where the settings stand. */
    public static final String SECTION = "[store.vault] of auth.ini";

    /** What stands before the namespace at the end of a place's name. */
    public static final String IN_NAMESPACE = " in the namespace ";

    private Messages() {}

    // Reading the settings

    private static final String CORRECT_IT = "Correct it.";

    public static Reason unknownSetting(String name) {
        return wrong(name, "is not a setting of this store");
    }

    public static Reason unknownAuth() {
        return wrong("auth", "is neither token, agent, approle nor jwt");
    }

    public static Reason settingOfAnotherAuth(String name, String auth) {
        return wrong(name, "does not go with 'auth = " + auth + "'");
    }

    public static Reason appRoleWithoutRoleId() {
        return wrong("approle", "needs 'role_id_file'");
    }

    public static Reason jwtWithoutPlace() {
        return wrong("jwt", "needs either 'jwt_file' or 'jwt_variable'");
    }

    public static Reason authMountNotAPath() {
        return wrong("auth_mount", "is not a path");
    }

    public static Reason mountNotAPath() {
        return wrong(
                "mount", "is not a path: use letters, digits, dots, dashes and underscores, with / between the parts");
    }

    public static Reason pathSharedByAccounts() {
        return wrong("path", "must hold {host} or {machine}, and {profile}, or accounts would share a secret");
    }

    public static Reason pathNotAPath() {
        return wrong("path", "is not a path with {host} or {machine}, {profile} and perhaps {user}");
    }

    public static Reason fieldNotAName() {
        return wrong("field", "is not a name: use letters, digits, dots, dashes and underscores");
    }

    private static Reason wrong(String setting, String how) {
        return new Reason("'" + TerminalSafe.of(setting) + "' in " + SECTION + " " + how + ".", CORRECT_IT);
    }

    public static Reason fileNotAbsolute(String where) {
        return new Reason(where + " is not the absolute path of a file.", "Write the path out, or begin it with ~/.");
    }

    public static Reason notForAHeader(String where, char character) {
        return new Reason(
                where + " holds the character U+"
                        + HexFormat.of().withUpperCase().toHexDigits(character) + ", which cannot be part of it.",
                "Set it again.");
    }

    public static Reason noServerNamed() {
        return new Reason("No Vault server is named.", "Set 'address' in " + SECTION + ", or the variable VAULT_ADDR.");
    }

    public static Reason addressInvalid(String where, String why) {
        return new Reason(where + " names no server: " + why, CORRECT_IT);
    }

    public static Reason socketInvalid(String where) {
        return new Reason(where + " names no socket: unix:// must be followed by an absolute path.", CORRECT_IT);
    }

    public static Reason plainHttp(String where, Host server) {
        return new Reason(
                where + " names " + server + ": anyone on the network path could read the token and the key.",
                "Use https.");
    }

    // The path of an account's secret

    public static Reason machineAmbiguous(Host host) {
        return new Reason(
                "The path of the secret holds {machine}, which does not tell " + host + " from other addresses of "
                        + host.machine() + ".",
                "Use {host} in 'path' in " + SECTION + ".");
    }

    public static Reason userUnknown() {
        return new Reason("The path of the secret holds {user}, and neither USER nor LOGNAME is set.", "Set USER.");
    }

    // The way to the server

    /** What names the certificates of this store alone. */
    public static final String NAMES_OF_CERTIFICATES = "'ca_file' in auth.ini, VAULT_CACERT or VAULT_CAPATH";

    public static Reason noCertificates(Path path, String where) {
        return new Reason(shown(path) + " holds no certificates (PEM) that can be read.", "Correct " + where + ".");
    }

    public static Reason loopbackNameElsewhere(Host server) {
        return new Reason(
                server + " is another machine here: anyone on the network path could read the token and the key.",
                "Use https, or the IP address of the machine.");
    }

    public static Reason notTrusted(String server) {
        return new Reason(
                "No secure connection to " + server + ": its certificate is not trusted, or TLS failed.",
                "Name the certificates that sign it by 'ca_file' in auth.ini, or by VAULT_CACERT.");
    }

    public static Reason notReachable(String server) {
        return new Reason(
                server + " cannot be reached.", "Check the address, the network, and whether the server runs.");
    }

    public static Reason brokenOff(String server) {
        return new Reason(
                "The connection to " + server + " broke off, or the answer is not from a Vault server.",
                "Check the address, and try again.");
    }

    public static Reason notAnsweringInTime() {
        return new Reason(
                "The Vault server does not answer in time.", "Try again; see whether the server is overloaded.");
    }

    // The state of the server

    private static final String TRY_LATER = "Try again later.";

    public static final String ANOTHER_ADDRESS = "another address";

    public static final String ANOTHER_PATH = "another path";

    public static Reason notAVaultServer() {
        return new Reason(
                "What answers at this address does not answer like a Vault server.",
                "Check the address of the server.");
    }

    public static Reason redirected(String server, String target) {
        return new Reason(
                server + " redirects to " + target + ", where the token is not sent.",
                "If that is your server, use it as the address.");
    }

    /** With how many seconds the server wants a pause of, if it says so. */
    public static Reason rateLimited(String server, Optional<String> seconds) {
        return new Reason(
                server + " is rate limiting requests (HTTP 429).",
                seconds.isPresent() ? "Try again in " + seconds.get() + " seconds." : TRY_LATER);
    }

    public static Reason standby(String server) {
        return new Reason(
                server + " is a standby that does not answer for the active server.",
                "Make the active server the address, or try again.");
    }

    public static Reason sealed(String server) {
        return new Reason(server + " is sealed.", "Ask its operator to unseal it.");
    }

    public static Reason notReady(String server) {
        return new Reason(server + " is not ready (HTTP 503).", TRY_LATER);
    }

    public static Reason failing(String server, int status) {
        return new Reason(
                server + " fails (HTTP " + status + ").", "Try again; ask its operator to look into its log.");
    }

    // Where the token comes from

    private static final String MAKE_READABLE = "Make it readable for you.";

    private static final String LOG_IN_TO_VAULT = "Run 'vault login', or set VAULT_TOKEN.";

    public static final String TOKEN_OF_HELPER = "The token helper";

    public static final String TOKEN_OF_SIGN_IN = "The answer to the sign-in";

    public static final String JWT_OF_VARIABLE = "The variable that 'jwt_variable' names";

    public static Reason holdsNoToken(String where) {
        return new Reason(where + " holds no token.", "Put one there, or correct what writes it.");
    }

    public static Reason noToken(String server) {
        return new Reason("There is no token for " + server + ".", LOG_IN_TO_VAULT);
    }

    public static Reason tokenOfAnotherServer(String server) {
        return new Reason(
                "VAULT_ADDR names another server than auth.ini (" + server
                        + "), so the token at hand is not for this one.",
                "Unset VAULT_ADDR, or name the token's file by 'token_file' in auth.ini.");
    }

    public static Reason tokenFileMissing(Path file) {
        return new Reason(
                "The token's file " + shown(file) + " does not exist.",
                "Start what writes it, such as the Vault agent, or correct 'token_file' in auth.ini.");
    }

    public static Reason fileMissing(Path file) {
        return new Reason(shown(file) + " does not exist.", "Start what writes it, or correct its name in auth.ini.");
    }

    public static Reason notAFile(Path path) {
        return new Reason(shown(path) + " is not a regular file.", "Put what it should hold into a file.");
    }

    public static Reason fileUnreadable(Path file) {
        return new Reason(shown(file) + " cannot be read.", MAKE_READABLE);
    }

    public static Reason linkOfAnotherUser(Path link) {
        return new Reason(
                shown(link) + " is a link of another user's, which root does not follow.",
                "Run this as that user, or name the file itself.");
    }

    public static Reason configurationUnreadable(Path file) {
        return new Reason(
                "The configuration of the Vault command line, " + shown(file) + ", cannot be read.", MAKE_READABLE);
    }

    public static Reason helperOfAnotherUser(Path configuration) {
        return new Reason(
                shown(configuration) + " belongs to another user, and root runs no token_helper that it names.",
                "Run this as that user, or set VAULT_TOKEN.");
    }

    public static Reason helperNotRunnable(Path program) {
        return helperFailed(program, "cannot be run");
    }

    public static Reason helperFailed(Path program, int status) {
        return helperFailed(program, "ended with " + status);
    }

    private static Reason helperFailed(Path program, String how) {
        return new Reason(
                "Vault's token helper " + shown(program) + " " + how + ".",
                "See whether this works: " + TerminalSafe.shellWord(program.toString()) + " get");
    }

    public static Reason jwtVariableUnset() {
        return new Reason(
                "The variable that 'jwt_variable' in " + SECTION + " names is not set.",
                "Let the CI set it to the job's token.");
    }

    public static Reason signInRefused(String server, String mount, String inNamespace, int status) {
        return new Reason(
                server + " does not let this machine sign in at auth/" + mount + inNamespace + " (HTTP " + status
                        + ").",
                "Check 'auth_mount', the role, and whether the id or token is still good; ask the server's operator to"
                        + " look into its log.");
    }

    // What the token may do

    private static final String ASK_FOR_POLICY = "Ask the server's operator for a policy that allows it.";

    public static final String READ = "read";

    public static final String WRITE = "write";

    public static final String DESTROY = "destroy";

    public static final String RIGHTS_UNKNOWN = "The token may not ask what it may do: the first save shows it.";

    public static Reason tokenRejected(String server) {
        return new Reason(
                server + " does not accept the token: it has expired, was revoked, or is another server's.",
                LOG_IN_TO_VAULT);
    }

    public static Reason mayNotWriteBelow(String place) {
        return new Reason("The token may write no secret below " + place + ".", ASK_FOR_POLICY);
    }

    public static Reason mayNot(String deed, String place) {
        return new Reason("The token may not " + deed + " " + place + ".", ASK_FOR_POLICY);
    }

    public static Reason refused(String server, String deed, String place, int status) {
        return new Reason(
                server + " refuses to " + deed + " " + place + " (HTTP " + status + ").",
                "Check the mount and the namespace; ask the server's operator to look into its log.");
    }

    public static Reason noMount(String mount, String inNamespace, String server) {
        return new Reason(
                "There is no mount '" + mount + "'" + inNamespace + " on " + server + ".",
                "Name another by the setting 'mount', or the namespace that it is in.");
    }

    public static Reason noMountOrNoRights(String mount, String inNamespace) {
        return new Reason(
                "There is no mount '" + mount + "'" + inNamespace + ", or the token has no rights in it.",
                "Name another by the setting 'mount', or ask the server's operator for the rights.");
    }

    public static Reason notVersion2(String mount) {
        return new Reason(
                "The mount '" + mount + "' is not a key-value secrets engine of version 2.",
                "Name one that is by the setting 'mount', or upgrade it with: vault kv enable-versioning " + mount);
    }

    // The secret of an account

    private static final String LOG_IN_AGAIN = "Log in again with --relogin, or correct the secret.";

    /** Where it is, as long as nobody can tell more. */
    public static final String SOMEWHERE = "the store 'vault'";

    public static Reason fieldNotText(String field) {
        return new Reason("The field '" + field + "' of the secret is not text.", LOG_IN_AGAIN);
    }

    public static Reason keyInvalid(String why) {
        return new Reason(why, LOG_IN_AGAIN);
    }

    public static Reason keyNotReadBack() {
        return new Reason("The key was written but could not be read back.", "Log in again.");
    }

    private static String shown(Path path) {
        return TerminalSafe.whole(path.toString());
    }
}
