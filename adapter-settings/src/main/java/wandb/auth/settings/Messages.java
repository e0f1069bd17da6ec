package wandb.auth.settings;

import java.nio.file.Path;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.sdk.ProgramLocator.Owner;
import wandb.auth.files.FileException;
import wandb.auth.files.FileMode;
import wandb.auth.files.ownership.Violation;

/** What the module says to a person. */
public final class Messages {

    private Messages() {}

    // The credential of the environment

    static Reason keyAndTokenFile() {
        return new Reason("WANDB_IDENTITY_TOKEN_FILE is set too, and only one can count.", "Unset one of them.");
    }

    static String onlyForServerOfVariable(Host server) {
        return "It is for the server of WANDB_BASE_URL only, " + server + ".";
    }

    static Reason invalidServerOfVariable(String problem) {
        return new Reason(
                "It is for the server of WANDB_BASE_URL, which is not a valid address: " + problem,
                "Correct or unset WANDB_BASE_URL.");
    }

    static String onlyForProfileOfExec(Profile profile) {
        return "wandb auth exec has set it for the profile " + profile + " only.";
    }

    static String onlyForServerOfExec(Host server) {
        return "wandb auth exec has set it for " + server + " only.";
    }

    static Reason invalidKeyInVariable(String problem) {
        return new Reason(problem, "Correct or unset WANDB_API_KEY.");
    }

    // The file of an identity token

    static Reason noPathInVariable() {
        return unusableTokenFile("It names no file.");
    }

    static Reason noTokenFile() {
        return unusableTokenFile("There is no such file.");
    }

    static Reason notRegularTokenFile() {
        return unusableTokenFile("It is not a regular file.");
    }

    static Reason unreadableTokenFile(FileException problem) {
        return unusableTokenFile("It " + problem.predicate() + ".");
    }

    static Reason tooLargeForToken() {
        return unusableTokenFile("It is too large for a token.");
    }

    static Reason noToken() {
        return unusableTokenFile("It does not hold a token (three parts separated by dots).");
    }

    private static Reason unusableTokenFile(String problem) {
        return new Reason(problem, "Correct or unset WANDB_IDENTITY_TOKEN_FILE.");
    }

    static Reason tokenFileThatOthersChange(Violation violation) {
        return new Reason(
                violation.problem(),
                violation.remedy() + " Or let WANDB_IDENTITY_TOKEN_FILE name a file that nobody else can write.");
    }

    // Reading the settings files

    static final String WORKSPACE_OF_USERS_OWN_FILE = "the working directory, whose settings file is the user's own";

    static Reason unusableFile(FileException problem) {
        return new Reason("It " + problem.predicate() + ".", problem.remedy());
    }

    static Reason optionUnknownToSdk(String name) {
        return rejectedBySdk("does not know the option " + (ApiKey.isLikely(name) ? "here" : TerminalSafe.of(name)));
    }

    static Reason optionGoneFromSdk(String name) {
        return rejectedBySdk("does not know the option " + name + " from version 0.31 on");
    }

    static Reason optionOfNewerSdk(String name) {
        return rejectedBySdk("does not know the option " + name + " before version 0.31");
    }

    static Reason valueRejectedBySdk(String name) {
        return rejectedBySdk("does not accept the value of " + name);
    }

    static Reason emptyServerRejectedBySdk() {
        return rejectedBySdk("does not accept an empty base_url");
    }

    private static Reason rejectedBySdk(String predicate) {
        return new Reason(
                "The Python SDK " + predicate
                        + ", and goes on without the settings files: it uses neither their server nor their key.",
                "Correct the line, or remove it.");
    }

    // Their key

    /** Followed by the server and a period: a constant, since every lookup passes it along that goes by such a file. */
    static final String SERVER_WITHOUT_KEY = "It holds no api_key; it names the server ";

    static final String INVALID_SERVER_WITHOUT_KEY = "It holds no api_key, and its base_url is not a valid address.";

    static final String KEY_ONLY_FOR_CLOUD =
            "This api_key is only for the public cloud, since no server is named beside it.";

    static String keyOnlyForServer(Host server, Location location) {
        return "This api_key is only for " + server + ", which " + location.text() + " names.";
    }

    static Reason unknownServerOfKey(Location location, Reason reason) {
        return new Reason("Its server is unknown: " + location.text() + ": " + reason.problem(), reason.remedy());
    }

    static Reason invalidServerOfKey(Location location, String problem) {
        return unknownServerOfKey(location, new Reason(problem, "Correct the address."));
    }

    static Reason invalidKeyInFile(String problem) {
        return new Reason(problem, "Correct or remove the line.");
    }

    static Reason openToOthers(Path file, FileMode mode) {
        return new Reason("The file is accessible to other users (mode " + mode + ").", restrict(file));
    }

    // Changing the server

    static Reason linkOfWorkspace() {
        return new Reason(
                "A link leads to another file, which is not changed for a workspace.",
                "Remove the base_url from that file in an editor, or remove the link.");
    }

    static Reason unusableWithoutServer(Reason reason) {
        return new Reason("Without its base_url: " + reason.problem(), reason.remedy());
    }

    static Reason keyOfAnotherServer() {
        return new Reason(
                "This file contains the api_key of another server; with a new base_url it would be sent to the new"
                        + " server.",
                "Remove the line from the file, then log in again.");
    }

    static Reason changedMeanwhile() {
        return new Reason("Another program changed it at the same time.", "Log in again.");
    }

    // The hook of a Python environment

    public static Reason noPython(Path path) {
        return new Reason(
                new Location.File(path).text() + ": There is no Python.",
                "Name a Python, or the folder of its environment: --python PATH");
    }

    public static Reason pythonThatOthersChange(Violation violation) {
        return new Reason(
                new Location.File(violation.path()).text() + ": " + violation.problem()
                        + " Root runs no Python that others can change.",
                "Run this as the user whose environment it is.");
    }

    public static Reason noPythonPackage() {
        return new Reason("The program is incomplete: it has no Python package.", "Build or install it again.");
    }

    public static Reason notPython3(Path python) {
        return new Reason(
                new Location.File(python).text() + ": It is not Python 3.8 or newer.", "Name one: --python PATH");
    }

    public static Reason pythonCannotRun(Path python) {
        return new Reason(new Location.File(python).text() + ": It cannot be run.", "Name a Python: --python PATH");
    }

    public static String pythonFailedSilently(Path python) {
        return new Location.File(python).text() + ": It failed without a message.";
    }

    // Only the doctor asks

    static Reason invalidAddress(String problem) {
        return new Reason(problem, "Correct the address, or remove it.");
    }

    static Reason anonymousOption() {
        return new Reason(
                "The option anonymous has no effect: anonymous logins no longer exist, and the Python SDK warns"
                        + " about it.",
                "Remove the line.");
    }

    static Reason sectionInOtherCase(String name) {
        return new Reason(
                "Nothing in the section [" + name
                        + "] counts: the Python SDK and this program read [default], in lower case.",
                "Rename the section.");
    }

    static Reason keyInWorkspace() {
        return new Reason(
                "The settings of a workspace contain an API key, and are easily shared with its code.",
                "Remove the line. A key that a login saves is in no workspace.");
    }

    static Reason keyOpenToOthers(Path file, FileMode mode) {
        return new Reason(
                "This file contains an API key and is accessible to other users (mode " + mode + ").", restrict(file));
    }

    private static String restrict(Path file) {
        return "Restrict it: chmod 600 " + TerminalSafe.shellWord(file.toString());
    }

    static Reason differentServers(Host workspace, Location systemFile, Host system) {
        return new Reason(
                "Runs in this folder use the server " + workspace + ", but " + systemFile.text() + " names " + system
                        + ".",
                "Remove the line here, or name one server in both.");
    }

    static Reason openFolder(Path folder, int permissions) {
        return new Reason(
                "Every user can replace the files in it, and so choose the server and the key: it is writable by everybody"
                        + " (mode 0"
                        + Integer.toOctalString(permissions) + ").",
                "Remove that permission: chmod go-w " + TerminalSafe.shellWord(folder.toString()));
    }

    static Reason leftByKilledRun(Path file) {
        return new Reason(
                "A run that was killed left this file behind; it may contain a credential.",
                "Remove it: rm " + TerminalSafe.shellWord(file.toString()));
    }

    public static Reason unreadableHistory(FileException problem) {
        return new Reason(
                "This history was not searched for API keys: it " + problem.predicate() + ".", problem.remedy());
    }

    public static Reason keysInHistory(int keys) {
        return new Reason(
                keys == 1
                        ? "This shell history contains an API key, on this line."
                        : "This shell history contains API keys in " + keys + " places, the first on this line.",
                "Remove the key while no shell is open that would write it again, and replace the key on its server."
                        + " Later, let 'wandb login' ask for it, or use --key-stdin.");
    }

    public static Reason hiddenOnPath(Path ours, Owner first, String linkCommand) {
        return new Reason(
                "This is " + (first == Owner.SDK ? "the Python SDK" : "another program") + ", and comes before "
                        + TerminalSafe.shellWord(ours.toString()) + " on PATH: a shell runs it as wandb.",
                "Link the program under its other name: " + linkCommand);
    }
}
