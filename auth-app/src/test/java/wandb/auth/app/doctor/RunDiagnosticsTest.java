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
import wandb.auth.domain.port.configuration.Parsed;
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
        List<Complaint> complaints = machine.examine();
        assertComplaint(
                complaints.getFirst(),
                VARIABLE,
                "It is used for https://wandb.example.com and hides another one: netrc.",
                "or erase the other one: wandb logout --host https://wandb.example.com");
        assertEquals(1, complaints.size(), "for the public cloud, nothing is hidden");
    }

    @Test
    void anotherKeyThatTheSdkUsesIsTold() {
        machine.source("system-settings", SETTINGS, Given.found(Given.KEY));
        machine.sdkTakes(new SdkNetrc.Taken(new Location.Place("netrc"), Given.OTHER_KEY, Optional.empty()));

        assertComplaint(
                machine.examine().getFirst(),
                SETTINGS,
                "This key is used for https://wandb.example.com. The Python SDK by itself uses another key: for it,"
                        + " netrc comes first.",
                "Remove one of the two keys.");
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
        assertComplaint(
                machine.examine().getFirst(),
                SETTINGS,
                "The key here is used for https://wandb.example.com and hides another one: netrc.",
                "Remove this one");
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
        assertComplaint(
                machine.examine().getFirst(),
                netrc.place(),
                "The key for https://wandb.example.com is kept in plaintext, though the store keyring could keep it.",
                "Move it: wandb auth migrate --to keyring --host https://wandb.example.com");
    }

    @Test
    void aKeyInASettingsFileIsSavedElsewhereAndTheLineRemoved() {
        machine.source(SETTINGS, Given.found(Given.KEY));
        machine.store("keyring", Protection.ENCRYPTED);
        assertComplaint(machine.examine().getFirst(), SETTINGS, "kept in plaintext", "remove the line: " + LOGIN);
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
        assertComplaint(
                machine.examine().getFirst(),
                netrc.place(),
                "kept in plaintext",
                "wandb login --relogin --store keyring --host https://wandb.example.com");
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
        assertComplaint(
                machine.examine().getFirst(),
                netrc.place(),
                "a rule forbids it: Ask the administrator. (policy:3)",
                "wandb auth migrate --to keyring");
    }

    @Test
    void whereNoStoreIsAllowedThatIsToldToo() {
        netrc.keep(Given.KEY);
        machine.policy(ResolutionPolicy.documented()
                .restricted(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE)));
        List<Complaint> complaints = machine.examine();
        assertComplaint(
                complaints.getFirst(),
                Given.RULE.setAt().orElseThrow(),
                "The policy forbids the default store netrc: Ask the administrator.",
                "wandb auth stores");
        assertComplaint(complaints.get(1), netrc.place(), "a rule forbids it", "'wandb auth stores'");
    }

    @Test
    void aStoredKeyForAForbiddenServerIsErased() {
        netrc.keep(Given.KEY);
        machine.policy(onlyTheCloud());
        assertComplaint(
                machine.examine().getFirst(), netrc.place(), "a rule forbids it", "wandb logout --host https://wandb");
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
        assertComplaint(
                machine.examine().getFirst(),
                new Location.Place("keyring"),
                "was saved in the store keyring, and it is not there any more.",
                "forget it: wandb logout --host https://wandb.example.com");
    }

    @Test
    void aStoreThatIsNoLongerInstalledIsTold() {
        machine.remember("gone");
        assertComplaint(
                machine.examine().getFirst(), new Location.Place("the store gone"), "is not installed", "Install it");
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
        machine.sdk(new InstalledSdk(new InstalledSdk.Version(0, 21, 4), Path.of("/venv")));
        assertComplaint(
                machine.examine().getFirst(),
                new Location.File(Path.of("/venv")),
                "0.21.4, fails with the key for https://wandb.example.com",
                "pip install --upgrade wandb");
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
        assertEquals(
                List.of(new Complaint(
                        keyring.place(),
                        new Reason("A probe credential cannot be written: It is locked.", "Unlock it."))),
                machine.examine());
    }

    @Test
    void aStoreThatGivesSomethingElseIsToldAndTheItemErased() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        keyring.answersWith(Given.found(Given.OTHER_KEY));
        List<Complaint> complaints = machine.examine();
        assertTrue(
                complaints
                        .getLast()
                        .reason()
                        .problem()
                        .startsWith("A probe credential was written but could not be read"),
                complaints.toString());
        assertTrue(keyring.isEmpty());
    }

    @Test
    void anItemThatCannotBeErasedIsNamedSoThatAPersonCan() {
        KeepingStore keyring = machine.store("keyring", Protection.ENCRYPTED);
        keyring.answersAnEraseWith(new Erased.Failed(keyring.place(), LOCKED));
        assertComplaint(
                machine.examine().getFirst(),
                keyring.place(),
                "cannot be erased. It is locked.",
                "Erase the item for https://doctor.invalid by hand.");
    }

    @Test
    void aDefaultStoreThatIsNotInstalledIsTold() {
        machine.policy(savingTo("vault"));
        assertComplaint(
                machine.examine().getFirst(),
                Given.RULE.setAt().orElseThrow(),
                "The default store vault is not installed here.",
                "wandb auth stores");
    }

    @Test
    void aDefaultStoreThatCannotBeUsedIsTold() {
        machine.store("keyring", Protection.ENCRYPTED).isUnavailable(LOCKED);
        machine.policy(savingTo("keyring"));
        assertComplaint(
                machine.examine().getFirst(),
                Given.RULE.setAt().orElseThrow(),
                "The default store keyring cannot be used: It is locked.",
                "Unlock it.");
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

    private static void assertComplaint(Complaint complaint, Location location, String problem, String remedy) {
        assertEquals(location, complaint.location());
        assertTrue(
                complaint.reason().problem().contains(problem),
                complaint.reason().problem());
        assertTrue(
                complaint.reason().remedy().contains(remedy), complaint.reason().remedy());
    }
}
