package wandb.auth.domain;

import java.nio.file.Path;

/**
 * Where something was looked for, found or written.
 *
 * @since 0.1
 */
public sealed interface Location {

    /** The place in words, safe to show. */
    String text();

    /**
     * An environment variable.
     *
     * @param name its name
     */
    record Variable(String name) implements Location {
        @Override
        public String text() {
            return TerminalSafe.of(name);
        }
    }

    /**
     * A file, or a line of it.
     *
     * @param path the file
     * @param line the line, counted from 1; 0 for the file as a whole
     */
    record File(Path path, int line) implements Location {

        /** The file as a whole. */
        public File(Path path) {
            this(path, 0);
        }

        @Override
        public String text() {
            String file = TerminalSafe.whole(path.toString());
            return line == 0 ? file : file + ":" + line;
        }
    }

    /**
     * Any other place: an item of a keychain, a path of a remote store, a command's argument.
     *
     * @param description the place in words
     */
    record Place(String description) implements Location {
        @Override
        public String text() {
            return TerminalSafe.of(description);
        }
    }
}
