package wandb.auth.helper;

/** A program that has run to its end. */
final class ProcessResult {

    private final int exitCode;
    private final byte[] output;
    private final byte[] errors;

    ProcessResult(int exitCode, byte[] output, byte[] errors) {
        this.exitCode = exitCode;
        this.output = output;
        this.errors = errors;
    }

    int exitCode() {
        return exitCode;
    }

    /** Everything that it wrote to its standard output, which may be a key. */
    byte[] output() {
        return output;
    }

    /** The beginning of what it wrote to its standard error. */
    byte[] errors() {
        return errors;
    }
}
