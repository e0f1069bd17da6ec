package wandb.auth.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.walk.WalkedHome.Answer;

/** A netrc file whose accounts nothing else tells of any more: auth.ini was lost, or is another one. */
class LostAccountsIT {

    private static final String HOST = "https://wandb.example.com";
    private static final String KEY = "a".repeat(40);
    private static final String ENTRY = "machine wandb.example.com\n  login user\n  password " + KEY + "\n";
    private static final String ENTRY_OF_WORK =
            ENTRY.replace("machine wandb.example.com", "machine  wandb.example.com+work");

    @TempDir
    Path folder;

    private WalkedHome home;

    @BeforeEach
    void makeTheHome() throws IOException {
        home = new WalkedHome(folder);
        home.restore(Model.EMPTY);
    }

    @Test
    void aLogoutErasesTheKeyOfAProfile() throws IOException {
        netrcHolds(ENTRY + ENTRY_OF_WORK);
        run(0, "logout --host " + HOST + " --profile work");
        assertEquals(ENTRY, home.netrcText());
    }

    @Test
    void aMoveTakesTheKeyOfAProfileAlong() throws IOException {
        netrcHolds(ENTRY + ENTRY_OF_WORK);
        run(0, "auth migrate --host " + HOST + " --profile work --to " + LockerStore.ID);
        assertEquals(ENTRY, home.netrcText());
    }

    @Test
    void aLogoutOfAnotherAddressLeavesIt() throws IOException {
        netrcHolds(ENTRY_OF_WORK);
        run(1, "logout --host " + HOST + "/path --profile work");
        assertEquals(ENTRY_OF_WORK, home.netrcText());
    }

    @Test
    void aLogoutLeavesAnEntryThatAnotherProgramMayHaveMade() throws IOException {
        netrcHolds(ENTRY);
        Answer answer = run(1, "logout --host " + HOST);
        assertTrue(answer.err().contains("may be another program's"), answer::err);
        assertEquals(ENTRY, home.netrcText());
    }

    private void netrcHolds(String text) throws IOException {
        Files.writeString(folder.resolve(".netrc"), text);
    }

    private Answer run(int exitCode, String arguments) {
        Answer answer = home.run(Map.of(), arguments.split(" ", -1));
        assertEquals(exitCode, answer.exitCode(), arguments + "\n" + answer.err());
        return answer;
    }
}
