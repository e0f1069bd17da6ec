package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange.AddStore;
import wandb.auth.domain.port.configuration.ConfigurationChange.RemoveStore;

/** Sections of stores that are added to the user's file and removed from it. */
class StoreChangesTest extends OnAMachine {

    private static final SourceId STORE = new SourceId("command:pass");
    private static final String REST = """
            ; mine
            [policy]
            default_store = command:pass

            [account https://api.wandb.ai]
            store  =  netrc
            """;

    private static Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("command", "pass show 'a b'/{host}/{profile}; %h # x");
        settings.put("save", "pass insert {host}");
        return settings;
    }

    @Test
    void aSectionIsAddedBehindWhatIsThere() throws Exception {
        machine.user(REST);
        Configuration now = Machine.valid(machine.change(new AddStore(STORE, settings())));
        assertEquals(settings(), now.storeSettings().get(STORE));
        String text = Files.readString(machine.usersFile());
        assertEquals(REST, text.substring(0, REST.length()));
        assertEquals(settings(), machine.configuration().section(STORE).settings());
    }

    @Test
    void theFileIsMadeForIt() throws Exception {
        assertInstanceOf(Parsed.Valid.class, machine.change(new AddStore(STORE, settings())));
        assertEquals("""
                [store.command:pass]
                command = pass show 'a b'/{host}/{profile}; %h # x
                save = pass insert {host}
                """, Files.readString(machine.usersFile()));
    }

    @Test
    void aSectionThatIsThereStaysAsItIs() throws Exception {
        machine.user("[store.command:pass]\ncommand = other\n");
        Parsed.Invalid<?> failed =
                assertInstanceOf(Parsed.Invalid.class, machine.change(new AddStore(STORE, settings())));
        assertEquals(Messages.sectionIsThere("store.command:pass"), failed.reason());
        assertEquals("[store.command:pass]\ncommand = other\n", Files.readString(machine.usersFile()));
    }

    @Test
    void itIsRemovedAndTheRestStays() throws Exception {
        machine.user(REST);
        machine.change(new AddStore(STORE, settings()));
        Configuration now = Machine.valid(machine.change(new RemoveStore(STORE)));
        assertFalse(now.storeSettings().containsKey(STORE));
        assertEquals(REST.strip(), Files.readString(machine.usersFile()).strip());
    }

    @Test
    void whatTheAdministratorSetsUpStays() throws Exception {
        machine.administrator("[store.command:pass]\ncommand = true\n");
        Parsed.Invalid<?> failed = assertInstanceOf(Parsed.Invalid.class, machine.change(new RemoveStore(STORE)));
        assertEquals(Messages.sectionIsMissing("store.command:pass"), failed.reason());
        Configuration now = machine.configuration();
        assertEquals(Map.of("command", "true"), now.section(STORE).settings());
    }
}
