package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.files.FileMode;
import wandb.auth.files.ownership.FileExposure;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcText;

/** What is wrong with a netrc file though it can be read, each with its line and what fixes it, without a secret. */
final class NetrcDiagnostics {

    private static final String LOG_IN_AGAIN = "Log in again with --relogin to fix it.";

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
            String how = FileExposure.isOfAnother(path) ? "Have its owner restrict it" : "Restrict it";
            add(
                    0,
                    "The file is accessible to other users (mode " + mode + ").",
                    how + ": chmod 600 " + TerminalSafe.shellWord(path.toString()));
        }
    }

    /** What keeps the SDK from reading the file though we can. */
    void encoding(NetrcText text) {
        if (text.start() > 0) {
            add(
                    1,
                    "The file begins with a byte order mark, so the Python SDK cannot read it.",
                    "Save it without that mark.");
        }
        OptionalInt invalid = text.firstInvalidUtf8();
        if (invalid.isPresent()) {
            int line = text.line(invalid.getAsInt());
            add(line, "Line " + line + " is not UTF-8, so the Python SDK crashes on the file.", "Save it as UTF-8.");
        }
    }

    void hiddenRest(NetrcDocument document) {
        document.obstacle().ifPresent(obstacle -> add(obstacle.line(), obstacle.reason()));
    }

    void duplicates(AccountEntries account) {
        for (String machine : account.machines()) {
            Optional<ProfileEntry> deciding = account.deciding(machine);
            String name = deciding.isPresent() ? deciding.get().name() : machine;
            int count = deciding.isPresent() ? account.server().count(name) : 0;
            if (count > 1) {
                add(
                        account.document().line(deciding.orElseThrow().entry().keyword()),
                        "There are " + count + " entries for " + name
                                + ": the Python SDK takes the last, curl and git the first.",
                        "Remove all but one.");
            }
        }
    }

    /** An entry that we and curl take and the SDK does not. */
    void otherCase(AccountEntries account) {
        for (String name : account.machines()) {
            Optional<ProfileEntry> entry = account.deciding(name);
            if (entry.isPresent() && entry.get().isPlain() && !entry.get().isExact()) {
                int line = account.document().line(entry.get().entry().keyword());
                add(
                        line,
                        "The Python SDK does not see the entry on line " + line + ": it looks for " + name
                                + " in lower case.",
                        "Write the name in lower case.");
            }
        }
    }

    /** The public cloud's two names may hold different keys, and the SDK takes one for the other not always. */
    void otherNames(AccountEntries account) {
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
        int line = account.document().line(second.get().entry().keyword());
        if (own.isEmpty()) {
            boolean sdkFallsBack = other.equals(account.server().host().netrcMachine())
                    && account.document().firstDefault().isEmpty();
            if (second.get().isPlain() && !sdkFallsBack) {
                add(line, "The Python SDK does not take the entry of " + other + " for " + name + ".", LOG_IN_AGAIN);
            }
        } else if (!own.get().entry().password().equals(second.get().entry().password())) {
            add(
                    line,
                    "The entries of " + name + " and " + other + ", two names of one server, hold different keys.",
                    LOG_IN_AGAIN);
        }
    }

    /** An SDK that asks for the second name first is answered by the default entry before it asks for this one. */
    private void defaultFirst(NetrcDocument document, String name) {
        Optional<Entry> entry = document.firstDefault();
        if (entry.isPresent()) {
            add(
                    document.line(entry.get().keyword()),
                    "From version 0.31 on the Python SDK takes the default entry before the one of " + name + ".",
                    LOG_IN_AGAIN);
        }
    }

    /** That the SDK does not find the key of the default profile, which has the name of its own. */
    void inactive(AccountEntries account) {
        Optional<ProfileEntry> own = account.deciding();
        if (own.isPresent() && !own.get().isPlain()) {
            add(account.document().line(own.get().entry().keyword()), inactive(account.server()));
        }
    }

    /** Why the SDK does not find the key of the default profile, which is there. */
    static Reason inactive(ServerEntries server) {
        String problem = server.active()
                .map(profile -> "The profile " + profile + " is active, so the Python SDK finds its key.")
                .orElse("No profile is active, so the Python SDK finds no key.");
        String address = TerminalSafe.shellWord(server.host().toString());
        return new Reason(problem, "To let it find that of default: wandb auth switch default --host " + address);
    }

    void add(int line, String problem, String remedy) {
        add(line, new Reason(problem, remedy));
    }

    void add(int line, Reason reason) {
        complaints.add(new Complaint(new Location.File(path, line), reason));
    }
}
