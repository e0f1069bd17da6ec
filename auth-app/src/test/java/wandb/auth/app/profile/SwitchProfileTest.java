package wandb.auth.app.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Effects;
import wandb.auth.app.FakeRegistry;
import wandb.auth.app.FakeServers;
import wandb.auth.app.FakeTrail;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.MemoryStore;
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
import wandb.auth.domain.port.Configuration;
import wandb.auth.domain.port.ConfigurationChange;
import wandb.auth.domain.port.ConfigurationRepository;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ActiveProfileStore;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;

/** The order in which a switch is noted and made, and what keeps it from being either. */
class SwitchProfileTest {

    private static final Profile WORK = new Profile("work");
    private static final Account ACCOUNT = new Account(Given.HOST, WORK);
    private static final Location PLACE = new Location.File(Path.of("netrc"), 3);
    private static final Reason REASON = new Reason("The disk is full.", "Make room.");

    private final List<String> done = new ArrayList<>();
    private final Effects effects = new Effects(() -> "");
    private final MemoryStore netrc = new MemoryStore("netrc", Protection.PLAINTEXT, effects);
    private final MemoryStore keyring = new MemoryStore("keyring", Protection.ENCRYPTED, effects);
    private final FakeRegistry registry = new FakeRegistry(effects);
    private final FakeTrail trail = new FakeTrail();
    private ResolutionPolicy policy = ResolutionPolicy.documented();
    private ActiveProfileStore.Standing standing = new ActiveProfileStore.Behind(Optional.of(Profile.DEFAULT));
    private ActiveProfileStore.Standing made = new ActiveProfileStore.Found(PLACE, Optional.of(Profile.DEFAULT));
    private boolean isMemoryFull;

    private final class Switch implements ActiveProfileStore {

        @Override
        public Standing standing(Environment environment, Account account, List<Profile> switched) {
            return standing;
        }

        @Override
        public Standing make(Environment environment, Account account, List<Profile> switched) {
            done.add("made " + switched);
            return made;
        }
    }

    /** Knows that it was switched to home, and to the account before that. */
    private final class Memory implements ConfigurationRepository {

        @Override
        public Configuration read(Environment environment) {
            return registry.read(environment);
        }

        @Override
        public Optional<Failed> obstacle(Environment environment) {
            return Optional.empty();
        }

        @Override
        public Parsed<List<KeyPlace>> earlierPlaces(Environment environment) {
            return new Parsed.Valid<>(List.of());
        }

        @Override
        public Optional<Failed> forgetEarlierPlace(Environment environment, KeyPlace place) {
            return Optional.empty();
        }

        @Override
        public Changed change(Environment environment, Configuration before, ConfigurationChange change) {
            if (change instanceof ConfigurationChange.NoteSwitch note) {
                done.add("noted " + note.account().profile());
                return isMemoryFull ? new Failed(PLACE, REASON) : new Done(before);
            }
            if (change instanceof ConfigurationChange.ForgetSwitch forget) {
                done.add("forgotten " + forget.account().profile());
                return new Done(before);
            }
            return registry.change(environment, before, change);
        }
    }

    private SwitchResult switched() {
        registry.isSwitchedTo(new Account(Given.HOST, new Profile("home")), ACCOUNT);
        Memory memory = new Memory();
        Accounts accounts = new Accounts(
                memory,
                memory.read(Given.environment()),
                new CurrentSettings(new FakeServers(effects), Given.environment()),
                Given.environment());
        StoreHandle store = netrc.named();
        AuditLog auditLog = new AuditLog(trail, policy, Given.environment());
        return new SwitchProfile(store, policy, accounts, auditLog, new Switch(), Given.environment())
                .switchTo(ACCOUNT);
    }

    @Test
    void isNotedBeforeItIsMade() {
        assertEquals(new SwitchResult.Done((ActiveProfileStore.Found) made), switched());
        assertEquals(List.of("noted work", "made [work, home]"), done);
    }

    @Test
    void theAccountThatWasFoundBeforeIsRememberedAsOne() {
        switched();

        assertEquals(
                Optional.of(ResolutionPolicy.NETRC),
                registry.entryOf(new Account(Given.HOST, Profile.DEFAULT)).map(SavedAccount::store));
    }

    @Test
    void isNotMadeWhereItCannotBeNoted() {
        isMemoryFull = true;

        assertEquals(new SwitchResult.Failed(PLACE, REASON), switched());
        assertEquals(List.of("noted work"), done);
    }

    @Test
    void ofAProfileThatIsFoundAlreadyChangesNothing() {
        standing = new ActiveProfileStore.Found(PLACE, Optional.empty());

        assertInstanceOf(SwitchResult.Done.class, switched());
        assertEquals(List.of(), done);
    }

    @Test
    void isForgottenWhereTheKeyWasTakenAwayMeanwhile() {
        made = new ActiveProfileStore.Nothing(PLACE);

        assertInstanceOf(SwitchResult.Failed.class, switched());
        assertEquals(List.of("noted work", "made [work, home]", "forgotten work"), done);
    }

    @Test
    void needsAKeyInTheNetrcFile() {
        standing = new ActiveProfileStore.Nothing(PLACE);
        assertEquals(new SwitchResult.NoKey(PLACE), switched());

        registry.holds(ACCOUNT, keyring);
        assertEquals(new SwitchResult.Elsewhere(keyring.id()), switched());
        assertEquals(List.of(), done);
    }

    @Test
    void isForbiddenWhereNothingMayBeSavedThere() {
        policy = policy.restricted(new Restriction.OnlyStores(List.of(keyring.id()), Given.RULE));

        assertEquals(new SwitchResult.Forbidden(Given.RULE), switched());
        assertEquals(List.of(), done);
    }

    @Test
    void isRecordedBeforeItIsMade() {
        policy = policy.restricted(new Restriction.Recorded(Machine.TRAIL, Given.RULE));
        made = new ActiveProfileStore.Failed(PLACE, REASON);

        assertEquals(new SwitchResult.Failed(PLACE, REASON), switched());
        assertEquals(
                List.of(
                        "/var/log/keys: save netrc done made the one that other programs find",
                        "/var/log/keys: save netrc failed not made the one that other programs find"),
                trail.lines());
    }

    @Test
    void isNotMadeWhereNobodyKnowsTheAccounts() {
        registry.cannotBeRead();

        assertInstanceOf(SwitchResult.Failed.class, switched());
        assertEquals(List.of(), done);
    }
}
