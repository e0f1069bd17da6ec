package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.InvalidHostException.Problem;
import wandb.auth.domain.message.Messages;

/** Where exactly an address begins to be refused, and that the message names the reason. */
class HostMessagesTest {

    private static InvalidHostException refusalOf(String text) {
        return assertThrows(InvalidHostException.class, () -> Host.parse(text));
    }

    @ParameterizedTest
    @ValueSource(chars = {'"', '\'', '`', '\\', '<', '>', '{', '}', '|', '^', '$'})
    void aCharacterThatShellsReadIsNamed(char character) {
        String message = refusalOf("https://wandb.example/" + character).getMessage();
        assertTrue(message.contains(Messages.holdsCharacter(character)), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wandb example", "https://wandb.example/a b", "https://wandb.example/\u007f"})
    void aBlankIsNamed(String text) {
        String message = refusalOf(text).getMessage();
        assertTrue(message.contains(Messages.HOLDS_BLANK_OR_CONTROL), message);
    }

    @ParameterizedTest
    @CsvSource({
        "git+ssh://wandb.example, WRONG_SCHEME",
        "a-b://wandb.example, WRONG_SCHEME",
        "a.b://wandb.example, WRONG_SCHEME",
        "a_b://wandb.example, NOT_A_URL",
        "a/b://wandb.example, NOT_A_URL",
    })
    void aSchemeHoldsLettersDigitsPlusDashAndDot(String text, Problem problem) {
        assertEquals(problem, refusalOf(text).problem());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wandb.example:65535",
                "https://wandb.example:000000080",
                "https://wandb.example/~user",
                "https://my_wandb.example",
                "https://1.2.3.0",
            })
    void whatIsJustAllowedStaysAsWritten(String text) {
        assertEquals(text, Host.parse(text).url());
    }

    @Test
    void aLabelOfAnyLengthStays() {
        String text = "https://" + "a".repeat(70) + ".example";
        assertEquals(text, Host.parse(text).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wandb.example:65536",
                "https://wandb.example:0000000080",
                "https://1.2.3.04",
                "https://1.2.3.900",
                "https://1.2.3.256",
            })
    void whatIsJustNotAllowedIsNoAddress(String text) {
        assertEquals(Problem.NOT_A_URL, refusalOf(text).problem());
    }

    @Test
    void whatMayHoldAPasswordOrAKeyIsNotQuoted() {
        assertTrue(refusalOf("@wandb.example").getMessage().startsWith("This is not a server address: "));
        assertTrue(refusalOf("k".repeat(40)).getMessage().startsWith("This is not a server address: "));
    }
}
