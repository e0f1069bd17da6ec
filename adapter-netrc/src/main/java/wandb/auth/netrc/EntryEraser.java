package wandb.auth.netrc;

import java.util.List;
import wandb.auth.domain.Reason;
import wandb.auth.netrc.NetrcNode.Comment;
import wandb.auth.netrc.NetrcNode.Entry;
import wandb.auth.netrc.NetrcNode.Filler;

/**
 * Takes an account's entries out of a file. An entry that has its lines to itself goes with them, and with the comment
 * behind its last word; of an entry between others on a line only the words and the blanks behind them go.
 */
final class EntryEraser {

    private final NetrcDocument document;
    private final NetrcText text;
    private final AccountEntries account;

    EntryEraser(AccountEntries account) {
        this.document = account.document();
        this.text = document.text();
        this.account = account;
    }

    /**
     * The bytes of the file without the entries.
     *
     * @throws NetrcException where readers would read anything else otherwise than before
     */
    byte[] bytes() throws NetrcException {
        ExpectedContent wanted = new ExpectedContent(document);
        for (Entry entry : account.entries()) {
            wanted.remove(entry.machine());
        }
        TextEdits splices = without("");
        if (wanted.in(splices.apply()).isEmpty()) {
            // A comment that came after the entry may now come after an empty line, where Python takes its words for
            // keywords; a lone hash before it prevents that.
            splices = without("#" + text.lineEnd());
        }
        byte[] bytes = splices.apply();
        if (splices.stayBefore(document.readableEnd()) && wanted.in(bytes).isPresent()) {
            return bytes;
        }
        throw document.obstacle()
                .orElseGet(() -> new NetrcException(
                        0,
                        new Reason(
                                "Without the entry, readers would take other words of this file otherwise than before.",
                                "Put a blank after the # of every comment that lacks one, and try again.")));
    }

    private TextEdits without(String leftOnItsLines) {
        TextEdits splices = new TextEdits(text);
        List<NetrcNode> nodes = document.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            if (account.isOwn(nodes.get(i))) {
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
            if (account.isOwn(node)) {
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
            splices.replace(text.lineStart(start), text.skipLineEnd(end), leftOnItsLines);
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
