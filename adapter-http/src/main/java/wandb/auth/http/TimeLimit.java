package wandb.auth.http;

import java.time.Duration;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.UnreachableException;

/**
 * How long a call may take, attempts and pauses together: until the deadline of the question, and not beyond the
 * seconds of {@code WANDB_HTTP_TIMEOUT}; without it {@value #DEFAULT_SECONDS}, as SDK 0.31 waits for the answer to a login.
 */
record TimeLimit(Deadline deadline) {

    private static final String VARIABLE = "WANDB_HTTP_TIMEOUT";
    private static final int DEFAULT_SECONDS = 10;
    private static final int MOST_DIGITS = 6;
    private static final int MOST_SECONDS = 999_999;

    static TimeLimit of(Environment environment, Deadline deadline) throws UnreachableException {
        long now = System.nanoTime();
        Deadline own = Deadline.after(Duration.ofSeconds(seconds(environment)), now);
        return new TimeLimit(own.remaining(now).compareTo(deadline.remaining(now)) < 0 ? own : deadline);
    }

    private static int seconds(Environment environment) throws UnreachableException {
        String text = environment.variable(VARIABLE).map(String::strip).orElse("");
        if (text.isEmpty()) {
            return DEFAULT_SECONDS;
        }
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = !digits ? 0 : text.length() > MOST_DIGITS ? MOST_SECONDS : Integer.parseInt(text);
        if (number == 0) {
            throw new UnreachableException(Messages.timeoutInvalid());
        }
        return number;
    }

    Duration remaining() {
        return deadline.remaining(System.nanoTime());
    }
}
