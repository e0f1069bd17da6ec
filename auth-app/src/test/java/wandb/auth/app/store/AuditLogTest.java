package wandb.auth.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.app.FakeTrail;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.Messages;
import wandb.auth.app.login.LogInTest;
import wandb.auth.domain.Location;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;

/** What is done with a credential is recorded in every file that the policy names, or it is not done. */
class AuditLogTest {

    private static final Location PLACE = new Location.File(Machine.OTHER_TRAIL);

    private final Machine machine = new Machine();

    @Nested
    class OfASave {

        @Test
        void isKeptInEveryFile() {
            machine.recordedIn(Machine.TRAIL, Machine.OTHER_TRAIL);

            machine.save(machine.netrc());

            assertEquals(
                    List.of("/var/log/keys: save netrc done", "/var/log/more: save netrc done"),
                    machine.trail().lines());
        }

        @Test
        void isNotKeptWhereThePolicyNamesNoFile() {
            machine.save(machine.netrc());

            assertEquals(List.of(), machine.trail().lines());
        }

        @Test
        void hasASaveThatFailedToo() {
            machine.recordedIn(Machine.TRAIL);
            machine.netrc().answersASaveWith(new Saved.Conflict(machine.netrc().place()));

            machine.save(machine.netrc());

            assertEquals(
                    List.of("/var/log/keys: save netrc failed"), machine.trail().lines());
        }

        @Test
        void keepsTheSaveFromHappeningWhereItCannotBeWritten() {
            machine.recordedIn(Machine.TRAIL, Machine.OTHER_TRAIL);
            machine.trail().isObstructed(Machine.OTHER_TRAIL);

            assertEquals(LogInTest.notSaved(PLACE, FakeTrail.FULL), machine.save(machine.netrc()));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void isWrittenBeforeTheSaveSoThatNothingHasToBeTakenBack() {
            cannotBeCompleted();
            machine.keyring().keep(Given.account(), Given.OTHER_KEY);

            assertEquals(LogInTest.notSaved(PLACE, FakeTrail.FULL), machine.save(machine.keyring()));
            assertEquals(Optional.of(Given.OTHER_KEY), machine.keyring().keyOf(Given.account()));
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void isCorrectedInTheFilesThatHaveItAlready() {
            cannotBeCompleted();

            machine.save(machine.keyring());

            assertEquals(
                    List.of("/var/log/keys: save keyring failed " + Messages.NOT_RECORDED_EVERYWHERE),
                    machine.trail().lines());
        }

        @Test
        void isInAFileOnceThatTwoPoliciesName() {
            machine.recordedIn(Machine.TRAIL, Path.of("/var/log/other/../keys"), Machine.TRAIL);

            machine.save(machine.netrc());

            assertEquals(
                    List.of("/var/log/keys: save netrc done"), machine.trail().lines());
        }
    }

    @Nested
    class OfAnErase {

        @Test
        void isKeptInEveryFile() {
            machine.recordedIn(Machine.TRAIL, Machine.OTHER_TRAIL);
            machine.netrc().keep(Given.account(), Given.KEY);

            assertEquals(new Erased.Gone(machine.netrc().place()), erase());
            assertEquals(
                    List.of("/var/log/keys: erase netrc done", "/var/log/more: erase netrc done"),
                    machine.trail().lines());
        }

        @Test
        void hasNothingWhereThereWasNoKey() {
            machine.recordedIn(Machine.TRAIL);

            assertEquals(new Erased.Nothing(machine.netrc().place()), erase());
            assertEquals(List.of(), machine.trail().lines());
        }

        @Test
        void hasAnEraseThatFailedToo() {
            machine.recordedIn(Machine.TRAIL);
            machine.netrc().breaks();

            erase();

            assertEquals(
                    List.of("/var/log/keys: erase netrc failed"),
                    machine.trail().lines());
        }

        @Test
        void keepsTheEraseFromHappeningWhereItCannotBeWritten() {
            machine.recordedIn(Machine.OTHER_TRAIL);
            machine.trail().isObstructed(Machine.OTHER_TRAIL);
            machine.netrc().keep(Given.account(), Given.KEY);

            assertEquals(new Erased.Failed(PLACE, FakeTrail.FULL), erase());
            assertEquals(List.of(), machine.effects().seen());
        }

        @Test
        void isWrittenBeforeTheErase() {
            cannotBeCompleted();
            machine.netrc().keep(Given.account(), Given.KEY);

            assertEquals(new Erased.Failed(PLACE, FakeTrail.FULL), erase());
            assertEquals(Optional.of(Given.KEY), machine.netrc().keyOf(Given.account()));
            assertEquals(List.of(), machine.effects().seen());
            assertEquals(
                    List.of("/var/log/keys: erase netrc failed " + Messages.NOT_RECORDED_EVERYWHERE),
                    machine.trail().lines());
        }

        private Erased erase() {
            return machine.writer().erase(machine.netrc().named(), Given.account(), new Precondition.Anything());
        }
    }

    /** The first file takes what is recorded, the second turns out not to. */
    private void cannotBeCompleted() {
        machine.recordedIn(Machine.TRAIL, Machine.OTHER_TRAIL);
        machine.trail().cannotBeWritten(Machine.OTHER_TRAIL);
    }
}
