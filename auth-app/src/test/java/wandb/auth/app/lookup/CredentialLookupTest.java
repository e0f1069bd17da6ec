package wandb.auth.app.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.app.FakeSource;
import wandb.auth.app.Given;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.SavedAccounts;

class CredentialLookupTest {

    private static final ResolutionPolicy POLICY = ResolutionPolicy.documented()
            .ordered(Configured.builtIn(List.of(new SourceId("first"), new SourceId("second"))));

    @Test
    void asksTheSourcesInTheOrderOfThePolicy() {
        CredentialLookup lookup = lookup(giving("second", Given.absent()), giving("first", Given.absent()));

        assertEquals(List.of("first", "second"), idsOf(lookup.throughAll(Given.query())));
    }

    @Test
    void asksASourceThatThePolicyDoesNotNameAfterThoseThatItNames() {
        CredentialLookup lookup = lookup(
                giving("plugin", Given.absent()), giving("second", Given.absent()), giving("first", Given.absent()));

        assertEquals(List.of("first", "second", "plugin"), idsOf(lookup.throughAll(Given.query())));
    }

    @Test
    void asksEachSourceForTheAccountOfTheQuery() {
        FakeSource source = giving("first", Given.absent());

        lookup(source).untilDecided(Given.query());

        assertEquals(List.of(Given.query()), source.queries());
    }

    @Test
    void passesOverTheEnvironmentWhereOnlyAWorkspaceNamesTheServer() {
        HostChoice choice = new HostChoice(
                Given.HOST, HostOrigin.WORKSPACE_SETTINGS, Optional.of(new Location.File(Path.of("settings"), 2)));
        Resolution resolution = lookupFor(choice).throughAll(Given.query());

        Finding environment = resolution.steps().getFirst().finding();
        String rule = assertInstanceOf(Outcome.Skipped.class, environment.outcome())
                .rule()
                .statement();
        assertTrue(rule.startsWith("Only settings:2 names this server"), rule);
        assertTrue(rule.contains("--host or WANDB_BASE_URL"), rule);
        assertEquals(new Location.Place("the place of environment"), environment.location());
        assertEquals(
                Given.OTHER_KEY,
                assertInstanceOf(Decision.Use.class, resolution.decision())
                        .found()
                        .credential());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"WORKSPACE_SETTINGS", "PROGRAM"})
    void asksTheEnvironmentWhereSomethingElseNamesTheServer(HostOrigin origin) {
        Resolution resolution =
                lookupFor(new HostChoice(Given.HOST, origin, Optional.empty())).throughAll(Given.query());

        assertEquals(
                Given.KEY,
                assertInstanceOf(Decision.Use.class, resolution.decision())
                        .found()
                        .credential());
    }

    @Test
    void runsNoCommandForAServerThatOnlyAWorkspaceNames() {
        FakeSource command = giving("command:aws", Given.found(Given.KEY));
        HostChoice choice = new HostChoice(Given.HOST, HostOrigin.WORKSPACE_SETTINGS, Optional.empty());
        ResolutionPolicy policy = ResolutionPolicy.documented()
                .forServer(new WorkspaceTrust(
                        new AccountChoice(choice, ProfileChoice.NONE), new SavedAccounts(List.of())));

        Resolution resolution = Given.lookup(policy, command).throughAll(Given.query());

        assertEquals(List.of(), command.queries());
        assertInstanceOf(
                Outcome.Skipped.class, resolution.steps().getFirst().finding().outcome());
    }

    private static CredentialLookup lookupFor(HostChoice choice) {
        return Given.lookup(
                ResolutionPolicy.documented()
                        .forServer(new WorkspaceTrust(
                                new AccountChoice(choice, ProfileChoice.NONE), new SavedAccounts(List.of()))),
                giving("environment", Given.found(Given.KEY)),
                giving("netrc", Given.found(Given.OTHER_KEY)));
    }

    @Test
    void usesTheFirstCredentialThatIsFound() {
        CredentialLookup lookup =
                lookup(giving("first", Given.found(Given.KEY)), giving("second", Given.found(Given.OTHER_KEY)));

        Decision.Use use = assertInstanceOf(
                Decision.Use.class, lookup.untilDecided(Given.query()).decision());
        assertEquals(Given.KEY, use.found().credential());
    }

    @Test
    void leavesTheSourcesBehindTheDecidingOneInPeace() {
        FakeSource second = giving("second", Given.found(Given.OTHER_KEY));

        lookup(giving("first", Given.found(Given.KEY)), second).untilDecided(Given.query());

        assertEquals(List.of(), second.queries());
    }

    @Test
    void asksTheSourcesBehindTheDecidingOneTooWhereAllAreWanted() {
        FakeSource second = giving("second", Given.found(Given.OTHER_KEY));

        lookup(giving("first", Given.found(Given.KEY)), second).throughAll(Given.query());

        assertEquals(1, second.queries().size());
    }

    static Stream<Named<Outcome>> everyOutcome() {
        return Stream.of(
                named("found", Given.found(Given.KEY)),
                named("absent", Given.absent()),
                named("unusable", Given.unusable()),
                named("refused", Given.refused()),
                named("skipped", Given.skipped()));
    }

    @ParameterizedTest
    @MethodSource("everyOutcome")
    void decidesTheSameWhetherOrNotItAsksOn(Outcome outcome) {
        CredentialLookup lookup = lookup(giving("first", outcome), giving("second", Given.found(Given.OTHER_KEY)));

        assertEquals(
                lookup.throughAll(Given.query()).decision(),
                lookup.untilDecided(Given.query()).decision());
    }

    static Stream<Named<Outcome>> outcomesThatEndTheLookup() {
        return Stream.of(named("unusable", Given.unusable()), named("refused", Given.refused()));
    }

    @ParameterizedTest
    @MethodSource("outcomesThatEndTheLookup")
    void isBlockedWhereASourceNamesTheAccountButGivesNoCredential(Outcome outcome) {
        CredentialLookup lookup = lookup(giving("first", outcome), giving("second", Given.found(Given.KEY)));

        Resolution resolution = lookup.untilDecided(Given.query());

        Decision.Blocked blocked = assertInstanceOf(Decision.Blocked.class, resolution.decision());
        assertEquals("first", blocked.step().source().value());
        assertEquals(outcome, blocked.step().finding().outcome());
    }

    static Stream<Named<Outcome>> outcomesThatArePassedOver() {
        return Stream.of(named("absent", Given.absent()), named("skipped", Given.skipped()));
    }

    @ParameterizedTest
    @MethodSource("outcomesThatArePassedOver")
    void goesOnToTheNextSource(Outcome outcome) {
        CredentialLookup lookup = lookup(giving("first", outcome), giving("second", Given.found(Given.KEY)));

        Decision.Use use = assertInstanceOf(
                Decision.Use.class, lookup.untilDecided(Given.query()).decision());
        assertEquals("second", use.step().source().value());
    }

    @ParameterizedTest
    @MethodSource("outcomesThatArePassedOver")
    void comesToNothingWhereEverySourceIsPassedOver(Outcome outcome) {
        Resolution resolution =
                lookup(giving("first", outcome), giving("second", outcome)).untilDecided(Given.query());

        assertEquals(new Decision.Nothing(), resolution.decision());
        assertEquals(List.of("first", "second"), idsOf(resolution));
    }

    @Test
    void doesNotAskASourceThatThePolicyTurnsOff() {
        FakeSource first = giving("first", Given.found(Given.KEY));
        CredentialLookup lookup =
                Given.lookup(POLICY.restricted(new Restriction.SourceOff(new SourceId("first"), Given.RULE)), first);

        Resolution resolution = lookup.throughAll(Given.query());

        assertEquals(List.of(), first.queries());
        assertEquals(new Outcome.Skipped(Given.RULE), outcomeOfFirst(resolution));
    }

    @Test
    void refusesACredentialThatIsKeptWorseThanThePolicyAllows() {
        Finding finding = findingOfFirst(lookupUnder(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE))
                .untilDecided(Given.query()));

        assertEquals(new Outcome.Refused(Given.RULE), finding.outcome());
        assertEquals("the place of first", finding.location().text());
        assertEquals(List.of("A remark of first."), finding.remarks());
    }

    @Test
    void refusesACredentialForAServerThatThePolicyForbids() {
        Resolution resolution =
                lookupUnder(new Restriction.OnlyHosts(List.of(), Given.RULE)).untilDecided(Given.query());

        assertEquals(new Outcome.Refused(Given.RULE), outcomeOfFirst(resolution));
    }

    @Test
    void leavesTheAnswerOfASourceWithoutACredentialAsItIsUnderALeastProtection() {
        CredentialLookup lookup = Given.lookup(
                POLICY.restricted(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE)),
                giving("first", Given.unusable()));

        assertEquals(Given.unusable(), outcomeOfFirst(lookup.untilDecided(Given.query())));
    }

    private static FakeSource giving(String name, Outcome outcome) {
        return FakeSource.giving(name, outcome);
    }

    private static CredentialLookup lookup(FakeSource... sources) {
        return Given.lookup(POLICY, sources);
    }

    private static CredentialLookup lookupUnder(Restriction restriction) {
        return Given.lookup(POLICY.restricted(restriction), giving("first", Given.found(Given.KEY)));
    }

    private static List<String> idsOf(Resolution resolution) {
        List<String> ids = new ArrayList<>();
        for (Step step : resolution.steps()) {
            ids.add(step.source().value());
        }
        return ids;
    }

    private static Finding findingOfFirst(Resolution resolution) {
        return resolution.steps().getFirst().finding();
    }

    private static Outcome outcomeOfFirst(Resolution resolution) {
        return findingOfFirst(resolution).outcome();
    }
}
