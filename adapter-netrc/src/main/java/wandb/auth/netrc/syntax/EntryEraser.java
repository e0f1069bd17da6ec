package wandb.auth.netrc.syntax;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wandb.auth.domain.Reason;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcNode.Comment;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;
import wandb.auth.netrc.syntax.NetrcNode.Filler;

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
        return edited(without(""), expected)
                .or(() -> edited(without("#" + text.lineEnd()), expected))
                .orElseThrow(() -> refusal(Messages.otherWordsChangeWithoutEntry()));
    }

    /**
     * The file in which the entries have no password any more, and a name that is nobody's.
     *
     * @throws NetrcException if readers would read anything else otherwise than before
     */
    public NetrcDocument emptied() throws NetrcException {
        ExpectedContent expected = new ExpectedContent(document);
        TextEdits edits = new TextEdits(text);
        FieldEraser eraser = new FieldEraser(text);
        for (Entry entry : entries) {
            Token name = entry.name();
            String emptied = entry.machine().split("\\+", 2)[0] + "+";
            edits.replace(
                    entry.keyword().end(), name.end(), "  " + emptied + (text.isWhitespace(name.end()) ? "" : " "));
            expected.change(entry, emptied, entry.login().withPassword(""));
            for (Field field : entry.fields()) {
                if (field.isPassword()) {
                    eraser.erase(field, edits);
                }
            }
        }
        return edited(edits, expected).orElseThrow(() -> refusal(Messages.otherWordsChangeWithoutPassword()));
    }

    private NetrcException refusal(Reason reason) {
        return document.obstacle().orElseGet(() -> new NetrcException(0, reason));
    }

    private Optional<NetrcDocument> edited(TextEdits edits, ExpectedContent expected) {
        byte[] bytes = edits.apply();
        return edits.stayBefore(document.readableEnd()) ? expected.in(bytes) : Optional.empty();
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
        for (int i = first + 1; i < nodes.size(); i++) {
            NetrcNode node = nodes.get(i);
            if (isErased(node)) {
                last = i;
            } else if (text.skipBlanks(node.start()) < node.end()) {
                return last;
            }
        }
        return last;
    }

    /** Behind the entry, the blanks that follow and the comment that does. */
    private int endBehind(int entryAt) {
        List<NetrcNode> nodes = document.nodes();
        int end = text.skipBlanks(nodes.get(entryAt).end());
        for (int i = entryAt + 1; i < nodes.size() && nodes.get(i).start() <= end; i++) {
            if (nodes.get(i) instanceof Comment comment) {
                return comment.end();
            }
        }
        return end;
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
        int start = nodes.get(entryAt).start();
        return entryAt > 0 && nodes.get(entryAt - 1) instanceof Filler before
                ? Math.max(before.start(), text.skipBlanksBackwards(start))
                : start;
    }
}
