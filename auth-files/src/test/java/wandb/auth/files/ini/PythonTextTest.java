package wandb.auth.files.ini;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PythonTextTest {

    /** All of the basic plane for which Python 3.11 says that {@code str.isspace} holds. */
    private static final String WHITE_SPACE = "\t\n\u000b\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680"
            + "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

    @Test
    void whiteSpaceIsWhatPythonTakesForIt() {
        StringBuilder found = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            if (PythonText.isSpace((char) c)) {
                found.append((char) c);
            }
        }
        assertEquals(WHITE_SPACE, found.toString());
    }
}
