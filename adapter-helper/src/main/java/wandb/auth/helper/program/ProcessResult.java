package wandb.auth.helper.program;

/** A program that has run to its end. */
public final class ProcessResult {

    private final int exitCode;
    private final byte[] output;
    private final byte[] errors;

    public ProcessResult(int exitCode, byte[] output, byte[] errors) {
        this.exitCode = exitCode;
        this.output = output;
        this.errors = errors;
    }

    public int exitCode() {
        return exitCode;
    }

    /** Everything that it wrote to its standard output, which may be a key. */
    public byte[] output() {
        return output;
    }

    /** The beginning of what it wrote to its standard error. */
    public byte[] errors() {
        return errors;
    }
}
