package wandb.auth.netrc.syntax;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcNode.Comment;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;

/**
 * Takes entries out of a file. An entry that has its lines to itself goes with them, and with the comment
 * after its last word; of an entry between others on a line only the words and the blanks after them go.
 */
public final class EntryEraser {

    private final NetrcDocument document;
    private final NetrcText text;
    private final Set<Entry> entries;

    public EntryEraser(NetrcDocument document, Collection<Entry> entries) {
        this.document = document;
        this.text = document.text();
        this.entries = new HashSet<>(entries);
    }

    /**
     * The file without the entries.
     *
     * @throws NetrcException if readers would read anything else otherwise than before
     */
    public NetrcDocument erased() throws NetrcException {
        ExpectedContent expected = new ExpectedContent(document);
        for (Entry entry : entries) {
            expected.remove(entry);
        }
        // A comment that came after the entry may now come after an empty line, where Python takes its words for
        // keywords; a lone hash before it prevents that.
        return expected.in(without(""))
                .or(() -> expected.in(without("#" + text.lineEnd())))
                .orElseThrow(() -> document.refusal(Messages.otherWordsChangeWithoutEntry()));
    }

    /**
     * The file in which the entries have no password any more, and a name that is nobody's.
     *
     * @throws NetrcException if readers would read anything else otherwise than before
     */
    public NetrcDocument emptied() throws NetrcException {
        ExpectedContent expected = new ExpectedContent(document);
        TextEdits edits = new TextEdits(text);
        for (Entry entry : entries) {
            Token name = entry.name();
            String emptied = entry.machine().split("\\+", 2)[0] + "+";
            edits.replace(
                    entry.keyword().end(), name.end(), "  " + emptied + (text.isWhitespace(name.end()) ? "" : " "));
            expected.change(entry, emptied, entry.login().withPassword(""));
            for (Field field : entry.fields()) {
                if (field.isPassword()) {
                    edits.erase(field);
                }
            }
        }
        return expected.in(edits).orElseThrow(() -> document.refusal(Messages.otherWordsChangeWithoutPassword()));
    }

    private boolean isErased(NetrcNode node) {
        return node instanceof Entry entry && entries.contains(entry);
    }

    private TextEdits without(String leftOnItsLines) {
        TextEdits splices = new TextEdits(text);
        List<NetrcNode> nodes = document.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (isErased(nodes.get(i))) {
                int last = lastOfRun(i);
                erase(i, endBehind(last), leftOnItsLines, splices);
                i = last;
            }
        }
        return splices;
    }

    /** The last of the account's entries that follow each other on one line. */
    private int lastOfRun(int first) {
        List<NetrcNode> nodes = document.nodes();
        int last = first;
        while (last + 1 < nodes.size()
                && isErased(nodes.get(last + 1))
                && text.skipBlanks(nodes.get(last).end()) == nodes.get(last + 1).start()) {
            last++;
        }
        return last;
    }

    /** Behind the entry, the blanks that follow and the comment that does. */
    private int endBehind(int entryAt) {
        List<NetrcNode> nodes = document.nodes();
        int end = text.skipBlanks(nodes.get(entryAt).end());
        return entryAt + 1 < nodes.size() && nodes.get(entryAt + 1) instanceof Comment comment && comment.start() == end
                ? comment.end()
                : end;
    }

    private void erase(int entryAt, int end, String leftOnItsLines, TextEdits splices) {
        int start = document.nodes().get(entryAt).start();
        boolean isFirst = text.isFirstOnLine(start);
        boolean isLast = text.isAtLineEnd(end);
        if (isFirst && isLast) {
            splices.replace(text.skipBlanksBackwards(start), text.skipLineEnd(end), leftOnItsLines);
        } else {
            splices.replace(isLast ? startWithBlanksBefore(entryAt) : start, end, "");
        }
    }

    /** Not with a blank that a backslash makes part of the word before. */
    private int startWithBlanksBefore(int entryAt) {
        List<NetrcNode> nodes = document.nodes();
        int endBefore = entryAt > 0 ? nodes.get(entryAt - 1).end() : 0;
        return Math.max(endBefore, text.skipBlanksBackwards(nodes.get(entryAt).start()));
    }
}
