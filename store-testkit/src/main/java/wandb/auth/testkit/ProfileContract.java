package wandb.auth.testkit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** All promises of a store to the user of one profile. */
abstract class ProfileContract {

    private final Opened opened;

    ProfileContract(Opened opened) {
        this.opened = opened;
    }

    @AfterEach
    final void eraseWhatWasSaved() {
        opened.cleanUp();
    }

    /** A key that was saved is found until it is erased. */
    @Nested
    final class Keeping extends PersistenceContract {
        Keeping() {
            super(opened);
        }
    }

    /** What the caller expects is honoured. */
    @Nested
    final class Expecting extends PreconditionContract {
        Expecting() {
            super(opened);
        }
    }

    /** No two accounts share an item. */
    @Nested
    final class TellingApart extends IsolationContract {
        TellingApart() {
            super(opened);
        }
    }

    /** Every key comes back as it was. */
    @Nested
    final class AnyKey extends AnyKeyContract {
        AnyKey() {
            super(opened);
        }
    }

    /** A place that does not answer is not an empty one. */
    @Nested
    final class Answering extends AnswersContract {
        Answering() {
            super(opened);
        }
    }

    /** Several writers at once. */
    @Nested
    final class Crowding extends ConcurrencyContract {
        Crowding() {
            super(opened);
        }
    }

    /** Nothing that is shown holds a secret. */
    @Nested
    final class Hiding extends SecrecyContract {
        Hiding() {
            super(opened);
        }
    }

    /** Opening costs nothing. */
    @Nested
    final class Opening extends OpeningContract {
        Opening() {
            super(opened);
        }
    }
}
