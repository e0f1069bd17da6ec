package wandb.auth.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.ExaminedMachine;
import wandb.auth.app.ExaminedMachine.KeepingStore;
import wandb.auth.app.Given;
import wandb.auth.app.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;

class RunDiagnosticsTest {

    private static final Reason LOCKED = new Reason("It is locked.", "Unlock it.");
    private static final Location VARIABLE = new Location.Variable("WANDB_API_KEY");
    private static final Location SETTINGS = new Location.File(Path.of("/home/ada/settings"), 4);
    private static final String LOGIN = "wandb login --store keyring --host https://wandb.example.com";
    private static final String LOGIN_AGAIN = "wandb login --relogin --store keyring --host https://wandb.example.com";
    private static final String LOGOUT = "wandb logout --host https://wandb.example.com";
    private static final String MIGRATE = "wandb auth migrate --to keyring --host https://wandb.example.com";
    private static final SourceId KEYRING = new SourceId("keyring");
    private static final String IN_PLAINTEXT = Messages.keptInPlaintext(Given.account(), KEYRING);

    private static final Account NOWHERE = new Account(Host.parse("https://doctor.invalid"), Profile.DEFAULT);

    private final ExaminedMachine machine = new ExaminedMachine();
    private final KeepingStore netrc = machine.store("netrc", Protection.PLAINTEXT);

    @Test
    void aMachineWithoutAnyKeyIsClean() {
        assertEquals(List.of(), machine.examine());
    }

    @Test
    void aKeyInNetrcIsFineWhereNoBetterStoreIsThere() {
        netrc.keep(Given.KEY);
        assertEquals(List.of(), machine.examine());
    }

    @Test
    void oneKeyInTwoPlacesIsFine() {
        netrc.keep(Given.KEY);
        machine.source(VARIABLE, Given.found(Given.KEY));
        assertEquals(List.of(), machine.examine());
    }

    @Test
    void aVariableThatHidesAStoredKeyIsTold() {
        netrc.keep(Given.KEY);
        machine.source(VARIABLE, Given.found(Given.OTHER_KEY));
        assertEquals(
                List.of(new Complaint(VARIABLE, Messages.hiddenByVariable(Given.account(), netrc.place(), LOGOUT))),
                machine.examine(),
                "for the public cloud, nothing is hidden");
    }

    @Test
    void anotherKeyThatTheSdkUsesIsTold() {
        machine.source("system-settings", SETTINGS, Given.found(Given.KEY));
        machine.sdkTakes(new SdkNetrc.Taken(new Location.Place("netrc"), Given.OTHER_KEY, Optional.empty()));

        assertFirst(
                SETTINGS,
                Messages.usedBeside(Given.account(), Messages.sdkUsesAnotherKey(new Location.Place("netrc"))));
    }

    /** Of another active profile status tells; to switch to it was the user's choice. */
    @Test
    void anotherKeyOfTheNetrcFileIsNotTold() {
        netrc.keep(Given.KEY);
        machine.sdkTakes(new SdkNetrc.Taken(new Location.Place("netrc"), Given.OTHER_KEY, Optional.empty()));

        assertEquals(List.of(), machine.examine());
    }

    @Test
    void aSettingsFileThatHidesAStoredKeyIsTold() {
        netrc.keep(Given.KEY);
        machine.source(SETTINGS, Given.found(Given.OTHER_KEY));
        assertFirst(SETTINGS, Messages.hiddenByKey(Given.account(), netrc.place(), LOGOUT));
    }

    @Test
    void whatASourceCannotGiveIsToldInItsOwnWordsAndOnce() {
        machine.source(VARIABLE, new Outcome.Unusable(LOCKED));
        assertEquals(List.of(new Complaint(VARIABLE, LOCKED)), machine.examine());
    }

    @Test
    void aKeyInPlaintextIsToldWhereABetterStoreCanKeepIt() {
        netrc.keep(Given.KEY);
        machine.store("keyring", Protection.ENCRYPTED);
        assertFirst(netrc.place(), new Reason(IN_PLAINTEXT, Messages.moveIt(MIGRATE)));
    }

    @Test
    void aKeyInASettingsFileIsSavedElsewhereAndTheLineRemoved() {
        machine.source(SETTINGS, Given.found(Given.KEY));
        machine.store("keyring", Protection.ENCRYPTED);
        assertFirst(SETTINGS, new Reason(IN_PLAINTEXT, Messages.saveElsewhere(LOGIN)));
    }

    @Test
    void aVariableIsNoPlaintextFile() {
        machine.source(VARIABLE, Given.found(Given.KEY));
        machine.store("keyring", Protection.ENCRYPTED);
        assertEquals(List.of(), machine.examine());
    }

    @Test
    void anOldPlaintextKeyBesideTheOneInTheKeychainIsErasedByTheNextLogin() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        machine.remember("keyring");
        keyring.keep(Given.KEY);
        netrc.keep(Given.KEY);
        assertFirst(netrc.place(), new Reason(IN_PLAINTEXT, Messages.saveAgainErasing(LOGIN_AGAIN)));
    }

    @Test
    void aStoreThatCannotBeUsedIsNoReasonToMoveAKey() {
        netrc.keep(Given.KEY);
        machine.store("keyring", Protection.ENCRYPTED).isUnavailable(LOCKED);
        assertEquals(List.of(), machine.examine());
    }

    @Test
    void aKeyThatTheProtectionRuleRefusesIsMovedToAStoreThatItAllows() {
        netrc.keep(Given.KEY);
        machine.store("keyring", Protection.ENCRYPTED);
        machine.policy(
                savingTo("keyring").restricted(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE)));
        assertFirst(
                netrc.place(),
                new Reason(
                        "A credential for https://wandb.example.com is here, and a rule forbids it: Ask the"
                                + " administrator. (policy:3)",
                        Messages.moveIt(MIGRATE)));
    }

    @Test
    void whereNoStoreIsAllowedThatIsToldToo() {
        netrc.keep(Given.KEY);
        machine.policy(ResolutionPolicy.documented()
                .restricted(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE)));
        assertEquals(
                List.of(
                        new Complaint(
                                Given.RULE.setAt().orElseThrow(),
                                Messages.defaultStoreForbidden(ResolutionPolicy.NETRC, Given.RULE)),
                        new Complaint(netrc.place(), forbidden(Messages.MOVE_TO_ALLOWED_STORE))),
                machine.examine());
    }

    @Test
    void aStoredKeyForAForbiddenServerIsErased() {
        netrc.keep(Given.KEY);
        machine.policy(onlyTheCloud());
        assertFirst(netrc.place(), forbidden(Messages.eraseIt(LOGOUT)));
    }

    @Test
    void aVariableIsNotTakenForOneOfAForbiddenServer() {
        machine.source(VARIABLE, Given.found(Given.KEY));
        machine.policy(onlyTheCloud());
        assertEquals(List.of(), machine.examine());
    }

    @Test
    void aStoreThatLostTheKeyItWasGivenIsTold() {
        machine.store("keyring", Protection.ENCRYPTED);
        machine.remember("keyring");
        assertFirst(
                new Location.Place("keyring"),
                new Reason(
                        Messages.keyIsGone(Given.account(), KEYRING), Messages.saveAgainOrForget(LOGIN_AGAIN, LOGOUT)));
    }

    @Test
    void aStoreThatIsNoLongerInstalledIsTold() {
        machine.remember("gone");
        assertFirst(
                new Location.Place("the store gone"),
                new Reason(
                        Messages.KEEPER_NOT_INSTALLED,
                        Messages.installOrSaveElsewhere(
                                "wandb login --store netrc --relogin --host https://wandb.example.com")));
    }

    @Test
    void aRegistryThatCannotBeReadIsToldOnce() {
        Location file = new Location.File(Path.of("/home/ada/auth.ini"), 7);
        machine.registry(new Parsed.Invalid<>(file, LOCKED));
        assertEquals(List.of(new Complaint(file, LOCKED)), machine.examine());
    }

    @Test
    void anSdkThatIsTooOldForAKeyIsTold() {
        netrc.keep(Given.LONG_KEY);
        InstalledSdk old = new InstalledSdk(new InstalledSdk.Version(0, 21, 4), Path.of("/venv"));
        machine.sdk(old);
        assertFirst(new Location.File(Path.of("/venv")), Messages.sdkTooOld(old, Given.account()));
    }

    @Test
    void anOldSdkThatCanUseTheKeyIsFine() {
        netrc.keep(Given.KEY);
        machine.sdk(new InstalledSdk(new InstalledSdk.Version(0, 21, 4), Path.of("/venv")));
        assertEquals(List.of(), machine.examine());
    }

    @Test
    void aStoreIsGivenAThrowawayItemAndLeftAsItWas() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        assertEquals(List.of(), machine.examine());
        assertEquals(1, keyring.saved().size());
        assertEquals(NOWHERE, keyring.saved().getFirst());
        assertTrue(keyring.isEmpty());
    }

    @Test
    void whatAKilledRunLeftIsTakenAway() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        keyring.save(Given.query(NOWHERE), Given.OTHER_KEY, new Precondition.Anything());
        assertEquals(List.of(), machine.examine());
        assertTrue(keyring.isEmpty());
    }

    @Test
    void aStoreThatKeepsSomethingOfWhatWasErasedIsGivenNothing() {
        KeepingStore vault = machine.store("vault", Protection.REMOTE);
        vault.neverForgets();
        assertEquals(List.of(), machine.examine());
        assertEquals(List.of(), vault.saved());
    }

    @Test
    void aPlaintextFileIsNotWrittenTo() {
        machine.examine();
        assertEquals(List.of(), netrc.saved());
    }

    @Test
    void aStoreThatThePolicyForbidsIsLeftInPeace() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        machine.policy(ResolutionPolicy.documented()
                .restricted(new Restriction.OnlyStores(List.of(ResolutionPolicy.NETRC), Given.RULE)));
        machine.examine();
        assertEquals(List.of(), keyring.saved());
    }

    @Test
    void aStoreThatCannotWriteIsTold() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        keyring.answersASaveWith(new Saved.Failed(keyring.place(), LOCKED));
        assertEquals(List.of(new Complaint(keyring.place(), Messages.probeNotWritten(LOCKED))), machine.examine());
    }

    @Test
    void aStoreThatGivesSomethingElseIsToldAndTheItemErased() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        keyring.answersWith(Given.found(Given.OTHER_KEY));
        assertEquals(
                new Complaint(keyring.place(), Messages.probeNotReadBack()),
                machine.examine().getLast());
        assertTrue(keyring.isEmpty());
    }

    @Test
    void anItemThatCannotBeErasedIsNamedSoThatAPersonCan() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        keyring.answersAnEraseWith(new Erased.Failed(keyring.place(), LOCKED));
        assertFirst(keyring.place(), Messages.probeNotErased(NOWHERE.host(), Optional.of(LOCKED)));
    }

    @Test
    void aDefaultStoreThatIsNotInstalledIsTold() {
        machine.policy(savingTo("vault"));
        assertFirst(Given.RULE.setAt().orElseThrow(), Messages.defaultStoreNotInstalled(new SourceId("vault")));
    }

    @Test
    void aDefaultStoreThatCannotBeUsedIsTold() {
        machine.store("keyring", Protection.ENCRYPTED).isUnavailable(LOCKED);
        machine.policy(savingTo("keyring"));
        assertFirst(Given.RULE.setAt().orElseThrow(), Messages.defaultStoreUnusable(KEYRING, LOCKED));
    }

    @Test
    void noComplaintShowsAKey() {
        netrc.keep(Given.KEY);
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        keyring.keep(Given.LONG_KEY);
        machine.remember("keyring");
        machine.source(VARIABLE, Given.found(Given.OTHER_KEY));
        String told = machine.examine().toString();
        assertFalse(told.contains("aaaa") || told.contains("bbbb") || told.contains("cccc"), told);
    }

    @Test
    void aCheckOfAnotherModuleIsAskedAboutTheKnownAccounts() {
        Complaint complaint = new Complaint(SETTINGS, LOCKED);
        machine.check((environment, accounts, deadline) ->
                accounts.contains(machine.account()) && environment.equals(machine.environment())
                        ? List.of(complaint, complaint)
                        : List.of());
        assertEquals(List.of(complaint), machine.examine());
    }

    private static ResolutionPolicy savingTo(String store) {
        return ResolutionPolicy.documented().savingTo(new Configured<>(new SourceId(store), Given.RULE.setAt()));
    }

    private static ResolutionPolicy onlyTheCloud() {
        return ResolutionPolicy.documented()
                .restricted(new Restriction.OnlyHosts(List.of(new HostPattern.Exactly(Host.PUBLIC_CLOUD)), Given.RULE));
    }

    private static Reason forbidden(String remedy) {
        return new Reason(Messages.credentialForbidden(Given.account(), Given.RULE), remedy);
    }

    private void assertFirst(Location location, Reason reason) {
        assertEquals(new Complaint(location, reason), machine.examine().getFirst());
    }
}
