package wandb.auth.cli.message;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.server.Identity;

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

    public static String policyUnreadable(String place, Reason reason) {
        return "Cannot read the policy; refusing to continue: " + place + ": " + reason;
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
        return "There is something on standard input, which was not read. To save a key from there: " + login;
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
        return "Write NAME=VALUE. " + recipe + " takes: " + joined(questions) + ".";
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
        return "The key that it found before is kept under the profile " + profile + ".";
    }

    public static String switchKeyElsewhere(Account account, SourceId store) {
        return "The key for " + withProfile(account) + " is in " + store + ", where the Python SDK does not look.";
    }

    public static String switchRunPrograms(String options) {
        return "Run programs with: wandb auth exec " + options + "-- PROGRAM";
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
        return "No Python environment is active. Activate one, or name the Python of one: wandb auth hook " + action
                + " --python PATH";
    }

    // wandb auth policy

    public static final String POLICY_RULES = "Rules in force, each with the file and line that set it:";
    public static final String POLICY_BUILT_IN = "built in";
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
    public static final String TOO_FEW_PROCESSES =
            "This user, or this container, may have no more processes and threads. End other programs, or raise the"
                    + " limit where it is set, or by: ulimit -u unlimited";
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

    public static final String TRACED_OPENED = "opened";
    public static final String TRACED_UNKNOWN = "unknown here";

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
        return "done" + places("; set in ", naming) + places("; taken out of ", cleared);
    }

    private static String places(String verb, List<Location> places) {
        return places.isEmpty()
                ? ""
                : verb + joined(places.stream().map(Location::text).toList());
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

    // What marks a line

    public static final String ERROR_MARK = "ERROR";
    public static final String WARNING_MARK = "WARNING";
    public static final String TRACE_MARK = "TRACE";
    public static final String NOTE_MARK = "Note: ";

    // Options: the account

    public static final String HOST_OPTION_BESIDE_CLOUD = "Use either --cloud or --host, not both.";
    public static final String ALL_OPTION_BESIDE_ACCOUNT =
            "--all means every server and profile: leave out --host, --cloud and --profile.";
    public static final String CHOSEN_BY_DEFAULT = "the default";
    public static final String CHOSEN_BY_PROGRAM = "the program that asks";
    public static final String CHOSEN_BY_CONFIGURATION = "the configuration";

    public static String hostOptionMeans(String typed, String address) {
        return "--host " + typed + " means " + address + ".";
    }

    public static String hostOptionWithoutScheme(String typed) {
        return "--host: it does not say whether the server is reached by http or https. Type one of: --host http://"
                + typed + " ; --host https://" + typed;
    }

    public static String allOptionWithoutAccounts(Location file, Reason reason) {
        return file.text() + ": " + reason + " Nothing was changed.";
    }

    public static String chosenAccountTrace(Host server, String serverOrigin, Profile profile, String profileOrigin) {
        return "account: server " + server + ", named by " + serverOrigin + "; profile " + profile + ", named by "
                + profileOrigin;
    }

    // Options: stores

    public static final String STORE_OPTION_WITHOUT_STORES = "none that keys may be saved to";

    public static String storeOptionUnknown(String option, String typed, String stores) {
        return option + ": there is no store '" + typed + "' here. Stores: " + stores + ".";
    }

    /** The same without what was typed. */
    public static String storeOptionMayBeKey(String option, String stores) {
        return option + ": there is no such store here. Stores: " + stores + ".";
    }

    public static String usualStoreUnknown(Location file, Reason reason) {
        return "Cannot determine which store holds this account's key: " + file.text() + ": " + reason;
    }

    public static String usualStoreNotInstalled(SourceId store, String others) {
        return "The key is to be saved in the store '" + store
                + "', which is not installed here. Install it, or name another with --store: " + others + ".";
    }

    public static String adviceToSaveOne(String command) {
        return "To save one: " + command;
    }

    // Options: what is typed after them, or instead

    public static String pathOptionNotUtf8(String option) {
        return option + ": the path is not valid UTF-8, or this system has no UTF-8 locale. Name a symbolic link that"
                + " leads there.";
    }

    public static String pathOptionMayBeKey(String option) {
        return option + ": this looks like an API key, not a path.";
    }

    public static String dashesInOption(int dash, String name) {
        return "That looks like an option whose hyphens became dashes (" + codePoint(dash) + "): type --" + name + ".";
    }

    private static String codePoint(int character) {
        String hex = Integer.toHexString(character).toUpperCase(Locale.ROOT);
        return "U+" + "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }

    /** The same without the name, which may be a key. */
    public static String dashesInArgument(int dash) {
        return "That looks like an option whose hyphens became dashes (" + codePoint(dash)
                + "): type two hyphens, -- , before its name.";
    }

    public static String completionShellNeeded(String shells) {
        return "Name the shell: " + shells + ".";
    }

    // Recipes, after the name of what was answered

    public static final String RECIPE_ANSWER_NOT_SAFE = "may not be empty, begin with a dash or contain '..'";

    public static String recipeAnswerNotPlain(String signs) {
        return "may hold letters and digits of ASCII and " + signs + " only";
    }

    // The terminal

    public static final String TERMINAL_NOT_READ = "The terminal cannot be read.";
    public static final String TERMINAL_NOT_WRITTEN = "The terminal cannot be written to.";
    public static final String TERMINAL_NOT_CLOSED = "The terminal cannot be closed.";
    public static final String YES = "yes";
    public static final String NO = "no";

    public static String yesNoQuestion(String question) {
        return question + " [y/N] ";
    }

    // The page with the keys

    public static final String PAGE_OPENED = "The page was opened in your browser.";
    public static final String PAGE_NOT_OPENED_OVER_SSH =
            "No browser is opened over ssh: open the page on the machine that you sit at.";
    public static final String PAGE_NOT_OPENED_AS_ROOT = "No browser is opened as root: open the page yourself.";
    public static final String PAGE_ADDRESS_SPECIAL_TO_WINDOWS =
            "The address has characters that are special to Windows commands: open the page yourself.";
    public static final String PAGE_WITHOUT_DISPLAY = "There is no display here to open the page on.";

    public static String pageOpenerMissing(String program) {
        return "No program here can open pages (" + program + "): open it yourself.";
    }

    public static String pageOpenerFailed(String program) {
        return "The page could not be opened by " + program + ": open it yourself.";
    }

    // Waits for a server

    public static String waitingForVerification(Host host) {
        return "Waiting for " + host + " to check the key";
    }

    public static String waitingForTokenExchange(Host host) {
        return "Waiting for " + host + " to exchange the identity token";
    }

    // Where a file is

    public static String pathNamedByVariable(Location file, String variable) {
        return file.text() + " (by " + variable + ")";
    }

    // A lookup without a credential

    public static String lookupRefused(String place, Rule rule) {
        return place + ": found and refused. " + rule.text();
    }

    public static String lookupFoundNothing(Account account) {
        return "There is no API key for " + account.text() + ".";
    }

    public static String lookupSkipped(Location place, Rule rule) {
        return "Skipped " + place.text() + ": " + rule.text();
    }

    public static String lookedIn(Location place) {
        return "Looked in " + place.text() + ".";
    }

    public static String getKeyAndLogIn(String webApp, String login) {
        return "Get a key at " + webApp + "/authorize, then: " + login;
    }

    public static String getKeyIfServerIsMeant(String file, String webApp, String login) {
        return "Only " + file + " names this server. If it is the one you mean, get a key at " + webApp
                + "/authorize, then: " + login;
    }

    // What a rule forbids, and what can be done

    public static final String FORBIDDEN_SERVER_REMEDY =
            "Name a server that the rule allows: --host URL. Or ask the author of the rule.";
    public static final String FORBIDDEN_STORES_REMEDY = "To have a store allowed, ask the author of the rule.";

    public static String forbiddenSavingRemedy(String login) {
        return "To save a key in a way that is allowed: " + login;
    }

    public static String forbiddenStoreRemedy(String account) {
        return "To move it to a store that is allowed ('wandb auth stores' lists them): wandb auth migrate " + account
                + "--to ID";
    }

    // A login: nothing is saved

    public static String loginAlreadyThere(
            Account account, Optional<Identity> user, Credential.Summary credential, Location place) {
        return "Already logged in to " + account.text() + loginAsUser(user) + ": " + credential + ", from "
                + place.text() + ".";
    }

    private static String loginAsUser(Optional<Identity> user) {
        if (user.isEmpty()) {
            return "";
        }
        String team = user.get()
                .defaultTeam()
                .map(name -> " (default team " + TerminalSafe.of(name) + ")")
                .orElse("");
        return " as " + TerminalSafe.of(user.get().userName()) + team;
    }

    public static String loginAnotherKey(String login) {
        return "To save another key: " + login;
    }

    public static String loginServerOfWorkspace(String file, Host server) {
        return "Only " + file + " names the server " + server + ", so nothing was sent or saved. If it is the one you"
                + " mean, add: " + AccountCommand.server(server);
    }

    public static String loginKeyOfWorkspace(String file) {
        return file + " gives this key, which may be another person's, so nothing was saved. To be asked for yours,"
                + " add: --relogin ; or remove the line from the file.";
    }

    public static String loginTokenNotSaved(Location place) {
        return place.text() + " gives an identity token, which is read again in every run and cannot be saved.";
    }

    public static String loginKeyRejected(Host server, String said) {
        return server + " does not accept the key (" + said + "). Nothing was changed.";
    }

    public static String loginFoundKeyRejected(Host server, Location place, String said) {
        return server + " does not accept the credential from " + place.text() + " (" + said
                + "). Nothing was changed.";
    }

    public static String loginUnconfirmed(Reason reason, Optional<Rule> rule) {
        return "Nothing was saved: " + reason + " "
                + rule.map(Rule::text).orElse("Without --verify it is saved without asking the server.");
    }

    public static String loginKeyNotSaved(String place, Reason reason) {
        return "The key was not saved: " + place + ": " + reason;
    }

    public static String loginKeyNotSavedOverAnother(Location place) {
        return "The key was not saved: " + place.text()
                + " was changed by another program at the same time. Try again.";
    }

    // A login: what was saved, and what should be looked at

    public static String loginSavedKey(Account account, Location place, Credential.Summary key) {
        return "Saved the key for " + account.text() + " in " + place.text() + " (" + key + ").";
    }

    public static String loginSavedFoundKey(Location origin, Account account, Location place, Credential.Summary key) {
        return "Saved the key from " + origin.text() + " for " + account.text() + " in " + place.text() + " (" + key
                + ").";
    }

    public static String loginAdoptedKey(Host server, Location place, Credential.Summary key) {
        return "Found a key for " + server + " in " + place.text() + " (" + key
                + "). From now on it is used; nothing was saved.";
    }

    public static String loginPlaintextCopyFirst(Location file) {
        return file.text()
                + " still holds the key in plaintext, and is used first. Remove the api_key line from the file to use"
                + " the saved key.";
    }

    public static String loginDisplacedKey(Host server, Account other) {
        return "The netrc file has one entry for all addresses of " + server.machine() + ": the key of " + other.text()
                + " was there, and is replaced.";
    }

    public static String loginKeyNotVerified(Reason reason, String command) {
        return "The key was not verified: " + reason + " To verify it later: " + command;
    }

    public static String accessTokenNotKept(Reason reason) {
        return "The access token cannot be kept: " + reason;
    }

    public static String loginAccountNotListed(String place, Reason reason) {
        return "The account could not be added to the list of accounts: " + place + ": " + reason;
    }

    public static String loginStoreNotRecorded(SourceId store, String place, Reason reason) {
        return "Could not record that the key is in " + store + ", so later runs will not look there: " + place + ": "
                + reason;
    }

    public static String loginNotEncrypted(Host server) {
        return "The connection to " + server + " is not encrypted: programs that use this key show it to anyone on the"
                + " network path. If the server has https, name it with https://.";
    }

    public static String loginKeyBehindUnusable(Location first, Reason reason) {
        return first.text() + " comes before the saved key and cannot be used: " + reason;
    }

    public static String loginKeyBehindRefused(Location first, Rule rule) {
        return first.text() + " comes before the saved key and is refused: " + rule.text();
    }

    public static String loginKeyBehindAnother(Location first) {
        return first.text() + " comes before the saved key: unset or correct it to use the saved one.";
    }

    public static String loginKeyBehindAnotherButNotForSdk(Location first) {
        return loginKeyBehindAnother(first) + " The Python SDK by itself uses the saved one already.";
    }

    public static String loginSdkTooOld(InstalledSdk sdk) {
        return "The Python SDK of this shell is " + sdk.version() + " (" + reportedPath(sdk.installation())
                + "): before "
                + InstalledSdk.FIRST_WITH_LONG_KEYS + " it fails with this key (\"API key must be 40 characters"
                + " long\"). Upgrade it: pip install --upgrade wandb";
    }

    private static String reportedPath(Path path) {
        return new Location.File(path).text();
    }

    // A login: the server of later runs

    public static final String SERVER_BACK_TO_PUBLIC_CLOUD = "To go back to the public cloud: wandb login --cloud";

    public static String serverRemembered(Location file) {
        return "Remembered the server in " + file.text() + ": it is the default from now on.";
    }

    public static String serverRememberedBehindVariable(Location file) {
        return "Remembered the server in " + file.text() + ": it is the default where WANDB_BASE_URL is not set.";
    }

    public static String serverBackTo(Host server) {
        return "To go back to " + server + ": wandb login " + AccountCommand.server(server);
    }

    public static String serverTakenOut(Location file) {
        return "Removed base_url from " + file.text() + ".";
    }

    public static String serverNotRemembered(String place, Reason reason) {
        return "The server was not remembered, so later runs have to name it: " + place + ": " + reason;
    }

    public static String serverBehindVariable(Host server) {
        return "WANDB_BASE_URL names another server: unset it, and programs will use " + server + ".";
    }

    public static String anonymousOptionRemoved(Location file) {
        return "Removed the option anonymous, which no longer has an effect, from " + file.text() + ".";
    }

    public static String anonymousOptionNotRemoved(Location file, Reason reason) {
        return "The option anonymous, which no longer has an effect, could not be removed: " + file.text() + ": "
                + reason;
    }

    // A login: the keys that it replaces

    public static final String REPLACED_KEY_REMEDY_BY_LOGIN = "Then log in again.";

    public static String replacedKeyRemedyByMove(String account, SourceId store) {
        return "Then: wandb auth migrate " + account + "--to " + store;
    }

    public static String replacedKeyErased(Location place) {
        return "Erased the key from " + place.text() + ".";
    }

    public static String replacedKeyNotErased(SourceId store, Location place, Reason reason, String remedy) {
        return "The key is still in " + store + " too: " + place.text() + ": " + reason + " " + remedy;
    }

    public static String replacedKeyChanged(Location place) {
        return "The key was not erased from " + place.text()
                + ": another program saved one there at the same time. Remove it if you do not need it.";
    }

    public static String replacedKeyShared(SourceId store, Account holder) {
        return "The key in " + store + " was left there: it also belongs to " + holder.text() + ".";
    }

    public static String olderKeyUnreadable(Location place, Reason reason) {
        return place.text() + " may have an older key for this server: " + reason;
    }

    public static String olderKeyLeftAlone(Location place) {
        return place.text() + " has an entry for this server, which was left in place because this program did not"
                + " create it. Remove it if it is yours.";
    }

    public static String otherKeyUnreadable(Location place, Reason reason) {
        return place.text() + " may have another key for this server: " + reason;
    }

    public static String otherKeyLeftThere(Location place) {
        return place.text() + " has another key for this server, which was left there. Remove it if you do not need"
                + " it.";
    }

    public static String otherKeyOfSdkLeftThere(Location place) {
        return place.text() + " has another key for this server, which was left there, and which the Python SDK uses."
                + " Remove it if you do not need it.";
    }

    // A login: its last line

    public static String loggedIn(Account account, Optional<Identity> user, SourceId store) {
        return "Logged in to " + account.text() + loginAsUser(user) + ", with the key in " + store + ".";
    }

    public static String loggedInWithoutSdk(String account) {
        return "Programs that use the Python SDK get this key with: wandb auth exec " + account + "-- PROGRAM";
    }

    public static String loggedInWithSdk(String account) {
        return "The Python SDK uses it too. To check: wandb status " + account;
    }

    public static String loggedInPerhapsWithSdk(String account) {
        return "To see what is used: wandb status " + account;
    }

    // The hook of the Python SDK

    public static final String HOOK_ADVICE =
            "To let the SDK of a Python environment find it, also in notebooks: wandb auth hook enable";
    public static final String HOOK_ADVICE_WITHOUT_ENVIRONMENT = HOOK_ADVICE + " --python PATH";
    public static final String HOOK_OF_ENVIRONMENT_ON =
            "the active Python environment; the hook is on: its SDK gets its key from this program";

    public static String hookOfEnvironmentOff(String options) {
        return "the active Python environment; the hook is off: to switch it on: wandb auth hook enable" + options;
    }

    public static String hookOnInStatus(Path environment) {
        return "The hook is on in " + reportedPath(environment)
                + ": the Python SDK there gets its key from this program.";
    }

    public static String hookOnAfterSave(Path environment) {
        return "The hook is on in " + reportedPath(environment) + ": the Python SDK there gets this key.";
    }

    public static String hookOnWithExec(Path environment) {
        return "The hook is on in " + reportedPath(environment)
                + ": programs of that Python get the key even without 'wandb auth exec'.";
    }

    // The status

    public static final String STATUS_SERVER = "Server";
    public static final String STATUS_WEB_APP = "Web app";
    public static final String STATUS_PROFILE = "Profile";
    public static final String STATUS_LOGIN = "Login";
    public static final String STATUS_USER = "User";
    public static final String STATUS_SDK = "SDK";
    public static final String STATUS_SOURCES = "Sources consulted, in order:";
    public static final String STATUS_SDK_SAME = "uses the same key by itself";
    public static final String STATUS_SDK_SAME_SINCE_0_31 = "uses the same key by itself, from version 0.31 on";
    public static final String STATUS_ABSENT = "nothing there";

    public static String statusProfileBehind(Location first, Profile profile) {
        return first.text() + " comes before its key, whichever profile is meant. To use its key: --profile " + profile;
    }

    public static String statusLogin(Credential.Summary credential, Location place) {
        return credential + ", from " + place.text();
    }

    public static String statusLoginBlocked(Location place) {
        return "none: " + place.text() + " cannot be used";
    }

    public static String statusLoginNone(String advice) {
        return "none; " + advice;
    }

    public static String statusUser(String name) {
        return name + " (when last verified)";
    }

    public static String statusSdkOther(String account) {
        return "uses another key by itself; with this one: wandb auth exec " + account + "-- PROGRAM";
    }

    public static String statusSdkNone(String account) {
        return "does not find this key by itself; with this one: wandb auth exec " + account + "-- PROGRAM";
    }

    public static String statusFound(Credential.Summary credential) {
        return "found: " + credential;
    }

    public static String cannotBeUsed(Reason reason) {
        return "cannot be used: " + reason;
    }

    public static String statusRefused(Rule rule) {
        return "found and refused: " + rule.text();
    }

    public static String skipped(Rule rule) {
        return "skipped: " + rule.text();
    }

    // What is wrong on a machine or in a file

    public static String complaintsFound(int problems) {
        return switch (problems) {
            case 0 -> "No problems found.";
            case 1 -> "1 problem found.";
            default -> problems + " problems found.";
        };
    }

    // A move to another store

    public static String movePlanned(Account account, Location origin, SourceId target) {
        return "Would move the key for " + account.text() + " from " + origin.text() + " to " + target + ".";
    }

    public static String moveNotNeeded(Account account, Location place) {
        return "The key for " + account.text() + " is in " + place.text() + " already.";
    }

    public static String moveOverAnotherKey(Location held, Account account, SourceId target) {
        return held.text() + " has another key for " + account.text() + ", so nothing was moved. To use that one: "
                + AccountCommand.logIn(account, "--store " + target + " ") + " ; to replace it, give the key: "
                + AccountCommand.logIn(account, "--store " + target + " --relogin ");
    }

    public static String moveOfNothing(Account account) {
        return "No store has a key for " + account.text() + ".";
    }

    // A logout

    public static final String LOGOUT_REMOVE_THERE = "Remove it there.";

    public static String logoutNotNeeded(Account account) {
        return "Not logged in to " + account.text() + ".";
    }

    public static String logoutOfUnknown(Account account) {
        return "No login to " + account.text()
                + " is known here, so nothing was erased: what is stored under its name may be another program's.";
    }

    public static String logoutErasedKey(Account account, Location place) {
        return "Erased the key for " + account.text() + " from " + place.text() + ".";
    }

    public static String logoutKeyChanged(Location place) {
        return "Nothing was erased from " + place.text() + ": another program changed it at the same time. Try again.";
    }

    public static String logoutKeyNotErased(SourceId store, Location place, Reason reason) {
        return "The key could not be erased from " + store + ": " + place.text() + ": " + reason;
    }

    public static String logoutErasedTokens(Account account, Location place) {
        return "Erased the access tokens for " + account.text() + " from " + place.text() + ".";
    }

    public static String logoutTokensNotErased(Location place, Reason reason) {
        return "The access tokens could not be erased: " + place.text() + ": " + reason;
    }

    public static String logoutLeftReadOnly(Location place) {
        return place.text() + " is no longer used but is read-only, so its key was not deleted. If you do not need it,"
                + " remove it with the program that keeps it.";
    }

    public static String logoutStillListed(Location place, Reason reason) {
        return "The account is still in the list of accounts: " + place.text() + ": " + reason;
    }

    public static String logoutKeyShared(Account holder) {
        return "The key in the netrc file was left there: it also belongs to " + holder.text() + ".";
    }

    public static String logoutStillFinds(Location place, String remedy) {
        return place.text() + " still gives a credential. " + remedy;
    }

    public static String logoutStillRefuses(Location place, Rule rule, String remedy) {
        return place.text() + " still has a credential, which is refused: " + rule.text() + " " + remedy;
    }

    public static String logoutMayStillFind(Location place, Reason reason) {
        return place.text() + " may still have a credential: " + reason;
    }

    public static String logoutUnset(Location.Variable variable) {
        return "Unset it: unset " + variable.text();
    }

    public static String loggedOut(Account account) {
        return "Logged out of " + account.text() + ". The key stays valid until it is revoked there.";
    }

    private Messages() {}
}
