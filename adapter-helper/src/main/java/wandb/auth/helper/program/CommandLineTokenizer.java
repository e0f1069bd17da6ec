package wandb.auth.helper.program;

import java.util.ArrayList;
import java.util.List;
import wandb.auth.helper.message.Messages;

/**
 * Cuts a command into words, since no shell does it. Blanks and line ends separate them. Single quotes take everything as it
 * is, double quotes everything but a backslash before a double quote or a backslash; outside quotes a backslash takes the
 * next character as it is. A word that begins with an unquoted {@code ~/} is in the home directory. What a shell would act
 * on, and this does not, is refused outside quotes, lest somebody count on it.
 */
public final class CommandLineTokenizer {

    private static final String FOR_A_SHELL = "|&;<>()$`";
    private static final String IN_DOUBLE_QUOTES_FOR_A_SHELL = "$`";

    private final String text;
    private final String home;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean isInWord;
    private int at;

    private CommandLineTokenizer(String text, String home) {
        this.text = text;
        this.home = home;
    }

    /**
     * The words of the command, at least one.
     *
     * @param home what stands for {@code ~}
     * @throws ProgramException if it has no words, or needs a shell; the message quotes none of it
     */
    public static List<String> of(String text, String home) throws ProgramException {
        return new CommandLineTokenizer(text, home).words();
    }

    private List<String> words() throws ProgramException {
        while (at < text.length()) {
            take(text.charAt(at++));
        }
        endWord();
        if (words.isEmpty()) {
            throw new ProgramException(Messages.emptyCommand());
        }
        return List.copyOf(words);
    }

    private void take(char c) throws ProgramException {
        switch (c) {
            case ' ', '\t', '\n', '\r' -> endWord();
            case '\'' -> quoted(c, "", "");
            case '"' -> quoted(c, "\"\\", IN_DOUBLE_QUOTES_FOR_A_SHELL);
            case '\\' -> append(at < text.length() ? text.charAt(at++) : c);
            case '~' -> append(isHome() ? home : "~");
            default -> {
                refuse(c, FOR_A_SHELL);
                append(c);
            }
        }
    }

    private boolean isHome() {
        return !isInWord && at < text.length() && text.charAt(at) == '/';
    }

    private void quoted(char quote, String escapable, String refused) throws ProgramException {
        isInWord = true;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                return;
            }
            refuse(c, refused);
            boolean escapes = c == '\\' && at < text.length() && escapable.indexOf(text.charAt(at)) >= 0;
            append(escapes ? text.charAt(at++) : c);
        }
        throw new ProgramException(Messages.openQuote());
    }

    private static void refuse(char c, String refused) throws ProgramException {
        if (refused.indexOf(c) >= 0) {
            throw new ProgramException(Messages.needsShell(c));
        }
    }

    private void append(char c) {
        isInWord = true;
        word.append(c);
    }

    private void append(String part) {
        isInWord = true;
        word.append(part);
    }

    private void endWord() {
        if (isInWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        isInWord = false;
    }
}
