package wandb.auth.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TableTest {

    private static Table accounts() {
        Table table = new Table("SERVER", "STORE");
        table.row("https://wandb.example.com", "netrc");
        table.row("https://api.wandb.ai", "keyring");
        table.note("not usable");
        return table;
    }

    @Test
    void hasHeadingsAndAColumnForEach() {
        assertEquals("""
                SERVER                     STORE
                https://wandb.example.com  netrc
                https://api.wandb.ai       keyring
                    not usable
                """, accounts().text(34));
    }

    @Test
    void hasAParagraphForEachRowWhereTheTerminalIsNarrower() {
        assertEquals("""
                SERVER  https://wandb.example.com
                STORE   netrc

                SERVER  https://api.wandb.ai
                STORE   keyring
                    not usable
                """, accounts().text(33));
    }

    @Test
    void isNothingWithoutRows() {
        assertEquals("", new Table("SERVER").text(80));
    }
}
