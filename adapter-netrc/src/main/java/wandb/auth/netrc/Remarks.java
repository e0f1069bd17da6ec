package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import wandb.auth.domain.Printable;
import wandb.auth.files.FileMode;
import wandb.auth.netrc.NetrcNode.Entry;

/** What a person should know about a netrc file besides the answer, each remark a sentence without a secret. */
final class Remarks {

    private final List<String> remarks = new ArrayList<>();

    List<String> toList() {
        return remarks;
    }

    void mode(Path path, FileMode mode) {
        if (mode.isOpenToOthers()) {
            remarks.add("Others than its owner have rights to the file (mode " + mode
                    + "); take them away with: chmod 600 " + shellWord(path));
        }
    }

    void created() {
        remarks.add("The file was created.");
    }

    void inPlace() {
        remarks.add("The file is mounted by itself or has several names, so it was overwritten instead of replaced.");
    }

    void tightened(FileMode before) {
        remarks.add("Others had rights to the file: its mode " + before + " was changed to " + before.withoutOthers()
                + ".");
    }

    /** What keeps the SDK from reading the file though we can. */
    void encoding(NetrcText text) {
        if (text.start() > 0) {
            remarks.add("The file begins with a byte order mark; the Python SDK cannot read it until that is removed.");
        }
        OptionalInt invalid = text.firstInvalidUtf8();
        if (invalid.isPresent()) {
            remarks.add("Line " + text.line(invalid.getAsInt())
                    + " is not UTF-8; the Python SDK crashes on the file until that is mended.");
        }
    }

    void hiddenRest(NetrcDocument document) {
        document.obstacle().ifPresent(obstacle -> remarks.add(obstacle.reason().problem()));
    }

    void duplicates(AccountEntries account) {
        for (String name : account.names().names()) {
            int count = account.count(name);
            if (count > 1) {
                remarks.add("There are " + count + " entries for " + name
                        + "; the Python SDK takes the last, curl the first.");
            }
        }
    }

    /** An entry that we and curl take and the SDK does not. */
    void otherCase(AccountEntries account) {
        for (String name : account.names().names()) {
            Optional<Entry> entry = account.deciding(name);
            if (account.names().isReadBySdk()
                    && entry.isPresent()
                    && !entry.get().machine().equals(name)) {
                remarks.add("The Python SDK does not see the entry on line "
                        + account.document().line(entry.get().keyword()) + ": it looks for " + name
                        + " in lower case. Log in again to mend it.");
            }
        }
    }

    /** The public cloud's two names may hold different keys, and the SDK takes one for the other not always. */
    void otherNames(AccountEntries account) {
        List<String> names = account.names().names();
        if (names.size() > 1) {
            otherName(account, names.getFirst(), names.getLast());
        }
    }

    private void otherName(AccountEntries account, String name, String other) {
        Optional<Entry> own = account.deciding(name);
        Optional<Entry> second = account.deciding(other);
        if (second.isEmpty()) {
            return;
        }
        if (own.isEmpty()) {
            boolean sdkFallsBack = other.equals(account.names().main())
                    && account.document().firstDefault().isEmpty();
            if (account.names().isReadBySdk() && !sdkFallsBack) {
                remarks.add("The Python SDK does not take the entry of " + other + " for " + name
                        + ". Log in again to mend it.");
            }
        } else if (!own.get().password().equals(second.get().password())) {
            remarks.add("The entries of " + name + " and " + other
                    + ", two names of one server, hold different keys. Log in again to mend it.");
        }
    }

    private static String shellWord(Path path) {
        String word = Printable.whole(path.toString());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean plain = Character.isLetterOrDigit(c) || "/._-+@,:=".indexOf(c) >= 0;
            if (!plain) {
                return "'" + word.replace("'", "'\\''") + "'";
            }
        }
        return word;
    }
}
