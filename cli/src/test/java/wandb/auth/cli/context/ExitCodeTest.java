package wandb.auth.cli.context;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What several outcomes come to. */
class ExitCodeTest {

    @ParameterizedTest
    @CsvSource({"0,0,0,0", "0,6,0,6", "3,3,0,3", "6,6,6,6", "1,6,0,1", "3,6,0,1", "5,0,3,1", "0,0,4,4", "3,6,3,1"})
    void isTheOneThatTheFailuresShareAndElseAFailure(int first, int second, int third, int all) {
        assertEquals(all, ExitCode.ofAll(first, second, third));
    }
}
