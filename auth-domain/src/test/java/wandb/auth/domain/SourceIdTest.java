package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceIdTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "netrc",
                "workspace-settings",
                "vault2",
                "helper:pass",
                "helper:My_store.1",
                "helper:/nix/store/0123456789abcdfghijklmnpqrsvwxyz-x/bin/pass"
            })
    void aKindWithOrWithoutANameIsAnId(String value) {
        assertEquals(value, new SourceId(value).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "helper:", ":pass", "a:b:c", "Netrc", "a b", "a\n", "a\u202e", "a/b", "a.b", "\u00e9"})
    void anyOtherTextIsRefused(String value) {
        assertThrows(IllegalArgumentException.class, () -> new SourceId(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789ABCDEF0123456789ABCDEF01234567",
                "0123456789abcdef0123456789abcdef01234567",
                "local-0123456789abcdef0123456789abcdef01234567",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
                "helper:0123456789abcdef0123456789abcdef01234567",
                "helper:/opt/bin/0123456789abcdef0123456789abcdef01234567",
                "helper:wandb_v1_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_Ab0_",
            })
    void aKeyInPlaceOfAnIdIsRefusedAndNotShown(String key) {
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> new SourceId(key))
                .getMessage());
        assertEquals("what was given is no id of a source or store", message);
    }
}
