package wandb.auth.netrc.syntax;

import wandb.auth.netrc.message.Messages;

/** A file that Python's netrc module refuses. What stands at the place is not said: it may be a secret. */
public final class NetrcSyntaxException extends NetrcException {

    private static final long serialVersionUID = 1L;

    private final int column;

    public NetrcSyntaxException(int line, int column, String expected, String remedy) {
        super(line, Messages.syntaxError(line, column, expected, remedy));
        this.column = column;
    }

    /** The character in its line, counted from 1. */
    public int column() {
        return column;
    }
}
