package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import wandb.auth.domain.Account;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.NetrcEntryEditor;
import wandb.auth.netrc.entry.ProfileEntry;
import wandb.auth.netrc.entry.ProfileMark;
import wandb.auth.netrc.entry.ProfileRenamer;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.syntax.EntryEraser;
import wandb.auth.netrc.syntax.Login;
import wandb.auth.netrc.syntax.NetrcContent;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode;
import wandb.auth.netrc.syntax.NetrcNode.Comment;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Field;
import wandb.auth.netrc.syntax.NetrcNode.Macro;
import wandb.auth.netrc.syntax.NetrcParser;
import wandb.auth.netrc.syntax.NetrcText;
import wandb.auth.netrc.syntax.Trees;

/**
 * What holds for every file, whatever its bytes, and one account. A file that is refused keeps every promise, so the
 * callers see to it that most are not.
 */
final class NetrcPromises {

    static final String KEY = Fixture.NEW_KEY;

    private final byte[] file;
    private final Account account;

    NetrcPromises(byte[] file, Account account) {
        this.file = file;
        this.account = account;
    }

    /** The account and the file, as a report shows them. */
    @Override
    public String toString() {
        return account.text() + " in " + shown(file);
    }

    static String shown(byte[] file) {
        StringBuilder shown = new StringBuilder("\"");
        for (byte b : file) {
            char c = (char) (b & 0xff);
            shown.append(c >= ' ' && c < 0x7f && c != '\\' ? String.valueOf(c) : String.format("\\x%02x", (int) c));
        }
        return shown.append('"').toString();
    }

    /** The tree of the file; none where the parser refuses it by its own error. */
    static Optional<NetrcDocument> parsed(byte[] file) {
        try {
            return Optional.of(NetrcParser.parse(file));
        } catch (NetrcException e) {
            assertTrue(e.reason().problem().matches("Line [1-9]\\d*, column [1-9]\\d*: .*"), e.getMessage());
            return Optional.empty();
        }
    }

    /** The parts of a tree are the file. */
    void aTreeIsTheWholeFile() {
        parsed(file).ifPresent(Trees::assertIsWholeFile);
    }

    /** The file with the key; none where the save is refused. */
    Optional<byte[]> saved() {
        try {
            return Optional.of(new NetrcEntryEditor(entries(NetrcParser.parse(file)), KEY)
                    .saved()
                    .text()
                    .bytes());
        } catch (NetrcException e) {
            return Optional.empty();
        }
    }

    private AccountEntries entries(NetrcDocument document) {
        return AccountEntries.of(document, account);
    }

    private Set<Entry> own(NetrcDocument document) {
        Set<Entry> own = new HashSet<>();
        for (ProfileEntry entry : entries(document).entries()) {
            own.add(entry.entry());
        }
        return own;
    }

    /** The file without the account's entries; none where that is refused. */
    Optional<byte[]> erased() {
        try {
            NetrcDocument document = NetrcParser.parse(file);
            return Optional.of(
                    new EntryEraser(document, own(document)).erased().text().bytes());
        } catch (NetrcException e) {
            return Optional.empty();
        }
    }

    /** Every name of the account has the key, and all else reads and stands as before. */
    void aSaveChangesTheAccountAndNothingElse() {
        Optional<byte[]> saved = saved();
        if (saved.isEmpty()) {
            return;
        }
        NetrcDocument after = parsed(saved.get()).orElseThrow();
        assertEquals(expectedWithKey(saved.get()), NetrcContent.of(after.nodes()));
        ProfileEntry deciding =
                entries(after).deciding(account.host().netrcMachine()).orElseThrow();
        assertEquals(KEY, deciding.entry().password());
        int added = entries(after).entries().size();
        assertBlanksInserted(outside(parsed(file).orElseThrow()), outside(after), 8 * added);
    }

    /** What readers are to take from the file with the key. */
    NetrcContent expectedWithKey(byte[] saved) {
        NetrcContent expected = content(parsed(file).orElseThrow(), login -> Optional.of(login.withPassword(KEY)));
        for (ProfileEntry entry : entries(parsed(saved).orElseThrow()).entries()) {
            String mark = entry.isPlain() ? ProfileMark.account(account.profile()) : "";
            expected.logins().putIfAbsent(entry.entry().machine(), new Login("user", mark, KEY));
        }
        return expected;
    }

    /** What readers are to take from the file without the account. */
    NetrcContent expectedWithout() {
        return content(parsed(file).orElseThrow(), login -> Optional.empty());
    }

    /** What a reader takes from the file, and this of the account's entries. */
    private NetrcContent content(NetrcDocument document, Function<Login, Optional<Login>> ofOwn) {
        Set<Entry> own = own(document);
        NetrcContent content = NetrcContent.empty();
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && own.contains(entry)) {
                ofOwn.apply(entry.login()).ifPresent(login -> content.logins().put(entry.machine(), login));
            } else {
                content.read(node);
            }
        }
        return content;
    }

    /** No entry of the account is left, all else reads as before, and stands as before on every line without one. */
    void anErasureTakesTheAccountAndNothingElse() {
        Optional<byte[]> erased = erased();
        if (erased.isEmpty()) {
            return;
        }
        NetrcDocument before = parsed(file).orElseThrow();
        NetrcDocument after = parsed(erased.get()).orElseThrow();
        assertEquals(expectedWithout(), NetrcContent.of(after.nodes()));
        // Not the same: a word of a comment may become an entry, or an entry a comment's words, of which a later one of
        // its
        // name leaves nothing to read.
        assertTrue(
                isWithin(otherEntriesAndMacros(before, true), otherEntriesAndMacros(after, false)),
                "an entry was changed");
        assertTrue(isWithin(otherLines(before), otherLines(after)), "something else was erased");
        long added = otherLines(after).stream().filter("#"::equals).count();
        assertTrue(erased.get().length <= file.length + 3 * added, "something was added");
    }

    /** Where the account had no entry, erasing gives the file back; a line end that its last line lacked stays. */
    void anErasureUndoesASave() {
        Optional<NetrcDocument> before = parsed(file);
        Optional<byte[]> saved = saved();
        if (saved.isEmpty() || !entries(before.orElseThrow()).entries().isEmpty()) {
            return;
        }
        byte[] undone = new NetrcPromises(saved.get(), account).erased().orElseThrow();
        if (undone.length > file.length) {
            String lineEnd = before.orElseThrow().text().lineEnd();
            assertEquals(lineEnd, new NetrcText(undone).slice(file.length, undone.length));
            String added = new NetrcText(saved.get()).slice(file.length, saved.get().length);
            assertTrue(added.startsWith(lineEnd + "machine "), "a line end that no line lacked");
            undone = Arrays.copyOf(undone, file.length);
        }
        assertArrayEquals(file, undone);
    }

    /** The key is nowhere among the account's entries, also where they cannot go as a whole. */
    void aKeyThatIsErasedIsGone() {
        Optional<NetrcDocument> before = parsed(file);
        if (before.isEmpty() || entries(before.get()).entries().isEmpty() || erased().isPresent()) {
            return;
        }
        try {
            Set<Entry> own = own(before.get());
            NetrcDocument after = new EntryEraser(before.get(), own).emptied();
            assertEquals(List.of(), entries(after).entries());
            assertEquals(
                    outsideWithoutBlanks(before.get(), own),
                    outsideWithoutBlanks(after, inPlaceOf(own, before.get(), after)));
        } catch (NetrcException e) {
            assertTrue(before.get().obstacle().isPresent() || isWrittenOddly(before.get()), e::toString);
        }
    }

    /** An empty word or an unclosed quote, which ends the file for readers, in one of the account's entries. */
    private boolean isWrittenOddly(NetrcDocument document) {
        return own(document).stream()
                .flatMap(entry -> entry.fields().stream())
                .anyMatch(field -> field.value().isHash());
    }

    /** The entries that stand where these stood: an edit that empties some moves none. */
    private static Set<Entry> inPlaceOf(Set<Entry> entries, NetrcDocument before, NetrcDocument after) {
        List<Entry> now = entriesOf(after);
        Set<Entry> found = new HashSet<>();
        int place = 0;
        for (Entry entry : entriesOf(before)) {
            if (entries.contains(entry)) {
                found.add(now.get(place));
            }
            place++;
        }
        return found;
    }

    private static List<Entry> entriesOf(NetrcDocument document) {
        return document.nodes().stream()
                .filter(Entry.class::isInstance)
                .map(Entry.class::cast)
                .toList();
    }

    /** All but the names and passwords of these entries: a comment above a password that goes stands outside the entry afterwards. */
    private static String outsideWithoutBlanks(NetrcDocument document, Set<Entry> entries) {
        StringBuilder outside = new StringBuilder();
        int from = 0;
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && entries.contains(entry)) {
                outside.append(document.text().slice(from, entry.start()));
                from = entry.name().end();
                for (Field field : entry.fields()) {
                    if (field.isPassword()) {
                        outside.append(
                                document.text().slice(from, field.keyword().start()));
                        from = field.value().end();
                    }
                }
            }
        }
        outside.append(document.text().slice(from, document.text().length()));
        return outside.codePoints()
                .filter(character -> !Character.isWhitespace(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Every profile keeps its key, the one that was asked for is found by others, and nothing else changes. */
    void aSwitchMovesNoKey() {
        Optional<NetrcDocument> before = parsed(file);
        if (before.isEmpty() || entries(before.get()).entries().isEmpty()) {
            return;
        }
        try {
            ServerEntries server = ServerEntries.of(before.get(), account.host());
            NetrcDocument after = ProfileRenamer.activated(server, account.profile());
            ServerEntries now = ServerEntries.of(after, account.host());
            for (ProfileEntry entry : server.entries()) {
                Profile profile = entry.profile();
                assertEquals(keys(server.of(profile)), keys(now.of(profile)));
            }
            for (ProfileEntry entry : now.entries()) {
                assertEquals(entry.profile().equals(account.profile()), entry.isPlain(), entry::name);
            }
            assertEquals(others(before.get(), server), others(after, now));
        } catch (NetrcException e) {
            return; // refused, and so nothing is changed
        }
    }

    private static List<String> keys(AccountEntries entries) {
        List<String> keys = new ArrayList<>();
        for (String machine : entries.machines()) {
            entries.deciding(machine)
                    .ifPresent(entry -> keys.add(machine + " " + entry.entry().password()));
        }
        return keys;
    }

    private static NetrcContent others(NetrcDocument document, ServerEntries server) {
        Set<Entry> ofServer = new HashSet<>();
        server.entries().forEach(entry -> ofServer.add(entry.entry()));
        NetrcContent content = NetrcContent.empty();
        for (NetrcNode node : document.nodes()) {
            if (!(node instanceof Entry entry && ofServer.contains(entry))) {
                content.read(node);
            }
        }
        return content;
    }

    private byte[] outside(NetrcDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] all = document.text().bytes();
        int from = 0;
        for (ProfileEntry own : entries(document).entries()) {
            bytes.write(all, from, own.entry().start() - from);
            from = own.entry().end();
        }
        bytes.write(all, from, all.length - from);
        return bytes.toByteArray();
    }

    private static void assertBlanksInserted(byte[] before, byte[] after, int atMost) {
        int at = 0;
        int inserted = 0;
        for (byte b : after) {
            if (at < before.length && before[at] == b) {
                at++;
            } else {
                assertTrue(b == ' ' || b == '\n' || b == '\r', "a byte that was not there before");
                inserted++;
            }
        }
        assertEquals(before.length, at, "bytes were lost");
        assertTrue(inserted <= atMost, () -> "too many blanks were inserted");
    }

    private List<String> otherEntriesAndMacros(NetrcDocument document, boolean withoutOverridden) {
        Set<Entry> own = own(document);
        List<Entry> entries = entriesOf(document);
        List<String> slices = new ArrayList<>();
        for (NetrcNode node : document.nodes()) {
            boolean isOther = node instanceof Entry entry
                    && !own.contains(entry)
                    && !(withoutOverridden && isOverridden(entry, entries));
            if (isOther || node instanceof Macro) {
                slices.add(document.text().slice(node.start(), node.end()));
            }
        }
        return slices;
    }

    /** Whether a later one has its name, so that a reader takes nothing from it. */
    private static boolean isOverridden(Entry entry, List<Entry> entries) {
        return entries.stream()
                .anyMatch(later ->
                        later.start() > entry.start() && later.machine().equals(entry.machine()));
    }

    /**
     * The lines that hold something, but nothing of an entry of the account or of a comment that begins behind one. What
     * follows an escaped line end at the end of either is on its line.
     */
    private List<String> otherLines(NetrcDocument document) {
        NetrcText text = document.text();
        Set<Entry> own = own(document);
        Set<Integer> ownLines = new HashSet<>();
        for (NetrcNode node : document.nodes()) {
            boolean isOwn = node instanceof Entry entry && own.contains(entry);
            if (isOwn || (node instanceof Comment && ownLines.contains(text.line(node.start())))) {
                for (int line = text.line(node.start()); line <= text.line(node.end()); line++) {
                    ownLines.add(line);
                }
            }
        }
        List<String> lines = new ArrayList<>();
        int line = 1;
        for (int start = text.start(); start < text.length(); start = text.skipLineEnd(text.lineEndAfter(start))) {
            String content = text.slice(start, text.lineEndAfter(start));
            if (!ownLines.contains(line++) && !content.isBlank()) {
                lines.add(content);
            }
        }
        return lines;
    }

    /** Whether the parts occur among all, in this order. */
    private static boolean isWithin(List<String> parts, List<String> all) {
        int found = 0;
        for (String each : all) {
            found += found < parts.size() && parts.get(found).equals(each) ? 1 : 0;
        }
        return found == parts.size();
    }
}
