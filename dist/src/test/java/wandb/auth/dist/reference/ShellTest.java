package wandb.auth.dist.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The completion script of each shell. What they do is tested in the shells themselves. */
class ShellTest {

    private static final CommandModel PROGRAM = CommandModels.of(List.of("keyring", "netrc"));

    @Test
    void theShellsAreThoseThatTheProgramPrintsAScriptFor() {
        CommandModel completion = PROGRAM.all().stream()
                .filter(command -> command.line().equals("wandb completion"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Stream.of(Shell.values()).map(Shell::id).toList(),
                completion.argument().orElseThrow().known());
    }

    @ParameterizedTest
    @EnumSource
    void theScriptHasEveryCommandOptionAndStore(Shell shell) {
        String script = shell.script(PROGRAM);
        for (CommandModel command : PROGRAM.all()) {
            assertHas(script, command.word());
            for (OptionModel option : command.options()) {
                for (String name : option.names()) {
                    assertHas(script, shell == Shell.FISH ? name.replaceFirst("^--?", "") : name);
                }
            }
        }
        assertHas(script, "netrc");
        assertHas(script, "keyring");
    }

    private static void assertHas(String script, String word) {
        assertTrue(script.matches("(?s).*(?<![\\w-])" + word + "(?![\\w-]).*"), () -> word + " in\n" + script);
    }

    @ParameterizedTest
    @EnumSource
    void theScriptOfTheOwnNameIsForThatNameOnly(Shell shell) {
        String script = shell.script(CommandModels.underOwnName(List.of("netrc")));

        assertHas(script, "wandb-auth");
        assertHas(script, "token");
        assertFalse(script.matches("(?s).*(?<![\\w-])wandb (login|status|auth).*"), script);
    }

    @ParameterizedTest
    @EnumSource
    void theScriptIsPlainTextThatNoTemplateLeftUnfinished(Shell shell) {
        String script = shell.script(PROGRAM);

        assertTrue(script.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), script);
        assertFalse(script.matches("(?s).*@[A-Z]+@.*"), script);
    }
}
