package wandb.auth.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Standard output, which knows whether its reader has gone: no fault, and nobody's loss. */
final class StandardOutput extends PrintStream {

    private final Descriptor descriptor;

    /** The process's own, in these characters. */
    StandardOutput(Charset charset) {
        this(new Descriptor(FileDescriptor.out), charset);
    }

    StandardOutput(Descriptor descriptor) {
        this(descriptor, StandardCharsets.UTF_8);
    }

    private StandardOutput(Descriptor descriptor, Charset charset) {
        super(new BufferedOutputStream(descriptor), false, charset);
        this.descriptor = descriptor;
    }

    /** Whether what was written last was for a pipe that nobody reads. */
    boolean isAbandoned() {
        return descriptor.abandoned;
    }

    /** Where the bytes go. */
    static final class Descriptor extends FileOutputStream {

        private boolean abandoned;

        Descriptor(FileDescriptor file) {
            super(file);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            try {
                super.write(bytes, start, length);
            } catch (IOException e) {
                abandoned = "Broken pipe".equals(e.getMessage());
                throw e;
            }
        }
    }
}
