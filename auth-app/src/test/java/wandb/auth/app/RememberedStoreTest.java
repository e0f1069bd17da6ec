package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.account.SavedAccount;

/** Which stores a lookup asks, and when. */
class RememberedStoreTest {

    private final Machine machine = new Machine();

    @BeforeEach
    void anOlderKeyIsInNetrc() {
        machine.netrc().keep(Given.account(), Given.OTHER_KEY);
    }

    @Test
    void isAskedBeforeNetrc() {
        keyIsIn(machine.keyring());

        assertEquals(List.of("environment", "keyring", "netrc"), idsOf(everyStep()));
        assertEquals(Given.KEY, used());
    }

    @Test
    void isAskedAfterTheEnvironment() {
        keyIsIn(machine.keyring());
        machine.variableGives(Given.found(Given.LONG_KEY));

        assertEquals(Given.LONG_KEY, used());
    }

    @Test
    void isAskedOnceWhereItIsNetrc() {
        machine.registry().holds(Given.account(), machine.netrc());

        assertEquals(List.of("environment", "netrc"), idsOf(everyStep()));
    }

    @Test
    void isAskedWhereThePolicySaysSo() {
        keyIsIn(machine.keyring());
        machine.policyIs(ResolutionPolicy.documented().ordered(Configured.builtIn(ids("netrc", "keyring"))));

        assertEquals(List.of("netrc", "keyring", "environment"), idsOf(everyStep()));
        assertEquals(Given.OTHER_KEY, used());
    }

    @Test
    void isAskedBeforeNetrcAlsoWhereThePolicyNamesNeither() {
        keyIsIn(machine.keyring());
        machine.policyIs(ResolutionPolicy.documented().ordered(Configured.builtIn(ids("environment"))));

        assertEquals(List.of("environment", "keyring", "netrc"), idsOf(everyStep()));
    }

    @Test
    void goesOnToNetrcWhereItHasNothing() {
        machine.registry().holds(Given.account(), machine.keyring());

        assertEquals(Given.OTHER_KEY, used());
    }

    @Test
    void endsTheLookupWhereItCannotBeUsed() {
        machine.registry().holds(Given.account(), machine.keyring());
        machine.keyring().breaks();

        assertEquals("keyring", blocked().source().value());
    }

    @Test
    void isThatOfTheAccountAndOfNoOther() {
        Account other = new Account(Host.parse("https://other.example.com"), Profile.DEFAULT);
        machine.registry().holds(other, machine.keyring());

        assertEquals(Given.OTHER_KEY, used());
        assertEquals(0, machine.keyring().timesAsked());
    }

    @Test
    void isTheSameUnderBothNamesOfThePublicCloud() {
        Account forge = new Account(Host.parse("https://api.forge.coreweave.com"), Profile.DEFAULT);
        machine.registry().holds(forge, machine.keyring());

        Resolution resolution = machine.lookup().throughAll(Given.query(Host.PUBLIC_CLOUD));

        assertEquals(List.of("environment", "keyring", "netrc"), idsOf(resolution));
    }

    @Test
    void asksNoOtherStore() {
        keyIsIn(machine.keyring());

        everyStep();

        assertEquals(0, machine.vault().timesAsked());
    }

    @Test
    void asksAnotherStoreWhereThePolicysOrderNamesIt() {
        machine.policyIs(ResolutionPolicy.documented().ordered(Configured.builtIn(ids("vault", "netrc"))));
        machine.vault().keep(Given.account(), Given.KEY);

        assertEquals(Given.KEY, used());
        assertEquals(0, machine.keyring().timesAsked());
    }

    @Test
    void isNotAskedWhereThePolicyTurnsItOff() {
        keyIsIn(machine.keyring());
        machine.restricted(new Restriction.SourceOff(machine.keyring().id(), Given.RULE));

        assertEquals(Given.OTHER_KEY, used());
        assertEquals(0, machine.keyring().timesAsked());
    }

    @Test
    void failsClosedIfItIsUnknownWhichOneItIs() {
        machine.registry().cannotBeRead();

        Finding finding = blocked().finding();

        assertEquals(FakeRegistry.PLACE, finding.location());
        assertEquals(new Outcome.Unusable(FakeRegistry.UNREADABLE.reason()), finding.outcome());
    }

    @Test
    void doesNotMatterWhereTheEnvironmentGivesACredential() {
        machine.registry().cannotBeRead();
        machine.variableGives(Given.found(Given.KEY));

        assertEquals(Given.KEY, used());
    }

    @Test
    void failsClosedWhereItIsNotInstalledAnyMore() {
        machine.registry().put(new SavedAccount(Given.account(), new SourceId("helper:gone"), Optional.empty()));

        Step step = blocked();

        assertEquals("helper:gone", step.source().value());
        assertEquals(
                Messages.KEEPER_NOT_INSTALLED,
                assertInstanceOf(Outcome.Unusable.class, step.finding().outcome())
                        .reason()
                        .problem());
    }

    @Test
    void namesTheWayOutWhereItsProgramIsGone() {
        machine.isNotInstalled("helper:gone");
        machine.registry().put(new SavedAccount(Given.account(), new SourceId("helper:gone"), Optional.empty()));

        assertEquals(
                new Reason(
                        Messages.keeperBroken(Machine.NO_PROGRAM),
                        Messages.installOrSaveElsewhere(
                                "wandb login --store netrc --relogin --host " + Given.HOST.url())),
                assertInstanceOf(Outcome.Unusable.class, blocked().finding().outcome())
                        .reason());
    }

    @Test
    void isTheDefaultStoreWhereNothingWasEverSaved() {
        savesTo(machine.vault().id());
        machine.vault().keep(Given.account(), Given.KEY);

        assertEquals(List.of("environment", "vault", "netrc"), idsOf(everyStep()));
        assertEquals(Given.KEY, used());
    }

    @Test
    void isNotTheDefaultStoreWhereAnotherOneIsRemembered() {
        savesTo(machine.vault().id());
        keyIsIn(machine.keyring());

        assertEquals(Given.KEY, used());
        assertEquals(0, machine.vault().timesAsked());
    }

    @Test
    void isTheDefaultStoreInThePlaceThatThePolicysOrderHasForIt() {
        machine.policyIs(ResolutionPolicy.documented()
                .savingTo(Configured.builtIn(machine.vault().id()))
                .ordered(Configured.builtIn(ids("netrc", "vault", "environment"))));

        assertEquals(List.of("netrc", "vault", "environment"), idsOf(everyStep()));
    }

    @Test
    void endsTheLookupWhereItIsTheDefaultStoreAndCannotBeUsed() {
        savesTo(machine.vault().id());
        machine.vault().breaks();

        assertEquals("vault", blocked().source().value());
    }

    @Test
    void isNetrcWhereTheDefaultStoreIsNotInstalled() {
        savesTo(new SourceId("helper:gone"));

        assertEquals(Given.OTHER_KEY, used());
    }

    private void savesTo(SourceId store) {
        machine.policyIs(ResolutionPolicy.documented().savingTo(Configured.builtIn(store)));
    }

    private void keyIsIn(MemoryStore store) {
        store.keep(Given.account(), Given.KEY);
        machine.registry().holds(Given.account(), store);
    }

    private Resolution everyStep() {
        return machine.lookup().throughAll(Given.query());
    }

    private Object used() {
        return assertInstanceOf(
                        Decision.Use.class,
                        machine.lookup().untilDecided(Given.query()).decision())
                .found()
                .credential();
    }

    private Step blocked() {
        return assertInstanceOf(
                        Decision.Blocked.class,
                        machine.lookup().untilDecided(Given.query()).decision())
                .step();
    }

    private static List<SourceId> ids(String... names) {
        List<SourceId> ids = new ArrayList<>();
        for (String name : names) {
            ids.add(new SourceId(name));
        }
        return ids;
    }

    private static List<String> idsOf(Resolution resolution) {
        List<String> ids = new ArrayList<>();
        for (Step step : resolution.steps()) {
            ids.add(step.source().value());
        }
        return ids;
    }
}
