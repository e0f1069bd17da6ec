package wandb.auth.files.ini;

import java.util.Locale;
import java.util.Map;

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
            throw problem("A reference in the option leads in a circle, or through too many others.");
        }
        int at = 0;
        for (int percent = raw.indexOf('%'); percent >= 0; percent = raw.indexOf('%', at)) {
            text.append(raw, at, percent);
            at = appendBehind(raw, percent + 1, depth);
        }
        text.append(raw, at, raw.length());
        if (text.length() > LONGEST) {
            throw problem("The value of the option becomes too long.");
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
            throw new IniException(
                    line,
                    "A percent sign in the option is followed by neither another one nor (NAME)s.",
                    "Write %% for a percent sign.");
        }
        IniOption referred = options.get(raw.substring(at + 1, close).toLowerCase(Locale.ROOT));
        if (referred == null || ++references > MOST_REFERENCES) {
            throw problem(
                    referred == null
                            ? "The option refers to another that is not set."
                            : "The option holds too many references.");
        }
        append(referred.raw(), depth + 1);
        return close + 2;
    }

    private IniException problem(String problem) {
        return new IniException(
                line, problem, "Correct what stands between %( and )s, or write %% for a percent sign.");
    }
}
