package wandb.auth.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/** Compression without a file's name and time, as by {@code gzip -n}. */
final class Gzip {

    private Gzip() {}

    /** What is written to it arrives compressed; for much, where the best takes three times as long for one percent. */
    static OutputStream stream(OutputStream out) throws IOException {
        return stream(out, Deflater.DEFAULT_COMPRESSION);
    }

    private static OutputStream stream(OutputStream out, int level) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(level);
        return new GzipCompressorOutputStream(out, parameters);
    }

    /** The bytes, compressed as well as can be, as Debian wants its documents. */
    static byte[] bytes(byte... content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = stream(bytes, Deflater.BEST_COMPRESSION)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }
}
