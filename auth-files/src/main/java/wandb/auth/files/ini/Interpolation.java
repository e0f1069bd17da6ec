package wandb.auth.files.ini;

import java.util.Locale;
import java.util.Map;
import wandb.auth.files.message.Messages;

/**
 * Replaces the references {@code %(NAME)s} in values, as {@code configparser.BasicInterpolation} does. Beyond its limit
 * on depth there are limits on length and number, which keep a small file from growing without bound.
 */
final class Interpolation {

    private static final int DEEPEST = 10; // configparser.MAX_INTERPOLATION_DEPTH
    private static final int LONGEST = 1 << 20;
    private static final int MOST_REFERENCES = 10_000;

    private final Map<String, IniOption> options;
    private final int line;
    private final StringBuilder text = new StringBuilder();
    private int references;

    private Interpolation(Map<String, IniOption> options, int line) {
        this.options = options;
        this.line = line;
    }

    /** The option's value; what it refers to is looked up among the options. */
    static IniValue value(IniOption option, Map<String, IniOption> options) throws IniException {
        int line = option.node().number();
        if (option.raw().indexOf('%') < 0) {
            return new IniValue(option.raw(), line);
        }
        Interpolation interpolation = new Interpolation(options, line);
        interpolation.append(option.raw(), 1);
        return new IniValue(interpolation.text.toString(), line);
    }

    private void append(String raw, int depth) throws IniException {
        if (depth > DEEPEST && raw.indexOf('%') >= 0) { // a plain text is no step more for Python
            throw problem(Messages.REFERENCES_IN_A_CIRCLE);
        }
        int at = 0;
        for (int percent = raw.indexOf('%'); percent >= 0; percent = raw.indexOf('%', at)) {
            text.append(raw, at, percent);
            at = appendBehind(raw, percent + 1, depth);
        }
        text.append(raw, at, raw.length());
        if (text.length() > LONGEST) {
            throw problem(Messages.VALUE_TOO_LONG);
        }
    }

    /** Appends what the percent sign before this place stands for, and tells where its text ends. */
    private int appendBehind(String raw, int at, int depth) throws IniException {
        if (raw.startsWith("%", at)) {
            text.append('%');
            return at + 1;
        }
        int close = raw.indexOf(')', at);
        if (!raw.startsWith("(", at) || close <= at + 1 || !raw.startsWith("s", close + 1)) {
            throw new IniException(line, Messages.LONE_PERCENT_SIGN, Messages.DOUBLE_PERCENT_SIGN);
        }
        IniOption referred = options.get(raw.substring(at + 1, close).toLowerCase(Locale.ROOT));
        if (referred == null || ++references > MOST_REFERENCES) {
            throw problem(referred == null ? Messages.REFERENCE_TO_NOTHING : Messages.TOO_MANY_REFERENCES);
        }
        append(referred.raw(), depth + 1);
        return close + 2;
    }

    private IniException problem(String problem) {
        return new IniException(line, problem, Messages.CORRECT_REFERENCE);
    }
}
