package wandb.auth.cli;

/** Standard input does not hold what was announced. The message says how, in one sentence, and quotes nothing of it. */
final class InputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InputException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
