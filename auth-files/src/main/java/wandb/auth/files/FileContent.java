package wandb.auth.files;

import java.util.Arrays;

/** What a file held when it was read, and who could read it then. */
public final class FileContent {

    private final byte[] bytes;
    private final FileMode mode;

    FileContent(byte[] bytes, FileMode mode) {
        this.bytes = bytes;
        this.mode = mode;
    }

    /** The bytes; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** The permissions. */
    public FileMode mode() {
        return mode;
    }

    boolean holds(byte[] others) {
        return Arrays.equals(bytes, others);
    }

    /** Without the bytes, which may be secret. */
    @Override
    public String toString() {
        return "FileContent[" + bytes.length + " bytes, mode " + mode + "]";
    }
}
