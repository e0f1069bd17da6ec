package wandb.auth.app.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.app.FakeSource;
import wandb.auth.app.FakeTrail;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.AuditLog;
import wandb.auth.app.token.GetCredential.HandedOut;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;

class GetCredentialTest {

    private final FakeTrail trail = new FakeTrail();

    @Test
    void handsOutTheKeyThatALoginWouldUse() {
        assertHandsOutTheKey(whereTheSourceGives(Given.found(Given.KEY)));
    }

    private static void assertHandsOutTheKey(HandedOut result) {
        HandedOut.Key key = assertInstanceOf(HandedOut.Key.class, result);

        assertEquals(Given.KEY, key.key());
        assertEquals("environment", key.step().source().value());
    }

    @Test
    void handsOutAnIdentityTokenAsWhatItIs() {
        HandedOut.Identity result =
                assertInstanceOf(HandedOut.Identity.class, whereTheSourceGives(Given.foundIdentityToken()));

        assertEquals(
                "e30.e30.signature-of-at-least-thirty-two-characters",
                result.token().reveal());
        assertEquals(
                "the place of environment", result.step().finding().location().text());
    }

    @Test
    void tellsWhatBlocksTheLookup() {
        HandedOut.Blocked result = assertInstanceOf(HandedOut.Blocked.class, whereTheSourceGives(Given.unusable()));

        assertEquals(Given.unusable(), result.step().finding().outcome());
    }

    @Test
    void tellsWhereItLookedInVain() {
        HandedOut.NoCredential result =
                assertInstanceOf(HandedOut.NoCredential.class, whereTheSourceGives(Given.absent()));

        assertEquals(1, result.resolution().steps().size());
    }

    @Test
    void handsOutNothingForAServerThatThePolicyForbids() {
        ResolutionPolicy policy =
                ResolutionPolicy.documented().restricted(new Restriction.OnlyHosts(List.of(), Given.RULE));

        HandedOut.Blocked result = assertInstanceOf(HandedOut.Blocked.class, under(policy, Given.found(Given.KEY)));

        assertEquals(new Outcome.Refused(Given.RULE), result.step().finding().outcome());
    }

    @Nested
    class WhereItIsRecorded {

        private final ResolutionPolicy recorded = ResolutionPolicy.documented()
                .restricted(new Restriction.Recorded(Machine.TRAIL, Given.RULE))
                .restricted(new Restriction.Recorded(Machine.OTHER_TRAIL, Given.RULE));

        @Test
        void isInEveryFileThatThePolicyNames() {
            assertHandsOutTheKey(under(recorded, Given.found(Given.KEY)));
            assertEquals(
                    List.of("/var/log/keys: hand_out environment done", "/var/log/more: hand_out environment done"),
                    trail.lines());
        }

        @Test
        void doesNotHandOutWhatCannotBeRecordedInEachOfThem() {
            trail.cannotBeWritten(Machine.OTHER_TRAIL);

            HandedOut.NotRecorded result =
                    assertInstanceOf(HandedOut.NotRecorded.class, under(recorded, Given.found(Given.KEY)));

            assertEquals(new Location.File(Machine.OTHER_TRAIL), result.gap().location());
            assertEquals(FakeTrail.FULL, result.gap().reason());
        }

        @Test
        void hasARefusalWithItsRule() {
            under(recorded.restricted(new Restriction.OnlyHosts(List.of(), Given.RULE)), Given.found(Given.KEY));

            assertEquals(
                    "/var/log/keys: hand_out environment refused ask the administrator. (policy:3)",
                    trail.lines().getFirst());
        }

        @Test
        void hasAnIdentityTokenToo() {
            under(recorded, Given.foundIdentityToken());

            assertEquals(
                    List.of("/var/log/keys: hand_out environment done", "/var/log/more: hand_out environment done"),
                    trail.lines());
        }

        @Test
        void hasNothingWhereThereIsNothingToHandOut() {
            under(recorded, Given.absent());
            under(recorded, Given.unusable());

            assertEquals(List.of(), trail.lines());
        }
    }

    private HandedOut whereTheSourceGives(Outcome outcome) {
        return under(ResolutionPolicy.documented(), outcome);
    }

    private HandedOut under(ResolutionPolicy policy, Outcome outcome) {
        CredentialLookup lookup = Given.lookup(policy, FakeSource.giving("environment", outcome));
        return new GetCredential(lookup, new AuditLog(Optional.of(trail), policy, Given.environment()))
                .key(Given.query());
    }
}
