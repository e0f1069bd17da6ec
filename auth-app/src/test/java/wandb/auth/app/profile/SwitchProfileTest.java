package wandb.auth.app.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Effects;
import wandb.auth.app.FakeRegistry;
import wandb.auth.app.FakeServers;
import wandb.auth.app.FakeTrail;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.MemoryStore;
import wandb.auth.app.Messages;
import wandb.auth.app.account.Accounts;
import wandb.auth.app.account.CurrentSettings;
import wandb.auth.app.profile.SwitchProfile.SwitchResult;
import wandb.auth.app.store.AuditLog;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.account.SavedAccount;

/** When a switch is made, and what keeps it from being. */
class SwitchProfileTest {

    private static final Profile WORK = new Profile("work");
    private static final Account ACCOUNT = new Account(Given.HOST, WORK);
    private static final Account DEFAULT = new Account(Given.HOST, Profile.DEFAULT);
    private static final Location PLACE = new Location.File(Path.of("netrc"), 3);
    private static final Reason REASON = new Reason("The disk is full.", "Make room.");

    private final Effects effects = new Effects(() -> "");
    private final MemoryStore netrc = new MemoryStore("netrc", Protection.PLAINTEXT, effects);
    private final MemoryStore keyring = new MemoryStore("keyring", Protection.ENCRYPTED, effects);
    private final FakeRegistry registry = new FakeRegistry(effects);
    private final FakeTrail trail = new FakeTrail();
    private ResolutionPolicy policy = ResolutionPolicy.documented();
    private ProfileSwitcher.Activity activity = new ProfileSwitcher.Inactive(Optional.of(Profile.DEFAULT));
    private ProfileSwitcher.Activity activated = new ProfileSwitcher.Active(PLACE, Optional.of(Profile.DEFAULT));
    private Optional<ProfileSwitcher.Failed> takenOver = Optional.empty();
    private int activations;
    private int takeOvers;

    private final class Switcher implements ProfileSwitcher {

        @Override
        public Activity activity(Environment environment, Account account) {
            return activity;
        }

        @Override
        public Activity activate(Environment environment, Account account) {
            activations++;
            return activated;
        }

        @Override
        public Optional<Failed> takeOver(Environment environment, Map<String, String> former) {
            takeOvers++;
            return takenOver;
        }
    }

    private Accounts accounts() {
        return new Accounts(
                registry,
                registry.read(Given.environment()),
                new CurrentSettings(new FakeServers(effects), Given.environment()),
                Given.environment());
    }

    private SwitchResult switched() {
        return switchedTo(ACCOUNT);
    }

    private SwitchResult switchedTo(Account account) {
        StoreHandle store = netrc.named();
        AuditLog auditLog = new AuditLog(Optional.of(trail), policy, Given.environment());
        return new SwitchProfile(store, policy, accounts(), auditLog, new Switcher(), Given.environment())
                .switchTo(account);
    }

    private Optional<Complaint> takeOver() {
        return new TakeOverSwitches(accounts(), new Switcher(), Given.environment()).run();
    }

    @Test
    void isOneChange() {
        registry.holds(DEFAULT, netrc);

        assertEquals(new SwitchResult.Done((ProfileSwitcher.Active) activated), switched());
        assertEquals(1, activations);
        assertEquals(List.of(), effects.seen());
    }

    @Test
    void anAccountThatNothingElseTellsOfIsNotedBeforeItsKeyGetsAnotherName() {
        switched();

        assertEquals(
                Optional.of(ResolutionPolicy.NETRC), registry.entryOf(DEFAULT).map(SavedAccount::store));
        registry.cannotBeWritten();
        activity = new ProfileSwitcher.Inactive(Optional.of(new Profile("home")));
        assertInstanceOf(SwitchResult.Done.class, switched());
    }

    @Test
    void isNotMadeIfThatAccountCannotBeNoted() {
        registry.cannotBeWritten();

        assertInstanceOf(SwitchResult.Failed.class, switched());
        assertEquals(0, activations);
    }

    @Test
    void ofAProfileThatIsActiveChangesNothing() {
        activity = new ProfileSwitcher.Active(PLACE, Optional.empty());

        assertInstanceOf(SwitchResult.Done.class, switched());
        assertEquals(0, activations);
    }

    @Test
    void saysThatTheKeyWasTakenAwayMeanwhile() {
        activated = new ProfileSwitcher.NoKey(PLACE, Optional.empty());

        assertEquals(new SwitchResult.NoKey(PLACE), switched());
    }

    @Test
    void needsAKeyInTheNetrcFile() {
        activity = new ProfileSwitcher.NoKey(PLACE, Optional.empty());
        assertEquals(new SwitchResult.NoKey(PLACE), switched());

        registry.holds(ACCOUNT, keyring);
        assertEquals(new SwitchResult.Elsewhere(keyring.id()), switched());
        assertEquals(0, activations);
    }

    @Test
    void toTheDefaultProfileWithoutAKeyThereLeavesNoneActive() {
        ProfileSwitcher.NoneActive none = new ProfileSwitcher.NoneActive(PLACE, ACCOUNT.profile(), List.of());
        activity = new ProfileSwitcher.NoKey(PLACE, Optional.of(ACCOUNT.profile()));
        activated = none;
        registry.holds(DEFAULT, keyring);

        assertEquals(new SwitchResult.NoneFound(none), switchedTo(DEFAULT));
        assertEquals(1, activations);
    }

    @Test
    void toAnotherProfileWithoutAKeyThereIsNotMade() {
        activity = new ProfileSwitcher.NoKey(PLACE, Optional.of(Profile.DEFAULT));

        assertEquals(new SwitchResult.NoKey(PLACE), switched());
        assertEquals(0, activations);
    }

    @Test
    void isForbiddenWhereNothingMayBeSavedThere() {
        policy = policy.restricted(new Restriction.OnlyStores(List.of(keyring.id()), Given.RULE));

        assertEquals(new SwitchResult.Forbidden(Given.RULE), switched());
        assertEquals(0, activations);
    }

    @Test
    void isRecordedBeforeItIsMade() {
        policy = policy.restricted(new Restriction.Recorded(Machine.TRAIL, Given.RULE));
        activated = new ProfileSwitcher.Failed(PLACE, REASON);

        assertEquals(new SwitchResult.Failed(PLACE, REASON), switched());
        assertEquals(
                List.of(
                        "/var/log/keys: save netrc done " + Messages.made(Messages.FOUND_BY_OTHERS),
                        "/var/log/keys: save netrc failed " + Messages.notMade(Messages.FOUND_BY_OTHERS)),
                trail.lines());
    }

    @Test
    void isNotMadeIfTheAccountsAreUnknown() {
        registry.cannotBeRead();

        assertInstanceOf(SwitchResult.Failed.class, switched());
        assertEquals(0, activations);
    }

    @Test
    void whatTheFirstEditionNotedIsTakenOverAndNotedNoMore() {
        registry.hasFormerSwitches(Map.of("h", "work"));

        assertEquals(Optional.empty(), takeOver());
        assertEquals(1, takeOvers);
        assertEquals(Map.of(), registry.read(Given.environment()).formerSwitches());
    }

    @Test
    void whatCouldNotBeTakenOverStaysNoted() {
        registry.hasFormerSwitches(Map.of("h", "work"));
        takenOver = Optional.of(new ProfileSwitcher.Failed(PLACE, REASON));

        assertEquals(Optional.of(new Complaint(PLACE, REASON)), takeOver());
        assertEquals(Map.of("h", "work"), registry.read(Given.environment()).formerSwitches());
        takenOver = Optional.empty();
        registry.cannotBeWritten();
        assertEquals(Optional.of(FakeRegistry.FAILED), takeOver());
    }
}
