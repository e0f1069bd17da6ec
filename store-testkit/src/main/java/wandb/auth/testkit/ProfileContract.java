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

    @Nested
    final class Keeping extends PersistenceContract {
        Keeping() {
            super(opened);
        }
    }

    @Nested
    final class Expecting extends PreconditionContract {
        Expecting() {
            super(opened);
        }
    }

    @Nested
    final class TellingApart extends IsolationContract {
        TellingApart() {
            super(opened);
        }
    }

    @Nested
    final class AnyKey extends AnyKeyContract {
        AnyKey() {
            super(opened);
        }
    }

    @Nested
    final class Answering extends AnswersContract {
        Answering() {
            super(opened);
        }
    }

    @Nested
    final class Crowding extends ConcurrencyContract {
        Crowding() {
            super(opened);
        }
    }

    @Nested
    final class Hiding extends SecrecyContract {
        Hiding() {
            super(opened);
        }
    }

    @Nested
    final class Opening extends OpeningContract {
        Opening() {
            super(opened);
        }
    }
}
