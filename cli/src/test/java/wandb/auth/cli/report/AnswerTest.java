package wandb.auth.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.terminal.TerminalWidth;

class AnswerTest {

    private static String fitted(String text, int width) {
        return Answer.fitted(text, width, "wandb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "short\n", "a\n\nb\n", "no end"})
    void staysAsItIsWhereItFits(String text) {
        assertEquals(text, fitted(text, 20));
    }

    @Test
    void isNotBrokenForAProgram() {
        assertEquals("word ".repeat(99), fitted("word ".repeat(99), TerminalWidth.UNLIMITED));
    }

    @Test
    void goesOnUnderTheTextAfterALabel() {
        assertEquals("""
                Login     API key, 40
                          characters
                """, fitted("Login     API key, 40 characters\n", 24));
    }

    @Test
    void goesOnALittleToTheRightWithoutALabel() {
        assertEquals("""
                    not usable:
                        locked
                """, fitted("    not usable: locked\n", 18));
    }

    @Test
    void keepsAWordThatIsLongerThanTheTerminalIsWide() {
        assertEquals("""
                in
                    /home/ada/.config/wandb/auth.ini
                    today
                """, fitted("in /home/ada/.config/wandb/auth.ini today\n", 20));
    }

    /** It is pasted, and a line end in it would run half of it. */
    @Test
    void keepsACommandInOnePiece() {
        assertEquals("""
                None. To save
                    one:
                    wandb login --host https://wandb.example.com KEY
                """, fitted("None. To save one: wandb login --host https://wandb.example.com KEY\n", 16));
    }
}
