package wandb.auth.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wandb.auth.app.ExaminedMachine;
import wandb.auth.app.ExaminedMachine.KeepingStore;
import wandb.auth.app.Given;
import wandb.auth.app.Messages;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.spi.Saved;

/** A store that does not answer takes no time from the questions to others. */
class QuestionTimeTest {

    private static final Reason SILENCE = new Reason("There was no answer in time.", "See whether the server runs.");

    private final ExaminedMachine machine = new ExaminedMachine();
    private final KeepingStore silent = machine.store("vault", Protection.REMOTE);
    private final KeepingStore good = machine.store("helper:good", Protection.ENCRYPTED);
    private final KeepingStore netrc = machine.store("netrc", Protection.PLAINTEXT);

    @Test
    void eachStoreIsAskedWithADeadlineOfItsOwn() {
        machine.remember("helper:good");
        silent.answersASaveWith(new Saved.Failed(silent.place(), SILENCE));
        machine.examine();

        Set<Deadline> others = new HashSet<>();
        for (KeepingStore store : List.of(silent, good, netrc)) {
            assertFalse(store.questions().isEmpty(), () -> store.place() + " was not asked");
            for (Deadline deadline : new HashSet<>(store.questions())) {
                assertFalse(others.contains(deadline), () -> store.place() + " was asked by another's deadline");
            }
            others.addAll(store.questions());
        }
    }

    @Test
    void theSilentOneIsToldAndTheGoodOneIsNot() {
        good.keep(Given.KEY);
        machine.remember("helper:good");
        silent.answersASaveWith(new Saved.Failed(silent.place(), SILENCE));

        assertEquals(List.of(new Complaint(silent.place(), Messages.probeNotWritten(SILENCE))), machine.examine());
    }
}
