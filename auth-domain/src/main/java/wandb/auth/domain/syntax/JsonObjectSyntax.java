package wandb.auth.domain.syntax;

/** Whether bytes are one JSON object (RFC 8259), by its grammar alone: a library would cost more than the rest of a run. */
final class JsonObjectSyntax {

    private static final int DEEPEST = 100;

    private final byte[] json;
    private int at;

    JsonObjectSyntax(byte[] json) {
        this.json = json.clone();
    }

    boolean isObject() {
        at = 0;
        skipBlanks();
        boolean isObject = next() == '{' && value(0);
        skipBlanks();
        return isObject && at == json.length;
    }

    /** The next byte, which is not taken yet; -1 at the end. */
    private int next() {
        return at < json.length ? json[at] & 0xff : -1;
    }

    private boolean take(char expected) {
        boolean isNext = next() == expected;
        if (isNext) {
            at++;
        }
        return isNext;
    }

    private void skipBlanks() {
        while (next() == ' ' || next() == '\t' || next() == '\n' || next() == '\r') {
            at++;
        }
    }

    private boolean value(int depth) {
        return switch (next()) {
            case '{' -> depth < DEEPEST && members('{', '}', depth + 1);
            case '[' -> depth < DEEPEST && members('[', ']', depth + 1);
            case '"' -> string();
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> number();
        };
    }

    private boolean members(char open, char close, int depth) {
        take(open);
        skipBlanks();
        if (take(close)) {
            return true;
        }
        do {
            skipBlanks();
            if (open == '{' && !name()) {
                return false;
            }
            if (!value(depth)) {
                return false;
            }
            skipBlanks();
        } while (take(','));
        return take(close);
    }

    private boolean name() {
        if (!string()) {
            return false;
        }
        skipBlanks();
        boolean isName = take(':');
        skipBlanks();
        return isName;
    }

    private boolean string() {
        if (!take('"')) {
            return false;
        }
        while (!take('"')) {
            if (next() < ' ' || (next() == '\\' && !escape())) {
                return false;
            }
            at++;
        }
        return true;
    }

    /** Goes to the last character of an escape. */
    private boolean escape() {
        at++;
        if (next() != 'u') {
            return next() >= 0 && "\"\\/bfnrt".indexOf(next()) >= 0;
        }
        for (int i = 0; i < 4; i++) {
            at++;
            if (Character.digit(next(), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!take(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean number() {
        take('-');
        if (!take('0') && !digits()) {
            return false;
        }
        if (take('.') && !digits()) {
            return false;
        }
        if (take('e') || take('E')) {
            if (!take('+')) {
                take('-');
            }
            return digits();
        }
        return true;
    }

    private boolean digits() {
        int start = at;
        while (next() >= '0' && next() <= '9') {
            at++;
        }
        return at > start;
    }
}
