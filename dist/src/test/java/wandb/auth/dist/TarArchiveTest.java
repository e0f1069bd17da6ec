package wandb.auth.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an archive keeps of a folder, and what it does not. */
class TarArchiveTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        Files.createDirectories(folder.resolve("lib/empty"));
        Files.writeString(folder.resolve("lib/modules"), "content");
        Files.createDirectory(folder.resolve("full"));
        Files.createLink(folder.resolve("full/modules"), folder.resolve("lib/modules"));
        Files.createSymbolicLink(folder.resolve("full/link"), Path.of("../lib"));
        Path program = Files.writeString(folder.resolve("run"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }

    private Map<String, TarArchiveEntry> entries() throws IOException {
        Map<String, TarArchiveEntry> entries = new LinkedHashMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GzipCompressorInputStream(new ByteArrayInputStream(bytes())), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.put(entry.getName(), entry);
            }
        }
        return entries;
    }

    private byte[] bytes() throws IOException {
        return new TarArchive("top/", TIME)
                .bytes(new FileTree().folder("", folder).text("note", "text"));
    }

    @Test
    void namesEverythingOnceAndInOrder() throws IOException {
        assertEquals(
                List.of(
                        "top/",
                        "top/full/",
                        "top/full/link",
                        "top/full/modules",
                        "top/lib/",
                        "top/lib/empty/",
                        "top/lib/modules",
                        "top/note",
                        "top/run"),
                new ArrayList<>(entries().keySet()));
    }

    @Test
    void holdsAFileOfSeveralNamesOnce() throws IOException {
        TarArchiveEntry second = entries().get("top/lib/modules");
        assertTrue(second.isLink());
        assertEquals("top/full/modules", second.getLinkName());
        assertEquals(0, second.getSize());
        assertEquals("content".length(), entries().get("top/full/modules").getSize());
    }

    @Test
    void keepsSymbolicLinks() throws IOException {
        assertTrue(entries().get("top/full/link").isSymbolicLink());
        assertEquals("../lib", entries().get("top/full/link").getLinkName());
    }

    @Test
    void givesEverythingToRootWithTheUsualModes() throws IOException {
        assertEquals(0755, entries().get("top/run").getMode() & 0777);
        assertEquals(0644, entries().get("top/note").getMode() & 0777);
        assertEquals(0755, entries().get("top/lib/").getMode() & 0777);
        for (TarArchiveEntry entry : entries().values()) {
            assertEquals("root/root", entry.getUserName() + "/" + entry.getGroupName());
            assertEquals(0, entry.getLongUserId() + entry.getLongGroupId());
            assertEquals(TIME, entry.getLastModifiedTime().toInstant());
        }
    }

    @Test
    void isTheSameWheneverItIsMade() throws IOException {
        byte[] first = bytes();
        Files.setLastModifiedTime(folder.resolve("lib/modules"), FileTime.from(Instant.EPOCH));
        assertArrayEquals(first, bytes());
    }
}
