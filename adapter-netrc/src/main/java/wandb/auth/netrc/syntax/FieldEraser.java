package wandb.auth.netrc.syntax;

import wandb.auth.netrc.syntax.NetrcNode.Field;

/**
 * Takes a keyword and its value out of an entry, with the line that they have to themselves.
 *
 * @param text the file's bytes
 */
public record FieldEraser(NetrcText text) {

    public void erase(Field field, TextEdits edits) {
        int start = field.keyword().start();
        int end = field.value().isWritten() ? field.value().end() : field.keyword().end();
        int blanksEnd = text.skipBlanks(end);
        if (text.isFirstOnLine(start) && text.isAtLineEnd(blanksEnd)) {
            edits.replace(text.skipBlanksBackwards(start), text.skipLineEnd(blanksEnd), "");
        } else {
            edits.replace(text.skipBlanksBackwards(start), end, text.isWhitespace(end) ? "" : " ");
        }
    }
}
