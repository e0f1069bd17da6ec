package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.SourceId;

class StoreSettingsTest extends OnAMachine {

    private Map<String, String> settings(String store) {
        return machine.configuration().section(new SourceId(store)).settings();
    }

    @Test
    void withoutFilesThereAreNone() {
        assertEquals(Map.of(), settings("vault"));
    }

    @Test
    void aStoreGetsItsOwnSectionOnly() throws IOException {
        machine.user("[policy]\n[store.vault]\nUrl = https://v\npath = a%b\n[store.helper:pass]\ncommand = pass\n");
        assertEquals(Map.of("url", "https://v", "path", "a%b"), settings("vault"));
        assertEquals(Map.of("command", "pass"), settings("helper:pass"));
        assertEquals(Map.of(), settings("keyring"));
    }

    @Test
    void theAdministratorsValueWinsAndTheUserAddsTheRest() throws IOException {
        machine.user("[store.vault]\nurl = https://mine\nuser = alice\n");
        machine.administrator("[store.vault]\nurl = https://ours\n");
        assertEquals(Map.of("url", "https://ours", "user", "alice"), settings("vault"));
    }

    @Test
    void theUserVouchesForAStoreWhereThereIsNoAdministrator() throws IOException {
        machine.user("[store.helper:pass]\nprotection = encrypted\n");
        assertEquals(Map.of("protection", "encrypted"), settings("helper:pass"));
    }

    @Test
    void whereThereIsAnAdministratorOnlyHeVouchesForAStore() throws IOException {
        machine.user(
                "[store.helper:pass]\nprotection = remote\n[store.command:op]\nprotection = remote\ncommand = op\n");
        machine.administrator("[policy]\nleast_protection = encrypted\n[store.helper:pass]\nprotection = encrypted\n");
        assertEquals(Map.of("protection", "encrypted"), settings("helper:pass"));
        assertEquals(Map.of("command", "op"), settings("command:op"));
    }

    @Test
    void aFileThatIsNotReliedOnGivesNone() throws IOException {
        machine.user("[store.vault]\nurl = https://mine\n");
        java.nio.file.Files.setAttribute(machine.usersFile(), "unix:mode", 0666);
        assertEquals(Map.of(), settings("vault"));
    }
}
