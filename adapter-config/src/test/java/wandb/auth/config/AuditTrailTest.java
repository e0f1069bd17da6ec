package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.config.audit.AuditLine;
import wandb.auth.config.audit.FileAuditTrail;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.files.ownership.ProcessUser;

class AuditTrailTest {

    private static final int NOBODY = 65_534;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("audit.jsonl");
    }

    private static String said(Optional<Reason> reason) {
        return reason.map(Reason::toString).orElse("recorded");
    }

    @Test
    void anEventIsOneLine() {
        byte[] line = AuditLine.of(Instant.parse("2026-01-02T03:04:05.678Z"), "alice", AuditWriter.event("Why."));
        assertEquals(
                "{\"time\":\"2026-01-02T03:04:05Z\",\"user\":\"alice\",\"host\":\"https://wandb.example.com\","
                        + "\"profile\":\"work\",\"store\":\"keyring\",\"action\":\"hand-out\",\"outcome\":\"refused\","
                        + "\"detail\":\"Why.\"}\n",
                new String(line, StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z",
        "2000-02-29T23:59:59Z",
        "2026-11-21T10:00:09Z",
    })
    void theTimeIsThatOfTheEvent(String time) throws IOException {
        byte[] line = AuditLine.of(Instant.parse(time), "alice", AuditWriter.event(""));
        assertEquals(time, new ObjectMapper().readTree(line).get("time").asText());
    }

    @Test
    void whereThereIsNoStoreItsNameIsEmpty() throws IOException {
        AuditEvent event = new AuditEvent(
                AuditEvent.Action.ERASE,
                new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT),
                Optional.empty(),
                AuditEvent.Result.FAILED,
                "");
        JsonNode line = new ObjectMapper().readTree(AuditLine.of(Instant.EPOCH, "alice", event));
        assertEquals("", line.get("store").asText());
        assertEquals("erase", line.get("action").asText());
        assertEquals("failed", line.get("outcome").asText());
    }

    @Test
    void noTextCanForgeALine() throws IOException {
        String odd = "a\"b\\c\n{}\r\0\u001b[2J\u202e\u2028\ud83d\ude00\ud800";
        byte[] line = AuditLine.of(Instant.EPOCH, odd, AuditWriter.event(odd));
        for (int i = 0; i < line.length - 1; i++) {
            assertTrue(line[i] >= ' ' && line[i] <= '~', "byte " + i);
        }
        assertEquals('\n', line[line.length - 1]);
        JsonNode read = new ObjectMapper().readTree(line);
        assertEquals(odd, read.get("detail").asText());
        assertEquals(odd, read.get("user").asText());
    }

    @Test
    void theFileIsMadeForItsOwnerAloneAndGrows() throws IOException {
        Instant before = Instant.now().minusSeconds(1);
        assertEquals("recorded", said(AuditWriter.record(file, AuditWriter.event("one"))));
        assertEquals("recorded", said(AuditWriter.record(file, AuditWriter.event("two"))));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertEquals("one", first.get("detail").asText());
        assertEquals(Files.getOwner(file).getName(), first.get("user").asText());
        assertTrue(Instant.parse(first.get("time").asText()).isAfter(before));
    }

    @Test
    void theRightsOfAFileThatIsThereStay() throws IOException {
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw--w----"));
        assertEquals("recorded", said(AuditWriter.record(file, AuditWriter.event(""))));
        assertEquals("rw--w----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private void isNoFile() {
        String said = Messages.trailIsNoFile().toString();
        assertEquals(said, said(AuditWriter.obstacle(file)));
        assertEquals(said, said(AuditWriter.record(file, AuditWriter.event(""))));
    }

    @Test
    void aLinkIsNotFollowed() throws IOException {
        Path other = Files.createFile(folder.resolve("other"));
        Files.createSymbolicLink(file, other);
        isNoFile();
        assertEquals(0, Files.size(other));
    }

    @Test
    void rootIsNotLedToAFolderOfItsOwnByAnotherUsersLink() throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root can give a folder away");
        Path own = Files.createDirectory(folder.resolve("own"));
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.createSymbolicLink(others.resolve("link"), own);
        Files.setAttribute(others, "unix:uid", NOBODY);
        file = others.resolve("link/audit.jsonl");

        String said = Messages.trailBeyondReach().toString();
        assertEquals(said, said(AuditWriter.obstacle(file)));
        assertEquals(said, said(AuditWriter.record(file, AuditWriter.event(""))));
        assertFalse(Files.exists(own.resolve("audit.jsonl")));
    }

    @Test
    void aDirectoryIsNoTrail() throws IOException {
        Files.createDirectory(file);
        isNoFile();
    }

    @Test
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
        isNoFile();
    }

    /** Of no size, whatever it holds: another one may wait for ever. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileOfTheKernelIsNotRead() {
        file = Path.of("/proc/self/stat");
        String said = said(AuditWriter.obstacle(file)) + said(AuditWriter.record(file, AuditWriter.event("")));
        assertFalse(said.contains("contains something other"), said);
        assertTrue(said.contains("written"), said);
    }

    @Test
    void aFolderThatIsMissingIsNotMade() {
        file = folder.resolve("missing/audit.jsonl");
        String said = Messages.trailFolderMissing().toString();
        assertEquals(said, said(AuditWriter.obstacle(file)));
        assertEquals(said, said(AuditWriter.record(file, AuditWriter.event(""))));
        assertFalse(Files.exists(folder.resolve("missing")));
    }

    @Test
    void askingForObstaclesMakesNothing() {
        assertEquals("recorded", said(AuditWriter.obstacle(file)));
        assertFalse(Files.exists(file));
    }

    /** Whoever may write the file may lock it, and must not keep others from recording. */
    @Test
    void aFileThatStaysLockedIsWrittenAllTheSame() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertTrue(lock.isValid());
            assertEquals(
                    "recorded",
                    said(new FileAuditTrail(2).record(AuditWriter.ENVIRONMENT, file, AuditWriter.event("one"))));
        }
        assertEquals(List.of("one"), details());
    }

    private List<String> details() throws IOException {
        List<String> details = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            details.add(new ObjectMapper().readTree(line).get("detail").asText());
        }
        return details;
    }

    @Test
    void aLineBeginsOnALineOfItsOwn() throws IOException {
        Files.writeString(file, "{\"detail\":\"cut off\"}");
        AuditWriter.record(file, AuditWriter.event("one"));
        assertEquals(List.of("cut off", "one"), details());
    }

    /** The lines are those of two policies. */
    @Test
    void anEventIsInAFileOnceThatHasTwoNames() throws IOException {
        FileAuditTrail trail = new FileAuditTrail();
        AuditEvent event = AuditWriter.event("one");
        trail.record(AuditWriter.ENVIRONMENT, file, event);
        Path other = Files.createSymbolicLink(folder.resolve("here"), folder).resolve("audit.jsonl");
        assertEquals("recorded", said(trail.record(AuditWriter.ENVIRONMENT, other, event)));
        assertEquals(List.of("one"), details());
        trail.record(AuditWriter.ENVIRONMENT, other, AuditWriter.event("two"));
        assertEquals(List.of("one", "two"), details());
    }

    @Test
    void whatDidNotHappenIsTakenBackAndToldInItsPlace() throws IOException {
        FileAuditTrail trail = new FileAuditTrail();
        trail.record(AuditWriter.ENVIRONMENT, file, AuditWriter.event("one"));
        trail.record(AuditWriter.ENVIRONMENT, file, AuditWriter.event("two"));
        trail.correct(AuditWriter.ENVIRONMENT, file, Optional.of(AuditWriter.event("not two")));
        assertEquals(List.of("one", "not two"), details());
        trail.record(AuditWriter.ENVIRONMENT, file, AuditWriter.event("three"));
        trail.correct(AuditWriter.ENVIRONMENT, file, Optional.empty());
        assertEquals(List.of("one", "not two"), details());
    }

    @Test
    void whereAnotherLineFollowsItIsToldAfterIt() throws IOException {
        FileAuditTrail trail = new FileAuditTrail();
        trail.record(AuditWriter.ENVIRONMENT, file, AuditWriter.event("one"));
        AuditWriter.record(file, AuditWriter.event("another's"));
        trail.correct(AuditWriter.ENVIRONMENT, file, Optional.of(AuditWriter.event("not one")));
        assertEquals(List.of("one", "another's", "not one"), details());
    }

    @ParameterizedTest
    @ValueSource(strings = {"machine api.wandb.ai login user password x", "[policy]\n", "# notes\n", " \n"})
    void aFileThatHoldsSomethingElseIsLeftAlone(String text) throws IOException {
        Files.writeString(file, text);
        String said = Messages.noTrail().toString();
        assertEquals(said, said(AuditWriter.obstacle(file)));
        assertEquals(said, said(AuditWriter.record(file, AuditWriter.event(""))));
        assertEquals(text, Files.readString(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "home/.netrc",
                "home/_netrc",
                "home/.config/wandb/auth.ini",
                "home/.config/wandb/settings",
                "home/.config/wandb/credentials.json",
                "home/.config/wandb/auth.places",
                "home/.config/../.netrc",
                "link/.netrc",
                "work/my.netrc"
            })
    void soIsOneThatIsMeantForKeysOrRulesThoughItIsMissingOrEmpty(String name) throws IOException {
        Machine machine = Machine.in(folder);
        machine.variables().put("NETRC", "my.netrc");
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("home"));
        Path keys = folder.resolve(name);
        FileAuditTrail trail = new FileAuditTrail();
        String said = Messages.noTrail().toString();
        assertEquals(said, said(trail.obstacle(machine.environment(), keys)));
        assertEquals(said, said(trail.record(machine.environment(), keys, AuditWriter.event(""))));
        assertFalse(Files.exists(keys));
    }

    @Test
    void linesOfManyProcessesAndThreadsNeverMix() throws Exception {
        WriterProcess writer = WriterProcess.in(folder);
        List<Process> processes =
                List.of(writer.start(file, "a", 150), writer.start(file, "b", 150), writer.start(file, "c", 150));
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            String name = Integer.toString(i);
            threads[i] = Thread.ofPlatform().start(() -> AuditWriter.main(new String[] {file.toString(), name, "50"}));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (Process process : processes) {
            assertEquals("", WriterProcess.saidBy(process));
        }
        long whole = Files.readAllLines(file).stream()
                .filter(AuditTrailTest::isEvent)
                .distinct()
                .count();
        assertEquals(3 * 150 + 4 * 50, whole);
        assertEquals(whole, Files.readAllLines(file).size());
    }

    private static boolean isEvent(String line) {
        try {
            return new ObjectMapper().readTree(line).size() == 8;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void theRightToWriteIsEnough() throws Exception {
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-w--w--w-"));
        assertEquals(
                "", WriterProcess.saidBy(WriterProcess.in(folder).asNobody().start(file, "a", 2)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void withoutTheRightToWriteNothingIsRecorded() throws Exception {
        Files.createFile(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertEquals(
                Messages.trailReadOnly() + "\n",
                WriterProcess.saidBy(WriterProcess.in(folder).asNobody().start(file, "a", 1)));
        assertEquals(0, Files.size(file));
    }

    /** A limit of the size of files cuts a line short as a full disk does. */
    @Test
    void aLineThatDoesNotFitIsTakenBack() throws Exception {
        byte[] before = new byte[400];
        Arrays.fill(before, (byte) '\n');
        Files.write(file, before);
        assertEquals(
                Messages.trailNotWritten("File too large") + "\n",
                WriterProcess.saidBy(
                        WriterProcess.in(folder).withFilesOfAtMost512Bytes().start(file, "a", 1)));
        assertEquals(400, Files.size(file));
    }
}
