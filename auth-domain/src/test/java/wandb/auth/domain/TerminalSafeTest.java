package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSafeTest {

    @Test
    void aWordForAShellIsQuotedWhereItMustBe() {
        assertEquals("/home/ada/.netrc", TerminalSafe.shellWord("/home/ada/.netrc"));
        assertEquals("'it'\\''s mine'", TerminalSafe.shellWord("it's mine"));
        assertEquals("'$(x)'", TerminalSafe.shellWord("$(x)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain ~ text", "b\u00fccher", "\u4e2d", "\ud83d\udd11", "a\u00a0b", "back\\slash"})
    void textThatATerminalOnlyShowsStays(String text) {
        assertEquals(text, TerminalSafe.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "NUL, 0, \\x00",
        "bell, 7, \\x07",
        "line feed, a, \\x0a",
        "carriage return, d, \\x0d",
        "escape, 1b, \\x1b",
        "delete, 7f, \\x7f",
        "next line, 85, \\x85",
        "control sequence introducer, 9b, \\x9b",
        "soft hyphen, ad, \\xad",
        "zero-width space, 200b, \\u200b",
        "line separator, 2028, \\u2028",
        "paragraph separator, 2029, \\u2029",
        "right-to-left override, 202e, \\u202e",
        "isolate, 2066, \\u2066",
        "byte order mark, feff, \\ufeff",
        "private use, e000, \\ue000",
        "not assigned, ffff, \\uffff",
        "tag outside the basic plane, e0041, \\ue0041",
    })
    void whatActsOnATerminalIsEscaped(String name, String codePoint, String escape) {
        String character = Character.toString(Integer.parseInt(codePoint, 16));
        assertEquals("a" + escape + "b", TerminalSafe.of("a" + character + "b"), name);
    }

    @Test
    void halfASurrogatePairIsEscaped() {
        assertEquals("a\\ud800", TerminalSafe.of("a\ud800"));
        assertEquals("\\udc00b", TerminalSafe.of("\udc00b"));
        assertEquals("\\udc00\\ud800", TerminalSafe.of("\udc00\ud800"));
    }

    @Test
    void noControlCharacterOfAnyKindIsLeft() {
        for (int c = 0; c <= 0xffff; c++) {
            String shown = TerminalSafe.of("<" + (char) c + ">");
            boolean safe = shown.codePoints().noneMatch(Character::isISOControl)
                    && shown.codePoints().noneMatch(point -> Character.getType(point) == Character.FORMAT);
            assertTrue(safe, Integer.toHexString(c));
        }
    }

    @Test
    void aLongTextIsCut() {
        assertEquals("x".repeat(200), TerminalSafe.of("x".repeat(200)));
        assertEquals("x".repeat(200) + "...", TerminalSafe.of("x".repeat(201)));
        assertTrue(TerminalSafe.of("\u001b".repeat(1 << 20)).length() < 220);
    }

    @Test
    void aCutNeverHalvesACharacter() {
        assertEquals("x".repeat(199) + "\ud83d\udd11...", TerminalSafe.of("x".repeat(199) + "\ud83d\udd11y"));
    }

    @Test
    void onRequestALongTextStaysWholeAndIsEscapedAllTheSame() {
        assertEquals("x".repeat(5000) + "\\x1b", TerminalSafe.whole("x".repeat(5000) + "\u001b"));
    }
}
