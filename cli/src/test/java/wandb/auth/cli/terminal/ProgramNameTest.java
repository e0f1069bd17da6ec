package wandb.auth.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.Commands;

/** Commands in messages name the program as it was started. */
class ProgramNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # started            | a command of messages | as it is typed
            wandb                | wandb auth stores     | wandb auth stores
            /opt/x/bin/wandb     | wandb auth stores     | /opt/x/bin/wandb auth stores
            ./wandb              | wandb auth stores     | ./wandb auth stores
            ../bin/wandb         | wandb login KEY       | ../bin/wandb login KEY
            my bin/wandb         | wandb login KEY       | 'my bin/wandb' login KEY
            wandb-auth           | wandb auth stores     | wandb-auth stores
            wandb-auth           | wandb login KEY       | wandb-auth login KEY
            /venv/bin/wandb-auth | wandb auth stores     | /venv/bin/wandb-auth stores
            /my venv/wandb-auth  | wandb login KEY       | '/my venv/wandb-auth' login KEY
            ./wandb-auth         | wandb auth            | ./wandb-auth
            keys                 | wandb auth stores     | keys auth stores
            ''                   | wandb auth stores     | wandb auth stores
            """, quoteCharacter = '"')
    void standsInTheCommandsOfMessages(String started, String command, String typed) {
        ProgramName program = ProgramName.of(started.equals("''") ? "" : started);
        assertEquals(typed, program.in(command));
        assertEquals("See: " + typed, program.in("See: " + command));
        assertEquals("(" + typed + "), '" + typed + "'", program.in("(" + command + "), '" + command + "'"));
        assertEquals("{\"a\":\"" + typed + "\"}", program.inJson("{\"a\":\"" + command + "\"}"));
    }

    @Test
    void isEscapedInJson() {
        ProgramName program = ProgramName.of("/opt/\"ä\\/wandb");
        assertEquals("{\"a\":\"'/opt/\\\"\\u00e4\\\\/wandb' login\"}", program.inJson("{\"a\":\"wandb login\"}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wandb",
                "the wandb of the Python SDK",
                "/home/me/wandb login/.netrc",
                "/home/me/my wandb login tests/.netrc",
                "/home/me/ wandb auth/x",
                "(wandb authors), 'wandb sync', mywandb login"
            })
    void standsNowhereElse(String text) {
        assertEquals(text, ProgramName.of("wandb-auth").in(text));
        assertEquals(text, ProgramName.of("./wandb").in(text));
    }

    @Test
    void isTheOneOfMessagesInFrontOfThem() {
        assertEquals("wandb-auth", ProgramName.of("/usr/bin/wandb-auth").label());
        assertEquals("wandb", ProgramName.of("./wandb").label());
    }

    @Test
    void isFollowedByTheFirstWordOfSomeCommand() {
        TreeSet<String> words = new TreeSet<>();
        words.add("COMMAND"); // of the help
        for (Commands command : Commands.values()) {
            words.add(command.line().split(" ", -1)[1]);
        }
        assertEquals(words, new TreeSet<>(ProgramName.FIRST_WORDS));
    }
}
