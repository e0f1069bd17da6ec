package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"netrc", "workspace-settings", "vault2", "helper:pass", "helper:My_store.1"})
    void aKindWithOrWithoutANameIsAnId(String value) {
        assertEquals(value, new SourceId(value).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "helper:", ":pass", "a:b:c", "Netrc", "a b", "a\n", "a\u202e", "a/b", "a.b", "\u00e9"})
    void anyOtherTextIsRefused(String value) {
        assertThrows(IllegalArgumentException.class, () -> new SourceId(value));
    }

    @Test
    void aKeyInPlaceOfAnIdIsNotShown() {
        String key = "0123456789ABCDEF0123456789ABCDEF01234567";
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> new SourceId(key))
                .getMessage());
        assertFalse(message.contains(key), message);
    }
}
