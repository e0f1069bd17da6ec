package wandb.auth.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.domain.ApiKey;

class OutsideTextTest {

    private static final String TEXT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b";
    private static final ApiKey KEY = ApiKey.parse(TEXT);

    static Stream<Arguments> repetitions() {
        return Stream.of(
                argumentSet("whole", "bad key " + TEXT),
                argumentSet("its first half", "bad key " + TEXT.substring(0, 12) + "..."),
                argumentSet("its end", "bad key ..." + TEXT.substring(34)),
                argumentSet("halves", TEXT.substring(0, 20) + " then " + TEXT.substring(20)),
                argumentSet("groups of four", TEXT.replaceAll("(.{4})", "$1 ")),
                argumentSet("one character at a time", String.join("|", TEXT.split("", -1))),
                argumentSet("with dashes", TEXT.replaceAll("(.{5})", "$1-")),
                argumentSet("in capitals", TEXT.toUpperCase(java.util.Locale.ROOT)),
                argumentSet("with escapes between", TEXT.replaceAll("(.{3})", "$1\u001b[0m")));
    }

    @ParameterizedTest
    @MethodSource("repetitions")
    void aSecretThatIsRepeatedInAnyFormIsNotShown(String words) {
        assertTrue(OutsideText.repeats(words, KEY) || words.contains("\u001b"));
        String shown = OutsideText.sentence(words, List.of(KEY));

        for (int at = 0; at + 6 <= TEXT.length(); at++) {
            assertFalse(shown.toLowerCase(java.util.Locale.ROOT).contains(TEXT.substring(at, at + 6)), shown);
        }
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                argumentSet("a sentence", "The safe is locked: unlock it with the card."),
                argumentSet("a name of many letters", "An error occurred (ResourceNotFoundException): no such secret."),
                argumentSet("a number", "error 881884 of 2026-11-28"));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void otherWordsAreShownAsTheyAre(String words) {
        ApiKey other = ApiKey.parse("local-" + "0a1b2c3d".repeat(5));

        assertEquals(words, OutsideText.sentence(words, List.of(other)));
    }

    @Test
    void theWholeSecretIsMaskedAndTheRestStays() {
        assertEquals("*** is no good.", OutsideText.sentence(TEXT + " is no good.", List.of(KEY)));
    }

    @Test
    void whatMayBeAnotherKeyIsMaskedInASentenceAndStaysInTheNameOfAPlace() {
        String run = "0123456789abcdef0123456789abcdef01234567";

        assertEquals("See *** there.", OutsideText.sentence("See " + run + " there.", List.of()));
        assertEquals("/store/" + run, OutsideText.place("/store/" + run, List.of()));
    }

    @Test
    void whatEveryKeyBeginsWithIsNotASecret() {
        ApiKey key = ApiKey.parse("wandb_v1_" + "Zy9xWv8u".repeat(9));

        assertFalse(OutsideText.repeats("A key begins with wandb_v1_ today.", key));
    }

    static Stream<Arguments> unknownInPieces() {
        return Stream.of(
                argumentSet("groups of four", TEXT.replaceAll("(.{4})", "$1 ")),
                argumentSet("groups of ten", TEXT.replaceAll("(.{10})", "$1, ")),
                argumentSet("one character at a time", String.join(" ", TEXT.split("", -1))),
                argumentSet("the bytes of its characters", "61 39 66 33 63 32 64 31 37 62 36 30 34 65 35 38"));
    }

    @ParameterizedTest
    @MethodSource("unknownInPieces")
    void whatMayBeAnUnknownKeyInPiecesIsNotShown(String words) {
        assertEquals(OutsideText.HIDDEN, OutsideText.sentence("no such key: " + words, List.of()));
    }

    @Test
    void aTimeAndNumbersAreNotTakenForOne() {
        String words = "At 04:14:35 on 29.11.26 it was no. 7 of 10";
        assertEquals(words, OutsideText.sentence(words, List.of()));
    }

    @Test
    void aTextWithoutEndIsCut() {
        assertEquals("no ".repeat(66) + "no...", OutsideText.sentence("no ".repeat(1 << 20), List.of(KEY)));
    }
}
