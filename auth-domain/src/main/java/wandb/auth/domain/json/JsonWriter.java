package wandb.auth.domain.json;

import java.util.Optional;

/**
 * Writes JSON (RFC 8259) without blanks, in the order of the calls. What the calls open they must close. The JSON libraries
 * cost more than the commands that use this.
 */
public final class JsonWriter {

    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    /** Begins an object or an array. */
    public JsonWriter open(char bracket) {
        separate();
        text.append(bracket);
        first = true;
        return this;
    }

    /** Ends an object or an array. */
    public JsonWriter close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    /** Names the value that follows, within an object. */
    public JsonWriter name(String name) {
        string(name);
        text.append(':');
        first = true;
        return this;
    }

    /** Writes a text. */
    public JsonWriter string(String value) {
        separate();
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i));
        }
        text.append('"');
        return this;
    }

    /** Writes a text, or null if there is none. */
    public JsonWriter string(Optional<String> value) {
        return value.isPresent() ? string(value.get()) : none();
    }

    /** Writes a number. */
    public JsonWriter number(int value) {
        return raw(Integer.toString(value));
    }

    /** Writes true or false. */
    public JsonWriter bool(boolean value) {
        return raw(Boolean.toString(value));
    }

    /** Writes null. */
    public JsonWriter none() {
        return raw("null");
    }

    private JsonWriter raw(String value) {
        separate();
        text.append(value);
        return this;
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    /** Everything beyond printable ASCII as an escape: whatever the terminal or the locale, nothing is lost. */
    private void escape(char c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else if (c < ' ' || c > '~') {
            String hex = Integer.toHexString(c);
            text.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
        } else {
            text.append(c);
        }
    }

    /** What was written so far, in printable ASCII. */
    @Override
    public String toString() {
        return text.toString();
    }
}
