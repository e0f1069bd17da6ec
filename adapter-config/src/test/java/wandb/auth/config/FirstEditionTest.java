package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.configuration.ConfigurationChange;

/**
 * What this version notes in {@code auth.ini} is read by the program of the first edition too, whose reader is strict: it ends
 * every command at a section or option that it does not know. Its rules are written out here as they were; a file beside
 * {@code auth.ini} it never opened.
 */
class FirstEditionTest extends OnAMachine {

    private static final Set<String> OPTIONS_OF_AN_ACCOUNT = Set.of("store", "user");
    private static final Set<String> OPTIONS_OF_LOGIN = Set.of("profile");

    private void note(String url, String profile, String store, Optional<String> user) {
        Account account = new Account(Host.parse(url), new Profile(profile));
        SavedAccount saved = new SavedAccount(account, new SourceId(store), user);
        assertInstanceOf(Parsed.Valid.class, machine.change(new ConfigurationChange.NoteAccount(saved)));
    }

    /** Reads the file by the rules of the first edition, and gives how many accounts it found. */
    private int accountsForTheFirstEdition() throws IOException {
        int accounts = 0;
        Set<String> options = Set.of();
        boolean hasStore = true;
        for (String line : Files.readString(machine.usersFile()).split("\n", -1)) {
            if (line.startsWith("[account ") && line.endsWith("]")) {
                assertTrue(hasStore, "an account has a store");
                String[] words = line.substring(1, line.length() - 1).split(" ", -1);
                assertTrue(words.length == 2 || words.length == 3, line);
                Host.parse(words[1]);
                accounts++;
                options = OPTIONS_OF_AN_ACCOUNT;
                hasStore = false;
            } else if (line.equals("[login]")) {
                options = OPTIONS_OF_LOGIN;
            } else if (!line.isEmpty()) {
                String option = line.split(" = ", 2)[0];
                assertTrue(options.contains(option), line);
                hasStore |= option.equals("store");
            }
        }
        assertTrue(hasStore, "an account has a store");
        return accounts;
    }

    @Test
    void readsWhatLoginsNote() throws IOException {
        note("https://api.wandb.ai", "default", "netrc", Optional.of("ada"));
        note("https://api.wandb.ai", "work", "helper:pass", Optional.empty());
        note("http://localhost:8080", "default", "vault", Optional.of("Ada Lovelace"));
        assertEquals(3, accountsForTheFirstEdition());
    }

    @Test
    void readsWhatIsThereAfterAKeyHasWanderedThroughSeveralStores() throws IOException {
        for (String store : new String[] {"helper:f", "keyring", "vault", "netrc"}) {
            note("https://wandb.example.com/a", "default", store, Optional.empty());
        }
        assertTrue(Files.exists(machine.usersFolder().resolve("auth.places")), "what it cannot read stands beside");
        assertEquals(1, accountsForTheFirstEdition());
    }
}
