package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.helper.message.Messages;

/** Three command lines as a store, whatever they do. */
@Timeout(600)
class CommandStoreIT extends AtAWorkbench {

    private static final SourceId ID = new SourceId("command:keeper");
    /** Keeps what it is given in a file named by its second argument, and its arguments in a log. */
    private static final String KEEPER = """
            printf '[%s]' "$@" >> arguments; echo >> arguments
            item=item.$(printf %s "$2" | cksum | tr ' ' -)
            case $1 in
                read) cat $item 2>/dev/null || { echo 'no such item' >&2; exit 3; } ;;
                save) cat > $item ;;
                erase) rm $item ;;
            esac""";

    private CredentialStore store(String... settings) throws IOException {
        if (!Files.exists(bench.bin().resolve("keeper"))) {
            bench.script("keeper", KEEPER);
        }
        Map<String, String> all = new HashMap<>(Map.of(
                "command", "keeper read {host}/{profile}",
                "save", "keeper save {host}/{profile}",
                "erase", "keeper erase {host}/{profile}",
                "absent", "3"));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open("command:keeper", all));
        return assertInstanceOf(CredentialStore.class, opened.source());
    }

    /** A store of which one command is a script of that text. */
    private CredentialStore storeWith(String command, String script) throws IOException {
        bench.script("odd", script);
        return store(command, "odd {host}/{profile}");
    }

    /** A section that only reads. */
    private CredentialSource source(String command) throws IOException {
        bench.script("keeper", KEEPER);
        StoreLookup.Opened opened =
                assertInstanceOf(StoreLookup.Opened.class, bench.open("command:keeper", Map.of("command", command)));
        return opened.source();
    }

    private static Account account(String host, String profile) {
        return new Account(Host.parse(host), new Profile(profile));
    }

    private static Outcome find(CredentialSource store, Account account) {
        return store.find(Given.query(account)).outcome();
    }

    private static Saved save(CredentialStore store) {
        return store.save(Given.query(Given.CLOUD), Given.KEY, Given.ANYTHING);
    }

    private static Erased erase(CredentialStore store) {
        return store.erase(Given.query(Given.CLOUD), Given.ANYTHING);
    }

    private boolean hasRun() {
        return Files.exists(bench.home().resolve("arguments"));
    }

    @Test
    void aKeyIsSavedFoundAndErased() throws Exception {
        CredentialStore store = store();
        assertInstanceOf(Outcome.Absent.class, find(store, Given.CLOUD));
        assertInstanceOf(Saved.Stored.class, save(store));
        Given.assertFound(Given.KEY, find(store, Given.CLOUD));
        Given.assertFound(Given.KEY, find(store, Given.account("https://api.forge.coreweave.com")));
        assertInstanceOf(Erased.Gone.class, erase(store));
        assertInstanceOf(Outcome.Absent.class, find(store, Given.CLOUD));
        assertInstanceOf(Erased.Nothing.class, erase(store));
    }

    @Test
    void theKeyIsOnStandardInputAndInNoArgument() throws Exception {
        bench.script("odd", "tr '\\0' ' ' < /proc/$$/cmdline > cmdline; cat > given");
        save(store("save", "odd {host}/{profile}"));
        assertEquals(Given.KEY.reveal(), Files.readString(bench.home().resolve("given")));
        assertFalse(Files.readString(bench.home().resolve("cmdline")).contains(Given.KEY.reveal()));
    }

    @Test
    void aPlaceholderIsPartOfOneArgument() throws Exception {
        CredentialSource source =
                source("keeper read 'a b/{machine}/{profile}/$(id)' x{host}x --profile={profile} {user}");
        find(source, account("https://wandb.example.com/a;b&c", "work.1"));
        String arguments = Files.readString(bench.home().resolve("arguments"));
        assertTrue(
                arguments.startsWith("[read][a b/wandb.example.com/work.1/$(id)][xhttps://wandb.example.com/a;b&cx]"
                        + "[--profile=work.1]["),
                arguments);
    }

    @Test
    void theCloudIsNamedByItsDocumentedName() throws Exception {
        find(source("keeper read {host} {machine} {profile}"), Given.account("https://api.forge.coreweave.com"));
        assertEquals(
                "[read][https://api.wandb.ai][api.wandb.ai][default]\n",
                Files.readString(bench.home().resolve("arguments")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a..b", "...."})
    void aProfileThatHoldsTwoDotsIsRefused(String profile) throws Exception {
        Account account = account("https://wandb.example.com", profile);
        CredentialStore store = store();
        assertEquals(
                Messages.dotsInValue("keeper", "{profile}", profile).problem(), Given.problem(find(store, account)));
        assertInstanceOf(Saved.Failed.class, store.save(Given.query(account), Given.KEY, Given.ANYTHING));
        assertInstanceOf(Erased.Failed.class, store.erase(Given.query(account), Given.ANYTHING));
        assertFalse(hasRun());
    }

    /** A program would take it for an option. */
    @Test
    void aServerThatWouldBeginAnArgumentWithADashIsRefused() throws Exception {
        Account account = Given.account("https://-rf.example.com");
        CredentialStore store = store(
                "command",
                "keeper read {machine} {profile}",
                "save",
                "keeper save {machine} {profile}",
                "erase",
                "keeper erase {machine} {profile}");
        String refused = Messages.dashBeforeArgument("keeper", "{machine}", "-rf.example.com")
                .problem();
        assertEquals(refused, Given.problem(find(store, account)));
        assertEquals(refused, Given.problem(store.save(Given.query(account), Given.KEY, Given.ANYTHING)));
        assertEquals(refused, Given.problem(store.erase(Given.query(account), Given.ANYTHING)));
        assertFalse(hasRun());
    }

    @Test
    void dotsThatMeetInAnArgumentAreRefused() throws Exception {
        CredentialStore store = store("command", "keeper read /vault/.{profile}/{host}");
        assertEquals(
                Messages.dotsInArgument("keeper", "{host}", "/vault/../https://api.wandb.ai")
                        .problem(),
                Given.problem(find(store, account("https://api.wandb.ai", "."))));
        assertFalse(hasRun());
    }

    @Test
    void oneThatNamesNoServerIsForOne() throws Exception {
        String[] commands = {
            "command", "keeper read {profile}", "save", "keeper save {profile}", "erase", "keeper erase {profile}"
        };
        CredentialStore store = store(commands);
        Account other = Given.account("https://wandb.example.com");
        assertInstanceOf(Outcome.Absent.class, find(store, other));
        assertEquals(
                Messages.onlyForServer(Given.CLOUD.host()).problem(),
                Given.problem(store.save(Given.query(other), Given.KEY, Given.ANYTHING)));
        assertInstanceOf(Erased.Nothing.class, store.erase(Given.query(other), Given.ANYTHING));
        assertFalse(hasRun());
        assertInstanceOf(Saved.Stored.class, save(store));
    }

    @Test
    void oneThatNamesNoProfileIsForOne() throws Exception {
        CredentialStore store = store(
                "command",
                "keeper read {host}",
                "save",
                "keeper save {host}",
                "erase",
                "keeper erase {host}",
                "profile",
                "work");
        assertInstanceOf(Outcome.Absent.class, find(store, Given.CLOUD));
        assertEquals(Messages.onlyForProfile(new Profile("work")).problem(), Given.problem(save(store)));
        assertFalse(hasRun());
        Account work = account("https://api.wandb.ai", "work");
        assertInstanceOf(Saved.Stored.class, store.save(Given.query(work), Given.KEY, Given.ANYTHING));
    }

    @Test
    void aMachineNameStandsForHttpsWithoutAPath() throws Exception {
        CredentialStore store = store(
                "command",
                "keeper read {machine}/{profile}",
                "save",
                "keeper save {machine}/{profile}",
                "erase",
                "keeper erase {machine}/{profile}");
        Account https = Given.account("https://wandb.example.com");
        assertInstanceOf(Saved.Stored.class, store.save(Given.query(https), Given.KEY, Given.ANYTHING));
        for (String address : List.of("http://wandb.example.com", "https://wandb.example.com/teams")) {
            Account other = Given.account(address);
            assertInstanceOf(Outcome.Absent.class, find(store, other));
            assertInstanceOf(Saved.Failed.class, store.save(Given.query(other), Given.OTHER_KEY, Given.ANYTHING));
            assertInstanceOf(Erased.Nothing.class, store.erase(Given.query(other), Given.ANYTHING));
        }
        Given.assertFound(Given.KEY, find(store, https));
        Account local = Given.account("http://localhost:8080");
        assertInstanceOf(Saved.Stored.class, store.save(Given.query(local), Given.KEY, Given.ANYTHING));
    }

    @Test
    void anExitCodeCanMeanThatNothingIsThere() throws Exception {
        assertInstanceOf(Outcome.Absent.class, find(store(), Given.CLOUD));
        assertEquals(
                Messages.gaveNoKey("keeper", 3, Messages.saying("no such item")).problem(),
                Given.problem(find(store("absent", "4, 5"), Given.CLOUD)));
        assertInstanceOf(Outcome.Absent.class, find(store("absent", "4, 3 no such item"), Given.CLOUD));
        assertInstanceOf(Outcome.Unusable.class, find(store("absent", "3 AccessDenied"), Given.CLOUD));
    }

    @Test
    void theKeyIsTakenOutOfAnAnswerInJson() throws Exception {
        CredentialStore store = store("field", "/data/api~1key", "template", """
                {"data": {"api/key": "{key}", "for": ["{machine}", 1, null]}}""");
        assertInstanceOf(Saved.Stored.class, save(store));
        Given.assertFound(Given.KEY, find(store, Given.CLOUD));
        Path item;
        try (var files = Files.list(bench.home())) {
            item = files.filter(file -> file.getFileName().toString().startsWith("item"))
                    .findAny()
                    .orElseThrow();
        }
        assertEquals(
                "{\"data\":{\"api/key\":\"" + Given.KEY.reveal() + "\",\"for\":[\"api.wandb.ai\",1,null]}}",
                Files.readString(item));
    }

    static Stream<Arguments> answersWithoutTheField() {
        Optional<String> odd = Optional.of("odd");
        return Stream.of(
                arguments("key", Messages.notJson(odd)),
                arguments("{\"a\":1}", Messages.noTextAt(odd, "/a")),
                arguments("{\"b\":\"x\"}", Messages.noTextAt(odd, "/a")),
                arguments("{\"a\":null}", Messages.noTextAt(odd, "/a")),
                arguments("{\"a\":\"x\"} {}", Messages.notJson(odd)));
    }

    @ParameterizedTest
    @MethodSource("answersWithoutTheField")
    void anAnswerWithoutTheFieldIsAnError(String answer, Reason said) throws Exception {
        bench.script("odd", "cat <<'TEXT'\n" + answer + "\nTEXT");
        assertEquals(
                said.problem(),
                Given.problem(find(store("command", "odd {host}{profile}", "field", "/a"), Given.CLOUD)));
    }

    @Test
    void aLineAfterTheFirstIsNoneOfTheKeyWhereThatIsSaid() throws Exception {
        bench.script("odd", "printf '" + Given.KEY.reveal() + "\\r\\nuser: me\\n\\n'");
        String command = "odd {host}{profile}";
        Given.assertFound(Given.KEY, find(store("command", command, "format", "first-line"), Given.CLOUD));
        assertEquals(
                Messages.severalLines(Optional.of("odd")).problem(),
                Given.problem(find(store("command", command), Given.CLOUD)));
    }

    @Test
    void anOutputThatCannotBeAKeyIsAnError() throws Exception {
        for (String script : List.of(
                "printf '" + Given.KEY.reveal() + "\\0'",
                "printf '\\0'",
                "yes " + Given.KEY.reveal(),
                "head -c 1048577 /dev/zero",
                "printf '\\r\\n'")) {
            Given.problem(find(storeWith("command", script), Given.CLOUD));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill -9 $$", "exit 255", "kill -TERM $$", "exit 1"})
    void aProgramThatFailsIsAnError(String script) throws Exception {
        Given.problem(find(storeWith("command", script), Given.CLOUD));
        Given.problem(save(storeWith("save", script)));
        assertInstanceOf(Saved.Stored.class, save(store()));
        Given.problem(erase(storeWith("erase", script)));
        Given.assertFound(Given.KEY, find(store(), Given.CLOUD));
    }

    @Test
    void oneThatLiesIsNotBelieved() throws Exception {
        assertEquals(
                Messages.keyNotReturned(ID, "odd", "keeper").problem(), Given.problem(save(storeWith("save", "cat"))));
        save(store());
        assertEquals(
                Messages.keyStillGiven(ID, "odd", "keeper").problem(),
                Given.problem(erase(storeWith("erase", "true"))));
        assertEquals(
                Messages.keyNotReturned(ID, "keeper", "odd").problem(),
                Given.problem(save(storeWith("command", "echo " + Given.OTHER_KEY.reveal()))));
    }

    @Test
    void oneThatIgnoresItsInputIsNotWaitedFor() throws Exception {
        assertEquals(
                Messages.keyNotReturned(ID, "odd", "keeper").problem(),
                Given.problem(save(storeWith("save", "exec <&-"))));
    }

    @Test
    void aKeyInTheErrorsIsNotShown() throws Exception {
        String whole = Given.KEY.reveal();
        for (String words : List.of(whole, "token=" + whole.substring(3, 18), "$(cat)", whole.replace("", " "))) {
            Given.problem(save(storeWith("save", "echo \"bad: " + words + "\" >&2; exit 9")));
            Given.problem(find(
                    storeWith("command", "echo " + whole + "; echo \"bad: " + words + "\" >&2; exit 9"), Given.CLOUD));
        }
        String problem = Given.problem(find(
                storeWith("command", "echo " + whole + "; echo bad " + whole.substring(3, 18) + " >&2; exit 9"),
                Given.CLOUD));
        assertFalse(problem.contains(whole.substring(3, 15)), problem);
    }

    @Test
    void oneThatDoesNotAnswerIsEnded() throws Exception {
        for (String command : List.of("command", "save", "erase")) {
            bench.script("odd", "trap '' TERM; sleep 1000");
            CredentialStore store = store(command, "odd {host}/{profile}", "timeout", "1");
            assertInstanceOf(Saved.Stored.class, save(store()));
            String problem = command.equals("erase") ? Given.problem(erase(store)) : Given.problem(save(store));
            assertEquals(Messages.timedOut("odd").problem(), problem);
        }
    }

    /** As a large program needs of which a save starts three; the question leaves them nothing here. */
    @Test
    void eachHasTheTimeThatIsSetForItHoweverLongTheOthersTook() throws Exception {
        Query late = new Query(Given.CLOUD, Interaction.NONE, Deadline.after(Duration.ofNanos(-1), System.nanoTime()));
        CredentialStore patient = store("timeout", "600");
        assertInstanceOf(Saved.Stored.class, patient.save(late, Given.KEY, Given.ANYTHING));
        Given.assertFound(Given.KEY, patient.find(late).outcome());
        Given.problem(store().find(late).outcome());
        assertInstanceOf(Erased.Gone.class, patient.erase(late, Given.ANYTHING));
    }

    @Test
    void aProgramThatItLeavesBehindIsNotWaitedFor() throws Exception {
        String left = "(exec sleep 1000) & echo $! > left; cat > given; mv given kept";
        String read = "cat kept 2>/dev/null || exit 3";
        bench.script("reads", read);
        bench.script("odd", left);
        try {
            assertInstanceOf(
                    Saved.Stored.class,
                    save(store("save", "odd {host}/{profile}", "command", "reads {host}/{profile}")));
        } finally {
            long child = Long.parseLong(
                    Files.readString(bench.home().resolve("left")).strip());
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void aProgramThatIsGoneIsSaid() throws Exception {
        CredentialStore store = storeWith("erase", "true");
        assertInstanceOf(Availability.Usable.class, store.availability(Given.patience()));
        Files.delete(bench.bin().resolve("odd"));
        assertInstanceOf(Availability.NotUsable.class, store.availability(Given.patience()));
        save(store);
        assertEquals(Messages.noProgram(bench.bin().resolve("odd")).problem(), Given.problem(erase(store)));
    }

    @Test
    void whatIsThereIsComparedWithWhatIsExpected() throws Exception {
        CredentialStore store = store();
        save(store);
        assertInstanceOf(
                Saved.Conflict.class, store.save(Given.query(Given.CLOUD), Given.OTHER_KEY, new Precondition.Absent()));
        assertInstanceOf(Erased.Conflict.class, store.erase(Given.query(Given.CLOUD), new Precondition.Absent()));
        Given.assertFound(Given.KEY, find(store, Given.CLOUD));
    }

    @Test
    void whatIsNoKeyCanBeReplacedAndErased() throws Exception {
        bench.script("junk", "echo rubbish > item.$(printf %s \"$1\" | cksum | tr ' ' -)");
        CredentialStore junk = store("save", "junk {host}/{profile}");
        Given.problem(save(junk));
        assertInstanceOf(Outcome.Unusable.class, find(store(), Given.CLOUD));
        assertInstanceOf(Erased.Gone.class, erase(store()));
        Given.problem(save(junk));
        assertInstanceOf(Saved.Stored.class, save(store()));
    }
}
