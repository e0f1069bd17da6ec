package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;
import wandb.auth.helper.message.Messages;

/** What a helper can do, and what becomes of it. */
@Timeout(600)
class HelperStoreIT extends AtAWorkbench {

    private static final String NAME = "docker-credential-test";
    private static final Path HELPER = Path.of(NAME);
    private static final String NOT_FOUND = "echo 'credentials not found in native keychain'; exit 1";

    private static Outcome find(CredentialStore store) {
        return store.find(Given.query(Given.CLOUD)).outcome();
    }

    private static Saved save(CredentialStore store) {
        return store.save(Given.query(Given.CLOUD), Given.KEY, Given.ANYTHING);
    }

    private static Erased erase(CredentialStore store) {
        return store.erase(Given.query(Given.CLOUD), Given.ANYTHING);
    }

    @Test
    void whatWasSavedIsFoundAndErased() throws Exception {
        HelperStore store = bench.keeper();
        assertInstanceOf(Outcome.Absent.class, find(store));
        assertInstanceOf(Saved.Stored.class, save(store));
        Given.assertFound(Given.KEY, find(store));
        assertInstanceOf(Erased.Gone.class, erase(store));
        assertInstanceOf(Outcome.Absent.class, find(store));
        assertInstanceOf(Erased.Nothing.class, erase(store));
    }

    @Test
    void thePlaceIsTheItemThatAPersonCanLookUp() throws Exception {
        Saved.Stored saved = assertInstanceOf(Saved.Stored.class, save(bench.keeper()));
        assertEquals(new Location.Place("helper:test, item " + Given.URL), saved.location());
    }

    @Test
    void onlyWhatIsExpectedIsReplacedAndErased() throws Exception {
        HelperStore store = bench.keeper();
        Precondition other = new Precondition.Exactly(Revision.of(Given.OTHER_KEY.reveal()));
        save(store);
        assertInstanceOf(
                Saved.Conflict.class, store.save(Given.query(Given.CLOUD), Given.OTHER_KEY, new Precondition.Absent()));
        assertInstanceOf(Saved.Conflict.class, store.save(Given.query(Given.CLOUD), Given.OTHER_KEY, other));
        assertInstanceOf(Erased.Conflict.class, store.erase(Given.query(Given.CLOUD), other));
        Given.assertFound(Given.KEY, find(store));
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.wandb.ai,             default, https://api.wandb.ai/wandb-login/default,             default@api.wandb.ai",
        "https://api.forge.coreweave.com,  default, https://api.wandb.ai/wandb-login/default,             default@api.wandb.ai",
        "https://api.wandb.ai,             work,    https://api.wandb.ai/wandb-login/work,                work@api.wandb.ai",
        "http://localhost:8080,            default, http://localhost:8080/wandb-login/default,            default@localhost:8080",
        "https://w.example.com/a,          default, https://w.example.com/a/wandb-login/default,          default@w.example.com%2Fa",
        "https://w.example.com/a%2Fb,      default, https://w.example.com/a%2Fb/wandb-login/default,      default@w.example.com%2Fa%252Fb",
        "https://w.example.com/wandb-login/a, b,    https://w.example.com/wandb-login/a/wandb-login/b,    b@w.example.com%2Fwandb-login%2Fa",
    })
    void eachAccountIsAnItemOfItsOwn(String host, String profile, String url, String user) {
        Account account = new Account(Host.parse(host), new Profile(profile));
        assertEquals(new HelperItem(url, user), HelperItem.of(account));
    }

    @Test
    void theKeyGoesThroughStandardInputAlone() throws Exception {
        HelperStore store = bench.keeper();
        save(store);
        find(store);
        erase(store);
        String arguments = Files.readString(bench.home().resolve("arguments"));
        assertTrue(arguments.contains("store"), arguments);
        assertFalse(arguments.contains(Given.KEY.reveal()), arguments);
        assertFalse(Files.readString(bench.home().resolve("environment")).contains(Given.KEY.reveal()));
    }

    @Test
    void onlyTheWordsOfTheProtocolMeanAbsent() throws Exception {
        assertInstanceOf(Outcome.Absent.class, find(bench.helper(NOT_FOUND)));
        assertEquals(
                Messages.keyNotLookedUp(HELPER, Messages.saying("credentials not found"))
                        .problem(),
                Given.problem(find(bench.helper("echo 'credentials not found'; exit 1"))));
        assertEquals(
                Messages.keyNotLookedUp(HELPER, Messages.saying("credentials not found in native keychain"))
                        .problem(),
                Given.problem(find(bench.helper("echo 'credentials not found in native keychain' >&2; exit 1"))));
    }

    /** A helper whose item is broken until it is saved or erased, as one of pass is whose file was lost. */
    private HelperStore withBrokenItem(String list) throws Exception {
        Path kept = bench.home().resolve("kept");
        return bench.helper("""
                case $1 in
                    get) [ -e KEPT ] && cat KEPT || { echo 'no usernames for it'; exit 1; } ;;
                    list) LIST ;;
                    store) echo '{"Username":"%s","Secret":"%s"}' > KEPT ;;
                    erase) echo '{"Username":"","Secret":""}' > KEPT ;;
                esac""".formatted(Given.USER, Given.KEY.reveal())
                .replace("KEPT", kept.toString())
                .replace("LIST", list));
    }

    @Test
    void aSaveRepairsAnItemThatCannotBeRead() throws Exception {
        HelperStore store = withBrokenItem("echo 'no usernames for it'; exit 1");
        assertEquals(
                Messages.keyNotLookedUp(HELPER, Messages.saying("no usernames for it"))
                        .problem(),
                Given.problem(find(store)));
        assertInstanceOf(Saved.Stored.class, save(store));
        Given.assertFound(Given.KEY, find(store));
    }

    @Test
    void erasingRepairsItToo() throws Exception {
        HelperStore store = withBrokenItem("echo {}");
        assertInstanceOf(Erased.Gone.class, erase(store));
        assertInstanceOf(Outcome.Absent.class, find(store));
    }

    @Test
    void anItemThatIsListedAndCannotBeReadIsLockedAndNotReplaced() throws Exception {
        HelperStore store = withBrokenItem("echo '{\"" + Given.URL + "\":\"u\"}'");
        assertEquals(
                Messages.keyNotLookedUp(HELPER, Messages.saying("no usernames for it"))
                        .problem(),
                Given.problem(save(store)));
        assertFalse(Files.exists(bench.home().resolve("kept")));
    }

    @Test
    void onlyWhoReplacesWhateverIsThereReplacesWhatNobodyCanRead() throws Exception {
        HelperStore store = withBrokenItem("echo {}");
        Saved saved = store.save(Given.query(Given.CLOUD), Given.KEY, new Precondition.Absent());
        assertInstanceOf(Saved.Failed.class, saved);
        assertFalse(Files.exists(bench.home().resolve("kept")));
    }

    @Test
    void aKeyThatCannotBeConfirmedIsTakenOutAgain() throws Exception {
        Path kept = bench.home().resolve("kept");
        HelperStore store = bench.helper("""
                case $1 in
                    get) [ ! -e KEPT ] && echo 'credentials not found in native keychain' || echo 'no pinentry'; exit 1 ;;
                    store) cat > KEPT ;;
                    erase) rm KEPT ;;
                esac""".replace("KEPT", kept.toString()));
        assertEquals(
                Messages.keyTakenOut(NAME, Messages.keyNotLookedUp(HELPER, Messages.saying("no pinentry")))
                        .problem(),
                Given.problem(save(store)));
        assertFalse(Files.exists(kept));
    }

    @Test
    void theWordsOfTheProtocolAreNoErrorOnlyWithAnExitCode() throws Exception {
        assertTrue(Given.problem(find(bench.helperThatGives("credentials not found in native keychain")))
                .startsWith(Messages.noAnswerOfHelper(NAME, "").problem()));
    }

    @Test
    void anEmptyAnswerIsAbsentWhereTheListSaysSoToo() throws Exception {
        assertInstanceOf(Outcome.Absent.class, find(bench.helperThatGives(Given.answer(Given.URL, "", ""))));
    }

    @Test
    void anEmptyAnswerForWhatIsListedIsAnError() throws Exception {
        String list = "list) echo '{\"" + Given.URL + "\":\"\"}';;";
        HelperStore store =
                bench.helper("case $1 in get) echo '" + Given.answer(Given.URL, "", "") + "';; " + list + " esac");
        assertEquals(Messages.emptyKey(NAME).problem(), Given.problem(find(store)));
    }

    /** As docker-credential-pass does while another process saves a key of any account. */
    @Test
    void aListIsAskedForAgainWhereItFails() throws Exception {
        HelperStore store = bench.helper("case $1 in get) echo '" + Given.answer(Given.URL, "", "")
                + "';; *) echo no >> asked; [ $(wc -l < asked) -ge 3 ] && echo '{}';; esac");
        assertInstanceOf(Outcome.Absent.class, find(store));
    }

    @Test
    void anEmptyAnswerOfOneThatCannotListIsAnError() throws Exception {
        HelperStore store = bench.helper(
                "case $1 in get) echo '" + Given.answer(Given.URL, "", "") + "';; *) echo no; exit 1;; esac");
        assertEquals(Messages.emptyKeyNotListed(HELPER, Messages.saying("no")).problem(), Given.problem(find(store)));
    }

    /** It is asked again, and the time may be over by then. */
    @Test
    void whyAListFailedIsSaidWhereItCannotBeAskedForAgain() throws Exception {
        HelperStore store = bench.helper("case $1 in get) echo '" + Given.answer(Given.URL, "", "")
                + "';; *) rm \"$0\"; echo no; exit 1;; esac");
        assertEquals(Messages.emptyKeyNotListed(HELPER, Messages.saying("no")).problem(), Given.problem(find(store)));
    }

    @Test
    void anEmptySecretIsAnErrorThatStopsASaveAndAnErasureToo() throws Exception {
        HelperStore store = bench.helperThatGives(Given.answer(Given.URL, Given.USER, ""));
        String problem = Messages.emptyKey(NAME).problem();
        assertEquals(problem, Given.problem(find(store)));
        assertEquals(problem, Given.problem(save(store)));
        assertEquals(problem, Given.problem(erase(store)));
    }

    @Test
    void anotherUsersCredentialIsNeitherUsedNorReplaced() throws Exception {
        HelperStore store = bench.helperThatGives(Given.answer(Given.URL, "work@api.wandb.ai", Given.KEY.reveal()));
        String problem = Messages.itemOfAnotherUser(NAME, "work@api.wandb.ai", "default@api.wandb.ai")
                .problem();
        assertEquals(problem, Given.problem(find(store)));
        assertEquals(problem, Given.problem(save(store)));
        assertEquals(problem, Given.problem(erase(store)));
    }

    @Test
    void anAnswerForAnotherServerIsRefused() throws Exception {
        String other = Given.answer("https://other.example.com", Given.USER, Given.KEY.reveal());
        assertEquals(
                Messages.answerForAnother(NAME, Given.URL, "https://other.example.com")
                        .problem(),
                Given.problem(find(bench.helperThatGives(other))));
    }

    @Test
    void anAnswerWithoutServerIsTaken() throws Exception {
        String answer = "{\"Username\":\"" + Given.USER + "\",\"Secret\":\"" + Given.KEY.reveal() + "\"}";
        Given.assertFound(Given.KEY, find(bench.helperThatGives(answer)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "\"text\"",
                "{",
                "{} {}",
                "{\"Secret\":1,\"Secret\":2}",
                "<html>",
                "no\u001b[2J"
            })
    void whatIsNoJsonObjectIsNoAnswer(String answer) throws Exception {
        assertTrue(Given.problem(find(bench.helperThatGives(answer)))
                .startsWith(Messages.noAnswerOfHelper(NAME, "").problem()));
    }

    @Test
    void whatIsNotUtf8IsNoAnswer() throws Exception {
        HelperStore store = bench.helper("printf '{\"Username\":\"\\377\",\"Secret\":\"x\"}'");
        assertTrue(Given.problem(find(store))
                .startsWith(Messages.noAnswerOfHelper(NAME, "").problem()));
    }

    @Test
    void aSecretThatIsNoKeyIsUnusableAndCanBeReplaced() throws Exception {
        HelperStore store = bench.keeper();
        save(store);
        try (var items = Files.newDirectoryStream(bench.home(), "*.item")) {
            for (Path item : items) {
                Files.writeString(item, Given.answer(Given.URL, Given.USER, "short"));
            }
        }
        assertTrue(Given.problem(find(store)).startsWith("The API key is too short"));
        assertInstanceOf(Saved.Stored.class, save(store));
    }

    @Test
    void aRefusalIsToldAndNothingOfItCanBeTheKey() throws Exception {
        assertEquals(
                Messages.keyNotSaved(HELPER, Messages.saying("the vault is sealed"))
                        .problem(),
                Given.problem(save(bench.helper(
                        "[ $1 = get ] && { " + NOT_FOUND + "; }; echo 'the vault is sealed'; echo more; exit 1"))));
        assertEquals(
                Messages.keyNotSaved(HELPER, Messages.WORDS_NOT_SHOWN).problem(),
                Given.problem(save(bench.helper("[ $1 = get ] && { " + NOT_FOUND + "; }; cat; exit 1"))));
        assertEquals(
                Messages.keyNotSaved(HELPER, Messages.WITHOUT_A_WORD).problem(),
                Given.problem(save(bench.helper("[ $1 = get ] && { " + NOT_FOUND + "; }; exit 1"))));
    }

    @Test
    void aLineThatMayHoldTheKeyIsPassedOver() throws Exception {
        String refusal = "printf 'bad: '; cat; echo; echo 'the vault is sealed'; exit 1";
        assertEquals(
                Messages.keyNotSaved(HELPER, Messages.saying("the vault is sealed"))
                        .problem(),
                Given.problem(save(bench.helper("[ $1 = get ] && { " + NOT_FOUND + "; }; " + refusal))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sed -E 's/.*Secret\":\"([^\"]*).*/\\1/; s/(.{8})/\\1 /g'",
                "sed -E 's/.*Secret\":\"([^\"]*).*/\\1/' | fold -w 5",
                "sed -E 's/.*Secret\":\"([^\"]*).*/\\1/; s/(.)/\\1-/g'",
                "sed -E 's/.*Secret\":\"([^\"]*).*/bad \\1/' | cut -c 1-16",
            })
    void aHelperThatRepeatsTheKeyInPiecesIsNotQuoted(String repeat) throws Exception {
        String refusal = "[ $1 = get ] && { " + NOT_FOUND + "; }; " + repeat + "; exit 1";
        assertEquals(
                Messages.keyNotSaved(HELPER, Messages.WORDS_NOT_SHOWN).problem(),
                Given.problem(save(bench.helper(refusal))));
    }

    @Test
    void aNameOfLettersAloneIsNotTakenForAKey() throws Exception {
        assertEquals(
                Messages.keyNotLookedUp(
                                HELPER,
                                Messages.saying(
                                        "An error occurred (ResourceNotFoundException) when calling GetSecretValue"))
                        .problem(),
                Given.problem(find(bench.helper("echo 'An error occurred (ResourceNotFoundException) when calling"
                        + " GetSecretValue' >&2; exit 254"))));
    }

    @Test
    void errorsAreToldWhereTheAnswerSaysNothing() throws Exception {
        assertEquals(
                "docker-credential-test could not look up the key, saying \"gpg: \\x1b[2J no agent\".",
                Given.problem(find(bench.helper("printf 'gpg: \\033[2J no agent\\n' >&2; exit 2"))));
    }

    @Test
    void aSaveThatIsNotReadBackIsNone() throws Exception {
        assertEquals(
                Messages.keyNotKept(NAME).problem(),
                Given.problem(save(bench.helper("[ $1 = get ] && { " + NOT_FOUND + "; }; exit 0"))));
    }

    @Test
    void anErasureThatLeavesTheKeyIsNone() throws Exception {
        assertEquals(
                Messages.keyNotGone(NAME).problem(),
                Given.problem(erase(bench.helperThatGives(Given.answer(Given.KEY)))));
    }

    @Test
    void aRefusedErasureIsTold() throws Exception {
        String get = "[ $1 = get ] && { echo '" + Given.answer(Given.KEY) + "'; exit; }; ";
        assertEquals(
                Messages.keyNotErased(HELPER, Messages.saying("read-only")).problem(),
                Given.problem(erase(bench.helper(get + "echo read-only; exit 1"))));
    }

    @Test
    void oneThatDoesNotAnswerIsNotAbsent() throws Exception {
        HelperStore store = bench.helper("sleep 1000");
        Outcome outcome =
                store.find(Given.query(Given.CLOUD, Given.impatience())).outcome();
        assertEquals(Messages.timedOut(NAME).problem(), Given.problem(outcome));
    }

    @Test
    void oneThatHasGoneSaysSoToEveryQuestion() throws Exception {
        HelperStore store = bench.keeper();
        assertInstanceOf(Availability.Usable.class, store.availability(Given.patience()));
        Files.delete(store.program().file().path());
        String problem = Messages.noProgram(store.program().file().path()).problem();
        assertEquals(problem, Given.problem(find(store)));
        assertEquals(problem, Given.problem(save(store)));
        assertEquals(problem, Given.problem(erase(store)));
        assertInstanceOf(Availability.NotUsable.class, store.availability(Given.patience()));
    }

    @Test
    void whetherItCanBeUsedIsSaidWithoutRunningIt() throws Exception {
        assertInstanceOf(Availability.Usable.class, bench.keeper().availability(Given.patience()));
        assertFalse(Files.exists(bench.home().resolve("arguments")));
    }
}
