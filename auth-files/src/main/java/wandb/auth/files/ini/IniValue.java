package wandb.auth.files.ini;

/**
 * The value of an option.
 *
 * @param text the value with every reference replaced; it may hold line ends
 * @param line where the option begins, counted from 1
 */
public record IniValue(String text, int line) {

    /** Without the text, which may be a secret. */
    @Override
    public String toString() {
        return "IniValue[line " + line + "]";
    }
}
