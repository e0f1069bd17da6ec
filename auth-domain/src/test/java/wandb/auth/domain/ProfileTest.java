package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.message.Messages;

class ProfileTest {

    private static final String LONGEST = "0123456789.abcdefghij.klmnopqrst.uvwxyz_0123456789-.ABCDEFGHIJ.K";

    @ParameterizedTest
    @ValueSource(strings = {"default", "a", "0", "_", "Team-1.b_c", LONGEST})
    void aNameOfPlainCharactersIsAProfile(String name) {
        assertEquals(name, new Profile(name).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a b", "a+b", "a/b", "a\\b", "a:b", "a\n", "\0", "\u00e9", LONGEST + "a"})
    void anyOtherNameIsRefused(String name) {
        assertThrows(InvalidProfileException.class, () -> new Profile(name));
    }

    @Test
    void aRefusedNameIsShownEscaped() {
        String message = assertThrows(InvalidProfileException.class, () -> new Profile("a\u001bb"))
                .getMessage();
        assertEquals(Messages.notAProfileName("'a\\x1bb'", 64), message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0123456789abcdef0123456789abcdef01234567",
                "0123456789abcdef0123456789abcdef0123456",
                "local-0123456789abcdef0123456789abcdef01234567",
                "a_b-c_d-e_f-g_h-i_j-k_l-m_n-o_p-q_r-s_t-u_v-w_x"
            })
    void whatMayBeAKeyIsNoNameAndIsNotShown(String key) {
        String message = assertThrows(InvalidProfileException.class, () -> new Profile(key))
                .getMessage();
        assertEquals(Messages.KEY_IN_PLACE_OF_PROFILE, message);
    }

    @Test
    void aKeyInPlaceOfANameIsNotShown() {
        String key = "wandb_v1_" + "Ab0_".repeat(20);
        String message = assertThrows(InvalidProfileException.class, () -> new Profile(key))
                .getMessage();
        assertFalse(message.contains("Ab0_"), message);
    }

    @Test
    void theDefaultIsTheOneOfThatName() {
        assertTrue(new Profile("default").isDefault());
        assertTrue(Profile.DEFAULT.isDefault());
        assertFalse(new Profile("work").isDefault());
        assertFalse(new Profile("Default").isDefault());
    }
}
