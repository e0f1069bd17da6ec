package wandb.auth.helper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads what a program writes, on a thread that nobody has to wait for: a program may keep its end open for ever. */
final class Listener {

    private static final int PIECE = 8192;

    private final InputStream in;
    private final int most;
    private final Runnable onTooMuch;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Thread thread;
    private volatile boolean isTooMuch;

    /** Keeps so many bytes at most; where there are more, the rest is read and forgotten, and this is run once. */
    Listener(InputStream in, int most, Runnable onTooMuch) {
        this.in = in;
        this.most = most;
        this.onTooMuch = onTooMuch;
        this.thread = Thread.ofPlatform().daemon().name("listener").start(this::listen);
    }

    private void listen() {
        byte[] piece = new byte[PIECE];
        try {
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                keep(piece, length);
            }
        } catch (IOException e) {
            return; // the program was ended, and its pipe with it
        }
    }

    private void keep(byte[] piece, int length) {
        boolean fits;
        synchronized (kept) {
            int taken = Math.min(length, most - kept.size());
            kept.write(piece, 0, taken);
            fits = taken == length;
        }
        if (!fits && !isTooMuch) {
            isTooMuch = true;
            onTooMuch.run();
        }
    }

    /** Whether the program wrote more than is kept. */
    boolean isTooMuch() {
        return isTooMuch;
    }

    /** Waits until all is read. False where the pipe was still open after this time. */
    boolean awaitEnd(Duration patience) throws InterruptedException {
        return thread.join(patience);
    }

    byte[] heard() {
        synchronized (kept) {
            return kept.toByteArray();
        }
    }
}
