package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.sdk.SdkNetrc.Taken;

/** Which key the Python SDK of this shell takes from the netrc file. */
class SdkNetrcReaderTest {

    private static final String DOCUMENTED = "machine api.wandb.ai login user password " + Fixture.OLD_KEY + "\n";
    private static final String SECOND =
            "machine api.forge.coreweave.com login user password " + Fixture.NEW_KEY + "\n";
    private static final String CATCH_ALL = "default login me password " + Fixture.OTHER_SECRET + "\n";
    private static final String NO_SDK = "";

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource({
        "0.31.0, '', 9, 1",
        "0.32.1, '', 9, 1",
        "1.0.0, '', 9, 1",
        "0.30.9, '', a, 2",
        "0.22.3, '', a, 2",
        "'', '', a, 2",
        "0.31.0, https://api.wandb.ai, a, 2",
        "0.31.0, https://api.wandb.ai/, a, 2",
        "0.31.0, https://api.forge.coreweave.com, 9, 1",
        "0.31.0, https://other.example.com, 9, 1",
        "0.31.0, no address, 9, 1"
    })
    void isThatOfTheNameThatItsVersionAsksForFirst(String version, String configured, String digit, int other)
            throws IOException {
        netrc(DOCUMENTED + SECOND);

        Taken taken = taken(version, configured, "https://api.wandb.ai").orElseThrow();

        assertEquals(digit.repeat(40), taken.key().reveal());
        assertEquals(Optional.of(line(other)), taken.other());
    }

    /** As git, curl and others have it: a login of their own, or none. */
    @ParameterizedTest
    @CsvSource({
        "machine h.example login user password, true",
        "machine h.example user user password, true",
        "machine h.example login ada password, false",
        "machine h.example password, false",
        "machine other.example login user password, false",
        "default login user password, false",
        "machine h.example login user password x machine h.example login ada password, false"
    })
    void anEntryIsItsOwnByItsLogin(String entry, boolean isOwn) throws IOException {
        netrc(entry + " " + Fixture.OLD_KEY + "\n");

        SdkNetrcReader reader = new SdkNetrcReader(GivenCloudNames.NEVER_ASKED);
        assertEquals(isOwn, reader.hasOwnEntry(environment(), Host.parse("https://h.example")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.31.0", "0.28.0", NO_SDK})
    void isThatOfTheSecondNameWhereThatNameIsAskedFor(String version) throws IOException {
        netrc(DOCUMENTED + SECOND);

        assertEquals(
                Fixture.NEW_KEY,
                taken(version, "", "https://api.forge.coreweave.com")
                        .orElseThrow()
                        .key()
                        .reveal());
    }

    @Test
    void isThatOfTheDocumentedNameForWantOfTheSecond() throws IOException {
        netrc(DOCUMENTED);

        Taken taken = taken("0.31.0", "", "https://api.wandb.ai").orElseThrow();

        assertEquals(Fixture.OLD_KEY, taken.key().reveal());
        assertEquals(Optional.empty(), taken.other());
    }

    @Test
    void isThatOfTheLastEntry() throws IOException {
        netrc(DOCUMENTED + DOCUMENTED.replace(Fixture.OLD_KEY, Fixture.NEW_KEY));

        Taken taken = taken(NO_SDK, "", "https://api.wandb.ai").orElseThrow();

        assertEquals(Fixture.NEW_KEY, taken.key().reveal());
        assertEquals(line(2), taken.location());
    }

    @Test
    void isThatOfADefaultEntryForWantOfItsOwn() throws IOException {
        netrc(DOCUMENTED + CATCH_ALL);

        assertEquals(
                Fixture.OTHER_SECRET,
                taken("0.31.0", "", "https://api.wandb.ai").orElseThrow().key().reveal());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "machine API.wandb.ai login user password aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
                "machine api.wandb.ai+work login user password aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
                "machine api.wandb.ai login user password short\n",
                "machine api.wandb.ai login user\n",
                "\ufeffmachine api.wandb.ai login user password aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
                "nonsense\n"
            })
    void isNoneWhereItFindsNoneThatItCanUse(String text) throws IOException {
        netrc(text);

        assertEquals(Optional.empty(), taken(NO_SDK, "", "https://api.wandb.ai"));
    }

    @Test
    void isNoneWithoutAFile() {
        assertEquals(Optional.empty(), taken("0.31.0", "", "https://api.wandb.ai"));
    }

    @Test
    void isOfAServerOfOnesOwnWithoutASearchForTheSdk() throws IOException {
        netrc("machine wandb.example.com login user password " + Fixture.OLD_KEY + "\n");
        Taken taken = new SdkNetrcReader(GivenCloudNames.NEVER_ASKED)
                .key(environment(), Host.parse("https://wandb.example.com"))
                .orElseThrow();

        assertEquals(Fixture.OLD_KEY, taken.key().reveal());
        assertEquals(Optional.empty(), taken.other());
    }

    private Optional<Taken> taken(String version, String configured, String host) {
        return new SdkNetrcReader(GivenCloudNames.of(version, configured)).key(environment(), Host.parse(host));
    }

    private Environment environment() {
        return Fixture.environment(home, Map.of());
    }

    private void netrc(String text) throws IOException {
        Fixture.write(home.resolve(".netrc"), text, "0600");
    }

    private Location line(int line) {
        return new Location.File(home.resolve(".netrc"), line);
    }
}
