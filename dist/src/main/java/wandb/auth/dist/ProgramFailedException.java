package wandb.auth.dist;

/** A program of an image failed while it was built. The message has its command line. */
final class ProgramFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    ProgramFailedException(String problem) {
        super(problem);
    }
}
