package wandb.auth.netrc;

import java.util.List;

/** A part of the file; side by side they are the whole file. */
sealed interface NetrcNode {

    /** The offset of its first byte. */
    int start();

    /** The offset behind its last byte. */
    int end();

    /** Blanks, line ends, a byte order mark. */
    record Filler(int start, int end) implements NetrcNode {}

    /** A comment outside an entry, without its line end. */
    record Comment(int start, int end) implements NetrcNode {}

    /** A macro, with the empty line that ends it; its body is one character a byte. */
    record Macro(int start, int end, String name, String body) implements NetrcNode {}

    /** What Python never gets to see: it takes an empty pair of quotes for the end of the file. */
    record Unread(int start, int end) implements NetrcNode {}

    /** A keyword of an entry with its value, which has no bytes where the file ends instead. */
    record Field(Token keyword, Token value) {

        boolean isPassword() {
            return keyword.value().equals("password");
        }
    }

    /**
     * A {@code machine} or {@code default} entry with everything from its first word to its last.
     *
     * @param keyword its first word
     * @param name the machine's name; the keyword itself for {@code default}, which for Python is a name too
     * @param fields its words in pairs
     */
    record Entry(Token keyword, Token name, List<Field> fields) implements NetrcNode {

        private static final String DEFAULT = "default";

        @Override
        public int start() {
            return keyword.start();
        }

        @Override
        public int end() {
            if (fields.isEmpty()) {
                return name.end();
            }
            Field last = fields.getLast();
            return last.value().isWritten()
                    ? last.value().end()
                    : last.keyword().end();
        }

        String machine() {
            return name.value();
        }

        /** Whether it is for every machine; {@code machine default} is so for Python and only for Python. */
        boolean isDefault() {
            return machine().equals(DEFAULT);
        }

        /** The password that counts: the last; empty where there is none. */
        String password() {
            return login().password();
        }

        /** The word that a person should look at: the value of the password that counts, else the first word. */
        Token decidingToken() {
            Token deciding = keyword;
            for (Field field : fields) {
                if (field.isPassword() && field.value().isWritten()) {
                    deciding = field.value();
                }
            }
            return deciding;
        }

        Login login() {
            Login login = Login.NONE;
            for (Field field : fields) {
                login = login.with(field.keyword().value(), field.value().value());
            }
            return login;
        }
    }
}
