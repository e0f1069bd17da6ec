package wandb.auth.cli.command;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.MistypedDash;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.EnteredKey;

/**
 * What a text that is not a key looks like instead.
 *
 * @param sentence says it
 * @param command what to type then; empty if the sentence says it
 */
record KeyMistake(String sentence, String command) {

    private static final Set<String> AUTH_COMMANDS =
            Set.of("token", "exec", "list", "migrate", "switch", "doctor", "stores", "policy", "hook");

    private static final String KEY_PAGE = "/authorize";
    private static final String VARIABLE = "WANDB_API_KEY";

    /** The mistake; empty if the text looks like nothing else. What may be a key is not quoted. */
    static Optional<KeyMistake> of(String entered, ResolutionPolicy policy) {
        String text = EnteredKey.strip(entered);
        return MistypedDash.explain(text)
                .map(sentence -> new KeyMistake(sentence, ""))
                .or(() -> text.equals("-")
                        ? mistake(Messages.LOOKS_LIKE_INPUT, "wandb login --key-stdin")
                        : Optional.empty())
                .or(() -> words(text))
                .or(() -> commandLine(text))
                .or(() -> address(text, policy))
                .or(() -> assignment(text))
                .or(() -> file(text))
                .or(() -> placeholder(text))
                .or(() -> serverName(text, policy))
                .or(() -> mailAddress(text));
    }

    private static Optional<KeyMistake> mistake(String sentence, String command) {
        return Optional.of(new KeyMistake(sentence, command));
    }

    private static Optional<KeyMistake> commandLine(String text) {
        if (text.startsWith("wandb ") || text.startsWith("wandb-auth ")) {
            return mistake(Messages.LOOKS_LIKE_COMMAND, "");
        }
        String word = text.toLowerCase(Locale.ROOT);
        if (Synonyms.isOfTheSdk(word)) {
            return mistake(Messages.LOOKS_LIKE_COMMAND, "wandb " + word);
        }
        return switch (word) {
            case "help", "login", "auth" -> mistake(Messages.LOOKS_LIKE_COMMAND, "wandb login --help");
            case "version" -> mistake(Messages.LOOKS_LIKE_COMMAND, "wandb --version");
            case "whoami" -> mistake(Messages.LOOKS_LIKE_COMMAND, "wandb status");
            case "logout", "status", "completion" -> mistake(Messages.LOOKS_LIKE_COMMAND, "wandb " + word);
            default ->
                AUTH_COMMANDS.contains(word)
                        ? mistake(Messages.LOOKS_LIKE_COMMAND, "wandb auth " + word)
                        : Optional.empty();
        };
    }

    private static Optional<KeyMistake> address(String text, ResolutionPolicy policy) {
        String start = text.toLowerCase(Locale.ROOT);
        return start.startsWith("https:/") || start.startsWith("http:/") ? server(text, policy) : Optional.empty();
    }

    private static Optional<KeyMistake> server(String address, ResolutionPolicy policy) {
        boolean mayHoldSecret = address.indexOf('@') >= 0 || ApiKey.isLikely(address);
        return mistake(
                Messages.LOOKS_LIKE_SERVER,
                mayHoldSecret ? "wandb login --host URL" : loginAt(withoutPage(address), policy));
    }

    /** What leads to that server, if it is one that may be used. */
    private static String loginAt(String address, ResolutionPolicy policy) {
        boolean isCloud = false;
        Host host;
        try {
            host = Host.parse(address);
        } catch (InvalidHostException e) {
            isCloud = e.problem() == InvalidHostException.Problem.APP_ADDRESS;
            if (!isCloud) {
                return "wandb login --host URL";
            }
            host = Host.PUBLIC_CLOUD;
        }
        boolean isForbidden = policy.forbidsHost(host).isPresent();
        return isCloud && !isForbidden
                ? "wandb login --cloud"
                : "wandb login --host " + (isForbidden ? "URL" : TerminalSafe.shellWord(address));
    }

    /** People paste the address of the page that gives a key. */
    private static String withoutPage(String address) {
        String shown = address.split("[?#]", 2)[0];
        return shown.endsWith(KEY_PAGE) ? shown.substring(0, shown.length() - KEY_PAGE.length()) : shown;
    }

    /** A key among other words, or several. */
    private static Optional<KeyMistake> words(String text) {
        String[] words = text.split("\\s+", -1);
        int keys = 0;
        for (String word : words) {
            keys += words.length > 1 && isKey(word) ? 1 : 0;
        }
        return switch (keys) {
            case 0 -> Optional.empty();
            case 1 -> mistake(Messages.MORE_THAN_KEY, "");
            default -> mistake(Messages.severalKeys(keys), "");
        };
    }

    private static boolean isKey(String word) {
        try {
            return !ApiKey.parse(word).reveal().isEmpty();
        } catch (InvalidApiKeyException e) {
            return false;
        }
    }

    private static Optional<KeyMistake> mailAddress(String text) {
        int at = text.indexOf('@');
        return at > 0 && at == text.lastIndexOf('@') && isPlain(text.substring(at + 1)) && text.indexOf('.', at) > 0
                ? mistake(Messages.LOOKS_LIKE_MAIL_ADDRESS, "")
                : Optional.empty();
    }

    /**
     * A variable as a shell, PowerShell, a notebook or a program sets it. What stands before the equals sign is quoted only if
     * it is well known.
     */
    private static Optional<KeyMistake> assignment(String text) {
        int equals = text.indexOf('=');
        if (equals <= 0 || !text.substring(equals).chars().anyMatch(KeyMistake::isLetterOrDigit)) {
            return Optional.empty();
        }
        String before = text.substring(0, equals).stripTrailing();
        String name = before.substring(Math.max(before.lastIndexOf(' '), before.lastIndexOf(':')) + 1);
        if (!before.contains(VARIABLE) && (name.isEmpty() || !isWord(name))) {
            return Optional.empty();
        }
        boolean isOfKey = text.startsWith(VARIABLE, equals - VARIABLE.length());
        return mistake(isOfKey ? Messages.LOOKS_LIKE_ASSIGNMENT_OF_KEY : Messages.LOOKS_LIKE_ASSIGNMENT, "");
    }

    private static Optional<KeyMistake> file(String text) {
        boolean isPath = text.startsWith("/")
                || text.startsWith("./")
                || text.startsWith("../")
                || text.startsWith("~/")
                || text.endsWith(".txt");
        return isPath && !ApiKey.isLikely(text)
                ? mistake(Messages.LOOKS_LIKE_FILE, "wandb login --key-stdin < FILE")
                : Optional.empty();
    }

    private static Optional<KeyMistake> placeholder(String text) {
        boolean isReference =
                text.startsWith("$") || text.startsWith("%") || text.startsWith("<") || text.startsWith("{");
        return (isReference && !ApiKey.isLikely(text)) || isAllCaps(text)
                ? mistake(Messages.LOOKS_LIKE_PLACEHOLDER, "")
                : Optional.empty();
    }

    /** A name with dots, {@code localhost}, either with a port and a path or without. */
    private static Optional<KeyMistake> serverName(String text, ResolutionPolicy policy) {
        String authority = text.split("/", 2)[0];
        int colon = authority.indexOf(':');
        String name = colon < 0 ? authority : authority.substring(0, colon);
        boolean isLocal = name.equals("localhost") || isAddressOfNumbers(name);
        boolean isName = isLocal || (name.indexOf('.') > 0 && !name.endsWith(".") && !name.contains(".."));
        if (!isName
                || !isPlain(name)
                || ApiKey.isLikely(text)
                || !isPort(colon < 0 ? "1" : authority.substring(colon + 1))) {
            return Optional.empty();
        }
        return server((isLocal ? "http://" : "https://") + text, policy);
    }

    private static boolean isAddressOfNumbers(String name) {
        return name.indexOf('.') > 0 && name.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static boolean isPort(String text) {
        return !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c == '.' || c == '-' || isLetterOrDigit(c));
    }

    private static boolean isWord(String text) {
        return text.chars().allMatch(c -> c == '_' || isLetterOrDigit(c));
    }

    private static boolean isAllCaps(String text) {
        return text.length() > 2
                && text.length() < ApiKey.MIN_SECRET_LENGTH
                && text.indexOf('_') > 0
                && text.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z'));
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
