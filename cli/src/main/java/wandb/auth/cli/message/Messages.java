package wandb.auth.cli.message;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.domain.Account;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.sdk.InstalledSdk;

/** What the command line says to people. */
public final class Messages {

    // Commands

    // The places and variables that the process was given

    private static final String INEXPRESSIBLE =
            " cannot be used: it is not valid UTF-8, or this system has no UTF-8 locale. ";

    public static final String WORKING_DIRECTORY_INEXPRESSIBLE =
            "The name of the working directory" + INEXPRESSIBLE + "Go to another one.";

    public static final String STORE_TIMEOUT_MISTAKEN =
            Environment.STORE_TIMEOUT + " is not a number of seconds from 1 to 3600. Correct or unset it.";

    public static final String KEY_VARIABLE_REJECTED_BY_SDK =
            "WANDB_API_KEY has white space or quotation marks around its key. They are ignored here; the Python SDK uses"
                    + " the variable as it is and rejects it.";

    public static String pathInexpressible(String variable) {
        return variable + INEXPRESSIBLE + "Name a symbolic link that leads there, or correct it.";
    }

    public static String variableInexpressible(String variable) {
        return variable + INEXPRESSIBLE + "Correct or unset it.";
    }

    public static String secretInPlaceOfPath(String variable) {
        return variable
                + " holds what may be a key or a password, in the place of a path. Correct or unset it; if it is"
                + " a file's name, write ./ before it.";
    }

    public static String pathInLostDirectory(String variable) {
        return variable + " names a place in the working directory, which is gone or closed to this user. Go to another"
                + " one, or write the whole path.";
    }

    // A wrong command line

    public static final String UNKNOWN_COMMAND = "Unknown command.";
    public static final String UNKNOWN_OPTION_OR_KEY =
            "Unknown option. If the key starts with a dash, put it after -- .";
    public static final String TOO_MANY_ARGUMENTS = "Too many arguments.";
    public static final String AN_ARGUMENT = "An argument";

    public static String unknownCommand(String command) {
        return "Unknown command '" + command + "'.";
    }

    public static String unknownOptionOfProgram(String option) {
        return "Unknown option '" + option + "'.";
    }

    public static String unknownOption(String option) {
        return "Unknown option " + option + ".";
    }

    public static String optionOfOthers(String option, String command, List<String> others) {
        StringBuilder sentence = new StringBuilder("'" + command + "' has no option " + option + ", unlike");
        for (int i = 0; i < others.size(); i++) {
            String before = i == 0 ? " '" : i < others.size() - 1 ? ", '" : " and '";
            sentence.append(before).append(others.get(i)).append('\'');
        }
        return sentence.append('.').toString();
    }

    public static String optionMissing(String option, String value) {
        return option + " must be given: " + option + " " + value;
    }

    public static String valueMissing(String option, String value) {
        return option + " needs a value: " + option + " " + value;
    }

    public static String valueNotTaken(String option) {
        return option + " does not take the value that is given.";
    }

    public static String switchWithValue(String option) {
        return option + " takes no value: give it alone, or leave it out.";
    }

    public static String didYouMean(String line) {
        return "Did you mean: " + line;
    }

    public static String tryHelp(String command) {
        return "Try '" + command + " --help'.";
    }

    // A command of the Python SDK

    public static final String PERHAPS_COMMAND_OF_SDK = "If it is one of the Python SDK's: pip install wandb";

    public static String commandOfSdk(String command) {
        return "That is a command of the Python SDK: wandb " + command;
    }

    public static String helpIsOfSdk(String command) {
        return "'" + command + "' is a command of the Python SDK, which has its own help: wandb " + command + " --help";
    }

    public static String sdkMissing(String command) {
        return "'" + command + "' is a command of the Python SDK, and PATH has no other wandb. To get it: pip install"
                + " wandb";
    }

    // Getting ready

    public static final String NO_PROGRAM_WITHOUT_POLICY =
            "No program is run, since the policy in force cannot be read.";

    public static String policyUnreadable(Location location, Reason reason) {
        return "Cannot read the policy; refusing to continue: " + location.text() + ": " + reason;
    }

    public static String notesNotTakenOver(Location location, Reason reason) {
        return "The notes of an earlier version could not be taken over: " + location.text() + ": " + reason;
    }

    /** In parts: it is at hand wherever a store is opened, also where nothing is said. */
    public static final String WAITING_FOR_STORE = "Waiting for the store ";

    public static final String WHICH_MAY_BE_LOCKED = ", which may ask to be unlocked";

    // The key that is given

    public static final String SEVERAL_KEY_ARGUMENTS = "More than one KEY is given: the first counts.";
    public static final String KEY_ARGUMENT_EMPTY = "The KEY argument is empty and was ignored.";

    public static final String KEY_STDIN_AT_TERMINAL =
            "--key-stdin reads a file or a pipe, not the terminal: wandb login --key-stdin < FILE";

    public static final String INPUT_UNREADABLE = "Standard input cannot be read.";
    public static final String INPUT_TOO_LONG = "Standard input holds too much for a key.";
    public static final String INPUT_OF_SEVERAL_LINES = "Standard input holds more than one line; give the key alone.";

    public static String leftOutAroundKey(String removed) {
        return "Left out around the key: " + removed + ".";
    }

    public static String inputUnread(String login) {
        return "There is something on standard input, which was not read. A key there is saved by: " + login;
    }

    // What is given instead of a key

    public static final String LOOKS_LIKE_INPUT = "That looks like standard input, not like a key.";
    public static final String LOOKS_LIKE_COMMAND = "That looks like a command, not like a key.";
    public static final String LOOKS_LIKE_SERVER = "That looks like the address of a server, not like a key.";
    public static final String LOOKS_LIKE_FILE = "That looks like the name of a file, not like a key.";
    public static final String LOOKS_LIKE_PLACEHOLDER =
            "That looks like a placeholder that nothing replaced, not like a key.";
    public static final String LOOKS_LIKE_MAIL_ADDRESS = "That looks like an e-mail address, not like a key.";
    public static final String LOOKS_LIKE_ASSIGNMENT =
            "That looks like the assignment of a variable: give only what stands after the equals sign.";
    public static final String LOOKS_LIKE_ASSIGNMENT_OF_KEY =
            "That looks like the assignment of a variable: give only what stands after WANDB_API_KEY=.";
    public static final String MORE_THAN_KEY = "There is more than a key: give only the key.";

    public static String severalKeys(int keys) {
        return "That looks like " + keys + " keys: give one of them.";
    }

    public static String typeInstead(String command) {
        return "Type: " + command;
    }

    // The question for a key

    public static final String KEY_PROMPT = "Paste your API key (input is hidden) and press Enter: ";
    public static final String NO_KEY_TYPED = "No key was given. Nothing was saved.";
    public static final String SEVERAL_LINES_TYPED = "That was more than one line; give the key alone.";
    public static final String TYPED_LINE_CUT = "The terminal has cut the line; use --key-stdin for it.";

    public static String noTerminalForKey(String login) {
        return "There is no terminal to ask for a key on. Give the key: " + login;
    }

    public static String loggingIn(Account account) {
        return "Logging in to " + account.text();
    }

    public static String loggingIn(Account account, String serverNamedBy) {
        return loggingIn(account) + ", named by " + serverNamedBy;
    }

    public static String pageOfKeys(String address) {
        return "Get a key at " + address;
    }

    public static String charactersTyped(int count) {
        return count == 1 ? "1 character" : count + " characters";
    }

    // wandb login

    public static final String LOGIN_KEY_AND_INPUT = "Use either KEY or --key-stdin, not both.";
    public static final String LOGIN_PAGE_BESIDE_KEY =
            "--open is for a login that asks for the key: give none, or leave --open out.";
    public static final String LOGIN_VERIFIED_AND_NOT = "Use either --verify or --no-verify, not both.";
    public static final String LOGIN_HTTP_UNVERIFIED = "--allow-http goes with --verify: without it, nothing is sent.";
    public static final String LOGIN_PLAINTEXT_IS_TARGET =
            "--keep-plaintext is for a key that goes to another store than netrc: name it with --store.";
    public static final String LOGIN_NEVER_ANONYMOUS = "Anonymous logins no longer exist: --anonymously has no effect.";
    public static final String LOGIN_OPTIONS_OF_SDK =
            "This login opens a page with --open only, and has no offline choice: --browser, --no-browser and"
                    + " --no-offline change nothing.";
    public static final String LOGIN_SAVED_NOTHING = "Nothing was saved.";
    public static final String LOGIN_KEY_IN_HISTORY =
            "Hint: a KEY argument stays in the shell's history; --key-stdin leaves no trace.";

    public static String loginAtServerNamedBy(String file, Host server) {
        return "Only " + file + " names the server " + server + ". Log in there?";
    }

    public static String loginWithKeyGivenBy(String file) {
        return file + " gives this key, which may be another person's. Save it as yours?";
    }

    // wandb logout

    public static final String LOGOUT_FROM_NOWHERE = "Not logged in to any server.";

    // wandb status

    public static String statusSaveKey(String login) {
        return "save a key with: " + login;
    }

    // wandb auth token

    public static String tokenNotRecorded(Location location, Reason reason) {
        return "Access to the key could not be recorded, so the key was not given: " + location.text() + ": " + reason;
    }

    public static String tokenNotKept(Reason reason) {
        return "The access token cannot be kept: " + reason;
    }

    public static String tokenNotAccepted(Host server, String said) {
        return server + " does not accept the identity token: " + said + ".";
    }

    public static String tokenNotExchanged(Reason reason) {
        return "The identity token was not exchanged: " + reason;
    }

    // wandb auth exec

    public static final String EXEC_WITHOUT_DASHES =
            "Write the program after two dashes: wandb auth exec -- CMD [ARGUMENTS]";

    // wandb auth list and stores

    public static final String COLUMN_SERVER = "SERVER";
    public static final String COLUMN_PROFILE = "PROFILE";
    public static final String COLUMN_STORE = "STORE";
    public static final String COLUMN_USER = "USER";
    public static final String COLUMN_PROTECTION = "PROTECTION";
    public static final String COLUMN_HERE = "HERE";
    public static final String COLUMN_POLICY = "POLICY";

    public static final String LIST_EMPTY = "There are no accounts on this machine.";

    public static String listEmpty(Profile profile) {
        return "There are no accounts of the profile " + profile + " on this machine.";
    }

    public static String listSaveKey(String login) {
        return "To save a key: " + login;
    }

    public static final String STORE_ONLY_READ = ", only read";
    public static final String STORE_DEFAULT = ", the default";
    public static final String STORE_USABLE = "usable";
    public static final String STORE_NOT_USABLE = "not usable";
    public static final String STORE_ALLOWED = "allowed";
    public static final String STORE_FORBIDDEN = "forbidden";

    public static String storeNotUsable(Reason reason) {
        return "not usable: " + reason;
    }

    public static String storeForbidden(Rule rule) {
        return "forbidden: " + rule.text();
    }

    // wandb auth stores add and remove

    public static final String STORES_REMOVE_ONE = "Name one store to remove: wandb auth stores remove ID";
    public static final String STORES_WITHOUT_SECTION =
            "Name a store such as command:NAME: others are not set up by a section of their own.";
    public static final String STORES_OPTIONS_OF_ACTIONS = "--dry-run and --name go with add or remove.";
    public static final String STORES_NOTHING_SET_UP = "Nothing was set up";
    public static final String STORES_NOTHING_REMOVED = "Nothing was removed";

    public static String storesActions(List<String> recipes) {
        return "Write: wandb auth stores add RECIPE, or wandb auth stores remove ID. Recipes: " + joined(recipes) + ".";
    }

    public static String storesNoSuchRecipe(List<String> recipes) {
        return "There is no recipe of that name. Recipes: " + joined(recipes) + ".";
    }

    public static String storesNoSuchRecipe(String name, List<String> recipes) {
        return "There is no recipe '" + name + "'. Recipes: " + joined(recipes) + ".";
    }

    public static String storesNoId(String why) {
        return "That is not a store id: " + why + ".";
    }

    public static String storesAnswers(String recipe, List<String> questions) {
        return "Write NAME=VALUE. " + recipe + " has: " + joined(questions) + ".";
    }

    public static String storesAnswerMissing(String recipe, List<String> questions, String missing) {
        return recipe + " needs: " + joined(questions) + ". Write: wandb auth stores add " + recipe + " " + missing
                + "=VALUE";
    }

    public static String storesQuestion(String name, String text, Optional<String> usual) {
        return name + " (" + text + usual.map(answer -> "; else " + answer).orElse("") + ")";
    }

    public static String storesTrying(SourceId store) {
        return "Trying " + store + " with a probe credential ...";
    }

    public static String storesSetUp(SourceId store) {
        return "It kept a probe credential, gave it back and erased it, and is set up by these lines in auth.ini. To"
                + " save a key there: wandb login --store " + store;
    }

    public static String storesWouldRemove(SourceId store) {
        return "The section [store." + store + "] would be removed from auth.ini.";
    }

    public static String storesRemoved(SourceId store) {
        return "Removed the section [store." + store + "] from auth.ini. What is kept there stays.";
    }

    // wandb auth migrate

    public static final String MIGRATE_NO_KEY = "No store has a key.";

    // wandb auth switch

    public static final String SWITCH_NAME_ONE = "Name one profile: wandb auth switch PROFILE";
    public static final String SWITCH_STORE_NOT_INSTALLED = "That store is not installed here.";
    public static final String SWITCH_VARIABLE_FIRST =
            "WANDB_API_KEY comes before it: unset it to use the key of the profile.";

    public static String switchServerNamedBy(String origin, Host server) {
        return "Only " + origin + " names the server " + server
                + ", so nothing was switched. If it is the one you mean," + " add: " + AccountCommand.server(server);
    }

    public static String switchedTo(Account account, Location location) {
        return "The Python SDK finds the key for " + withProfile(account) + " in " + location.text() + " now.";
    }

    public static String switchedBefore(Account account, Location location) {
        return "The Python SDK finds the key for " + withProfile(account) + " in " + location.text() + ".";
    }

    public static String switchedToNone(Host server, Location location) {
        return "The Python SDK finds no key for " + server + " in " + location.text()
                + " now: the profile default has none there.";
    }

    public static String switchKept(Profile profile) {
        return "The one that it found before is kept as that of the profile " + profile + ".";
    }

    public static String switchKeyElsewhere(Account account, SourceId store) {
        return "The key for " + withProfile(account) + " is in " + store + ", where the Python SDK does not look.";
    }

    public static String switchRunPrograms(String options) {
        return "Run programs by: wandb auth exec " + options + "-- PROGRAM";
    }

    public static String switchRunProgramsOrMove(String options) {
        return switchRunPrograms(options) + " ; or move the key: wandb auth migrate " + options + "--to netrc";
    }

    public static String switchNoKey(Account account, Location location, String login) {
        return "There is no key for " + withProfile(account) + " in " + location.text() + ". To save one: " + login;
    }

    public static String switchFailed(Location location, Reason reason) {
        return "Nothing was switched: " + location.text() + ": " + reason;
    }

    private static String withProfile(Account account) {
        return account.host() + " (profile " + account.profile() + ")";
    }

    // wandb auth hook

    public static String hookActions(List<String> actions) {
        return "Name what to do: wandb auth hook " + String.join("|", actions);
    }

    public static String hookNoEnvironment(String action) {
        return "No Python environment is active. Activate one, or name its Python: wandb auth hook " + action
                + " --python PATH";
    }

    // wandb auth policy

    public static final String POLICY_RULES = "Rules in force, each with the file and line that set it:";
    public static final String POLICY_BUILT_IN = "built in";
    public static final String POLICY_NOTE = "Note: ";
    public static final String POLICY_NO_PATH = "--check: that is not the path of a file.";
    public static final String POLICY_NO_FILE = "--check needs a file: wandb auth policy --check FILE";

    public static String policyOrder(List<SourceId> order) {
        return "Sources are consulted in this order: "
                + joined(order.stream().map(SourceId::value).toList()) + ".";
    }

    public static String policyDefaultStore(SourceId store) {
        return "Keys are saved to " + store + " by default.";
    }

    public static String policyDefaultServer(Host server) {
        return "The server is " + server + " unless another is named.";
    }

    // wandb auth doctor

    public static final String DOCTOR_PROGRAMS = "The programs wandb and wandb-auth on PATH, in order:";
    public static final String DOCTOR_OUR_PROGRAM = "this program";
    public static final String DOCTOR_PROGRAM_OF_SDK = "the Python SDK";
    public static final String DOCTOR_OTHER_PROGRAM = "another program";

    public static String doctorProgramOfSdk(InstalledSdk.Version version) {
        return "the Python SDK " + version;
    }

    public static String doctorRunsAs(String name, String whose) {
        return whose + ", which runs as '" + name + "'";
    }

    public static String doctorHidden(String whose) {
        return whose + ", hidden by the one before";
    }

    // wandb version

    public static final String VERSION_UNKNOWN = "(unknown version)";

    // The end of a run

    public static final String OUTPUT_LOST = "Cannot write to standard output: the output is lost.";
    public static final String OUT_OF_MEMORY = "Out of memory while reading a file; reduce its size.";

    /** Without the exception's message, which may quote anything. */
    public static String defect(Throwable exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return "This is a bug in this program, please report it: "
                + exception.getClass().getName() + place + ".";
    }

    // The trace of a run

    public static String tracedCommand(String line) {
        return "command: " + line;
    }

    public static String tracedExitCode(int exitCode) {
        return "exit code: " + exitCode;
    }

    public static String tracedSource(SourceId source) {
        return "source " + source;
    }

    public static String tracedStore(SourceId store) {
        return "store " + store;
    }

    public static String tracedQuestion(String step) {
        return step + " ...";
    }

    public static String tracedAnswer(String step, String answer, long milliseconds) {
        return step + ": " + answer + " (" + milliseconds + " ms)";
    }

    public static String tracedLookup(SourceId source, String answer) {
        return "lookup: " + source + ": " + answer;
    }

    public static String tracedEndOfLookup(SourceId source, String answer) {
        return tracedLookup(source, answer) + "; this ends the lookup";
    }

    public static final String TRACED_YES = "yes";
    public static final String TRACED_NO = "no";
    public static final String TRACED_DONE = "done";
    public static final String TRACED_NOTHING = "nothing";

    public static String tracedSeveral(int count) {
        return count + " found";
    }

    public static String tracedFound(Credential.Summary credential) {
        return "found " + credential;
    }

    public static String tracedUnusable(Reason reason) {
        return "unusable: " + reason;
    }

    public static String tracedRefused(Rule rule) {
        return "refused: " + rule.text();
    }

    public static String tracedSkipped(Rule rule) {
        return "skipped: " + rule.text();
    }

    public static final String TRACED_OPENED = "opened";
    public static final String TRACED_UNKNOWN = "unknown here";

    public static String tracedBroken(Reason reason) {
        return "cannot be used: " + reason;
    }

    public static String tracedSaved(Location location) {
        return "saved and read back: " + location.text();
    }

    public static String tracedErased(Location location) {
        return "erased: " + location.text();
    }

    public static String tracedNothingToErase(Location location) {
        return location.text() + ": nothing to erase";
    }

    public static String tracedConflict(Location location) {
        return location.text() + ": something else is there now; unchanged";
    }

    public static String tracedConfirmed(String user) {
        return "confirmed, user " + user;
    }

    public static String tracedRejected(String said) {
        return "rejected: " + said;
    }

    public static String tracedUnreachable(Reason reason) {
        return "unreachable: " + reason;
    }

    public static String tracedAccessToken(Instant expiresAt) {
        return "an access token, valid until " + expiresAt;
    }

    public static String tracedConfiguration(String policy, int accounts, String profile) {
        return policy + "; saved accounts: " + accounts + "; " + profile;
    }

    public static final String TRACED_NO_RULES = "no policy restricts anything";
    public static final String TRACED_NO_PROFILE = "no profile named";
    public static final String TRACED_NO_SERVER = "no server named";

    public static String tracedProfileNamedBy(Location location) {
        return "profile named by " + location.text();
    }

    public static String tracedServerNamedBy(Location location) {
        return "server named by " + location.text();
    }

    public static String tracedServerKept(List<Location> naming, List<Location> cleared) {
        return "done; " + places("set in ", naming) + places("taken out of ", cleared);
    }

    private static String places(String verb, List<Location> places) {
        return places.isEmpty()
                ? ""
                : verb + joined(places.stream().map(Location::text).toList()) + " ";
    }

    public static final String TRACED_INACTIVE = "not the active profile";

    public static String tracedActive(Location location) {
        return "active in " + location.text();
    }

    public static String tracedNoneActive(Location location) {
        return location.text() + ": no key, so that no profile is active any more";
    }

    public static String tracedNoKey(Location location) {
        return location.text() + ": no key";
    }

    public static String tracedSdk(InstalledSdk sdk) {
        return "SDK " + sdk.version() + " in " + sdk.installation();
    }

    public static String tracedKeyOfSdk(Location location) {
        return "the SDK takes the key in " + location.text();
    }

    private static String joined(List<String> words) {
        return String.join(", ", words);
    }

    // Reports

    private Messages() {}
}
