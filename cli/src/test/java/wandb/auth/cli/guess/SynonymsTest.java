package wandb.auth.cli.guess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynonymsTest {

    @ParameterizedTest
    @CsvSource({
        "whoami, status",
        "WhoAmI, status",
        "signin, login",
        "ls, auth list",
        "use, auth switch",
        "keychain, auth stores"
    })
    void knowsWhatOtherToolsCallACommand(String word, String ours) {
        assertEquals(Optional.of(ours), Synonyms.command(word));
    }

    @ParameterizedTest
    @CsvSource({
        "keychain, keyring",
        "Keychain, keyring",
        "osxkeychain, keyring",
        "pass, helper:pass",
        "file, netrc",
        "hashicorp-vault, vault"
    })
    void knowsWhatOtherToolsCallAStore(String word, String ours) {
        assertEquals(Optional.of(ours), Synonyms.store(word));
    }

    /** A letter in upper case is another option than in lower case. */
    @ParameterizedTest
    @CsvSource({"-v, --version", "-f, --relogin", "--Server, --host", "--to, --store", "--storage, --store --to", "-V,"
    })
    void knowsWhatOtherToolsCallAnOption(String name, String ours) {
        assertEquals(Optional.ofNullable(ours), Synonyms.options(name));
    }

    @Test
    void callsNoCommandOfOursTheSdks() {
        assertFalse(Synonyms.isOfTheSdk("login") || Synonyms.isOfTheSdk("status") || Synonyms.isOfTheSdk("lgoin"));
    }
}
