package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.netrc.message.Messages;

/** Both names of the public cloud have entries in the netrc file that hold different keys. */
class TwoCloudNamesTest {

    private static final String DOCUMENTED = "machine api.wandb.ai\n  login user\n  password " + Fixture.OLD_KEY + "\n";
    private static final String SECOND =
            "machine api.forge.coreweave.com\n  login user\n  password " + Fixture.NEW_KEY + "\n";
    private static final String NEW_SDK = "0.31.0";
    private static final String OLD_SDK = "0.28.0";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({NEW_SDK + ", '', 9, 6", OLD_SDK + ", '', a, 3", "'', '', a, 3", NEW_SDK + ", https://api.wandb.ai, a, 3"
    })
    void theOneThatTheSdkOfThisShellAsksForFirstCounts(String version, String configured, String digit, int line)
            throws IOException {
        netrc(DOCUMENTED + SECOND);

        Finding finding = store(version, configured).find(Fixture.query("https://api.wandb.ai"));

        assertEquals(digit.repeat(40), key(finding));
        assertEquals(new Location.File(home.resolve(".netrc"), line), finding.location());
        assertFalse(finding.remarks().isEmpty(), "it is said that they differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW_SDK, OLD_SDK, ""})
    void theOneThatIsNamedCounts(String version) throws IOException {
        netrc(DOCUMENTED + SECOND);

        assertEquals(Fixture.NEW_KEY, key(store(version, "").find(Fixture.query("https://api.forge.coreweave.com"))));
    }

    @Test
    void noSdkIsSearchedForWhereTheyAgreeOrOneIsMissing() throws IOException {
        String same = SECOND.replace(Fixture.NEW_KEY, Fixture.OLD_KEY);
        for (String text : List.of(DOCUMENTED + same, DOCUMENTED, same)) {
            netrc(text);

            Finding finding = store(GivenCloudNames.NEVER_ASKED).find(Fixture.query("https://api.wandb.ai"));

            assertEquals(Fixture.OLD_KEY, key(finding));
        }
    }

    @Test
    void noSdkIsSearchedForWhereAServerOfOnesOwnIsMeant() throws IOException {
        netrc(DOCUMENTED + SECOND + "machine wandb.example.com login user password " + Fixture.OLD_KEY + "\n");

        Finding finding = store(GivenCloudNames.NEVER_ASKED).find(Fixture.query("https://wandb.example.com"));

        assertEquals(Fixture.OLD_KEY, key(finding));
    }

    @ParameterizedTest
    @ValueSource(strings = {NEW_SDK, OLD_SDK})
    void aSaveOverTheKeyThatWasFoundSetsBoth(String version) throws IOException {
        netrc(DOCUMENTED + SECOND);
        CredentialStore store = store(version, "");
        Query query = Fixture.query("https://api.wandb.ai");
        Outcome.Found found = (Outcome.Found) store.find(query).outcome();

        Saved saved = store.save(query, ApiKey.parse(Fixture.OTHER_SECRET), new Precondition.Exactly(found.revision()));

        assertInstanceOf(Saved.Stored.class, saved);
        assertEquals(
                (DOCUMENTED + SECOND)
                        .replace(Fixture.OLD_KEY, Fixture.OTHER_SECRET)
                        .replace(Fixture.NEW_KEY, Fixture.OTHER_SECRET),
                Files.readString(home.resolve(".netrc")));
    }

    @ParameterizedTest
    @CsvSource({NEW_SDK + ", a, 3", OLD_SDK + ", 9, 3"})
    void theKeyThatWasFoundCanBeErasedAndTheOtherStays(String version, char left, int line) throws IOException {
        netrc(DOCUMENTED + SECOND);
        CredentialStore store = store(version, "");
        Query query = Fixture.query("https://api.wandb.ai");
        Outcome.Found found = (Outcome.Found) store.find(query).outcome();

        Erased erased = store.erase(query, new Precondition.Exactly(found.revision()));

        assertEquals(
                List.of(Messages.otherKeyLeft(new Location.File(home.resolve(".netrc"), line))),
                assertInstanceOf(Erased.Gone.class, erased).remarks());
        assertEquals(left == 'a' ? DOCUMENTED : SECOND, Files.readString(home.resolve(".netrc")));
    }

    private CredentialStore store(String version, String configured) {
        return store(GivenCloudNames.of(version, configured));
    }

    private CredentialStore store(CloudNames cloudNames) {
        return new NetrcStore(Fixture.environment(home, Map.of()), Map.of(), cloudNames);
    }

    private static String key(Finding finding) {
        return ((ApiKey) ((Outcome.Found) finding.outcome()).credential()).reveal();
    }

    private void netrc(String text) throws IOException {
        Fixture.write(home.resolve(".netrc"), text, "0600");
    }
}
