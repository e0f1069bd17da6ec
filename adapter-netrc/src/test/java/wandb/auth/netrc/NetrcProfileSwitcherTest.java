package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import wandb.auth.domain.port.account.ProfileSwitcher.Active;
import wandb.auth.domain.port.account.ProfileSwitcher.Activity;
import wandb.auth.domain.port.account.ProfileSwitcher.Failed;
import wandb.auth.domain.port.account.ProfileSwitcher.NoKey;
import wandb.auth.domain.port.account.ProfileSwitcher.NoneActive;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.Login;
import wandb.auth.netrc.syntax.NetrcContent;
import wandb.auth.netrc.syntax.NetrcParser;

/** The profile whose key other programs find in a netrc file. */
class NetrcProfileSwitcherTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final Profile WORK = new Profile("work");
    private static final Profile HOME = new Profile("home");
    private static final String KEY = Fixture.OLD_KEY;
    private static final String WORK_KEY = Fixture.NEW_KEY;
    private static final String HOME_KEY = "c".repeat(40);
    private static final String DEFAULTS = "machine api.wandb.ai\n  login user\n  password " + KEY + "\n";
    private static final String WORKS = "machine  api.wandb.ai+work\n  login user\n  password " + WORK_KEY + "\n";
    private static final String HOMES = "machine  api.wandb.ai+home\n  login user\n  password " + HOME_KEY + "\n";

    /** Theirs after a switch to the profile, and the default profile's after any. */
    private static final String ACTIVE_WORKS = WORKS.replace("machine  api.wandb.ai+work", marked("work"));

    private static final String INACTIVE_DEFAULTS =
            DEFAULTS.replace("machine api.wandb.ai", "machine  api.wandb.ai+default");

    @TempDir
    private Path home;

    private final NetrcProfileSwitcher switcher = new NetrcProfileSwitcher();

    private static String marked(String profile) {
        return "machine api.wandb.ai account profile:" + profile;
    }

    private Path netrc(String text) throws Exception {
        return Fixture.write(home.resolve(".netrc"), text, "0600");
    }

    private String netrc() throws Exception {
        return Fixture.text(home.resolve(".netrc"));
    }

    private Activity activate(Profile profile) {
        return switcher.activate(Fixture.environment(home, Map.of()), account(profile));
    }

    private Activity activity(Profile profile) {
        return switcher.activity(Fixture.environment(home, Map.of()), account(profile));
    }

    private static Account account(Profile profile) {
        return new Account(Host.parse(CLOUD), profile);
    }

    private String keyOf(Profile profile) {
        return keyOf(Fixture.store(home), profile);
    }

    private static String keyOf(CredentialStore store, Profile profile) {
        return store.find(Fixture.query(CLOUD, profile)).outcome() instanceof Outcome.Found found
                ? found.credential().reveal()
                : "none";
    }

    private Saved save(Profile profile, String key) {
        return Fixture.store(home).save(Fixture.query(CLOUD, profile), ApiKey.parse(key), new Precondition.Anything());
    }

    private Erased erase(Profile profile) {
        return Fixture.store(home).erase(Fixture.query(CLOUD, profile), new Precondition.Anything());
    }

    /** What a reader that knows of no profiles takes. */
    private String plainKey() throws Exception {
        Login login = NetrcContent.of(NetrcParser.parse(Files.readAllBytes(home.resolve(".netrc")))
                        .nodes())
                .logins()
                .get("api.wandb.ai");
        return login == null ? "none" : login.password();
    }

    @Test
    void theEntryThatOtherProgramsFindSaysWhoseItIs() throws Exception {
        Path file = netrc(DEFAULTS + WORKS);

        assertEquals(new Active(new Location.File(file, 6), Optional.of(Profile.DEFAULT)), activate(WORK));
        assertEquals(INACTIVE_DEFAULTS + ACTIVE_WORKS, netrc());
        assertEquals(List.of(KEY, WORK_KEY, WORK_KEY), List.of(keyOf(Profile.DEFAULT), keyOf(WORK), plainKey()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OLD\nWORK\n",
                "WORK\nOLD\n",
                "# mine\r\nOLD # c\r\n\r\n\tWORK\r\ndefault login x password y\r\n",
                "OLD WORK default password y",
                "machine \"api.wandb.ai\" password PW1\nmachine  \"api.wandb.ai+work\" password \"PW2\"\n",
                "machine  api.wandb.ai password PW1\nmachine   api.wandb.ai+work password PW2\n",
                "machine\tapi.wandb.ai password PW1\nmachine\n api.wandb.ai+work password PW2\n",
                "OLD\nmachine API.wandb.ai password PW1\nWORK\nmacdef m\nx\n\nmachine api.forge.coreweave.com password PW1\n",
                "OLD\nmachine api.forge.coreweave.com password PW1\nWORK\nmachine  api.forge.coreweave.com+work password PW2\n",
                "machine api.wandb.ai account mine password PW1\nmachine  api.wandb.ai+work account theirs password PW2\n",
                "\ufeff# \u00fc\nOLD\nWORK",
            })
    void thereAndBackLeavesEveryByte(String pattern) throws Exception {
        String text = pattern.replace("OLD", "machine api.wandb.ai login a password PW1")
                .replace("WORK", "machine  api.wandb.ai+work login b password PW2")
                .replace("PW1", KEY)
                .replace("PW2", WORK_KEY);
        netrc(text);

        assertInstanceOf(Active.class, activate(WORK));
        String between = netrc();
        assertEquals(List.of(KEY, WORK_KEY), List.of(keyOf(Profile.DEFAULT), keyOf(WORK)));
        assertInstanceOf(Active.class, activate(Profile.DEFAULT));

        assertTrue(!between.equals(text), between);
        assertEquals(text, netrc());
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine  api.wandb.ai", "machine api.wandb.ai", "machine   api.wandb.ai"})
    void aNameWithAProfileNeverHasJustOneBlankBeforeIt(String written) throws Exception {
        netrc(written + " password " + KEY + "\nmachine api.wandb.ai+work password " + WORK_KEY + "\n");

        for (Profile profile : List.of(WORK, Profile.DEFAULT, WORK, Profile.DEFAULT)) {
            activate(profile);
            assertFalse(netrc().matches("(?s).*machine \\S+\\+.*"), netrc());
        }
    }

    @Test
    void everyProfileKeepsItsKeyThroughAnySwitches() throws Exception {
        netrc(DEFAULTS + WORKS + HOMES);

        activate(WORK);
        activate(HOME);
        assertEquals(HOME_KEY, plainKey());
        assertEquals(List.of(KEY, WORK_KEY, HOME_KEY), List.of(keyOf(Profile.DEFAULT), keyOf(WORK), keyOf(HOME)));
        activate(Profile.DEFAULT);
        assertEquals(DEFAULTS + WORKS + HOMES, netrc());
    }

    @Test
    void aSwitchToWhatIsFoundAlreadyChangesNothing() throws Exception {
        Path file = netrc(DEFAULTS + WORKS);

        assertEquals(new Active(new Location.File(file, 3), Optional.empty()), activity(Profile.DEFAULT));
        assertEquals(new Active(new Location.File(file, 3), Optional.empty()), activate(Profile.DEFAULT));
        assertEquals(DEFAULTS + WORKS, netrc());
    }

    @Test
    void aProfileWithoutAKeyIsNoneToSwitchTo() throws Exception {
        netrc(DEFAULTS);

        assertInstanceOf(NoKey.class, activate(WORK));
        assertEquals(DEFAULTS, netrc());
    }

    @Test
    void theWayBackNeedsNoKeyOfTheDefaultProfile() throws Exception {
        Path file = netrc(WORKS);
        activate(WORK);

        assertEquals(new NoneActive(new Location.File(file), WORK, List.of()), activate(Profile.DEFAULT));
        assertEquals(WORKS, netrc());
        assertEquals(new NoKey(new Location.File(file), Optional.empty()), activate(Profile.DEFAULT));
    }

    @Test
    void withoutAnotherKeyTheProfileSimplyGetsTheName() throws Exception {
        netrc(WORKS);

        assertEquals(
                Optional.empty(), assertInstanceOf(Active.class, activate(WORK)).kept());
        assertEquals(ACTIVE_WORKS, netrc());
        assertEquals("none", keyOf(Profile.DEFAULT));
    }

    @Test
    void whatAnSdkWritesAfterASwitchIsTheDefaultProfiles() throws Exception {
        String written = DEFAULTS.replace(KEY, "d".repeat(40));
        netrc(INACTIVE_DEFAULTS + WORKS + written);

        assertEquals("d".repeat(40), keyOf(Profile.DEFAULT));
        activate(WORK);
        assertEquals(List.of("d".repeat(40), WORK_KEY), List.of(keyOf(Profile.DEFAULT), keyOf(WORK)));
        assertFalse(netrc().contains(KEY), netrc());
    }

    @Test
    void whatTheFirstEditionWritesBesideTheActiveEntryIsTheProfiles() throws Exception {
        netrc(INACTIVE_DEFAULTS + ACTIVE_WORKS + WORKS.replace(WORK_KEY, HOME_KEY));

        assertEquals(HOME_KEY, keyOf(WORK));
        activate(WORK);
        assertEquals(List.of(HOME_KEY, HOME_KEY), List.of(keyOf(WORK), plainKey()));
        assertFalse(netrc().contains(WORK_KEY), netrc());
    }

    @Test
    void anAccountThatNamesNoProfileIsTheUsersOwn() throws Exception {
        String text = DEFAULTS.replace("ai\n", "ai account profile:not,one\n");
        netrc(text);

        assertEquals(KEY, keyOf(Profile.DEFAULT));
        save(Profile.DEFAULT, WORK_KEY);
        assertEquals(text.replace(KEY, WORK_KEY), netrc());
    }

    @Test
    void aFileThatCannotBeReadIsNotChanged() throws Exception {
        netrc(DEFAULTS + WORKS + "nonsense\n");

        assertInstanceOf(Failed.class, activate(WORK));
        assertEquals(DEFAULTS + WORKS + "nonsense\n", netrc());
    }

    @Test
    void anOpenQuoteAfterTheEntriesIsNotInTheWay() throws Exception {
        String text = DEFAULTS + WORKS + "machine x password \"y\n";
        netrc(text);

        assertInstanceOf(Active.class, activate(WORK));
        activate(Profile.DEFAULT);
        assertEquals(text, netrc());
    }

    @Test
    void rightsOfOthersThatAreTakenAwayAreTold() throws Exception {
        Fixture.write(home.resolve(".netrc"), DEFAULTS + WORKS, "0644");

        List<String> remarks = assertInstanceOf(Active.class, activate(WORK)).remarks();
        assertEquals(List.of("Other users had access to the file: its mode 0644 was changed to 0600."), remarks);
    }

    @Test
    void whatIsSavedAfterASwitchIsTheProfilesOwn() throws Exception {
        netrc(DEFAULTS + WORKS);
        activate(WORK);

        save(WORK, HOME_KEY);
        save(Profile.DEFAULT, "e".repeat(40));
        assertEquals(List.of(HOME_KEY, "e".repeat(40)), List.of(keyOf(WORK), keyOf(Profile.DEFAULT)));
        assertEquals(HOME_KEY, plainKey());
    }

    @Test
    void whatIsErasedAfterASwitchIsTheProfilesOwn() throws Exception {
        netrc(DEFAULTS + WORKS);
        activate(WORK);

        assertInstanceOf(Erased.Gone.class, erase(WORK));
        assertEquals(INACTIVE_DEFAULTS, netrc());
        assertInstanceOf(Erased.Gone.class, erase(Profile.DEFAULT));
        assertEquals("", netrc());
    }

    @Test
    void whereNoKeyIsActiveAnyMoreALoginOfTheDefaultProfileGetsThePlainName() throws Exception {
        netrc(DEFAULTS + WORKS);
        activate(WORK);
        erase(WORK);

        save(Profile.DEFAULT, HOME_KEY);
        assertEquals(DEFAULTS.replace(KEY, HOME_KEY), netrc());
    }

    @Test
    void whereNoKeyIsActiveALoginOfAnotherProfileGetsItsOwnName() throws Exception {
        netrc(WORKS);
        activate(WORK);
        erase(WORK);

        save(WORK, WORK_KEY);
        assertEquals(WORKS, netrc());
    }

    @Test
    void whileAnotherProfileIsActiveTheDefaultOneGetsItsOwnName() throws Exception {
        netrc(ACTIVE_WORKS);

        save(Profile.DEFAULT, KEY);
        assertEquals(ACTIVE_WORKS + INACTIVE_DEFAULTS, netrc());
    }

    @Test
    void aNewEntryOfTheActiveProfileSaysWhoseItIs() throws Exception {
        netrc(ACTIVE_WORKS);

        Fixture.store(home)
                .save(
                        Fixture.query("https://api.forge.coreweave.com", WORK),
                        ApiKey.parse(WORK_KEY),
                        new Precondition.Anything());
        assertEquals(ACTIVE_WORKS + ACTIVE_WORKS.replace("api.wandb.ai", "api.forge.coreweave.com"), netrc());
    }

    @Test
    void anEntryThatTheSdkWroteForTheOtherNameOfTheCloudStaysTheDefaultProfiles() throws Exception {
        String forge = DEFAULTS.replace("api.wandb.ai", "api.forge.coreweave.com");
        netrc(ACTIVE_WORKS + forge);
        Query atForge = Fixture.query("https://api.forge.coreweave.com", WORK);

        Fixture.store(home).save(atForge, ApiKey.parse(HOME_KEY), new Precondition.Anything());
        assertEquals(
                ACTIVE_WORKS.replace(WORK_KEY, HOME_KEY)
                        + forge
                        + WORKS.replace("api.wandb.ai", "api.forge.coreweave.com")
                                .replace(WORK_KEY, HOME_KEY),
                netrc());
    }

    @Test
    void theDefaultProfileIsToldThatTheSdkFindsAnotherOrNone() throws Exception {
        netrc(DEFAULTS + WORKS);
        activate(WORK);
        Query query = Fixture.query(CLOUD, Profile.DEFAULT);

        assertEquals(
                List.of(Messages.defaultProfileIsInactive(Optional.of(WORK), Host.PUBLIC_CLOUD)
                        .toString()),
                Fixture.store(home).find(query).remarks());
        assertEquals(
                List.of(), Fixture.store(home).find(Fixture.query(CLOUD, WORK)).remarks());
        String none = Messages.defaultProfileIsInactive(Optional.empty(), Host.PUBLIC_CLOUD)
                .toString();
        assertEquals(
                List.of(none), assertInstanceOf(Erased.Gone.class, erase(WORK)).remarks());
        assertEquals(List.of(none), Fixture.store(home).find(query).remarks());
        activate(Profile.DEFAULT);
        assertEquals(List.of(), Fixture.store(home).find(query).remarks());
    }

    /** As a prompt waits, or a helper that a key is moved to. */
    @Test
    void whoWaitedWhileAnotherRunSwitchedSavesAndErasesTheOwnKeyAllTheSame() throws Exception {
        netrc(DEFAULTS + WORKS);
        CredentialStore waiting = Fixture.store(home);
        Query query = Fixture.query(CLOUD, Profile.DEFAULT);
        assertEquals(KEY, keyOf(waiting, Profile.DEFAULT));

        activate(WORK);
        waiting.save(query, ApiKey.parse(HOME_KEY), new Precondition.Anything());
        assertEquals(List.of(HOME_KEY, WORK_KEY), List.of(keyOf(Profile.DEFAULT), keyOf(WORK)));
        activate(Profile.DEFAULT);
        waiting.erase(query, new Precondition.Anything());
        assertEquals(List.of("none", WORK_KEY), List.of(keyOf(Profile.DEFAULT), keyOf(WORK)));
    }

    @Test
    void ofTwoSwitchesAtOnceTheLaterOneCounts() throws Exception {
        netrc(DEFAULTS + WORKS + HOMES);
        List<Thread> threads = new ArrayList<>();
        for (Profile profile : List.of(WORK, HOME, WORK, HOME)) {
            threads.add(Thread.ofPlatform().start(() -> assertInstanceOf(Active.class, activate(profile))));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertTrue(List.of(WORK_KEY, HOME_KEY).contains(plainKey()), netrc());
        assertEquals(List.of(KEY, WORK_KEY, HOME_KEY), List.of(keyOf(Profile.DEFAULT), keyOf(WORK), keyOf(HOME)));
    }

    @Test
    void profilesThatDifferInCaseAreTwo() throws Exception {
        netrc(WORKS);
        Profile capital = new Profile("Work");

        assertEquals("none", keyOf(capital));
        save(capital, HOME_KEY);
        assertEquals(List.of(HOME_KEY, WORK_KEY), List.of(keyOf(capital), keyOf(WORK)));
        activate(capital);
        activate(WORK);
        assertEquals(List.of(HOME_KEY, WORK_KEY), List.of(keyOf(capital), keyOf(WORK)));
        assertInstanceOf(Erased.Gone.class, erase(capital));
        assertEquals(ACTIVE_WORKS, netrc());
    }
}
