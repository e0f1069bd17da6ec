package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.config.audit.FileAuditTrail;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Reason;
import wandb.auth.files.ownership.ProcessUser;

/** Root records nothing where another user leads it, though that user renames what root is looking at. */
@DisabledOnOs(OS.WINDOWS)
class RootsTrailTest {

    private static final int ROOT = 0;
    private static final int USER = 12_345;
    private static final int RENAMES = 10_000;
    private static final String LINE = "{\"root\":\"'s\"}\n";

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path roots = Path.of("");
    private Path log = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void aHomeIsThere() throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root has more rights than a user");
        folder = folder.toRealPath();
        home = give(Files.createDirectory(folder.resolve("home")), USER);
        roots = Files.createDirectory(folder.resolve("roots"));
        log = Files.createDirectory(home.resolve("log"));
        file = log.resolve("audit.jsonl");
    }

    private static Path give(Path path, int owner) throws IOException {
        Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
        return path;
    }

    private static String said(Optional<Reason> reason) {
        return reason.map(Reason::toString).orElse("recorded");
    }

    private String recorded() {
        return said(AuditWriter.record(file, AuditWriter.event("one")));
    }

    @ParameterizedTest
    @ValueSource(ints = {ROOT, USER})
    void whoeverOwnsTheFolderInAHomeATrailIsKeptInIt(int owner) throws IOException {
        give(log, owner);
        FileAuditTrail trail = new FileAuditTrail();
        assertEquals("recorded", said(trail.obstacle(AuditWriter.ENVIRONMENT, file)));
        assertFalse(Files.exists(file));
        for (String detail : new String[] {"one", "two"}) {
            assertEquals("recorded", said(trail.record(AuditWriter.ENVIRONMENT, file, AuditWriter.event(detail))));
        }
        trail.correct(AuditWriter.ENVIRONMENT, file, Optional.of(AuditWriter.event("not two")));
        List<String> lines = Files.readAllLines(file);
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().contains("not two"));
    }

    @Test
    void aFileWithASecondNameMayBeAnyFile() throws IOException {
        give(log, USER);
        Path settings = Files.writeString(roots.resolve("settings"), LINE);
        Files.createLink(file, settings);
        String said = Messages.trailMayBeAnyFile().toString();
        assertEquals(said, said(AuditWriter.obstacle(file)));
        assertEquals(said, recorded());
        assertEquals(LINE, Files.readString(settings));
    }

    @Test
    void aFileThatOnlyGrowsIsAddedTo() throws Exception {
        give(log, USER);
        Files.createFile(file);
        assumeTrue(attribute("+a"), "this file system has no such files");
        try {
            assertEquals("recorded", recorded());
            assertEquals(1, Files.readAllLines(file).size());
        } finally {
            attribute("-a");
        }
    }

    private boolean attribute(String change) throws InterruptedException {
        try {
            Process process = new ProcessBuilder("chattr", change, file.toString())
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    @Test
    void inAFolderOfRootsAloneItIsRootWhoPutItThere() throws IOException {
        give(Files.writeString(file, LINE), USER);
        assertEquals("recorded", recorded());
        assertEquals(2, Files.readAllLines(file).size());
    }

    @Test
    void aLinkThatAnybodyCouldHavePutThereIsNotFollowed() throws IOException {
        give(home, ROOT);
        Files.setAttribute(home, "unix:mode", 0775);
        file = Files.createSymbolicLink(home.resolve("link"), roots).resolve("audit.jsonl");
        String said = Messages.trailBeyondReach().toString();
        assertEquals(said, said(AuditWriter.obstacle(file)));
        assertEquals(said, recorded());
        assertFalse(Files.exists(file));
    }

    /** Whose the folder of the trail is, whose the one above it, and who may write that. */
    @ParameterizedTest
    @CsvSource({"12345,12345,0755", "0,12345,0755", "0,0,0775", "12345,0,01777"})
    void whoSwapsAFolderForALinkNeverLeadsRootThere(int owner, int ownerAbove, String modeAbove) throws Exception {
        give(log, owner);
        give(home, ownerAbove);
        Files.setAttribute(home, "unix:mode", Integer.parseInt(modeAbove, 8));
        Path link = give(Files.createSymbolicLink(home.resolve("link"), roots), owner);
        raced(log, link);
        try (var all = Files.list(roots)) {
            assertEquals(List.of(), all.toList());
        }
    }

    @Test
    void norWhoSwapsTheFile() throws Exception {
        give(log, USER);
        give(Files.writeString(file, LINE), USER);
        Path settings = Files.writeString(roots.resolve("settings"), LINE);
        raced(file, Files.createLink(home.resolve("hard"), settings));
        assertEquals(LINE, Files.readString(settings));
    }

    /** Records again and again while a partner gives the name to one and the other in turn. */
    private void raced(Path name, Path other) throws Exception {
        Path aside = home.resolve("aside");
        Thread partner = Thread.ofPlatform().start(() -> swap(name, other, aside));
        List<String> said = new ArrayList<>();
        while (partner.isAlive() || said.isEmpty()) {
            said.add(recorded());
        }
        partner.join();
    }

    private static void swap(Path name, Path other, Path aside) {
        for (int i = 0; i < RENAMES; i += 4) {
            move(name, aside);
            move(other, name);
            move(name, other);
            move(aside, name);
        }
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            return; // the run has just made one of them
        }
    }
}
