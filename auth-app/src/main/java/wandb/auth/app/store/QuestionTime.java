package wandb.auth.app.store;

import java.time.Duration;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.spi.Query;

/** The time that several questions have each: one that is not answered takes none from the others. */
public final class QuestionTime {

    private final Duration each;

    /** What is left until the deadline of the first one. */
    public QuestionTime(Deadline first) {
        this.each = first.remaining(System.nanoTime());
    }

    /** By when a question that is asked now must be answered. */
    public Deadline now() {
        return Deadline.after(each, System.nanoTime());
    }

    /** The question, asked now. */
    public Query of(Query query) {
        return new Query(query.account(), query.interaction(), now());
    }
}
