package wandb.auth.dist.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.command.Example;

/** The manual page of a small command. How formatters read the pages of ours is tested with them. */
class ManualPageTest {

    private static final ValueModel PATH = new ValueModel("PATH", false, List.of("a", "b"), Optional.empty());
    private static final OptionModel OPTION =
            new OptionModel(List.of("-o", "--out-file"), Optional.of(PATH), true, "Writes to it. Not '.'.");
    private static final CommandModel COPY = new CommandModel(
            List.of("tool", "copy"),
            "Copy a file.",
            "Copies. .netrc too.",
            List.of(OPTION),
            Optional.of(new ValueModel("[FILE]", false, List.of(), Optional.empty())),
            List.of(),
            List.of(new Example("Copy it", "tool copy -o a 'x'"), new Example("Twice", "tool copy b | cat")));
    private static final CommandModel RUN = new CommandModel(
            List.of("tool", "run"),
            "Run it.",
            "Runs it.",
            List.of(),
            Optional.of(new ValueModel("-- CMD", true, List.of(), Optional.empty())),
            List.of(),
            List.of());
    private static final CommandModel TOOL = new CommandModel(
            List.of("tool"), "Does it.", "Does it.", List.of(), Optional.empty(), List.of(COPY, RUN), List.of());

    private static String page(CommandModel command) {
        return new ManualPage(command, new ManualPage.Edition(LocalDate.of(2026, 3, 4), "tool 1.0", TOOL)).text();
    }

    @Test
    void beginsWithItsDateItsTitleAndItsEdition() {
        assertTrue(page(COPY).startsWith("""
                .Dd March 4, 2026
                .Dt TOOL-COPY 1
                .Os tool 1.0
                .Sh NAME
                .Nm tool-copy
                .Nd copy a file
                .Sh SYNOPSIS
                .Nm tool copy
                .Fl o Ar PATH
                .Op Ar FILE
                .Sh DESCRIPTION
                """), page(COPY));
    }

    @Test
    void startsEachSentenceOnALineThatIsNoMacro() {
        assertTrue(page(COPY).contains("\nCopies.\n\\&.netrc too.\n.Pp\nThe options are:\n"), page(COPY));
    }

    @Test
    void describesEachOptionUnderAllItsNames() {
        assertTrue(page(COPY).contains("""
                .It Fl o Ar PATH , Fl -out\\-file Ar PATH
                Writes to it.
                Not \\(aq.\\(aq.
                Known: a, b.
                """), page(COPY));
    }

    @Test
    void showsExamplesAsTheyAreTyped() {
        assertTrue(page(COPY).contains("""
                .Sh EXAMPLES
                Copy it:
                .Dl tool copy \\&\\-o \\&a \\&\\(aqx\\(aq
                .Pp
                Twice:
                .Dl tool copy \\&b \\&| \\&cat
                """), page(COPY));
    }

    @Test
    void saysWhatFollowsTheExitOfAProgram() {
        assertTrue(page(RUN).contains(".Fl \\&-\n.Ar program\n"), page(RUN));
        assertTrue(page(RUN).contains("127"), page(RUN));
    }

    @Test
    void ofAGroupListsItsCommands() {
        assertTrue(page(TOOL).contains(".Ar command\n"), page(TOOL));
        assertTrue(page(TOOL).contains(".It Cm copy\nCopy a file.\nSee tool\\-copy(1).\n"), page(TOOL));
    }

    @Test
    void refersToItsGroupAndItsNeighbours() {
        assertTrue(page(COPY).endsWith(".Sh SEE ALSO\n.Xr tool 1 ,\n.Xr tool-run 1\n"), page(COPY));
        assertTrue(page(TOOL).endsWith(".Sh SEE ALSO\n.Xr tool-copy 1 ,\n.Xr tool-run 1\n"), page(TOOL));
    }

    @Test
    void isNamedAfterTheCommand() {
        assertEquals(
                "tool-copy.1",
                new ManualPage(COPY, new ManualPage.Edition(LocalDate.EPOCH, "tool 1.0", TOOL)).fileName());
    }
}
