package wandb.auth.cli.terminal;

import java.util.Set;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.json.JsonWriter;

/**
 * The name or path that this program can be started by, with which commands in messages begin, so that they can be typed as they
 * stand. Messages are written with {@code wandb}; a command in them is at the start, in quotes or parentheses, or after a
 * colon and a blank: anywhere else the words may be part of the name of a file.
 */
public final class ProgramName {

    /** What messages are written with. */
    private static final String USUAL = "wandb";

    /** What nothing else is called. Under this name the commands of {@code auth} stand at the top as well. */
    public static final String OWN = "wandb-auth";

    private static final String GROUP = " auth";

    /** What can follow the name in a message. */
    static final Set<String> FIRST_WORDS =
            Set.of("login", "logout", "status", "completion", "help", "version", "auth", "COMMAND");

    /** Started by its usual name. */
    public static final ProgramName WANDB = new ProgramName(USUAL);

    /** Started by the name that nothing else has. */
    public static final ProgramName WANDB_AUTH = new ProgramName(OWN);

    private final String started;

    private ProgramName(String started) {
        this.started = started;
    }

    /**
     * As the launcher tells.
     *
     * @param started a path, where the name alone leads to another program or to none
     */
    public static ProgramName of(String started) {
        return started.isEmpty() ? WANDB : new ProgramName(started);
    }

    /** Whether it is the name of which only this program is called. */
    public boolean isOwn() {
        return base().equals(OWN);
    }

    /** What messages begin with. */
    public String label() {
        return isOwn() ? OWN : USUAL;
    }

    /** A text with the commands in it as they can be typed. */
    public String in(String text) {
        return in(text, false);
    }

    /** The same in JSON, whose texts they stand in. */
    public String inJson(String json) {
        return in(json, true);
    }

    private String in(String text, boolean isJson) {
        int at = nextCommand(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder named = new StringBuilder();
        int done = 0;
        for (; at >= 0; at = nextCommand(text, done)) {
            named.append(text, done, at).append(isJson ? typedInJson() : typed());
            done = at + USUAL.length();
            done += isOwn() && text.startsWith(GROUP, done) ? GROUP.length() : 0;
        }
        return named.append(text, done, text.length()).toString();
    }

    /** The next place where a command begins; negative if there is none. */
    private static int nextCommand(String text, int from) {
        int at = text.indexOf(USUAL + " ", from);
        while (at >= 0 && !(canBeginAt(text, at) && FIRST_WORDS.contains(wordAt(text, at + USUAL.length() + 1)))) {
            at = text.indexOf(USUAL + " ", at + 1);
        }
        return at;
    }

    private static boolean canBeginAt(String text, int at) {
        return at == 0 || "'(\"".indexOf(text.charAt(at - 1)) >= 0 || text.startsWith(": ", at - 2);
    }

    private static String wordAt(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The program as it is typed. */
    public String typed() {
        return TerminalSafe.shellWord(started);
    }

    private String typedInJson() {
        String quoted = new JsonWriter().string(typed()).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    private String base() {
        return started.substring(started.lastIndexOf('/') + 1);
    }
}
