package wandb.auth.dist;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/**
 * A Python wheel while it is written: a zip whose last entry lists the others with their digests. What is added in the same
 * order gives the same bytes.
 */
final class Wheel implements Closeable {

    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;

    private final ZipArchiveOutputStream zip;
    private final String record;
    private final LocalDateTime time;
    private final StringBuilder records = new StringBuilder();

    /** Begins; what is said about the wheel is in its folder {@code metadata}. */
    Wheel(Path file, String metadata, Instant time) throws IOException {
        this.zip = new ZipArchiveOutputStream(file.toFile()); // which needs no sizes after the entries
        this.zip.setLevel(Deflater.BEST_COMPRESSION);
        this.record = metadata + "/RECORD";
        this.time = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }

    /** Adds a file that may be read. */
    void add(String name, byte... content) throws IOException {
        add(name, FILE, content);
    }

    /** Adds a file that may be run. */
    void addProgram(String name, byte... content) throws IOException {
        add(name, PROGRAM, content);
    }

    private void add(String name, int mode, byte... content) throws IOException {
        if (name.contains(",") || name.contains("\"")) {
            throw new IllegalArgumentException("cannot be listed as it stands: " + name);
        }
        write(name, mode, content);
        String digest = Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(content));
        records.append(name).append(",sha256=").append(digest).append(',');
        records.append(content.length).append('\n');
    }

    private void write(String name, int mode, byte... content) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(time); // as the format keeps it, wherever this runs
        entry.setUnixMode(mode);
        entry.setSize(content.length);
        zip.putArchiveEntry(entry);
        zip.write(content);
        zip.closeArchiveEntry();
    }

    private static byte[] sha256(byte... content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds the list and ends. */
    @Override
    public void close() throws IOException {
        records.append(record).append(",,\n");
        write(record, FILE, records.toString().getBytes(StandardCharsets.UTF_8));
        zip.close();
    }
}
