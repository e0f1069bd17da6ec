package wandb.auth.files.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is believed only where nobody else can change it, a folder above it, or a link on the way to it. */
@DisabledOnOs(OS.WINDOWS)
class FileOwnershipCheckTest {

    private static final int STRANGER = 12_345;
    private static final FileOwnershipCheck STRICT = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER);
    private static final FileOwnershipCheck AT_HOME = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER_AT_HOME);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void aFileIsThere() throws IOException {
        folder = folder.toRealPath();
        file = folder.resolve("one/two/three/file");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "text");
        mode("one", 0755);
        mode("one/two", 0755);
        mode("one/two/three", 0755);
        mode("one/two/three/file", 0600);
    }

    private void mode(String name, int mode) throws IOException {
        Files.setAttribute(folder.resolve(name), "unix:mode", mode);
    }

    private void giveAway(String name) throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root can give a file away");
        Files.setAttribute(folder.resolve(name), "unix:uid", STRANGER);
    }

    private String violated(FileOwnershipCheck check, Path path) {
        return check.of(path) instanceof Violation violation
                ? folder.relativize(violation.path()).toString()
                : check.of(path).getClass().getSimpleName();
    }

    @Test
    void itIsWhereOnlyItsOwnerCanChangeTheWayToIt() {
        assertEquals(new Custody.Sound(file), STRICT.of(file));
    }

    @ParameterizedTest
    @CsvSource({"one, 0777", "one, 0775", "one, 0757", "one/two, 0777", "one/two, 0722", "one/two/three, 0777"})
    void aFolderAboveThatOthersMayWriteCounts(String name, String mode) throws IOException {
        mode(name, Integer.parseInt(mode, 8));
        assertEquals(name, violated(STRICT, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one/two", "one/two/three", "one/two/three/file"})
    void soDoesOneOfAnotherUser(String name) throws IOException {
        giveAway(name);
        assertEquals(name, violated(STRICT, file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "one/two", "one/two/three"})
    void whereOnlyOwnersRenameWhatIsInAFolderIsJudgedByItself(String name) throws IOException {
        mode(name, 01777);
        assertEquals("Sound", violated(STRICT, file));
        String next = folder.relativize(file)
                .subpath(0, Path.of(name).getNameCount() + 1)
                .toString();
        giveAway(next);
        assertEquals(next, violated(STRICT, file));
    }

    @Test
    void eachLinkOfAChainCountsWithTheFoldersThatItStandsIn() throws IOException {
        Files.createDirectories(folder.resolve("a"));
        Files.createDirectories(folder.resolve("b"));
        Path first = Files.createSymbolicLink(folder.resolve("a/link"), Path.of("../b/middle"));
        Files.createSymbolicLink(folder.resolve("b/middle"), file);
        assertEquals(new Custody.Sound(file), STRICT.of(first));

        mode("b", 0777);
        assertEquals("b", violated(STRICT, first));

        mode("b", 0755);
        giveAway("b");
        assertEquals("b", violated(STRICT, first));
    }

    /** Its owner can replace it there. */
    @Test
    void aLinkOfAnotherUserCountsWhereOnlyOwnersRename() throws IOException {
        assumeTrue(ProcessUser.isRoot(), "only root can give a link away");
        Files.createDirectories(folder.resolve("a"));
        Path link = Files.createSymbolicLink(folder.resolve("a/link"), file);
        Files.getFileAttributeView(
                        link,
                        java.nio.file.attribute.PosixFileAttributeView.class,
                        java.nio.file.LinkOption.NOFOLLOW_LINKS)
                .setOwner(folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("12345"));
        assertEquals("Sound", violated(STRICT, link));
        mode("a", 01777);
        assertEquals("a/link", violated(STRICT, link));
    }

    @Test
    void aFolderThatIsALinkIsJudgedByBoth() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("one/two"));
        assertEquals(new Custody.Sound(file), STRICT.of(link.resolve("three/file")));
        mode("one", 0777);
        assertEquals("one", violated(STRICT, link.resolve("three/file")));
    }

    @Test
    void whatIsMissingIsAbsentAndALinkToItToo() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), Path.of("nowhere"));
        mode("one", 0777);
        for (String name : new String[] {"link", "nowhere", "one/nowhere/file", "one/two/three/file/below"}) {
            assertEquals("Absent", violated(STRICT, folder.resolve(name)), name);
        }
    }

    @Test
    void linksInACircleAreAViolation() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        assertEquals("link", violated(STRICT, link));
    }

    /** Where new folders are made for a group of one, in a home that is closed (Red Hat's umask 002). */
    @Test
    void atHomeAGroupThatCannotGetThereDoesNotCount() throws IOException {
        mode("one", 0700);
        mode("one/two", 0775);
        assertEquals("Sound", violated(AT_HOME, file));
        assertEquals("one/two", violated(STRICT, file));

        mode("one/two/three", 0775);
        assertEquals("one/two/three", violated(AT_HOME, file));

        mode("one/two/three", 0755);
        mode("one/two", 0777);
        assertEquals("one/two", violated(AT_HOME, file));
    }

    @Test
    void aFolderIsPrivateWhereNobodyElseCanLeaveAFile() throws IOException {
        assertTrue(STRICT.isPrivateFolderOf(file));
        mode("one/two/three", 01777);
        assertFalse(STRICT.isPrivateFolderOf(file));
        mode("one/two/three", 01770);
        assertFalse(STRICT.isPrivateFolderOf(file));
        mode("one/two/three", 0755);
        mode("one", 0777);
        assertFalse(STRICT.isPrivateFolderOf(file));
        assertFalse(STRICT.isPrivateFolderOf(folder.resolve("nowhere/file")));
    }

    /** Between the look at the way and the look at the folder, a partner makes a link to a private one in its place. */
    @Test
    void aFolderThatWasMissingIsNotPrivate() throws Exception {
        assumeTrue(ProcessUser.isRoot(), "only root can give a link away");
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setAttribute(shared, "unix:mode", 01777);
        Path link = Files.createSymbolicLink(shared.resolve("aside"), file.getParent());
        Files.setAttribute(link, "unix:uid", STRANGER, LinkOption.NOFOLLOW_LINKS);
        Path name = shared.resolve("name");
        Thread partner = Thread.ofPlatform().start(() -> rename(link, name));
        int looks = 0;
        while (partner.isAlive() || looks == 0) {
            assertFalse(STRICT.isPrivateFolderOf(name.resolve("file")));
            looks++;
        }
        partner.join();
    }

    private static void rename(Path one, Path other) {
        try {
            for (int i = 0; i < 5_000; i++) {
                Files.move(one, other);
                Files.move(other, one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0 0 4294967295, true",
        "1000 1000 1, false",
        "0 1000 1, false",
        "0 100000 65536, true",
        "0 100000 65534, false",
    })
    void whatANamespaceDoesNotMapIsNobodysNumber(String map, boolean isMapped) {
        assertEquals(isMapped, UnmappedUsers.isMapped("  " + map.replace(" ", "    ") + "\n"));
    }
}
