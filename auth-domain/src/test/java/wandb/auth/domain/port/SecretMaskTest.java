package wandb.auth.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef01234567";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no key 0123456789abcdef0123456789abcdef01234567!  | no key ***!
            0123456789ABCDEF0123456789ABCDEF01234567          | ***
            it is 01234567 89abcdef 01234567 and more         | it is *** and more
            0-1-2-3-4-5-6-7-8-9                               | ***
            [cdef0123] is unknown                             | [***] is unknown
            0123456, 789 or so                                | *** or so
            status 0123456 of abcdef                          | status 0123456 of abcdef
            ada lovelace                                      | ada lovelace
            """)
    void leavesNoRunOfTheSecret(String text, String shown) {
        assertEquals(shown, SecretMask.mask(text, SECRET));
    }

    @Test
    void leavesAnEmptyText() {
        assertEquals("", SecretMask.mask("", SECRET));
    }
}
