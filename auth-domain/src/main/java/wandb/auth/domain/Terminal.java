package wandb.auth.domain;

/**
 * Which of the standard streams a person sits at.
 *
 * @param input whether standard input is a terminal
 * @param output whether standard output is a terminal
 * @param error whether standard error, where the talk goes, is a terminal
 * @param columns how wide it is; 0 where nobody has asked it yet
 * @since 0.1
 */
public record Terminal(boolean input, boolean output, boolean error, int columns) {

    /** No terminal anywhere, as in a script or a container build. */
    public static final Terminal NONE = new Terminal(false, false, false);

    /** One that has not been asked how wide it is. */
    public Terminal(boolean input, boolean output, boolean error) {
        this(input, output, error, 0);
    }
}
