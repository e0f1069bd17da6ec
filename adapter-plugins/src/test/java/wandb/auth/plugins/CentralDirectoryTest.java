package wandb.auth.plugins;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CentralDirectoryTest {

    private static final long SEED = Long.getLong("wandb.test.seed", 20261128L);
    private static final String NAME = "lib/A.class";
    private static final String STORED_NAME = "stored.txt";
    private static final byte[] CONTENT =
            "a class, of which some is said twice, of which some is said twice".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    /** A change of an archive, given the places of its central directory and of its end. */
    @FunctionalInterface
    interface Change {
        byte[] of(ByteBuffer archive, int directory, int end);
    }

    @Test
    void givesTheFilesThatTheDirectoryLists() throws IOException {
        CentralDirectory directory = new CentralDirectory(archive("a comment"));

        assertEquals(List.of(NAME, STORED_NAME), names(directory));
        assertArrayEquals(CONTENT, directory.content(NAME));
        assertArrayEquals(CONTENT, directory.content(STORED_NAME));
        assertThrows(ZipException.class, () -> directory.content("lib/B.class"));
    }

    @SuppressWarnings("ByteBufferBackingArray") // the archive's own array
    static Stream<Arguments> tricks() {
        return Stream.of(
                argumentSet(
                        "another name in the local header", change((zip, directory, end) -> zip.put(30, (byte) 'x'))),
                argumentSet(
                        "a longer name in the local header",
                        change((zip, directory, end) -> zip.putShort(26, (short) 12))),
                argumentSet("no local header", change((zip, directory, end) -> zip.putInt(0, 0))),
                argumentSet("encrypted", change((zip, directory, end) -> zip.putShort(directory + 8, (short) 1))),
                argumentSet(
                        "another method", change((zip, directory, end) -> zip.putShort(directory + 10, (short) 12))),
                argumentSet("larger than it is", change((zip, directory, end) -> zip.putInt(directory + 24, 1000))),
                argumentSet("smaller than it is", change((zip, directory, end) -> zip.putInt(directory + 24, 10))),
                argumentSet("of another content", change((zip, directory, end) -> zip.putInt(directory + 16, 1))),
                argumentSet("3 GB", change((zip, directory, end) -> zip.putInt(directory + 24, (int) 3_000_000_000L))),
                argumentSet("600 MiB", change((zip, directory, end) -> zip.putInt(directory + 24, 600 << 20))),
                argumentSet(
                        "data in the directory", change((zip, directory, end) -> zip.putInt(directory + 20, 1 << 20))),
                argumentSet(
                        "outside of the archive", change((zip, directory, end) -> zip.putInt(directory + 42, 1 << 30))),
                argumentSet("before the archive", change((zip, directory, end) -> zip.putInt(directory + 42, -1))),
                argumentSet("a directory elsewhere", change((zip, directory, end) -> zip.putInt(end + 16, 1))),
                argumentSet(
                        "more entries than there are",
                        change((zip, directory, end) -> zip.putInt(end + 8, 0x00030003))),
                argumentSet(
                        "fewer entries than there are",
                        change((zip, directory, end) -> zip.putInt(end + 8, 0x00010001))),
                argumentSet("of several volumes", change((zip, directory, end) -> zip.putShort(end + 8, (short) 1))),
                argumentSet("zip64", change((zip, directory, end) -> zip.putInt(end + 8, -1))),
                argumentSet("bytes before it", (Change) (zip, directory, end) -> join(new byte[7], zip.array())),
                argumentSet("bytes after it", (Change) (zip, directory, end) -> join(zip.array(), new byte[7])),
                argumentSet(
                        "another archive after it", (Change) (zip, directory, end) -> join(zip.array(), zip.array())),
                argumentSet("cut", (Change) (zip, directory, end) ->
                        ByteBuffer.allocate(end).put(zip.array(), 0, end).array()),
                argumentSet("nothing", (Change) (zip, directory, end) -> new byte[0]));
    }

    @SuppressWarnings("ByteBufferBackingArray") // the archive's own array
    private static Change change(Put put) {
        return (zip, directory, end) -> {
            put.in(zip, directory, end);
            return zip.array();
        };
    }

    /** Changes bytes where they are. */
    @FunctionalInterface
    interface Put {
        ByteBuffer in(ByteBuffer archive, int directory, int end);
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void refusesWhatOtherToolsCouldReadDifferently(Change change) throws IOException {
        byte[] archive = archive("");
        int end = archive.length - 22;
        ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        byte[] changed = change.of(bytes, bytes.getInt(end + 16), end);

        assertThrows(ZipException.class, () -> new CentralDirectory(changed).content(NAME));
    }

    @Test
    void refusesANameThatIsThereTwice() throws IOException {
        byte[] same = archiveOfSameNames();
        assertEquals(
                Messages.NAME_TWICE,
                assertThrows(ZipException.class, () -> new CentralDirectory(same))
                        .getMessage());
    }

    private static byte[] archiveOfSameNames() throws IOException {
        byte[] archive = zip("", "a1", "a2");
        return new String(archive, StandardCharsets.ISO_8859_1)
                .replace("a2", "a1")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whatever is read from a damaged archive, the JDK reads the same, or nothing. */
    @Test
    void readsNothingElseThanTheJdk() throws IOException {
        byte[] archive = archive("a comment");
        Random random = new Random(SEED);
        Path file = folder.resolve("a.jar");
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = archive.clone();
            for (int i = 0; i <= random.nextInt(3); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                CentralDirectory directory = new CentralDirectory(damaged);
                for (String name : directory.names()) {
                    byte[] ours = directory.content(name);
                    Files.write(file, damaged);
                    assertArrayEquals(ours, ofJdk(file, name, ours), "round " + round);
                }
            } catch (ZipException refused) {
                assertNotNull(refused.getMessage());
            }
        }
    }

    private static byte[] ofJdk(Path file, String name, byte[] otherwise) {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return in.readAllBytes();
        } catch (IOException | NullPointerException | IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static List<String> names(CentralDirectory directory) {
        List<String> names = new ArrayList<>();
        directory.names().forEach(names::add);
        return names;
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static byte[] archive(String comment) throws IOException {
        return zip(comment, NAME, STORED_NAME);
    }

    /** The first file is packed, the others are stored. */
    private static byte[] zip(String comment, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(comment);
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                if (!name.equals(names[0])) {
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(CONTENT.length);
                    CRC32 crc = new CRC32();
                    crc.update(CONTENT);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(CONTENT);
            }
        }
        return bytes.toByteArray();
    }
}
