package wandb.auth.dist.runtime;

/** A runtime that is needed for an image and cannot be had. The message is a line that says why and what to do. */
public final class UnavailableRuntimeException extends Exception {

    private static final long serialVersionUID = 1L;

    UnavailableRuntimeException(Platform platform, String why) {
        super("The Java runtime for " + platform + " cannot be had: " + why
                + ". Give a folder that holds a JDK or a runtime of" + " that system by -Druntime." + platform
                + "=FOLDER.");
    }
}
