package wandb.auth.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.walk.WalkedHome.Answer;

/**
 * Two servers at one machine name, for which a netrc file has one entry. It is that of the address that was logged in to; another
 * one is given its key where the user names it, and never changes or erases it but by a login.
 */
class TwoAddressesIT {

    private static final String A = "https://wandb.example.com/a";
    private static final String B = "https://wandb.example.com/b";
    private static final String KEY_OF_A = "a".repeat(40);
    private static final String KEY_OF_B = "b".repeat(40);
    private static final String ENTRY_OF_A = "machine wandb.example.com\n  login user\n  password " + KEY_OF_A + "\n";

    @TempDir
    Path folder;

    private WalkedHome home;

    @BeforeEach
    void logInToTheFirst() throws IOException {
        home = new WalkedHome(folder);
        home.restore(Model.EMPTY);
        run(0, "login --host " + A + " " + KEY_OF_A);
        assertEquals(ENTRY_OF_A, home.netrcText());
    }

    private Answer run(int exitCode, String arguments) {
        Answer answer = home.run(Map.of(), arguments.split(" ", -1));
        assertEquals(exitCode, answer.exitCode(), arguments + "\n" + answer.err());
        return answer;
    }

    private void assertToken(String key, String address) {
        assertEquals(key + "\n", run(0, "auth token --host " + address).out());
    }

    private static void assertSays(String text, Answer answer) {
        assertTrue(answer.err().contains(text), answer::err);
    }

    @Test
    void aLoginToTheOtherTakesTheEntryAndSaysWhoseItWas() throws IOException {
        assertSays(
                "one entry for all addresses of wandb.example.com: the key of " + A + " was there, and is replaced.",
                run(0, "login --host " + B + " " + KEY_OF_B));
        assertToken(KEY_OF_B, B);
        assertEquals(Map.of(B + " default", "netrc"), home.noted());
    }

    @ParameterizedTest
    @ValueSource(strings = {B, "http://wandb.example.com", "https://wandb.example.com"})
    void aLogoutOfTheOtherFindsNothingOfItsOwn(String other) throws IOException {
        assertSays("Not logged in to " + other + ".", run(0, "logout --host " + other));
        assertEquals(ENTRY_OF_A, home.netrcText());
        assertToken(KEY_OF_A, A);
    }

    @ParameterizedTest
    @ValueSource(strings = {"login --store locker --host " + B + " KEY", "auth migrate --to locker --host " + B})
    void whatIsSavedForTheOtherElsewhereLeavesTheEntryAndSaysWhoseItIs(String command) throws IOException {
        Answer answer = run(0, command.replace("KEY", KEY_OF_B));
        assertSays("The key in netrc was left there: it also belongs to " + A + ".", answer);
        assertEquals(ENTRY_OF_A, home.netrcText());
        assertToken(KEY_OF_A, A);

        run(0, "logout --host " + B);
        assertEquals(Map.of(), home.inLocker());
        assertEquals(ENTRY_OF_A, home.netrcText());
        run(0, "logout --host " + A);
        assertEquals("", home.netrcText());
    }

    /** Which entry has the plain name is one choice for the machine, as it is for the SDK. */
    @Test
    void aSwitchAtOneIsASwitchAtBoth() throws IOException {
        run(0, "login --profile work --host " + B + " " + KEY_OF_B);
        run(0, "auth switch work --host " + A);
        assertEquals(
                "machine  wandb.example.com+default\n  login user\n  password " + KEY_OF_A
                        + "\nmachine wandb.example.com account profile:work\n  login user\n  password " + KEY_OF_B
                        + "\n",
                home.netrcText());
        assertToken(KEY_OF_A, A);
        assertToken(KEY_OF_B, B + " --profile work");

        run(0, "logout --profile work --host " + B);
        assertToken(KEY_OF_A, A);
        run(0, "auth switch default --host " + A);
        assertEquals(ENTRY_OF_A, home.netrcText());
    }

    @Test
    void whoeverNamesTheOtherGetsTheKeyOfTheMachineAsFromTheSdk() {
        assertToken(KEY_OF_A, B);
        assertTrue(run(0, "status --host " + B).out().contains("ending in aaaa, from " + folder));
        assertSays("Already logged in to " + B, run(0, "login --host " + B));
        assertToken(KEY_OF_A, A);
    }

    @Test
    void aLogoutOfAllErasesIt() throws IOException {
        run(0, "logout --all");
        assertEquals("", home.netrcText());
        assertEquals(Map.of(), home.noted());
    }
}
