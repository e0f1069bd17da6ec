package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.configuration.PolicyDraft;

/** A file that is judged as the administrator's policy: everything that makes no sense, and what it names. */
class PolicyJudgeTest extends OnAMachine {

    private PolicyDraft judged(String text) throws IOException {
        Files.writeString(file(), text);
        return judgedAt("draft.ini");
    }

    private PolicyDraft judgedAt(String name) {
        return new FileConfiguration(machine.files()).judge(machine.environment(), Path.of(name));
    }

    private Path file() {
        return folder.resolve("work/draft.ini");
    }

    private List<String> mistakes(PolicyDraft draft) {
        return draft.mistakes().stream().map(this::line).toList();
    }

    private String line(Complaint complaint) {
        String place = complaint.location().text().replace(folder + "/", "");
        return place + ": " + complaint.reason().problem();
    }

    @Test
    void hasEveryMistakeAndNotOnlyTheFirst() throws IOException {
        assertEquals(
                List.of(
                        "work/draft.ini:1: There is no section 'polcy'. Did you mean 'policy'?",
                        "work/draft.ini:4: There is no rule 'sotres'. Did you mean 'stores'?",
                        "work/draft.ini:5: The option key_argument says 'forbiden'. Did you mean 'forbidden'?",
                        "work/draft.ini:6: The option default_host names no server: 'not a server' is not a server address:"
                                + " it holds a blank",
                        "work/draft.ini:7: " + Messages.accountOfAdministrator().problem()),
                mistakes(judged("""
                        [polcy]
                        stores = netrc
                        [policy]
                        sotres = netrc
                        key_argument = forbiden
                        default_host = not a server
                        [account https://api.wandb.ai]
                        store = netrc
                        """)).stream()
                        .map(PolicyJudgeTest::beforeTheDetail)
                        .toList());
    }

    /** What exactly is wrong with an address is another test's. */
    private static String beforeTheDetail(String line) {
        int detail = line.indexOf(" is not a server address:");
        return detail < 0 ? line : line.substring(0, detail) + " is not a server address: it holds a blank";
    }

    @Test
    void hasTheRulesThatMakeSense() throws IOException {
        PolicyDraft draft = judged("""
                [policy]
                default_host = https://wandb.example.com
                stores = none
                x = y
                """);

        assertEquals(
                Optional.of(Host.parse("https://wandb.example.com")),
                draft.policy().defaultHost().map(Configured::value));
        assertTrue(draft.policy().forbidsWriting(new SourceId("netrc")).isPresent());
    }

    @Test
    void namesSourcesAndStoresWithTheLineOfTheFirstMention() throws IOException {
        PolicyDraft draft = judged("""
                [policy]
                order = vault, netrc
                default_store = vault
                stores = none
                sources_off = keyring
                [store.helper:pass]
                protection = encrypted
                """);

        assertEquals(
                Set.of(
                        new SourceId("vault"),
                        new SourceId("netrc"),
                        new SourceId("keyring"),
                        new SourceId("helper:pass")),
                draft.named().keySet());
        assertEquals(new Location.File(file(), 2), draft.named().get(new SourceId("vault")));
        assertEquals(Map.of("protection", "encrypted"), draft.storeSettings().get(new SourceId("helper:pass")));
    }

    @Test
    void ofAFolderAsksForTheNameOfTheFile() {
        Complaint mistake = judgedAt(".").mistakes().getFirst();
        assertEquals(
                "It is a directory, not a file. Name the file of the policy: wandb auth policy --check FILE",
                mistake.reason().toString());
    }

    @Test
    void isNoPolicyWhereItIsMissing() {
        assertEquals(
                List.of("work/nowhere.ini:0: " + Messages.draftMissing().problem()),
                mistakes(judgedAt("nowhere.ini")).stream()
                        .map(line -> line.replace("ini: ", "ini:0: "))
                        .toList());
    }

    @Test
    void isNoPolicyWhereItIsAFolder() throws IOException {
        Files.createDirectory(file());

        assertEquals(1, judgedAt("draft.ini").mistakes().size());
    }

    @Test
    void isNoPolicyWhereItIsNoIniFile() throws IOException {
        assertEquals(1, judged("stores = netrc\n").mistakes().size());
    }

    @Test
    void recordsNothingInAFileOfKeys() throws IOException {
        assertEquals(
                List.of("work/draft.ini:2: " + Messages.trailInFileOfKeys().problem()),
                mistakes(judged("[policy]\naudit_file = " + folder.resolve("home/.netrc") + "\n")));
    }

    @Test
    void notesThatOthersCouldChangeItAndFindsNoFaultInThat() throws IOException {
        Files.writeString(file(), "[policy]\nstores = netrc\n");
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-rw-rw-"));
        PolicyDraft draft = judgedAt("draft.ini");

        assertEquals(List.of(), draft.mistakes());
        assertEquals(1, draft.notes().size());
    }

    static List<String> examples() throws IOException {
        return PolicyDocumentationTest.examples().stream()
                .filter(example -> example.startsWith("# /etc/wandb"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void findsNoFaultInWhatTheDocumentationShows(String example) throws IOException {
        assertEquals(List.of(), mistakes(judged(example)));
    }
}
