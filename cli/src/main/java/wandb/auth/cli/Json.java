package wandb.auth.cli;

/** Writes JSON (RFC 8259) in the order of the calls. A library would cost more than the command that uses it. */
final class Json {

    private final StringBuilder text = new StringBuilder();
    private boolean first = true;

    Json open(char bracket) {
        separate();
        text.append(bracket);
        first = true;
        return this;
    }

    Json close(char bracket) {
        text.append(bracket);
        first = false;
        return this;
    }

    Json name(String name) {
        string(name);
        text.append(':');
        first = true;
        return this;
    }

    Json string(String value) {
        separate();
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            escape(value.charAt(i));
        }
        text.append('"');
        return this;
    }

    Json number(int value) {
        return raw(Integer.toString(value));
    }

    Json bool(boolean value) {
        return raw(Boolean.toString(value));
    }

    Json none() {
        return raw("null");
    }

    private Json raw(String value) {
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

    @Override
    public String toString() {
        return text.toString();
    }
}
