package wandb.auth.netrc.syntax;

import java.util.List;
import java.util.Optional;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;
import wandb.auth.netrc.syntax.NetrcNode.Filler;
import wandb.auth.netrc.syntax.NetrcNode.Unread;

/**
 * The tree of a netrc file.
 *
 * @param text the file's bytes
 * @param nodes its parts, side by side from the first byte to the last
 * @param openQuote the word whose quote nothing closes, if there is one; it reaches to the end of the file
 */
public record NetrcDocument(NetrcText text, List<NetrcNode> nodes, Optional<Token> openQuote) {

    public int line(Token token) {
        return text.line(token.start());
    }

    public Optional<Entry> firstDefault() {
        for (NetrcNode node : nodes) {
            if (node instanceof Entry entry && entry.isDefault()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /**
     * What a new entry has to stand before: a default entry, after which curl and git do not look, or a last entry that
     * lacks a value, which would take the next word for it.
     */
    public Optional<Entry> entryThatHidesWhatFollows() {
        Optional<Entry> catchAll = firstDefault();
        Optional<Entry> last = lastEntry();
        return catchAll.isEmpty() && last.isPresent() && lacksItsLastValue(last.get()) ? last : catchAll;
    }

    private Optional<Entry> lastEntry() {
        for (NetrcNode node : nodes.reversed()) {
            if (node instanceof Entry entry) {
                return Optional.of(entry);
            }
            if (!(node instanceof Filler)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean lacksItsLastValue(Entry entry) {
        List<Field> fields = entry.fields();
        return !fields.isEmpty() && !fields.getLast().value().isWritten();
    }

    /** What keeps readers from what is put after it: an open quote, an empty word, a keyword without its value. */
    public Optional<NetrcException> obstacle() {
        if (openQuote.isPresent()) {
            int line = line(openQuote.get());
            return Optional.of(new NetrcException(line, Messages.openQuote(line)));
        }
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        NetrcNode last =
                nodes.getLast() instanceof Filler && nodes.size() > 1 ? nodes.get(nodes.size() - 2) : nodes.getLast();
        if (last instanceof Unread) {
            int line = text.line(last.start());
            return Optional.of(new NetrcException(line, Messages.emptyWord(line)));
        }
        if (last instanceof Entry entry && lacksItsLastValue(entry)) {
            int line = line(entry.fields().getLast().keyword());
            return Optional.of(new NetrcException(line, Messages.missingValue(line)));
        }
        return Optional.empty();
    }

    /** Where the obstacle stands; the end of the file if there is none, or if the open quote holds nothing but its own line. */
    public int readableEnd() {
        if (openQuote.isPresent() && openQuote.get().value().strip().lines().count() > 1) {
            return openQuote.get().start();
        }
        return !nodes.isEmpty() && nodes.getLast() instanceof Unread unread ? unread.start() : text.length();
    }
}
