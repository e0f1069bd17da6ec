package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person wrote in place of an address may be a secret. */
class SecretsInAddressesTest {

    private static final String MARKED = "hunter2";

    private static String messageFor(String text) {
        return assertThrows(InvalidHostException.class, () -> Host.parse(text)).getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alice:hunter2@example.com",
                "https://hunter2@example.com",
                "ftp://alice:hunter2@example.com",
                "alice:hunter2@example.com",
                "https://alice:hunter2@exa mple.com",
                "https:/alice:hunter2@example.com",
                "https://alice:hunter2%40example.com",
                "https://alice:hunter2",
                "https://example.com?token=hunter2",
                "https://example.com/#hunter2",
                "ftp://example.com?token=hunter2",
                "https://exam ple.com?token=hunter2",
                "https://exam\u00dfple.com?hunter2",
            })
    void aPasswordInAnAddressIsNotEchoed(String text) {
        String message = messageFor(text);
        assertFalse(message.contains(MARKED), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef01234567",
                "0123456789abcdef0123456789abcdef0123456",
                "local-0123456789abcdef0123456789abcdef01234567",
                "wandb_v1_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_",
                "p-01234567-89ab-cdef-0123-456789abcdef-0123",
                "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJmYWtlIn0.c2lnbmF0dXJl",
                "ftp://0123456789abcdef0123456789abcdef01234567",
                "https://0123456789abcdef0123456789abcdef01234567:x",
            })
    void aKeyInPlaceOfAnAddressIsNotEchoed(String text) {
        String message = messageFor(text);
        for (int i = 0; i + 12 <= text.length(); i++) {
            String part = text.substring(i, i + 12);
            assertFalse(message.contains(part), message);
        }
    }

    @Test
    void anyOtherTextIsEchoedEscaped() {
        String message = messageFor("https://exa\u001b[2Jmple.com");
        assertTrue(message.startsWith("'https://exa\\x1b[2Jmple.com' is not a server address: "), message);
    }

    @Test
    void aQueryIsLeftOutOfTheMessage() {
        String message = messageFor("https://example.com/a?x=1");
        assertTrue(message.startsWith("'https://example.com/a...' is not a server address: "), message);
    }
}
