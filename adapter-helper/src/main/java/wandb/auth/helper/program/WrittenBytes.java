package wandb.auth.helper.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What a program writes to one of its outputs, taken from the pipe without ever waiting for it: programs that it leaves
 * behind may keep the pipe open for good.
 */
final class WrittenBytes {

    private final InputStream pipe;
    private final int limit;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean isOverLimit;

    /** Keeps so many bytes at most; the rest is taken and dropped. */
    WrittenBytes(InputStream pipe, int limit) {
        this.pipe = pipe;
        this.limit = limit;
    }

    /** Takes what is in the pipe now, which after the program's end is all that is left of what it wrote. */
    void take() throws IOException {
        byte[] taken = pipe.readNBytes(pipe.available());
        int fitting = Math.min(taken.length, limit - kept.size());
        kept.write(taken, 0, fitting);
        isOverLimit |= fitting < taken.length;
    }

    /** Whether the program wrote more than is kept. */
    boolean isOverLimit() {
        return isOverLimit;
    }

    byte[] bytes() {
        return kept.toByteArray();
    }
}
