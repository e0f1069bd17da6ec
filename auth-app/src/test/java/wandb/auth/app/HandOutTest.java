package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import wandb.auth.app.HandOut.HandedOut;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Restriction;

class HandOutTest {

    @Test
    void handsOutTheKeyThatALoginWouldUse() {
        assertEquals(new HandedOut.Key(Given.KEY), whereTheSourceGives(Given.found(Given.KEY)));
    }

    @Test
    void doesNotTakeAnIdentityTokenForAKey() {
        HandedOut.NoKey result =
                assertInstanceOf(HandedOut.NoKey.class, whereTheSourceGives(Given.foundIdentityToken()));

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

    private static HandedOut whereTheSourceGives(Outcome outcome) {
        return under(ResolutionPolicy.documented(), outcome);
    }

    private static HandedOut under(ResolutionPolicy policy, Outcome outcome) {
        NamedSource source = FakeSource.giving("environment", outcome).named();
        return new HandOut(new CredentialLookup(List.of(source), policy)).key(Given.query());
    }
}
