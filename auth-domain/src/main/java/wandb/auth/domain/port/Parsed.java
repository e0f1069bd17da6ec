package wandb.auth.domain.port;

import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;

/**
 * A value, or where and why there is none.
 *
 * @param <T> the type of the value
 */
public sealed interface Parsed<T> {

    /** The value; empty if it is unknown. */
    default Optional<T> known() {
        return this instanceof Valid<T> valid ? Optional.of(valid.value()) : Optional.empty();
    }

    /**
     * It is known.
     *
     * @param value the value; where it is read from a file that is absent, what that means
     * @param <T> the type of the value
     */
    record Valid<T>(T value) implements Parsed<T> {}

    /**
     * It is unknown: what it is read from is unreadable, invalid, or could have been written by somebody else.
     *
     * @param location what that is, and the line if one is to blame
     * @param reason why, and what to do
     * @param <T> the type of the value
     */
    record Invalid<T>(Location location, Reason reason) implements Parsed<T> {

        /** There is none, for this complaint. */
        public Invalid(Complaint complaint) {
            this(complaint.location(), complaint.reason());
        }

        /** Where and why. */
        public Complaint complaint() {
            return new Complaint(location, reason);
        }

        /** The same of a value that depends on this one. */
        public <U> Invalid<U> passedOn() {
            return new Invalid<>(location, reason);
        }
    }
}
