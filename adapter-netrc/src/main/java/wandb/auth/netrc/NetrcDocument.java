package wandb.auth.netrc;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Reason;
import wandb.auth.netrc.NetrcNode.Entry;
import wandb.auth.netrc.NetrcNode.Field;
import wandb.auth.netrc.NetrcNode.Filler;
import wandb.auth.netrc.NetrcNode.Unread;

/**
 * The tree of a netrc file.
 *
 * @param text the file's bytes
 * @param nodes its parts, side by side from the first byte to the last
 * @param openQuote the word whose quote nothing closes, if there is one; it reaches to the end of the file
 */
record NetrcDocument(NetrcText text, List<NetrcNode> nodes, Optional<Token> openQuote) {

    int line(Token token) {
        return text.line(token.start());
    }

    Optional<Entry> firstDefault() {
        for (NetrcNode node : nodes) {
            if (node instanceof Entry entry && entry.isDefault()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** What keeps readers from what is put behind it: an open quote, an empty word, a keyword without its value. */
    Optional<NetrcException> obstacle() {
        if (openQuote.isPresent()) {
            return Optional.of(obstacle(
                    openQuote.get().start(),
                    "The quote on line ",
                    " is open: it holds the rest of the file.",
                    "Close it."));
        }
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        NetrcNode last =
                nodes.getLast() instanceof Filler && nodes.size() > 1 ? nodes.get(nodes.size() - 2) : nodes.getLast();
        if (last instanceof Unread) {
            return Optional.of(obstacle(
                    last.start(), "Python takes the empty word on line ", " for the end of the file.", "Remove it."));
        }
        if (last instanceof Entry entry && !entry.fields().isEmpty()) {
            Field field = entry.fields().getLast();
            if (!field.value().isWritten()) {
                return Optional.of(obstacle(
                        field.keyword().start(), "The last keyword, on line ", ", lacks its value.", "Complete it."));
            }
        }
        return Optional.empty();
    }

    private NetrcException obstacle(int offset, String before, String after, String remedy) {
        int line = text.line(offset);
        return new NetrcException(line, new Reason(before + line + after, remedy));
    }

    /** Where the obstacle stands; the end of the file where there is none. */
    int readableEnd() {
        if (openQuote.isPresent()) {
            return openQuote.get().start();
        }
        return !nodes.isEmpty() && nodes.getLast() instanceof Unread unread ? unread.start() : text.length();
    }
}
