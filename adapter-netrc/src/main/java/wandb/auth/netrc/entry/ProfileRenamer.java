package wandb.auth.netrc.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.EntryEraser;
import wandb.auth.netrc.syntax.ExpectedContent;
import wandb.auth.netrc.syntax.Login;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;
import wandb.auth.netrc.syntax.TextEdits;
import wandb.auth.netrc.syntax.Token;

/**
 * Gives a server's own names to the entries of one profile, and to those that had them the names of their profiles. Only the
 * ends of names, the blank before them and the mark after them change, so that the way back leaves every byte as it was.
 */
public final class ProfileRenamer {

    private final ServerEntries server;
    private final NetrcDocument document;
    private final TextEdits edits;
    private final ExpectedContent expected;

    private ProfileRenamer(ServerEntries server) {
        this.server = server;
        this.document = server.document();
        this.edits = new TextEdits(document.text());
        this.expected = new ExpectedContent(document);
    }

    /**
     * The file in which other readers find the profile's key.
     *
     * @throws NetrcException if readers would read anything else otherwise than before
     */
    public static NetrcDocument activated(ServerEntries server, Profile profile) throws NetrcException {
        return new ProfileRenamer(withoutSuperseded(server)).activated(profile);
    }

    /**
     * The file in which every entry under the server's own name says whose it is.
     *
     * @throws NetrcException if readers would read anything else otherwise than before
     */
    public static NetrcDocument marked(ServerEntries server) throws NetrcException {
        ProfileRenamer renamer = new ProfileRenamer(server);
        for (ProfileEntry entry : server.entries()) {
            if (entry.isPlain() && ProfileMark.of(entry.entry()).isEmpty()) {
                renamer.rename(entry, true);
            }
        }
        return renamer.edited();
    }

    /** Two entries of one profile would have the same name then: only that which counts stays. */
    private static ServerEntries withoutSuperseded(ServerEntries server) throws NetrcException {
        Set<String> deciding = new HashSet<>();
        for (ProfileEntry entry : server.entries()) {
            if (entry.isOfDecidingKind()) {
                deciding.add(entry.machine() + "+" + entry.profile());
            }
        }
        List<Entry> superseded = new ArrayList<>();
        for (ProfileEntry entry : server.entries()) {
            if (!entry.isOfDecidingKind() && deciding.contains(entry.machine() + "+" + entry.profile())) {
                superseded.add(entry.entry());
            }
        }
        return superseded.isEmpty()
                ? server
                : ServerEntries.of(new EntryEraser(server.document(), superseded).erased(), server.host());
    }

    private NetrcDocument activated(Profile profile) throws NetrcException {
        for (ProfileEntry entry : server.entries()) {
            boolean isPlain = entry.profile().equals(profile);
            if (isPlain != entry.isPlain()) {
                rename(entry, isPlain);
            }
        }
        return edited();
    }

    private NetrcDocument edited() throws NetrcException {
        return expected.in(edits).orElseThrow(() -> document.refusal(Messages.otherWordsChangeWithNames()));
    }

    private void rename(ProfileEntry renamed, boolean isPlain) throws NetrcException {
        Entry entry = renamed.entry();
        Token token = entry.name();
        String written = document.text().slice(token.start(), token.end());
        boolean isQuoted = written.startsWith("\"");
        String present = isQuoted ? written.substring(1, written.length() - 1) : written;
        if (!present.equals(entry.machine())) {
            throw new NetrcException(document.line(token), Messages.backslashInName());
        }
        String machine = entry.machine().substring(0, renamed.machine().length()); // as it is written
        String name = ProfileEntry.name(machine, renamed.profile(), isPlain);
        if (isPlain != renamed.isPlain()) {
            int gapAt = entry.keyword().end();
            String gap = gap(document.text().slice(gapAt, token.start()), isPlain);
            edits.replace(gapAt, token.start(), gap);
        }
        String mark = isPlain ? ProfileMark.words(renamed.profile()) : "";
        String end = mark.isEmpty() || document.text().isWhitespace(token.end()) ? "" : " ";
        edits.replace(token.start(), token.end(), (isQuoted ? '"' + name + '"' : name) + mark + end);
        expected.change(entry, name, login(entry, mark.isEmpty() ? "" : ProfileMark.account(renamed.profile())));
        for (Field field : entry.fields()) {
            if (ProfileMark.is(field)) {
                edits.erase(field);
            }
        }
    }

    /**
     * A name with a profile never has just one blank before it, which is what an SDK looks for; of more, and of one that is
     * no space, the way back leaves as many.
     */
    private static String gap(String gap, boolean isPlain) {
        boolean isSpaces = gap.isBlank() && gap.indexOf('\t') < 0 && gap.indexOf('\n') < 0 && gap.indexOf('\r') < 0;
        if (!isSpaces) {
            return gap;
        }
        return isPlain ? gap.substring(gap.length() > 1 ? 1 : 0) : gap + ' ';
    }

    /** What readers take from the entry with this account for a mark, unless it has another account. */
    private static Login login(Entry entry, String account) {
        Login login = new Login("", account, "");
        for (Field field : entry.fields()) {
            if (!ProfileMark.is(field)) {
                login = login.with(field.keyword().value(), field.value().value());
            }
        }
        return login;
    }
}
