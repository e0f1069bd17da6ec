package wandb.auth.plugins;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The files of a zip archive (APPNOTE.TXT of PKWARE) by its central directory, as the JDK and every tool that lists a jar
 * find them. Nothing is unpacked before it is asked for, and nothing more than the directory says. An archive of which a
 * reader could see two things (a local header that differs, a name twice, bytes before it) is refused.
 */
final class CentralDirectory {

    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_SIZE = 30;
    private static final int ENCRYPTED = 1;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int LONGEST_COMMENT = 0xffff;

    /** The most that all files may have together once they are unpacked. */
    private static final long MOST_UNPACKED = 512L << 20;

    private final ByteBuffer archive;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /**
     * A file, as the directory describes it.
     *
     * @param start where its data starts in the archive
     */
    private record Entry(int method, int crc, int start, int packed, int size) {}

    /** Reads the directory; the content must not change afterwards. */
    CentralDirectory(byte[] content) throws ZipException {
        archive = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        try {
            read(endOfDirectory());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | BufferUnderflowException e) {
            throw new ZipException(Messages.LENGTH_OUT_OF_ARCHIVE);
        }
    }

    private int endOfDirectory() throws ZipException {
        int last = archive.limit() - END_SIZE;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (archive.getInt(at) == END && unsignedShort(at + 20) == last - at) {
                return at;
            }
        }
        throw new ZipException(Messages.NO_CENTRAL_DIRECTORY);
    }

    private void read(int end) throws ZipException {
        int count = unsignedShort(end + 10);
        int size = archive.getInt(end + 12);
        int start = archive.getInt(end + 16);
        if (count != unsignedShort(end + 8) || count == 0xffff || size < 0 || start < 0 || start + (long) size != end) {
            throw new ZipException(Messages.CENTRAL_DIRECTORY_MISPLACED);
        }
        long unpacked = 0;
        int at = start;
        for (int i = 0; i < count; i++) {
            if (archive.getInt(at) != ENTRY) {
                throw new ZipException(Messages.CENTRAL_DIRECTORY_DAMAGED);
            }
            unpacked += archive.getInt(at + 24) & 0xffffffffL;
            if (unpacked > MOST_UNPACKED) {
                throw new ZipException(Messages.unpacksToMoreThan(MOST_UNPACKED >> 20));
            }
            at = readEntry(at, start);
        }
        if (at != end) {
            throw new ZipException(Messages.CENTRAL_DIRECTORY_DAMAGED);
        }
    }

    /** Returns where the next entry starts. */
    private int readEntry(int at, int directory) throws ZipException {
        int nameLength = unsignedShort(at + 28);
        String name = text(at + 46, nameLength);
        Entry entry = new Entry(
                unsignedShort(at + 10),
                archive.getInt(at + 16),
                startOfData(archive.getInt(at + 42), name),
                archive.getInt(at + 20),
                archive.getInt(at + 24));
        boolean isPlain = (unsignedShort(at + 8) & ENCRYPTED) == 0
                && (entry.method() == DEFLATED || (entry.method() == STORED && entry.packed() == entry.size()));
        if (!isPlain || entry.packed() < 0 || entry.size() < 0 || (long) entry.start() + entry.packed() > directory) {
            throw new ZipException(Messages.ENTRY_UNREADABLE);
        }
        if (!name.endsWith("/") && entries.put(name, entry) != null) {
            throw new ZipException(Messages.NAME_TWICE);
        }
        return at + 46 + nameLength + unsignedShort(at + 30) + unsignedShort(at + 32);
    }

    private int startOfData(int local, String name) throws ZipException {
        int nameLength = unsignedShort(local + 26);
        if (archive.getInt(local) != LOCAL || !name.equals(text(local + LOCAL_SIZE, nameLength))) {
            throw new ZipException(Messages.LOCAL_HEADER_DIFFERS);
        }
        return local + LOCAL_SIZE + nameLength + unsignedShort(local + 28);
    }

    private int unsignedShort(int at) {
        return archive.getShort(at) & 0xffff;
    }

    private String text(int at, int length) {
        byte[] bytes = new byte[length];
        archive.get(at, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The names of the files, without those of folders, in the directory's order. */
    Iterable<String> names() {
        return entries.keySet();
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /**
     * The unpacked file.
     *
     * @throws ZipException if there is no such file, or if its data is not what the directory says
     */
    byte[] content(String name) throws ZipException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new ZipException("no such file");
        }
        byte[] content = new byte[entry.size()];
        if (entry.method() == STORED) {
            archive.get(entry.start(), content);
        } else {
            inflate(entry, content);
        }
        CRC32 crc = new CRC32();
        crc.update(content);
        if ((int) crc.getValue() != entry.crc()) {
            throw new ZipException(Messages.DATA_DAMAGED);
        }
        return content;
    }

    private void inflate(Entry entry, byte[] content) throws ZipException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(archive.array(), entry.start(), entry.packed());
            int length = 0;
            while (length < content.length) {
                int some = inflater.inflate(content, length, content.length - length);
                if (some == 0) {
                    throw new ZipException(Messages.DATA_TOO_SHORT);
                }
                length += some;
            }
            if (inflater.inflate(new byte[1]) > 0) {
                throw new ZipException(Messages.DATA_TOO_LONG);
            }
        } catch (DataFormatException e) {
            throw new ZipException(Messages.DATA_DAMAGED);
        } finally {
            inflater.end();
        }
    }
}
