package wandb.auth.app.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.app.login.ExistingKey.Fate;
import wandb.auth.app.login.ExistingKey.InLookup;
import wandb.auth.app.login.ExistingKey.InStore;

/** The decision table of a login without a key: each row for a store that can be written, and for one that is only read. */
class ExistingKeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in the store | in the lookup      | writable                                 | only read
            NOT_NAMED      | NOTHING            | TELL_WHAT_THE_LOOKUP_SAYS         |
            NOT_NAMED      | ELSEWHERE          | STAY                              |
            NOT_NAMED      | TOKEN              | STAY                              |
            NOT_NAMED      | OF_WORKSPACE       | STAY                              |
            LOOKED_UP      | NOTHING            | TELL_WHAT_THE_LOOKUP_SAYS         |
            LOOKED_UP      | IN_STORE           | STAY                              | STAY
            LOOKED_UP      | IN_STORE_AND_NETRC | MOVE                              | STAY
            NOTHING        | NOTHING            | TELL_WHAT_THE_LOOKUP_SAYS         | TELL_THAT_THE_STORE_HAS_NOTHING_TO_READ
            NOTHING        | ELSEWHERE          | MOVE                              | TELL_THAT_THE_STORE_HAS_NOTHING_TO_READ
            NOTHING        | TOKEN              | TELL_THAT_A_TOKEN_CANNOT_BE_SAVED | TELL_THAT_THE_STORE_HAS_NOTHING_TO_READ
            NOTHING        | OF_WORKSPACE       | ASK_BEFORE_SAVING_A_KEY_OF_THE_WORKSPACE | TELL_THAT_THE_STORE_HAS_NOTHING_TO_READ
            KEY            | NOTHING            | ADOPT                             | ADOPT
            KEY            | IN_STORE           | ADOPT                             | ADOPT
            KEY            | ELSEWHERE          | ADOPT                             | ADOPT
            KEY            | TOKEN              | ADOPT                             | ADOPT
            KEY            | OF_WORKSPACE       | ADOPT                             | ADOPT
            SAME_KEY       | ELSEWHERE          | MOVE                              | ADOPT
            SAME_KEY       | OF_WORKSPACE       | ADOPT                             | ADOPT
            TOKEN          | NOTHING            | TELL_THAT_A_TOKEN_CANNOT_BE_SAVED | TELL_THAT_A_TOKEN_CANNOT_BE_SAVED
            TOKEN          | IN_STORE           | STAY                              | STAY
            TOKEN          | ELSEWHERE          | TELL_THAT_A_TOKEN_CANNOT_BE_SAVED | TELL_THAT_A_TOKEN_CANNOT_BE_SAVED
            BLOCKED        | NOTHING            | TELL_WHAT_BLOCKS_THE_STORE        | TELL_WHAT_BLOCKS_THE_STORE
            BLOCKED        | IN_STORE           | TELL_WHAT_BLOCKS_THE_STORE        | TELL_WHAT_BLOCKS_THE_STORE
            BLOCKED        | ELSEWHERE          | TELL_WHAT_BLOCKS_THE_STORE        | TELL_WHAT_BLOCKS_THE_STORE
            """)
    void aRowOfTheTable(InStore inStore, InLookup inLookup, Fate writable, Fate onlyRead) {
        assertEquals(writable, new ExistingKey(inStore, inLookup, false).fate());
        if (onlyRead != null) {
            assertEquals(onlyRead, new ExistingKey(inStore, inLookup, true).fate());
        }
    }
}
