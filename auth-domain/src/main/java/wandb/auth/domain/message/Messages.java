package wandb.auth.domain.message;

/** What the values and the policy say to a person. */
public final class Messages {

    private Messages() {}

    // The folder of the user's settings
    public static final String NO_HOME_FOR_SETTINGS = "There is no home directory for a settings file.";
    public static final String SET_HOME = "Set HOME, or WANDB_CONFIG_DIR.";
    public static final String NOT_A_DIRECTORY_PATH = "It is not the path of a directory.";
    public static final String SET_TO_A_DIRECTORY = "Set it to one, or unset it.";
    public static final String ROOT_OF_FILE_SYSTEM = "It names the root of the file system.";
    public static final String SET_TO_A_FOLDER = "Set it to a folder, or unset it.";
    public static final String HOME_OF_ANOTHER_USER = "It names another user's home directory.";
    public static final String WRITE_PATH_OUT = "Write the path out, or begin it with ~/.";

    // Reading the address of a server, and patterns for servers
    public static final String ADDRESS_EMPTY = "The server address is empty.";
    public static final String KEY_IN_PLACE_OF_SERVER = "This looks like an API key, not a server's name.";

    public static String portTooHigh(int highest) {
        return "The port of a server address is a number up to " + highest + ".";
    }

    /** The hint is one of those below: what is wrong with it, or what was meant. */
    public static String notAServerAddress(String subject, String hint) {
        String end = hint.endsWith("?") ? "" : ".";
        return subject + " is not a server address: " + hint + end;
    }

    public static String didYouMean(String address) {
        return "did you mean " + address + "?";
    }

    public static final String CLOUD_BY_HTTPS_ONLY = "the public cloud is reached by https only";
    public static final String WITHOUT_USER_INFO = "leave out the user name and password";
    public static final String HOLDS_BLANK_OR_CONTROL = "it holds a blank or a control character";

    public static String holdsCharacter(char character) {
        return "it holds the character " + character;
    }

    public static String leaveOutFrom(char start) {
        return "leave out everything from the " + start + " on";
    }

    public static String slashesMustFollow(String scheme) {
        return "two slashes must follow " + scheme + ":";
    }

    public static final String MUST_START_WITH_HTTPS = "it must start with https:// (or http://)";
    public static final String ESCAPE_IN_PATH = "write other than ASCII characters of the path as %XX";
    public static final String BROKEN_ESCAPE_IN_PATH = "its path holds a broken escape or an escaped control character";
    public static final String NAMES_NO_HOST = "it names no host";
    public static final String NO_VALID_IPV6 = "it holds no valid IPv6 address";
    public static final String NO_VALID_IPV4 = "it holds no valid IPv4 address";
    public static final String HOST_NAME_CHARACTERS = "a host name holds letters, digits, dots and dashes";
    public static final String WRITE_NAME_IN_ASCII = "write the international host name in its ASCII form (xn--...)";

    public static String domainMustEndPattern(String pattern) {
        return "'" + pattern + "' is not a pattern for servers: nothing may follow the domain.";
    }

    // Reading the name of a profile
    public static final String KEY_IN_PLACE_OF_PROFILE = "This looks like an API key, not a profile name.";

    public static String notAProfileName(String subject, int longest) {
        return subject + " is not a profile name: use up to " + longest
                + " letters, digits, dots, dashes and underscores, not starting with a dash.";
    }

    /** Follows what to do about a file that may name it. */
    public static final String OR_NAME_PROFILE = " Or name the profile with --profile.";

    public static String profileOn(String server, String profile) {
        return server + " (profile " + profile + ")";
    }

    // What a sentence calls a text that is not shown, since it may be a secret
    public static final String NOT_QUOTED = "This";
    public static final String HIDDEN_WORDS = "(words that are not shown: they may hold a key)";

    // Reading a key, and what was left out around it
    public static final String KEY_EMPTY = "The API key is empty.";
    public static final String KEY_LIKE_TOKEN =
            "The API key has dots like a token (JWT) but is not one: the first two parts of a token are JSON"
                    + " objects in base64url; copy it again.";
    public static final String KEY_ENDS_WITH_DASH = "The API key ends with its first dash; copy it again.";

    public static String keyTooShort(int length, boolean isAfterDash, int fewest) {
        return "The API key is too short: it has " + length + (length == 1 ? " character" : " characters")
                + (isAfterDash ? " after the first dash" : "") + ", a key has " + fewest + " or more; copy it again.";
    }

    public static String characterNotOfKey(int place, String character) {
        return "The API key may hold only ASCII letters, digits, underscores and dashes; its character " + place
                + " is " + character + "; copy it again.";
    }

    public static String sameKeyInARow(int times, int length) {
        return "That is the same key " + (times == 2 ? "twice" : times + " times") + " in a row: " + times * length
                + " characters, " + times + " times " + length + "; give it once.";
    }

    public static final String BYTE_ORDER_MARK = "a byte order mark";
    public static final String WHITE_SPACE = "white space";
    public static final String QUOTATION_MARKS = "quotation marks";

    // What is shown of a credential
    public static final String TOKEN_AS_KEY = "token as API key";
    public static final String KEY_OF_VERSION_1 = "wandb_v1 API key";
    public static final String KEY_WITH_PREFIX = "API key with a prefix";
    public static final String KEY = "API key";
    public static final String IDENTITY_TOKEN = "identity token";

    public static String credential(String kind, int length, String ending) {
        String text = kind + ", " + length + " characters";
        return ending.isEmpty() ? text : text + ", ending in " + ending;
    }

    // What a lookup does not use: rules that runs make which print nothing, so that most are constants
    public static final String ONLY = "Only ";
    public static final String NAMES_THIS_SERVER = " names this server, so ";
    public static final String NO_CREDENTIAL_OF_ENVIRONMENT = "a credential of the environment is not used for it.";
    public static final String NO_COMMAND = "no command is run for it.";
    public static final String NO_STORED_KEY = "a stored key is not used for it.";
    public static final String NAME_THE_SERVER =
            " Name the server with --host or WANDB_BASE_URL if that is what you want.";
    public static final String ASKING_PROGRAM = "the program that asks for its key";
    public static final String WORKSPACE_SETTINGS_FILE = "the settings file of the working directory";

    public static String noKeyOf(String account) {
        return "the key of " + account + " is not used for it.";
    }

    public static final String ENVIRONMENT_KNOWS_NO_PROFILE =
            "The command line names the profile, so a credential of the environment is not used.";
    public static final String SETTINGS_ARE_OF_DEFAULT_PROFILE =
            "The api_key of a settings file is one of the profile default.";
}
