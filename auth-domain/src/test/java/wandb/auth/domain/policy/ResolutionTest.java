package wandb.auth.domain.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;

class ResolutionTest {

    private static final Outcome FOUND = new Outcome.Found(ApiKey.parse("k".repeat(40)), Revision.of("1"));
    private static final Outcome ABSENT = new Outcome.Absent();
    private static final Outcome SKIPPED = new Outcome.Skipped(Rule.builtIn("It is off."));
    private static final Outcome REFUSED = new Outcome.Refused(Rule.builtIn("No plain text."));
    private static final Outcome UNUSABLE = new Outcome.Unusable(new Reason("It is locked.", "Unlock it."));

    private static Step step(String source, Outcome outcome) {
        Finding finding = new Finding(new Location.Place(source), outcome);
        return new Step(new SourceId(source), Protection.PLAINTEXT, finding);
    }

    private static Resolution of(Step... steps) {
        return new Resolution(new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT), List.of(steps));
    }

    @Test
    void theFirstCredentialIsUsed() {
        Step first = step("first", FOUND);
        assertEquals(
                new Decision.Use(first),
                of(step("none", ABSENT), first, step("last", FOUND)).decision());
    }

    @Test
    void aDecisionIsMadeByItsStepAlone() {
        Step first = step("first", FOUND);
        Step locked = step("locked", UNUSABLE);
        assertEquals(Optional.of(first), of(step("none", ABSENT), first, locked).decisive());
        assertEquals(
                Optional.of(locked), of(step("none", SKIPPED), locked, first).decisive());
        assertEquals(Optional.empty(), of(step("none", ABSENT)).decisive());
    }

    @Test
    void whatIsAbsentOrSkippedIsPassedOver() {
        Step last = step("last", FOUND);
        assertEquals(
                new Decision.Use(last),
                of(step("a", ABSENT), step("b", SKIPPED), last).decision());
    }

    @Test
    void aSourceThatCannotGiveItsCredentialBlocksEveryLaterOne() {
        Step locked = step("locked", UNUSABLE);
        assertEquals(
                new Decision.Blocked(locked),
                of(step("a", ABSENT), locked, step("stale", FOUND)).decision());
    }

    @Test
    void aForbiddenCredentialBlocksEveryLaterOne() {
        Step refused = step("refused", REFUSED);
        assertEquals(
                new Decision.Blocked(refused), of(refused, step("stale", FOUND)).decision());
    }

    @Test
    void aTroubleBehindTheCredentialDoesNotMatter() {
        Step first = step("first", FOUND);
        assertEquals(
                new Decision.Use(first), of(first, step("broken", UNUSABLE)).decision());
    }

    @Test
    void withNothingAnywhereThereIsNothing() {
        assertInstanceOf(Decision.Nothing.class, of().decision());
        assertInstanceOf(
                Decision.Nothing.class,
                of(step("a", ABSENT), step("b", SKIPPED)).decision());
    }

    @Test
    void onlyAbsentAndSkippedArePassedOver() {
        assertTrue(ABSENT.isPassedOver());
        assertTrue(SKIPPED.isPassedOver());
        assertFalse(FOUND.isPassedOver());
        assertFalse(REFUSED.isPassedOver());
        assertFalse(UNUSABLE.isPassedOver());
    }

    @Test
    void whatIsUsedWasFound() {
        assertSame(FOUND, new Decision.Use(step("a", FOUND)).found());
        assertThrows(IllegalArgumentException.class, () -> new Decision.Use(step("a", ABSENT)));
    }

    @Test
    void theTraceDoesNotChangeWithTheListItWasMadeOf() {
        List<Step> steps = new ArrayList<>();
        Resolution resolution = new Resolution(new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT), steps);
        steps.add(step("late", FOUND));
        assertEquals(List.of(), resolution.steps());
    }
}
