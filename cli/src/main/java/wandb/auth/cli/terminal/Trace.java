package wandb.auth.cli.terminal;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.SecretMask;

/**
 * Shows each step of a run with its time and its result, for {@code WANDB_AUTH_TRACE=1}. A run without it loads none of this.
 *
 * <p>What a step shows is safe to show already. As a second line of defence every secret that the run comes across is told to
 * {@link #hide}, and nothing of it is shown from then on.
 */
public final class Trace {

    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Consumer<String> lines;
    private final InstantSource clock;
    private final Set<String> secrets = new LinkedHashSet<>();

    /**
     * Shows them.
     *
     * @param lines prints a line
     * @param clock the time of day
     */
    Trace(Consumer<String> lines, InstantSource clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /** The trace of a run in this environment, whose secrets are known from the start. */
    static Trace of(Environment environment, Consumer<String> lines) {
        Trace trace = new Trace(lines, InstantSource.system());
        for (String value : environment.variables().values()) {
            if (value.indexOf('/') < 0) { // a path, of which a part may look like a key, is no secret
                trace.hideIfLikely(value);
            }
            trace.hideUserInfo(value);
        }
        environment.variable("WANDB_API_KEY").ifPresent(trace::hide);
        return trace;
    }

    /** A step that was done, or what was decided. */
    public void step(String what) {
        String shown = TerminalSafe.whole(what);
        for (String secret : secrets) {
            shown = SecretMask.mask(shown, secret);
        }
        lines.accept(Messages.TRACE_MARK + " " + TIME.format(clock.instant()) + " " + shown);
    }

    /** Shows nothing of the secret in the steps that follow. */
    public void hide(String secret) {
        secrets.add(secret);
    }

    /** The same, if the text may be a key. */
    public void hideIfLikely(String text) {
        if (ApiKey.isLikely(text)) {
            hide(text);
        }
    }

    /** A proxy's address may hold a password. */
    private void hideUserInfo(String address) {
        int start = address.indexOf("://") + 3;
        int end = address.lastIndexOf('@');
        if (start >= 3 && end > start) {
            String user = address.substring(start, end);
            hide(user);
            hide(user.substring(user.indexOf(':') + 1));
        }
    }
}
