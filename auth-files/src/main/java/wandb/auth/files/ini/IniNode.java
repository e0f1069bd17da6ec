package wandb.auth.files.ini;

/**
 * One line of a file with its line end, as Python's text mode splits them: each of LF, CR LF and a lone CR ends one. The lines, one
 * after the other, are the file.
 *
 * @param start the offset of its first byte
 * @param end the offset after its last byte
 * @param number its number, counted from 1
 * @param isBlank whether it is nothing but white space; part of a value where a further line of that value follows
 */
record IniNode(int start, int end, int number, boolean isBlank) {

    /** The offset after the line that begins at the start, its line end included. */
    static int endOf(byte[] bytes, int start) {
        for (int i = start; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
            if (bytes[i] == '\r') {
                return i + 1 < bytes.length && bytes[i + 1] == '\n' ? i + 2 : i + 1;
            }
        }
        return bytes.length;
    }

    /** The offset of the line end of the line between; the end where it has none. */
    static int contentEnd(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && (bytes[at - 1] == '\n' || bytes[at - 1] == '\r')) {
            at--;
        }
        return at;
    }

    int contentEnd(byte[] bytes) {
        return contentEnd(bytes, start, end);
    }
}
