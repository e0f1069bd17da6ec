package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.account.ActiveProfileStore.Behind;
import wandb.auth.domain.port.account.ActiveProfileStore.Failed;
import wandb.auth.domain.port.account.ActiveProfileStore.Found;
import wandb.auth.domain.port.account.ActiveProfileStore.Nothing;
import wandb.auth.domain.port.account.ActiveProfileStore.Standing;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;

/** The profile whose key other programs find in a netrc file. */
class ProfileSwitchTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final Profile WORK = new Profile("work");
    private static final Profile HOME = new Profile("home");
    private static final String OLD = "machine api.wandb.ai\n  login user\n  password " + Fixture.OLD_KEY + "\n";
    private static final String WORKS =
            "machine  api.wandb.ai+work\n  login user\n  password " + Fixture.NEW_KEY + "\n";
    private static final String HOMES = "machine  api.wandb.ai+home\n  login user\n  password " + "c".repeat(40) + "\n";

    @TempDir
    private Path home;

    private final NetrcProfileSwitch profiles = new NetrcProfileSwitch();

    private Path netrc(String text) throws Exception {
        return Fixture.write(home.resolve(".netrc"), text, "0600");
    }

    private String netrc() throws Exception {
        return Fixture.text(home.resolve(".netrc"));
    }

    private Standing make(Profile profile, Profile... before) {
        return profiles.make(Fixture.environment(home, Map.of()), account(profile), list(profile, before));
    }

    private Standing standing(Profile profile, Profile... switched) {
        return profiles.standing(Fixture.environment(home, Map.of()), account(profile), List.of(switched));
    }

    private static List<Profile> list(Profile first, Profile... rest) {
        List<Profile> list = new ArrayList<>(List.of(rest));
        list.remove(first);
        list.addFirst(first);
        return list;
    }

    private static Account account(Profile profile) {
        return new Account(Host.parse(CLOUD), profile);
    }

    private CredentialStore storeAfter(String switched) {
        return new NetrcStoreProvider()
                .open(Fixture.environment(home, Map.of()), new StoreConfig(Map.of("profiles api.wandb.ai", switched)));
    }

    private static Query query(Profile profile) {
        return Fixture.query(CLOUD, profile);
    }

    private static String keyOf(CredentialStore store, Profile profile) {
        return store.find(query(profile)).outcome() instanceof Outcome.Found found
                ? found.credential().reveal()
                : "none";
    }

    @Test
    void thePlainNameGoesToTheProfileAndTheOtherKeyIsKeptUnderItsOwn() throws Exception {
        Path file = netrc(OLD + WORKS);

        assertEquals(new Found(new Location.File(file, 6), Optional.of(Profile.DEFAULT)), make(WORK));
        assertEquals(
                OLD.replace("machine api.wandb.ai", "machine  api.wandb.ai+default")
                        + WORKS.replace("machine  api.wandb.ai+work", "machine api.wandb.ai"),
                netrc());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OLD\nWORK\n",
                "WORK\nOLD\n",
                "# mine\r\nOLD # c\r\n\r\n\tWORK\r\ndefault login x password y\r\n",
                "OLD WORK default password y",
                "machine \"api.wandb.ai\" password PW1\nmachine \"api.wandb.ai+work\" password \"PW2\"\n",
                "machine api.wandb.ai+work password PW2\nmachine  api.wandb.ai password PW1\n",
                "machine\tapi.wandb.ai password PW1\nmachine\n api.wandb.ai+work password PW2\n",
                "OLD\nmachine API.wandb.ai password PW1\nWORK\nmacdef m\nx\n\nmachine api.forge.coreweave.com password PW1\n",
                "OLD\nmachine api.forge.coreweave.com password PW1\nWORK\nmachine  api.forge.coreweave.com+work password PW2\n",
                "\ufeff# \u00fc\nOLD\nWORK",
            })
    void thereAndBackLeavesEveryByte(String pattern) throws Exception {
        String text = pattern.replace("OLD", "machine api.wandb.ai login a password PW1")
                .replace("WORK", "machine  api.wandb.ai+work login b password PW2")
                .replace("PW1", Fixture.OLD_KEY)
                .replace("PW2", Fixture.NEW_KEY);
        netrc(text);

        assertInstanceOf(Found.class, make(WORK));
        String between = netrc();
        assertEquals(Fixture.NEW_KEY, keyOf(Fixture.store(home), WORK).replace("none", plainKey()));
        assertInstanceOf(Found.class, make(Profile.DEFAULT, WORK));

        assertTrue(!between.equals(text), between);
        assertEquals(text, netrc());
    }

    /** What a reader that knows of no profiles takes. */
    private String plainKey() throws Exception {
        NetrcDocument document = NetrcParser.parse(Files.readAllBytes(home.resolve(".netrc")));
        return AccountEntries.of(document, MachineNameSet.plain(Host.parse(CLOUD)))
                .deciding()
                .orElseThrow()
                .password();
    }

    @Test
    void everyProfileKeepsItsKeyThroughAnySwitches() throws Exception {
        netrc(OLD + WORKS + HOMES);
        make(WORK);
        make(HOME, WORK);

        CredentialStore store = storeAfter("home work");
        assertEquals("c".repeat(40), plainKey());
        assertEquals(Fixture.OLD_KEY, keyOf(store, Profile.DEFAULT));
        assertEquals(Fixture.NEW_KEY, keyOf(store, WORK));
        assertEquals("c".repeat(40), keyOf(store, HOME));
        make(Profile.DEFAULT, HOME, WORK);
        assertEquals(OLD + WORKS + HOMES, netrc());
    }

    @Test
    void aSwitchThatWasNotedAndCutOffChangesNobodysKey() throws Exception {
        netrc(OLD + WORKS);

        assertEquals(Fixture.OLD_KEY, keyOf(storeAfter("work"), Profile.DEFAULT));
        assertEquals(Fixture.NEW_KEY, keyOf(storeAfter("work"), WORK));
        assertEquals(new Behind(Optional.of(Profile.DEFAULT)), standing(WORK, WORK));
    }

    @Test
    void aProfileThatAnotherRunOvertookIsStillTheHolder() throws Exception {
        netrc(OLD + WORKS + HOMES);
        make(WORK); // while another run has noted 'home', and did not come to it

        assertEquals(Fixture.OLD_KEY, keyOf(storeAfter("home work"), Profile.DEFAULT));
        assertEquals(Fixture.NEW_KEY, keyOf(storeAfter("home work"), WORK));
        assertEquals(new Behind(Optional.of(WORK)), standing(HOME, HOME, WORK));
    }

    @Test
    void aSwitchToWhatIsFoundAlreadyChangesNothing() throws Exception {
        Path file = netrc(OLD + WORKS);

        assertEquals(new Found(new Location.File(file, 3), Optional.empty()), standing(Profile.DEFAULT));
        assertInstanceOf(Nothing.class, make(Profile.DEFAULT));
        assertEquals(OLD + WORKS, netrc());
    }

    @Test
    void aProfileWithoutAKeyIsNoneToSwitchTo() throws Exception {
        netrc(OLD);

        assertInstanceOf(Nothing.class, make(WORK));
        assertEquals(OLD, netrc());
    }

    @Test
    void withoutAPlainEntryTheProfileSimplyGetsTheName() throws Exception {
        netrc(WORKS);

        assertEquals(Optional.empty(), assertInstanceOf(Found.class, make(WORK)).kept());
        assertEquals(Fixture.NEW_KEY, keyOf(storeAfter("work"), WORK));
        assertEquals("none", keyOf(storeAfter("work"), Profile.DEFAULT));
    }

    @Test
    void anEntryThatIsNobodysIsNotGivenAName() throws Exception {
        String text = OLD + WORKS + OLD.replace("api.wandb.ai", "api.wandb.ai+default");
        netrc(text);

        Failed failed = assertInstanceOf(Failed.class, make(WORK, WORK));
        assertTrue(failed.reason().problem().contains("of no profile"), failed.toString());
        assertEquals(text, netrc());
    }

    @Test
    void aFileThatCannotBeReadIsNotChanged() throws Exception {
        netrc(OLD + WORKS + "nonsense\n");

        assertInstanceOf(Failed.class, make(WORK));
        assertEquals(OLD + WORKS + "nonsense\n", netrc());
    }

    @Test
    void anOpenQuoteKeepsTheNamesAsTheyAre() throws Exception {
        String text = OLD + WORKS + "machine x password \"y\n";
        netrc(text);

        assertInstanceOf(Found.class, make(WORK)); // which stands before it
        make(Profile.DEFAULT, WORK);
        assertEquals(text, netrc());
    }

    @Test
    void whatIsSavedAfterASwitchIsTheProfilesOwn() throws Exception {
        netrc(OLD + WORKS);
        make(WORK);
        CredentialStore store = storeAfter("work");

        assertInstanceOf(
                Saved.Stored.class, store.save(query(WORK), ApiKey.parse("d".repeat(40)), new Precondition.Anything()));
        assertEquals("d".repeat(40), plainKey());
        assertEquals(Fixture.OLD_KEY, keyOf(store, Profile.DEFAULT));
        assertInstanceOf(
                Saved.Stored.class,
                store.save(query(Profile.DEFAULT), ApiKey.parse("e".repeat(40)), new Precondition.Anything()));
        assertEquals("d".repeat(40), keyOf(store, WORK));
        assertEquals("e".repeat(40), keyOf(store, Profile.DEFAULT));
    }

    @Test
    void whatIsErasedAfterASwitchIsTheProfilesOwn() throws Exception {
        netrc(OLD + WORKS);
        make(WORK);
        CredentialStore store = storeAfter("work");

        assertInstanceOf(Erased.Gone.class, store.erase(query(WORK), new Precondition.Anything()));
        assertEquals("none", keyOf(store, WORK));
        assertEquals(Fixture.OLD_KEY, keyOf(store, Profile.DEFAULT));
        assertInstanceOf(Erased.Gone.class, store.erase(query(Profile.DEFAULT), new Precondition.Anything()));
        assertEquals("", netrc());
    }

    @Test
    void theDefaultProfileIsToldThatTheSdkFindsAnother() throws Exception {
        netrc(OLD + WORKS);
        make(WORK);

        List<String> remarks = storeAfter("work").find(query(Profile.DEFAULT)).remarks();
        assertTrue(remarks.getFirst().contains("wandb auth switch default"), remarks::toString);
        assertEquals(List.of(), storeAfter("work").find(query(WORK)).remarks());
    }

    @Test
    void profilesThatDifferInCaseAreTwo() throws Exception {
        netrc(WORKS);
        CredentialStore store = Fixture.store(home);
        Profile capital = new Profile("Work");

        assertEquals("none", keyOf(store, capital));
        store.save(query(capital), ApiKey.parse("d".repeat(40)), new Precondition.Anything());
        assertEquals("d".repeat(40), keyOf(store, capital));
        assertEquals(Fixture.NEW_KEY, keyOf(store, WORK));
        assertInstanceOf(Erased.Gone.class, store.erase(query(capital), new Precondition.Anything()));
        assertEquals(WORKS, netrc());
    }
}
