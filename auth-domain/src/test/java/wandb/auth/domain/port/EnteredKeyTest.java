package wandb.auth.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.InvalidApiKeyException.Problem;

class EnteredKeyTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    static Stream<Arguments> surroundings() {
        return Stream.of(
                argumentSet("nothing", "", "", ""),
                argumentSet("blanks", " ", "  \t", "white space"),
                argumentSet("a line end", "", "\n", "white space"),
                argumentSet("a line end of Windows", "", "\r\n", "white space"),
                argumentSet("a no-break space", "\u00a0", "\u202f", "white space"),
                argumentSet("spaces without a width", "\u200b", "\u2060", "white space"),
                argumentSet("a byte order mark", "\ufeff", "", "a byte order mark"),
                argumentSet("double quotes", "\"", "\"", "quotation marks"),
                argumentSet("single quotes", "'", "'", "quotation marks"),
                argumentSet("backquotes", "`", "`", "quotation marks"),
                argumentSet("typographic quotes", "\u201c", "\u201d", "quotation marks"),
                argumentSet("German quotes", "\u201e", "\u201c", "quotation marks"),
                argumentSet("all of them", "\ufeff \" ", " \"\r\n", "a byte order mark, white space, quotation marks"));
    }

    @ParameterizedTest
    @MethodSource("surroundings")
    void whatCopyingAddsIsLeftOutAndSaid(String before, String after, String removed) {
        EnteredKey entered = EnteredKey.parse(before + KEY + after);

        assertEquals(KEY, entered.key().reveal());
        assertEquals(removed, entered.removed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\"" + KEY + "\"\"", "\"" + KEY, KEY + "'", "\"" + KEY + "'", KEY + "\n" + KEY, "a b" + KEY})
    void whatIsInsideStaysAndIsRefused(String text) {
        assertEquals(
                Problem.BAD_CHARACTERS,
                assertThrows(InvalidApiKeyException.class, () -> EnteredKey.parse(text))
                        .problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", " ' ' ", "\ufeff"})
    void nothingElseIsEmpty(String text) {
        assertEquals(
                Problem.EMPTY,
                assertThrows(InvalidApiKeyException.class, () -> EnteredKey.parse(text))
                        .problem());
    }

    @Test
    void aQuotationMarkAloneIsNotAPair() {
        assertEquals("\"", EnteredKey.strip(" \" "));
    }

    static Stream<Arguments> repetitions() {
        return Stream.of(
                argumentSet("twice", KEY, 2, "twice in a row: 80 characters, 2 times 40"),
                argumentSet("three times", KEY, 3, "3 times in a row: 120 characters, 3 times 40"),
                argumentSet("with a prefix", "local-" + KEY, 2, "twice in a row: 92 characters, 2 times 46"));
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void aKeyPastedMoreThanOnceIsRefused(String key, int times, String counted) {
        InvalidApiKeyException e =
                assertThrows(InvalidApiKeyException.class, () -> EnteredKey.parse(key.repeat(times)));

        assertEquals(Problem.REPEATED, e.problem());
        assertEquals("That is the same key " + counted + "; give it once.", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {KEY + "0" + KEY, KEY + KEY + "0", "wandb_v1_" + KEY + KEY})
    void aLongKeyIsOneWhereItIsNotTheSameTwice(String key) {
        assertEquals(key, EnteredKey.parse(key).key().reveal());
    }

    @Test
    void itsTextDoesNotHoldTheKey() {
        assertFalse(EnteredKey.parse(KEY).toString().contains(KEY.substring(0, 12)));
    }
}
