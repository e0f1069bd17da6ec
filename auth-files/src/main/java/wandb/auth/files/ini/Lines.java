package wandb.auth.files.ini;

/** Lines as Python's text mode splits them: each of LF, CR LF and a lone CR ends one. */
final class Lines {

    private Lines() {}

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
}
