package wandb.auth.domain.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestWordTest {

    private static final List<String> WORDS =
            List.of("login", "logout", "status", "list", "zsh", "migrate", "--keep-plaintext", "--to");

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "login, login, 0",
        "lgoin, login, 1",
        "logn, login, 1",
        "loggin, login, 1",
        "lohin, login, 1",
        "nigol, login, 4",
        "'', login, 5",
        "ca, abc, 3"
    })
    void countsWhatIsLeftOutPutInChangedOrSwapped(String one, String other, int slips) {
        assertEquals(slips, NearestWord.slips(one, other));
        assertEquals(slips, NearestWord.slips(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "lgoin, login",
        "LOGOUT, logout",
        "stauts, status",
        "stat, status",
        "migrte, migrate",
        "miggrtae, migrate",
        "lst, list",
        "--keep-plaintxt, --keep-plaintext",
        "--keep, --keep-plaintext",
        "log, login"
    })
    void isTheWordThatAFewSlipsOrTheRestLeadTo(String typed, String meant) {
        assertEquals(Optional.of(meant), NearestWord.of(typed, WORDS));
    }

    @Test
    void aNameThatBeginsAsTypedMayBeginWithACapital() {
        assertEquals(Optional.of("Production-team"), NearestWord.of("prod", List.of("work", "Production-team")));
    }

    /** Of short words the first letter must be right. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "--",
                "x",
                "l",
                "ksh",
                "tcsh",
                "nigol",
                "sync",
                "--x",
                "-t",
                "statistics",
                "lost-in-space"
            })
    void isNoneWhereNoneIsNear(String typed) {
        assertEquals(Optional.empty(), NearestWord.of(typed, WORDS));
    }
}
