package wandb.auth.netrc;

import java.util.Locale;
import java.util.Optional;
import wandb.auth.domain.Reason;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcNode;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;
import wandb.auth.netrc.syntax.Token;

/**
 * Where the readers of a netrc file part: CPython 3.11's {@code netrc} module, which the SDK uses; curl and, by its
 * library, git; and the readers of Go programs, which know neither quotes nor backslashes. Curl before 7.84 knew no quotes
 * either.
 */
final class ReaderIncompatibilities {

    private final NetrcDocument document;
    private final NetrcDiagnostics troubles;

    ReaderIncompatibilities(NetrcDocument document, NetrcDiagnostics troubles) {
        this.document = document;
        this.troubles = troubles;
    }

    /** On the entries that are for every machine. */
    void defaults() {
        Optional<Entry> waiting = Optional.empty();
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && isNamedDefault(entry)) {
                troubles.add(entry, Messages.machineNamedDefault());
            } else if (node instanceof Entry entry && entry.isDefault()) {
                waiting = waiting.or(() -> Optional.of(entry));
            } else if (node instanceof Entry && waiting.isPresent()) {
                troubles.add(waiting.get(), Messages.defaultEntryNotLast());
                return;
            }
        }
    }

    private static boolean isNamedDefault(Entry entry) {
        return entry.isDefault() && !entry.keyword().equals(entry.name());
    }

    /** On the words of the account's entries. */
    void words(AccountEntries account) {
        for (ProfileEntry each : account.entries()) {
            Entry entry = each.entry();
            word(entry.name());
            for (Field field : entry.fields()) {
                word(field.value());
                if (field.isPassword() && field.value().isHash()) {
                    add(field.value(), Messages.passwordIsHash());
                }
            }
        }
    }

    private void word(Token word) {
        String written = document.text().slice(word.start(), word.end());
        if (written.startsWith("\"")) {
            add(word, Messages.doubleQuotes());
        }
        if (written.indexOf('\\') >= 0) {
            add(word, Messages.backslash());
        }
        if (isInSingleQuotes(written)) {
            add(word, Messages.singleQuotes());
        }
    }

    /** On the account's names: curl and git ask without the port, and the SDK quotes names that it cannot find again. */
    void names(AccountEntries account) {
        for (String name : account.machines()) {
            Optional<ProfileEntry> own = account.deciding(name).filter(ProfileEntry::isPlain);
            for (NetrcNode node : document.nodes()) {
                if (node instanceof Entry entry) {
                    singleQuotes(entry, name);
                    own.ifPresent(counting -> missingPort(entry, counting));
                }
            }
        }
    }

    private void singleQuotes(Entry entry, String name) {
        String machine = entry.machine();
        if (isInSingleQuotes(machine) && name.equalsIgnoreCase(machine.substring(1, machine.length() - 1))) {
            add(entry.name(), Messages.nameInSingleQuotes());
        }
    }

    private void missingPort(Entry entry, ProfileEntry own) {
        if (isWithoutPort(entry.machine(), own.machine())
                && !entry.password().equals(own.entry().password())) {
            troubles.add(entry, Messages.entryWithoutPort(own.machine()));
        }
    }

    private static boolean isWithoutPort(String machine, String name) {
        int colon = name.lastIndexOf(':');
        return colon > name.lastIndexOf(']') && name.substring(0, colon).equals(machine.toLowerCase(Locale.ROOT));
    }

    private static boolean isInSingleQuotes(String word) {
        return word.length() > 1 && word.startsWith("'") && word.endsWith("'");
    }

    private void add(Token token, Reason reason) {
        troubles.add(document.line(token), reason);
    }
}
