package wandb.auth.domain.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.domain.Revision;

class PreconditionTest {

    private static final Revision SEEN = Revision.of("1");
    private static final Revision NEWER = Revision.of("2");

    static Arguments[] expectations() {
        return new Arguments[] {
            Arguments.of(new Precondition.Anything(), true, true, true),
            Arguments.of(new Precondition.Absent(), false, false, true),
            Arguments.of(new Precondition.Exactly(SEEN), true, false, false),
        };
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void anExpectationHoldsForWhatItNames(Precondition expected, boolean seen, boolean newer, boolean none) {
        assertEquals(seen, expected.matches(Revision.of("1")));
        assertEquals(newer, expected.matches(NEWER));
        assertEquals(none, expected.matchesNone());
    }
}
