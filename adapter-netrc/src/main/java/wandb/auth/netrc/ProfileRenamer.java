package wandb.auth.netrc;

import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.netrc.NetrcNode.Entry;

/**
 * Gives a server's plain names to the entries of one profile, and to those that had them the names of their own profile. Only
 * the ends of names and the blank before them change, so that the way back leaves every byte as it was.
 */
final class ProfileRenamer {

    private final NetrcDocument document;
    private final MachineNameSet plain;
    private final MachineNameSet wanted;
    private final TextEdits splices;
    private final ExpectedContent reading;

    /** Gives the plain names to the entries that have these. */
    ProfileRenamer(NetrcDocument document, MachineNameSet plain, MachineNameSet wanted) {
        this.document = document;
        this.plain = plain;
        this.wanted = wanted;
        this.splices = new TextEdits(document.text());
        this.reading = new ExpectedContent(document);
    }

    /**
     * The bytes of the file then.
     *
     * @param before the profile whose the plain entries are
     * @throws NetrcException where readers would read anything else otherwise than before
     */
    byte[] takenFrom(Profile before) throws NetrcException {
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && (isOf(plain, entry) || isOf(wanted, entry))) {
                reading.remove(entry.machine());
            }
        }
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && isOf(plain, entry)) {
                rename(entry, entry.machine() + "+" + before);
            } else if (node instanceof Entry entry && isOf(wanted, entry)) {
                int end = entry.machine().length() - wanted.suffix().length();
                rename(entry, entry.machine().substring(0, end));
            }
        }
        byte[] bytes = splices.apply();
        if (splices.stayBefore(document.readableEnd()) && reading.in(bytes).isPresent()) {
            return bytes;
        }
        throw document.obstacle()
                .orElseGet(() -> new NetrcException(
                        0,
                        new Reason(
                                "With other names, readers would take other words of this file otherwise than before.",
                                "Rename the entries by hand.")));
    }

    private static boolean isOf(MachineNameSet names, Entry entry) {
        return !entry.isDefault() && names.contain(entry.machine());
    }

    private void rename(Entry entry, String name) throws NetrcException {
        Token token = entry.name();
        String written = document.text().slice(token.start(), token.end());
        boolean isQuoted = written.startsWith("\"");
        String present = isQuoted ? written.substring(1, written.length() - 1) : written;
        if (!present.equals(entry.machine())) {
            throw new NetrcException(
                    document.line(token),
                    new Reason("The name of the machine is written with a backslash.", "Write it without."));
        }
        int gapAt = entry.keyword().end();
        String gap = MachineNameSet.otherGap(document.text().slice(gapAt, token.start()));
        splices.replace(gapAt, token.end(), gap + (isQuoted ? '"' + name + '"' : name));
        reading.set(name, entry.login());
    }
}
