package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.netrc.message.Messages;

class NetrcCheckTest {

    private static final String KEY = Fixture.OLD_KEY;

    /** Of the public cloud, of a server with a port, and of one that the netrc file knows nothing of. */
    private static final List<Account> ACCOUNTS = List.of(
            account("https://api.wandb.ai"), account("http://ml.example.com:8080"), account("https://other.example"));

    @TempDir
    private Path home;

    @BeforeEach
    void closeTheHome() throws IOException {
        Files.setPosixFilePermissions(home, Fixture.permissions("0700"));
    }

    @Test
    void withoutAFileNothingIsWrong() {
        assertEquals(List.of(), examine());
    }

    @Test
    void aFileAsALoginWritesItIsFine() throws Exception {
        assertEquals(List.of(), examine("""
                        machine api.wandb.ai
                          login user
                          password K
                        machine ml.example.com:8080
                          login user
                          password K
                        """.replace("K", KEY)));
    }

    @Test
    void theEntriesOfOtherProgramsAreNotLookedAt() throws Exception {
        assertEquals(List.of(), examine("""
                        machine github.com password "a\\b"
                        machine github.com password '#'
                        machine GITHUB.com password x
                        """));
    }

    /** What the readers take differently: the file, with K for a key and an exclamation mark for a line end. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
                    machine api.wandb.ai password x!machine api.wandb.ai password K | 2 | the Python SDK takes the last, curl and git the first
                    default password x!machine other.com password y                 | 1 | curl and git never reach the others; Python does
                    machine default password x                                      | 1 | Python treats 'machine default' as an entry for every machine
                    machine api.wandb.ai!MACHINE x                                  | 2 | login, password, account, machine
                    machine API.wandb.ai password K                                 | 1 | The Python SDK does not see the entry
                    machine api.wandb.ai!password "#pw"                             | 2 | The password begins with a hash
                    machine api.wandb.ai!password a\\p                              | 2 | A word contains a backslash, which Python drops
                    machine api.wandb.ai!password "K"                               | 2 | A word is in double quotes, which Go programs
                    machine api.wandb.ai!password 'K'                               | 2 | A word is in single quotes, which every reader treats as part
                    machine 'api.wandb.ai' password K                               | 1 | no reader finds the entry
                    machine ml.example.com password x!machine ml.example.com:8080 password K | 1 | take this entry's password for ml.example.com:8080
                    machine api.wandb.ai password K!machine api.forge.coreweave.com password x | 2 | two names of one server, hold different keys
                    machine api.forge.coreweave.com password K                      | 1 | does not take the entry of api.forge.coreweave.com for api.wandb.ai
                    \ufeffmachine api.wandb.ai password K                           | 1 | begins with a byte order mark
                    machine wandb.ai password K                                     | 1 | the name of this server is api.wandb.ai
                    machine x password "open                                        | 1 | The quote on line 1 is not closed
                    """)
    void whatReadersDisagreeOnIsTold(String netrc, int line, String problem) throws Exception {
        List<Complaint> complaints =
                examine(netrc.replace("K", KEY).replace('!', '\n').replace("\\\\", "\\"));
        Complaint complaint = complaints.getFirst();
        assertEquals(new Location.File(netrc(), line), complaint.location());
        assertTrue(complaints.toString().contains(problem), complaints.toString());
        assertFalse(complaints.toString().contains(KEY), complaints.toString());
    }

    @Test
    void aKeywordInUpperCaseIsReportedWithItsFix() throws Exception {
        Complaint complaint = examine("MACHINE api.wandb.ai").getFirst();
        assertEquals(Messages.KEYWORD_IN_UPPER_CASE, complaint.reason().remedy());
    }

    @Test
    void aKeyThatNoActiveProfileLetsTheSdkFindIsReportedWithTheSwitch() throws Exception {
        Complaint complaint = only(examine("machine  api.wandb.ai+default password " + KEY));
        assertEquals(new Location.File(netrc(), 1), complaint.location());
        assertEquals(Messages.defaultProfileIsInactive(Optional.empty(), Host.PUBLIC_CLOUD), complaint.reason());
    }

    /** It was switched to. */
    @Test
    void anotherActiveProfileIsFine() throws Exception {
        assertEquals(
                List.of(),
                examine("machine  api.wandb.ai+default password " + KEY
                        + "\nmachine api.wandb.ai account profile:work password " + KEY));
    }

    @Test
    void aDefaultEntryBehindBothNamesOfTheCloudIsFine() throws Exception {
        assertEquals(
                List.of(),
                examine("machine api.wandb.ai password " + KEY + "\nmachine api.forge.coreweave.com password " + KEY
                        + "\ndefault password x\n"));
    }

    @Test
    void aDefaultEntryBehindTheDocumentedNameAloneIsTakenByNewerSdks() throws Exception {
        Complaint complaint = only(examine("machine api.wandb.ai password " + KEY + "\ndefault password x\n"));

        assertEquals(Messages.defaultEntryFirst("api.wandb.ai"), complaint.reason());
    }

    @Test
    void oneKeyForTheNameWithoutItsPortIsFine() throws Exception {
        assertEquals(
                List.of(),
                examine("machine ml.example.com password " + KEY + "\nmachine ml.example.com:8080 password " + KEY));
    }

    @Test
    void aFileThatOthersCanReadIsReportedWithTheCommandThatFixesIt() throws Exception {
        Fixture.write(netrc(), "", "0644");
        Complaint complaint = only(examine());
        assertEquals(new Location.File(netrc()), complaint.location());
        assertEquals(
                "The file is accessible to other users (mode 0644).",
                complaint.reason().problem());
        assertEquals("Restrict it: chmod 600 " + netrc(), complaint.reason().remedy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0600", "0644"})
    void aFileOfAnotherUserIsToldAndNotHowToRestrictIt(String mode) throws Exception {
        Fixture.write(netrc(), "", mode);
        assumeTrue(Fixture.isRoot(), "giving a file away needs root");
        Files.setAttribute(netrc(), "unix:uid", 12_345);
        Complaint complaint = only(examine());
        assertEquals(Messages.fileOfAnotherUser(netrc()), complaint.reason());
        assertTrue(complaint.reason().remedy().contains("sudo chown \"$(id -u)\" " + netrc()));
    }

    @Test
    void aFileOfWhoeverOwnsTheHomeIsFineForRootToo() throws Exception {
        Fixture.write(netrc(), "", "0600");
        assumeTrue(Fixture.isRoot(), "giving a file away needs root");
        Files.setAttribute(netrc(), "unix:uid", 12_345);
        Files.setAttribute(home, "unix:uid", 12_345);
        assertEquals(List.of(), examine());
    }

    @Test
    void aFolderThatOthersMayWriteIsTold() throws Exception {
        Fixture.write(netrc(), "", "0600");
        Files.setPosixFilePermissions(home, Fixture.permissions("0770"));
        Complaint complaint = only(examine());
        assertEquals(Messages.openFolder(home.toRealPath(), "0770"), complaint.reason());
    }

    @Test
    void aStickyFolderKeepsOthersFromReplacingIt() throws Exception {
        Fixture.write(netrc(), "", "0600");
        Files.setAttribute(home, "unix:mode", 01777);
        assertEquals(List.of(), examine());
    }

    @Test
    void aFileThatCannotBeReadIsTold() throws Exception {
        Files.createDirectory(netrc());
        Complaint complaint = only(examine());
        assertEquals(new Location.File(netrc()), complaint.location());
        assertEquals("It is a directory, not a file.", complaint.reason().problem());
    }

    @Test
    void aVariableThatNamesNoFileIsTold() {
        Complaint complaint = only(examine(Fixture.environment(home, Map.of("NETRC", "~bob/netrc"))));
        assertEquals(new Location.Variable("NETRC"), complaint.location());
    }

    @Test
    void theOtherNameBesideTheFileIsTold() throws Exception {
        Fixture.write(netrc(), "", "0600");
        Fixture.write(home.resolve("_netrc"), "", "0600");
        Complaint complaint = only(examine());
        assertEquals(new Location.File(home.resolve("_netrc")), complaint.location());
        assertEquals(Messages.secondFile(), complaint.reason());
    }

    @Test
    void whatAKilledRunLeftBesideTheFileIsTold() throws Exception {
        Path left =
                Fixture.write(home.resolve(".wandb-0123456789abcdef.tmp"), "machine api.wandb.ai password key", "0600");
        Complaint complaint = only(examine());
        assertEquals(new Location.File(left), complaint.location());
        assertEquals(Messages.leftByKilledRun(left), complaint.reason());
    }

    private Path netrc() {
        return home.resolve(".netrc");
    }

    private List<Complaint> examine(String netrc) throws IOException {
        Fixture.write(netrc(), netrc, "0600");
        return examine();
    }

    private List<Complaint> examine() {
        return examine(Fixture.environment(home, Map.of()));
    }

    private static List<Complaint> examine(Environment environment) {
        return new NetrcCheck().examine(environment, ACCOUNTS, Fixture.deadline());
    }

    private static Complaint only(List<Complaint> complaints) {
        assertEquals(1, complaints.size(), complaints.toString());
        return complaints.getFirst();
    }

    private static Account account(String host) {
        return new Account(Host.parse(host), Profile.DEFAULT);
    }
}
