package wandb.auth.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/** Standard output, which knows whether its reader has gone: no fault, and nobody's loss. */
final class StandardOutput extends PrintStream {

    private boolean abandoned;

    /** Writes these characters there. */
    StandardOutput(OutputStream descriptor, Charset charset) {
        super(new BufferedOutputStream(descriptor), false, charset);
    }

    /** Whether what was written last was for a pipe that nobody reads. */
    boolean isAbandoned() {
        return abandoned;
    }

    /** All that is printed comes through here. */
    @Override
    public void write(byte[] bytes, int start, int length) {
        try {
            out.write(bytes, start, length);
        } catch (IOException e) {
            failed(e);
        }
    }

    @Override
    public void write(int character) {
        write(new byte[] {(byte) character}, 0, 1);
    }

    @Override
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(IOException problem) {
        abandoned = "Broken pipe".equals(problem.getMessage());
        setError();
    }
}
