package wandb.auth.netrc.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the file; what stands before the next one says nothing. */
public sealed interface NetrcNode {

    /** The offset of its first byte. */
    int start();

    /** The offset after its last byte. */
    int end();

    /** A comment outside an entry, without its line end. */
    record Comment(int start, int end) implements NetrcNode {}

    /** A macro, with the empty line that ends it; its body is one character a byte. */
    record Macro(int start, int end, String name, String body) implements NetrcNode {}

    /** A keyword of an entry with its value, which has no bytes where the file ends instead. */
    public record Field(Token keyword, Token value) {

        public boolean isPassword() {
            return keyword.value().equals("password");
        }
    }

    /**
     * A {@code machine} or {@code default} entry with everything from its first word to its last. Its words are read when
     * they are asked for: a file may hold hundreds of thousands that nobody asks for.
     */
    final class Entry implements NetrcNode {

        private static final String DEFAULT = "default";

        private final NetrcText text;
        private final String machine;
        private final int[] words;
        private final int end;
        private @Nullable List<Field> fields;

        /**
         * An entry of the text.
         *
         * @param machine what its name means
         * @param words the offsets of its words: its keyword, its name, and each field's keyword and value
         */
        public Entry(NetrcText text, String machine, int[] words, int end) {
            this.text = text;
            this.machine = machine;
            this.words = words;
            this.end = end;
        }

        @Override
        public int start() {
            return words[0];
        }

        @Override
        public int end() {
            return end;
        }

        /** Its first word. */
        public Token keyword() {
            return NetrcLexer.wordAt(words[0], text);
        }

        /** The machine's name; the keyword itself for {@code default}, which for Python is a name too. */
        public Token name() {
            return NetrcLexer.wordAt(words[1], text);
        }

        /** Its words in pairs. */
        public List<Field> fields() {
            List<Field> known = fields;
            if (known == null) {
                known = read();
                fields = known;
            }
            return known;
        }

        private List<Field> read() {
            List<Field> read = new ArrayList<>();
            for (int i = 2; i < words.length; i += 2) {
                read.add(new Field(NetrcLexer.wordAt(words[i], text), NetrcLexer.wordAt(words[i + 1], text)));
            }
            return read;
        }

        /** What its name means. */
        public String machine() {
            return machine;
        }

        /** Whether it is for every machine; {@code machine default} is so for Python and only for Python. */
        public boolean isDefault() {
            return machine().equals(DEFAULT);
        }

        /** The password that counts: the last; empty if absent. */
        public String password() {
            String password = "";
            for (Field field : fields()) {
                password = field.isPassword() ? field.value().value() : password;
            }
            return password;
        }

        /** The line that it begins in. */
        public int line() {
            return text.line(start());
        }

        /** The line that a person should look at: that of the password that counts, else the first. */
        public int decidingLine() {
            int deciding = start();
            for (Field field : fields()) {
                if (field.isPassword() && field.value().isWritten()) {
                    deciding = field.value().start();
                }
            }
            return text.line(deciding);
        }

        /** What a reader takes from it. Its words are not kept for that: in a large file each entry may be asked, once. */
        public Login login() {
            Login login = Login.NONE;
            for (Field field : fields == null ? read() : fields) {
                login = login.with(field.keyword().value(), field.value().value());
            }
            return login;
        }

        /** Without its words, which may be secret. */
        @Override
        public String toString() {
            return "Entry[" + start() + ".." + end + "]";
        }
    }
}
