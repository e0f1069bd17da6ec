package wandb.auth.netrc.syntax;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Reason;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;

/**
 * The tree of a netrc file.
 *
 * @param text the file's bytes
 * @param nodes its parts in their order; between them are blanks and line ends only
 * @param stop the word after which nothing is read, if there is one: nothing closes its quote, or it is empty, which Python
 *     takes for the end of the file
 */
public record NetrcDocument(NetrcText text, List<NetrcNode> nodes, Optional<Token> stop) {

    public int line(Token token) {
        return text.line(token.start());
    }

    /** The entry that Python takes for the name. */
    public Optional<Entry> last(String machine) {
        for (NetrcNode node : nodes.reversed()) {
            if (node instanceof Entry entry
                    && !entry.isDefault()
                    && entry.machine().equals(machine)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
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
        return catchAll.isPresent() ? catchAll : entryWithoutItsLastValue();
    }

    private Optional<Entry> entryWithoutItsLastValue() {
        if (!nodes.isEmpty() && nodes.getLast() instanceof Entry entry) {
            List<Field> fields = entry.fields();
            if (!fields.isEmpty() && !fields.getLast().value().isWritten()) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** What keeps readers from what is put after it: an open quote, an empty word, a keyword without its value. */
    public Optional<NetrcException> obstacle() {
        if (stop.isPresent()) {
            int line = line(stop.get());
            return Optional.of(new NetrcException(
                    line, stop.get().quoteLeftOpen() ? Messages.openQuote(line) : Messages.emptyWord(line)));
        }
        Optional<Entry> incomplete = entryWithoutItsLastValue();
        if (incomplete.isPresent()) {
            int line = line(incomplete.get().fields().getLast().keyword());
            return Optional.of(new NetrcException(line, Messages.missingValue(line)));
        }
        return Optional.empty();
    }

    /** Why the file cannot be edited: the obstacle in it, else this. */
    public NetrcException refusal(Reason otherwise) {
        return obstacle().orElseGet(() -> new NetrcException(0, otherwise));
    }

    /** Where the obstacle stands; the end of the file if there is none, or if the open quote holds nothing but its own line. */
    public int readableEnd() {
        if (stop.isEmpty()) {
            return text.length();
        }
        Token word = stop.get();
        boolean holdsItsLineOnly =
                word.quoteLeftOpen() && word.value().strip().lines().count() < 2;
        return holdsItsLineOnly ? text.length() : word.start();
    }
}
