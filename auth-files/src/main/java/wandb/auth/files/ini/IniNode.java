package wandb.auth.files.ini;

/**
 * One line of a file with its line end. The lines, one after the other, are the file.
 *
 * @param start the offset of its first byte
 * @param end the offset after its last byte
 * @param number its number, counted from 1
 * @param isBlank whether it is nothing but white space; part of a value where a further line of that value follows
 */
record IniNode(int start, int end, int number, boolean isBlank) {}
