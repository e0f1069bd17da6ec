package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.netrc.NetrcNode.Entry;

/**
 * The entries of a file that are an account's.
 *
 * @param document the file
 * @param names the account's machine names
 * @param entries its entries under any of them, in the order of the file
 */
record AccountEntries(NetrcDocument document, MachineNameSet names, List<Entry> entries) {

    static AccountEntries of(NetrcDocument document, MachineNameSet names) {
        List<Entry> entries = new ArrayList<>();
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && isOwn(entry, names)) {
                entries.add(entry);
            }
        }
        return new AccountEntries(document, names, entries);
    }

    private static boolean isOwn(Entry entry, MachineNameSet names) {
        return !entry.isDefault() && names.contain(entry.machine());
    }

    boolean isOwn(NetrcNode node) {
        return node instanceof Entry entry && isOwn(entry, names);
    }

    /** The entry that counts: the first name's that has any. */
    Optional<Entry> deciding() {
        for (String name : names.names()) {
            Optional<Entry> entry = deciding(name);
            if (entry.isPresent()) {
                return entry;
            }
        }
        return Optional.empty();
    }

    /** The entry that counts for the name: the last, as for Python; one written in another case only for want of it. */
    Optional<Entry> deciding(String name) {
        Optional<Entry> otherCase = Optional.empty();
        for (Entry entry : entries.reversed()) {
            if (entry.machine().equals(name)) {
                return Optional.of(entry);
            }
            if (otherCase.isEmpty() && names.isSame(name, entry.machine())) {
                otherCase = Optional.of(entry);
            }
        }
        return otherCase;
    }

    boolean hasExactly(String name) {
        Optional<Entry> entry = deciding(name);
        return entry.isPresent() && entry.get().machine().equals(name);
    }

    int count(String name) {
        int count = 0;
        for (Entry entry : entries) {
            count += names.isSame(name, entry.machine()) ? 1 : 0;
        }
        return count;
    }

    /** Where a person should look: the password that counts, or its entry; else the whole file. */
    Location place(Path file) {
        Optional<Entry> entry = deciding();
        return entry.isPresent()
                ? new Location.File(file, document.line(entry.get().decidingToken()))
                : new Location.File(file);
    }

    boolean are(Precondition expected) {
        Optional<Entry> entry = deciding();
        return entry.isPresent() ? expected.matches(Revision.of(entry.get().password())) : expected.matchesNone();
    }
}
