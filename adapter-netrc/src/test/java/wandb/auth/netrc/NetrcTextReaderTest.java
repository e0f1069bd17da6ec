package wandb.auth.netrc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.message.Messages;

/** Netrc text that is in no file is read as the file is. */
class NetrcTextReaderTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    private static Outcome find(String text, String profile) {
        Account account = new Account(Host.parse("https://wandb.example.com"), new Profile(profile));
        return new NetrcTextReader().find(text.getBytes(UTF_8), account);
    }

    private static Outcome find(String text) {
        return find(text, "default");
    }

    @Test
    void theEntryOfTheServerCounts() {
        String text = "machine x password y\nmachine wandb.example.com\n\tlogin user\n\tpassword " + KEY + "\n";
        assertEquals(
                ApiKey.parse(KEY),
                assertInstanceOf(Outcome.Found.class, find(text)).credential());
        assertInstanceOf(Outcome.Absent.class, find(text, "work"));
    }

    @Test
    void theEntryOfANamedProfileHasItsName() {
        String text = "machine wandb.example.com+work login user password " + KEY;
        assertInstanceOf(Outcome.Found.class, find(text, "work"));
        assertInstanceOf(Outcome.Absent.class, find(text));
    }

    @Test
    void theDefaultEntryIsNoKey() {
        assertInstanceOf(Outcome.Skipped.class, find("default login a password " + KEY));
    }

    @Test
    void aPasswordThatIsNoKeyIsUnusable() {
        assertInstanceOf(Outcome.Unusable.class, find("machine wandb.example.com password short"));
        assertInstanceOf(Outcome.Unusable.class, find("machine wandb.example.com login user"));
    }

    @Test
    void whatPythonCannotReadIsSaidByItsLine() {
        Outcome.Unusable unusable = assertInstanceOf(
                Outcome.Unusable.class, find("machine x\n  password y\nmachine wandb.example.com port 443"));
        assertEquals(Messages.syntaxError(3, 27, Messages.KEYWORD_IN_ENTRY, Messages.FIX_FILE), unusable.reason());
    }
}
