package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.files.FileMode;
import wandb.auth.files.ownership.FileExposure;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcText;

/** What is wrong with a netrc file though it can be read, each with its line and what fixes it, without a secret. */
final class NetrcDiagnostics {

    private final Path path;
    private final List<Complaint> complaints = new ArrayList<>();

    NetrcDiagnostics(Path path) {
        this.path = path;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    /** The same as sentences beside the answer to a query. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        for (Complaint complaint : complaints) {
            remarks.add(complaint.reason().toString());
        }
        return remarks;
    }

    void mode(FileMode mode) {
        if (mode.isOpenToOthers()) {
            add(0, Messages.openToOthers(path, mode, FileExposure.isOfAnother(path)));
        }
    }

    /** What keeps the SDK from reading the file though we can. */
    void encoding(NetrcText text) {
        if (text.start() > 0) {
            add(1, Messages.byteOrderMark());
        }
        OptionalInt invalid = text.firstInvalidUtf8();
        if (invalid.isPresent()) {
            int line = text.line(invalid.getAsInt());
            add(line, Messages.notUtf8(line));
        }
    }

    void hiddenRest(NetrcDocument document) {
        document.obstacle().ifPresent(obstacle -> add(obstacle.line(), obstacle.reason()));
    }

    /** What other readers make of the names that the account's entries have. */
    void names(AccountEntries account) {
        duplicates(account);
        otherCase(account);
        otherNames(account);
    }

    void duplicates(AccountEntries account) {
        for (String machine : account.machines()) {
            Optional<ProfileEntry> deciding = account.deciding(machine);
            String name = deciding.isPresent() ? deciding.get().name() : machine;
            int count = deciding.isPresent() ? account.server().count(name) : 0;
            if (count > 1) {
                add(deciding.orElseThrow().entry(), Messages.severalEntries(count, name));
            }
        }
    }

    /** An entry that we and curl take and the SDK does not. */
    private void otherCase(AccountEntries account) {
        for (String name : account.machines()) {
            Optional<ProfileEntry> entry = account.deciding(name);
            if (entry.isPresent() && entry.get().isPlain() && !entry.get().isExact()) {
                Entry written = entry.get().entry();
                add(written, Messages.nameInUpperCase(written.line(), name));
            }
        }
    }

    /** The public cloud's two names may hold different keys, and the SDK takes one for the other not always. */
    private void otherNames(AccountEntries account) {
        List<String> names = account.machines();
        if (names.size() > 1) {
            otherName(account, names.getFirst(), names.getLast());
        }
    }

    private void otherName(AccountEntries account, String name, String other) {
        Optional<ProfileEntry> own = account.deciding(name);
        Optional<ProfileEntry> second = account.deciding(other);
        if (second.isEmpty()) {
            if (own.isPresent() && name.equals(account.server().host().netrcMachine())) {
                defaultFirst(account.document(), name);
            }
            return;
        }
        if (own.isEmpty()) {
            boolean sdkFallsBack = other.equals(account.server().host().netrcMachine())
                    && account.document().firstDefault().isEmpty();
            if (second.get().isPlain() && !sdkFallsBack) {
                add(second.get().entry(), Messages.onlyUnderOtherName(name, other));
            }
        } else if (!own.get().entry().password().equals(second.get().entry().password())) {
            add(second.get().entry(), Messages.differentKeys(name, other));
        }
    }

    /** An SDK that asks for the second name first is answered by the default entry before it asks for this one. */
    private void defaultFirst(NetrcDocument document, String name) {
        Optional<Entry> entry = document.firstDefault();
        if (entry.isPresent()) {
            add(entry.get(), Messages.defaultEntryFirst(name));
        }
    }

    /** That the SDK does not find the key of the default profile, which has the name of its own. */
    void inactive(AccountEntries account) {
        Optional<ProfileEntry> own = account.deciding();
        if (own.isPresent() && !own.get().isPlain()) {
            ServerEntries server = account.server();
            add(own.get().entry(), Messages.defaultProfileIsInactive(server.active(), server.host()));
        }
    }

    /** What is wrong with an entry. */
    void add(Entry entry, Reason reason) {
        add(entry.line(), reason);
    }

    void add(int line, Reason reason) {
        complaints.add(new Complaint(new Location.File(path, line), reason));
    }
}
