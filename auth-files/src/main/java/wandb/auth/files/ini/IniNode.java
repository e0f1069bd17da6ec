package wandb.auth.files.ini;

/**
 * One line of a file with its line end. The lines, one after the other, are the file.
 *
 * @param kind what it is
 * @param start the offset of its first byte
 * @param end the offset after its last byte
 * @param number its number, counted from 1
 */
record IniNode(Kind kind, int start, int end, int number) {

    enum Kind {
        /** Begins a section. */
        HEADER,
        /** The first line of an option. */
        OPTION,
        /** A further line of an option's value, told by its deeper indentation. */
        CONTINUATION,
        /** Nothing but white space; part of a value where a further line of that value follows. */
        BLANK,
        /** White space, then {@code #} or {@code ;}. */
        COMMENT
    }
}
