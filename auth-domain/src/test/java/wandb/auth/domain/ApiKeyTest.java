package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.InvalidApiKeyException.Problem;
import wandb.auth.domain.message.Messages;

class ApiKeyTest {

    private static final String FORTY = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void theKeyIsRevealedAsItWasWritten() {
        assertEquals("local-" + FORTY, ApiKey.parse("local-" + FORTY).reveal());
    }

    @Test
    void keysAreEqualWhereTheirTextIs() {
        assertEquals(ApiKey.parse(FORTY), ApiKey.parse(FORTY));
        assertEquals(ApiKey.parse(FORTY).hashCode(), ApiKey.parse(FORTY).hashCode());
        assertNotEquals(ApiKey.parse(FORTY), ApiKey.parse(FORTY + "8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\0", "\t", " ", "\"", "'", "\\", "#", "\u00a0", "\u202e", "\ud800"})
    void aCharacterThatNoKeyHoldsIsRefusedInEveryPlace(String bad) {
        for (String text :
                new String[] {bad + FORTY, FORTY + bad, "lo" + bad + "cal-" + FORTY, "local-" + bad + FORTY}) {
            InvalidApiKeyException e = assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse(text));
            assertEquals(Problem.BAD_CHARACTERS, e.problem());
        }
    }

    @Test
    void aDotIsAllowedInThePrefixOnly() {
        assertEquals("a.b-" + FORTY, ApiKey.parse("a.b-" + FORTY).reveal());
        assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse("ab-" + FORTY + "."));
    }

    @Test
    void theSecretItselfDoesNotBeginWithADot() {
        assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse("ab-." + FORTY));
    }

    @Test
    void aMessageCountsTheCharactersThatCount() {
        assertEquals(
                "The API key is too short: it has 39 characters, a key has 40 or more; copy it again.",
                assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse("k".repeat(39)))
                        .getMessage());
        assertEquals(
                "The API key is too short: it has 3 characters after the first dash, a key has 40 or more;"
                        + " copy it again.",
                assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse("local-abc"))
                        .getMessage());
        assertEquals(
                "The API key is too short: it has 1 character, a key has 40 or more; copy it again.",
                assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse("k"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0123\u00a04567 | 5 | U+00A0 (NO-BREAK SPACE)",
                "\u2019 | 1 | U+2019 (RIGHT SINGLE QUOTATION MARK)",
                "local-0123! | 11 | U+0021 (EXCLAMATION MARK)",
                "\ud83d\ude00\u00e9 | 1 | U+1F600 (GRINNING FACE)",
                "ab-c.d | 5 | U+002E (FULL STOP)",
            })
    void theCharacterThatNoKeyHoldsIsNamedByItsCodeAndPlace(String text, int place, String named) {
        assertEquals(
                Messages.characterNotOfKey(place, named),
                assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse(text))
                        .getMessage());
    }

    @Test
    void aTokenThatIsNotOneIsCalledThat() {
        assertEquals(
                Messages.KEY_LIKE_TOKEN,
                assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse("api.wandb.ai"))
                        .getMessage());
    }

    @Test
    void aKeyOfAMegabyteIsAKey() {
        String text = "k".repeat(1 << 20);
        assertEquals(text, ApiKey.parse(text).reveal());
    }

    @ParameterizedTest
    @CsvSource({
        "0123456789abcdef0123456789abcdef01234567, true",
        "local-0123456789abcdef0123456789abcdef01234567, true",
        "0123456789abcdef0123456789abcdef012345678, false",
        "wandb_v1_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_, false",
        "e30.e30.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, false",
    })
    void oldSdksTakeExactlyFortyCharactersAfterThePrefix(String key, boolean accepted) {
        assertEquals(accepted, ApiKey.parse(key).isAcceptedByOldSdks());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0123456789abcdef0123456789abcdef01234567 | API key, 40 characters, ending in 4567",
                "local-0123456789abcdef0123456789abcdef01234567 | API key with a prefix, 46 characters, ending in 4567",
                "wandb_v1_xxxxxxxxxxxxxxxxxxxxxxxxxxxabcd | wandb_v1 API key, 40 characters, ending in abcd",
                "e30.e30.aaaaaaaaaaaaaaaaaaaaaaaaaaaaabcd | token as API key, 40 characters, ending in abcd",
            })
    void theSummaryTellsKindAndLengthAndOfALongSecretTheEnding(String key, String summary) {
        assertEquals(summary, ApiKey.parse(key).summary().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FORTY,
                "01234567890123456789",
                "ResourceNotFoundExceptio1",
                "thirtyNineLettersAreNotAKeyOfWhateverSoX",
                "key=" + FORTY,
                FORTY + "\n",
                "abcd-0123456789-0123456789-0123456789",
                "p-01234567-89ab-cdef-0123-456789abcdef",
                "01234567-89ab-cdef-0123-456789abcdef",
            })
    void aTextWithALongRunOfKeyCharactersMayBeAKey(String text) {
        assertTrue(ApiKey.isLikely(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "login",
                "ResourceNotFoundException",
                "thirtyNineLettersAreNotAKeyOfWhateverSo",
                "api.wandb.ai",
                "0123456789012345678",
                "1234567-89ab-cdef-0123-456789abcdef",
                "https://wandb.internal.example.com:8443",
            })
    void anyOtherTextIsNotTakenForAKey(String text) {
        assertFalse(ApiKey.isLikely(text));
    }
}
