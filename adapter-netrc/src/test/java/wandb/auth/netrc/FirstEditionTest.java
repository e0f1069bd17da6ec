package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;

/** A netrc file of the first edition, which kept the profiles that were switched to in a list of its own. */
class FirstEditionTest {

    private static final String CLOUD = "https://api.wandb.ai";
    private static final Profile WORK = new Profile("work");
    private static final String KEY = Fixture.OLD_KEY;
    private static final String WORK_KEY = Fixture.NEW_KEY;
    private static final String SWITCHED = "machine  api.wandb.ai+default\n  login user\n  password " + KEY
            + "\nmachine api.wandb.ai\n  login user\n  password " + WORK_KEY + "\n";

    @TempDir
    private Path home;

    private Environment environment() {
        return Fixture.environment(home, Map.of());
    }

    private CredentialStore store(String list) {
        return new NetrcStoreProvider().open(environment(), new StoreConfig(Map.of("api.wandb.ai", list)));
    }

    private static String keyOf(CredentialStore store, Profile profile) {
        return store.find(Fixture.query(CLOUD, profile)).outcome() instanceof Outcome.Found found
                ? found.credential().reveal()
                : "none";
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            textBlock = """
            work
            work work
            "  work	home  "
            not,one -x work
            """,
            delimiter = ';')
    void theListIsUnderstoodHoweverItIsWritten(String list) throws Exception {
        Fixture.write(home.resolve(".netrc"), SWITCHED, "0600");

        assertEquals(KEY, keyOf(store(list), Profile.DEFAULT));
        assertEquals(WORK_KEY, keyOf(store(list), WORK));
    }

    @Test
    void aProfileOfTheListThatHasAnEntryOfItsOwnIsNotActive() throws Exception {
        String text = SWITCHED.replace("+default", "+work");
        Fixture.write(home.resolve(".netrc"), text, "0600");

        assertEquals(WORK_KEY, keyOf(store("work"), Profile.DEFAULT));
        assertEquals(KEY, keyOf(store("work"), WORK));
    }

    @Test
    void onceTakenOverTheFileSaysItAndTheListIsNotNeeded() throws Exception {
        Fixture.write(home.resolve(".netrc"), SWITCHED, "0600");

        assertEquals(Optional.empty(), new NetrcProfileSwitcher().takeOver(environment(), Map.of("api.wandb.ai", "work")));
        String taken = Fixture.text(home.resolve(".netrc"));
        assertEquals(SWITCHED.replace("ai\n", "ai account profile:work\n"), taken);
        assertEquals(KEY, keyOf(Fixture.store(home), Profile.DEFAULT));
        assertEquals(WORK_KEY, keyOf(Fixture.store(home), WORK));
        new NetrcProfileSwitcher().takeOver(environment(), Map.of("api.wandb.ai", "work"));
        assertEquals(taken, Fixture.text(home.resolve(".netrc")));
    }

    @Test
    void aFileThatIsNotThereIsNotMade() {
        assertEquals(Optional.empty(), new NetrcProfileSwitcher().takeOver(environment(), Map.of("api.wandb.ai", "work")));
        assertFalse(Files.exists(home.resolve(".netrc")));
    }

    @Test
    void untilItIsTakenOverNothingIsChanged() throws Exception {
        Fixture.write(home.resolve(".netrc"), SWITCHED, "0600");

        assertInstanceOf(
                Saved.Failed.class,
                store("work").save(Fixture.query(CLOUD), ApiKey.parse(KEY), new Precondition.Anything()));
        assertInstanceOf(
                Erased.Failed.class, store("work").erase(Fixture.query(CLOUD), new Precondition.Anything()));
        assertEquals(SWITCHED, Fixture.text(home.resolve(".netrc")));
    }
}
