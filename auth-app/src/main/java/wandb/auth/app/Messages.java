package wandb.auth.app;

import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.sdk.InstalledSdk;

/** What the use cases say to a person. */
public final class Messages {

    private Messages() {}

    // Choosing the server and the profile
    public static final String GIVE_API_ADDRESS = "Give the address of its API, such as https://wandb.example.com.";

    public static Reason unknownServer(Reason reason) {
        return new Reason(reason.problem(), reason.remedy() + " Or name the server with --host or --cloud.");
    }

    /** The reason follows. It is said in runs that print nothing, too: a constant loads no class. */
    public static final String SKIPPED_WHERE_SERVER_IS_NAMED = "It is skipped because the server is named: ";

    // Opening a store
    public static String store(SourceId id) {
        return "the store " + id;
    }

    public static String source(SourceId id) {
        return "the source " + id;
    }

    public static String plugin(SourceId id) {
        return "the plugin " + id;
    }

    public static final String ASK_ADMINISTRATOR = "Ask the administrator, or use another store.";
    public static final String NO_SUCH_STORE = "No such store is installed here.";
    public static final String SEE_STORES = "See what is there: wandb auth stores";

    // Looking a key up
    public static final String KEEPER_NOT_INSTALLED = "The store that holds this key is not installed.";

    public static String keeperBroken(Reason reason) {
        return "The key was saved there. " + reason.problem();
    }

    public static String installOrForget(String logOut) {
        return "Install it again, or forget it: " + logOut;
    }

    public static String installOrSaveElsewhere(String logIn) {
        return "Install it again, or save a key elsewhere: " + logIn;
    }

    public static String sdkUsesAnotherKey(Location location) {
        return "The Python SDK by itself uses another key: for it, " + location.text() + " comes first.";
    }

    public static String sdksDifferOnKey(Location location) {
        return "Another key for this server is in " + location.text()
                + ": versions of the Python SDK differ on which of the two they use.";
    }

    // Asking a server
    public static Reason keyWouldBeReadable() {
        return new Reason(
                "Over plain http anyone on the network path could read the key, so the server was not asked.",
                "Use an https address or, if you trust the network, --verify --allow-http.");
    }

    public static Reason tokensWouldBeReadable() {
        return new Reason(
                "Over plain http anyone on the network path could read the tokens, so the server was not asked.",
                "Use an https address.");
    }

    // Saving and erasing a key
    public static Reason nothingToRead() {
        return new Reason(
                "It has no key for this server, and it is read-only.",
                "Put one there with the program that keeps it, or name another store: wandb auth stores");
    }

    public static Reason savesNothing() {
        return new Reason(
                "It is read-only: keys cannot be saved there.", "Name a store that can save keys: wandb auth stores");
    }

    public static Reason erasesNothing() {
        return new Reason("It is read-only: keys cannot be erased there.", "Erase it with the program that keeps it.");
    }

    public static Reason forgottenOutOfReach() {
        return new Reason(
                "A key was saved there, but that store is not installed here.",
                "It was forgotten here, but the key is still there: erase it with the program that keeps it.");
    }

    // The audit trail, and the changes that it tells of
    public static final String NOT_RECORDED_EVERYWHERE = "could not be recorded in every file";
    public static final String FOUND_BY_OTHERS = "the one that other programs find";
    public static final String WITHOUT_KEY = "one without a key, so that other programs find none";

    public static String made(String change) {
        return "made " + change;
    }

    public static String notMade(String change) {
        return "not made " + change;
    }

    // Setting up a store
    public static Reason setUpAlready(SourceId id) {
        return new Reason(
                "[store." + id + "] is set up already.",
                "Remove it first (wandb auth stores remove " + id + "), or use another name.");
    }

    public static Reason noMakerOfStore() {
        return new Reason("Nothing here makes a store of such a section.", "Reinstall the program.");
    }

    public static Reason noSection(SourceId id) {
        return new Reason("There is no section [store." + id + "].", SEE_STORES);
    }

    public static Reason keyIsThere(Account account) {
        return new Reason(
                "The key for " + account.text() + " was saved there.",
                "Move it first (wandb auth migrate --all --to ID), or log out.");
    }

    // Trying a store with a probe credential
    private static final String FIX_STORE = "Fix the store, or save keys to another one.";

    public static Reason probeRejected() {
        return new Reason("It rejects the probe credential.", FIX_STORE);
    }

    public static Reason probeNotWritten(Reason reason) {
        return new Reason("A probe credential cannot be written: " + reason.problem(), reason.remedy());
    }

    public static Reason probeNotReadable(Reason reason) {
        return new Reason("A probe credential was written and cannot be read: " + reason.problem(), reason.remedy());
    }

    public static Reason probeNotReadBack() {
        return new Reason("A probe credential was written but could not be read back.", FIX_STORE);
    }

    public static Reason probeDisappeared() {
        return new Reason("A probe credential was written but had disappeared when read.", FIX_STORE);
    }

    public static Reason probeNotErased(Host host, Optional<Reason> why) {
        return new Reason(
                "A probe credential was written and cannot be erased."
                        + why.map(reason -> " " + reason.problem()).orElse(""),
                "Erase the item for " + host + " by hand.");
    }

    // Examining the stores
    public static Reason neverLoaded() {
        return new Reason(
                "It has the name of a built-in store or source, and is never loaded.", "Rename the plugin's folder.");
    }

    private static final String CHOOSE_DEFAULT_STORE =
            "Name another default store, or see what is there: wandb auth stores";

    public static Reason defaultStoreNotInstalled(SourceId store) {
        return new Reason("The default store " + store + " is not installed here.", CHOOSE_DEFAULT_STORE);
    }

    public static Reason defaultStoreUnusable(SourceId store, Reason reason) {
        return new Reason("The default store " + store + " cannot be used: " + reason.problem(), reason.remedy());
    }

    public static Reason defaultStoreForbidden(SourceId store, Rule rule) {
        return new Reason(
                "The policy forbids the default store " + store + ": " + rule.statement(), CHOOSE_DEFAULT_STORE);
    }

    // Examining an account
    public static Reason hiddenByVariable(Account account, Location hidden, String logOut) {
        return new Reason(
                "It is used for " + account.text() + " and hides another one: " + hidden.text() + ".",
                "Unset it, or set WANDB_BASE_URL to the server that it is for, or erase the other one: " + logOut);
    }

    public static Reason hiddenByKey(Account account, Location hidden, String logOut) {
        return new Reason(
                "The key here is used for " + account.text() + " and hides another one: " + hidden.text() + ".",
                "Remove this one, or erase the other one: " + logOut);
    }

    public static Reason usedBeside(Account account, String otherKey) {
        return new Reason("This key is used for " + account.text() + ". " + otherKey, "Remove one of the two keys.");
    }

    public static Reason sdkTooOld(InstalledSdk sdk, Account account) {
        return new Reason(
                "The Python SDK of this shell, " + sdk.version() + ", fails with the key for " + account.text()
                        + ": such a key needs " + InstalledSdk.FIRST_WITH_LONG_KEYS + ".",
                "Upgrade it: pip install --upgrade wandb");
    }

    public static String keptInPlaintext(Account account, SourceId better) {
        return "The key for " + account.text() + " is kept in plaintext, though the store " + better
                + " could keep it.";
    }

    public static String credentialForbidden(Account account, Rule rule) {
        return "A credential for " + account.text() + " is here, and a rule forbids it: " + rule.text();
    }

    public static String eraseIt(String logOut) {
        return "Erase it: " + logOut;
    }

    public static final String MOVE_TO_ALLOWED_STORE =
            "Move it to a store that the policy allows: 'wandb auth stores' tells which can be used.";

    public static String unsetAndSave(String logIn) {
        return "Unset it, and save a key: " + logIn;
    }

    public static String saveElsewhere(String logIn) {
        return "Save the key elsewhere and remove the line: " + logIn;
    }

    public static String saveAgainErasing(String logIn) {
        return "Save the key again, which erases this one: " + logIn;
    }

    public static String moveIt(String migrate) {
        return "Move it: " + migrate;
    }

    public static String keyIsGone(Account account, SourceId store) {
        return "The key for " + account.text() + " was saved in the store " + store + ", and it is not there any more.";
    }

    public static String forgetIt(String logOut) {
        return "Forget it: " + logOut;
    }

    public static String saveAgainOrForget(String logIn, String logOut) {
        return "Save it again: " + logIn + " ; or forget it: " + logOut;
    }

    // Judging a policy
    public static final String POLICY = "the policy";
    public static final String POLICY_IN_FORCE = "the policy in force";

    public static Reason unknownInPolicy(SourceId id, Optional<String> near) {
        return new Reason(
                "There is no source or store '" + id + "' here."
                        + near.map(word -> " Did you mean '" + word + "'?").orElse(""),
                "Correct it, or install it before the policy is rolled out: wandb auth stores");
    }

    public static Reason brokenInPolicy(SourceId store, Reason reason) {
        return new Reason("The store " + store + " cannot be used here: " + reason.problem(), reason.remedy());
    }

    public static Reason notChecked(SourceId store, Rule rule) {
        return new Reason(
                "The store " + store + " was not checked: " + rule.statement(),
                "Check the file on a machine whose policy allows it.");
    }

    public static Reason defaultAndForbidden(SourceId store, Rule rule) {
        return new Reason(
                "Keys are saved to " + store + " by default, which is forbidden: " + rule.text(),
                "Name an allowed store: default_store = ID");
    }

    public static Reason allowedAndForbidden(SourceId store, Rule rule) {
        return new Reason(
                "Keys may be saved in " + store + ", and may not: " + rule.text(), "Change one of the two rules.");
    }

    public static Reason orderedAndOff(SourceId source, Rule rule) {
        return new Reason(
                "The order names " + source + ", which is turned off: " + rule.text(),
                "Remove it from one of the two.");
    }

    public static Reason defaultHostForbidden(Host host, Rule rule) {
        return new Reason(
                "The default_host " + host + " is forbidden: " + rule.text(), "Add it to hosts, or name another one.");
    }
}
