package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.helper.message.Messages;

/** Commands as sources, from their settings on. */
@Timeout(600)
class CommandSourceIT extends AtAWorkbench {

    private static final Optional<String> OP = Optional.of("op");
    private static final Account OTHER = Given.account("https://wandb.example.com");

    /** Finds a key wherever the text names the account's machine. */
    private static final NetrcFormat NETRC = (text, account) -> {
        String netrc = new String(text, StandardCharsets.UTF_8);
        if (netrc.contains("broken")) {
            return new Outcome.Unusable(new Reason("Line 1 is broken.", "Fix it."));
        }
        return netrc.contains(account.host().machine())
                ? new Outcome.Found(Given.KEY, Revision.of(netrc))
                : new Outcome.Absent();
    };

    /** The source whose command runs the script, with more settings as names and values. */
    private CredentialSource source(String script, String... settings) throws IOException {
        bench.script("op", script);
        Map<String, String> all = new HashMap<>(Map.of("command", "op read 'op://a b/c'"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        StoreLookup opening = new ProgramCatalog(() -> List.of(NETRC))
                .open(
                        new SourceId("command:op"),
                        bench.environment(),
                        new StoreConfig(all),
                        (kind, digest) -> Optional.empty());
        return assertInstanceOf(StoreLookup.Opened.class, opening).source();
    }

    private static Outcome find(CredentialSource source, Account account) {
        return source.find(Given.query(account)).outcome();
    }

    private Outcome find(String script, String... settings) throws IOException {
        return find(source(script, settings), Given.CLOUD);
    }

    private static String writing(String text) {
        return "cat <<'TEXT'\n" + text + "\nTEXT";
    }

    @Test
    void theKeyIsItsOneLine() throws Exception {
        Given.assertFound(Given.KEY, find(writing(Given.KEY.reveal())));
        Given.assertFound(Given.KEY, find("printf %s " + Given.KEY.reveal()));
        Given.assertFound(Given.KEY, find("printf '%s\\r\\n' " + Given.KEY.reveal()));
    }

    @Test
    void itsArgumentsAreThoseOfTheCommand() throws Exception {
        Given.assertFound(Given.KEY, find("[ \"$*\" = 'read op://a b/c' ] && echo " + Given.KEY.reveal()));
    }

    @Test
    void aKeyIsForThePublicCloudUnlessAnotherServerIsNamed() throws Exception {
        String key = writing(Given.KEY.reveal());
        assertInstanceOf(Outcome.Absent.class, find(source(key), OTHER));
        Given.assertFound(Given.KEY, find(source(key), Given.account("https://api.forge.coreweave.com")));
        Given.assertFound(Given.KEY, find(source(key, "host", "https://wandb.example.com"), OTHER));
        assertInstanceOf(Outcome.Absent.class, find(key, "host", "https://wandb.example.com"));
    }

    @Test
    void aKeyIsForTheDefaultProfileUnlessAnotherIsNamed() throws Exception {
        String key = writing(Given.KEY.reveal());
        Account work = new Account(Given.CLOUD.host(), new Profile("work"));
        assertInstanceOf(Outcome.Absent.class, find(source(key), work));
        Given.assertFound(Given.KEY, find(source(key, "profile", "work"), work));
    }

    @Test
    void forAnotherAccountTheCommandDoesNotRun() throws Exception {
        CredentialSource source = source("touch ran");
        find(source, OTHER);
        assertFalse(Files.exists(bench.home().resolve("ran")));
    }

    @Test
    void aNetrcIsReadAsOne() throws Exception {
        String netrc = writing("machine api.wandb.ai login user password x");
        Given.assertFound(Given.KEY, find(netrc));
        Given.assertFound(Given.KEY, find(netrc, "format", "netrc"));
        assertInstanceOf(Outcome.Absent.class, find(writing("machine other.example.com password x")));
        Given.assertFound(Given.KEY, find(writing("# comment\nmachine api.wandb.ai"), "format", "netrc"));
    }

    @Test
    void oneThatIsSaidToWriteANetrcIsAskedForEveryAccount() throws Exception {
        String netrc = writing("machine wandb.example.com password x");
        Given.assertFound(Given.KEY, find(source(netrc, "format", "netrc"), OTHER));
        assertInstanceOf(Outcome.Absent.class, find(source(netrc), OTHER));
    }

    @Test
    void aBrokenNetrcIsTheCommandsFault() throws Exception {
        assertEquals(
                Messages.brokenNetrc(OP, "Line 1 is broken.").problem(),
                Given.problem(find(writing("machine broken"))));
    }

    @Test
    void aNetrcWhereAKeyIsSaidToBeIsNone() throws Exception {
        assertTrue(Given.problem(find(writing("machine api.wandb.ai"), "format", "key"))
                .startsWith(Messages.noKey(OP, "").problem()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "echo", "printf ' \\n\\n'"})
    void nothingIsAnError(String script) throws Exception {
        assertEquals(Messages.nothingThere(OP).problem(), Given.problem(find(script)));
        assertEquals(Messages.nothingThere(OP).problem(), Given.problem(find(script, "format", "netrc")));
    }

    @Test
    void moreThanOneLineIsAnError() throws Exception {
        assertEquals(
                Messages.severalLines(OP).problem(), Given.problem(find(writing(Given.KEY.reveal() + "\nuser: me"))));
    }

    @Test
    void whatIsNoKeyIsAnErrorThatDoesNotQuoteIt() throws Exception {
        String problem = Given.problem(find("echo [ERROR] 401"));
        assertTrue(problem.startsWith(Messages.noKey(OP, "").problem()), problem);
        assertFalse(problem.contains("401"), problem);
    }

    @Test
    void whatIsNotUtf8IsAnError() throws Exception {
        assertEquals(Messages.notUtf8(OP).problem(), Given.problem(find("printf '\\377\\376'")));
    }

    @Test
    void anExitCodeIsAnErrorWhateverWasWritten() throws Exception {
        assertEquals(
                Messages.gaveNoKey("op", 7, Messages.saying("[ERROR] not signed in"))
                        .problem(),
                Given.problem(find(writing(Given.KEY.reveal()) + "\necho '[ERROR] not signed in' >&2; exit 7")));
        assertEquals(
                Messages.gaveNoKey("op", 7, Messages.WITHOUT_A_WORD).problem(),
                Given.problem(find(writing(Given.KEY.reveal()) + "\nexit 7")));
        assertEquals(
                Messages.gaveNoKey("op", 7, Messages.WORDS_NOT_SHOWN).problem(),
                Given.problem(find("echo key " + Given.KEY.reveal() + " is bad >&2; exit 7")));
    }

    @Test
    void itsErrorsAreNoneWhereItIsSuccessful() throws Exception {
        Given.assertFound(Given.KEY, find("echo warning >&2; " + writing(Given.KEY.reveal())));
    }

    @Test
    void itGetsNoInput() throws Exception {
        Given.assertFound(Given.KEY, find("[ -z \"$(cat)\" ] && echo " + Given.KEY.reveal()));
    }

    @Test
    void oneThatDoesNotAnswerIsEnded() throws Exception {
        CredentialSource source = source("sleep 1000");
        Outcome outcome =
                source.find(Given.query(Given.CLOUD, Given.impatience())).outcome();
        assertEquals(Messages.timedOut("op").problem(), Given.problem(outcome));
    }

    @Test
    void itsOwnTimeIsShorterThanTheDeadline() throws Exception {
        assertEquals(Messages.timedOut("op").problem(), Given.problem(find("sleep 1000", "timeout", "1")));
    }
}
