package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.netrc.NetrcNode.Comment;
import wandb.auth.netrc.NetrcNode.Entry;
import wandb.auth.netrc.NetrcNode.Macro;

/**
 * What holds for every file, whatever its bytes, and one account. A file that is refused keeps every promise, so the
 * callers see to it that most are not.
 */
final class NetrcPromises {

    static final String KEY = Fixture.NEW_KEY;

    private final byte[] file;
    private final MachineNameSet names;

    NetrcPromises(byte[] file, MachineNameSet names) {
        this.file = file;
        this.names = names;
    }

    /** The account and the file, as a report shows them. */
    @Override
    public String toString() {
        return names.main() + " in " + shown(file);
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
        } catch (NetrcSyntaxException e) {
            assertTrue(e.line() >= 1 && e.column() >= 1, e.getMessage());
            return Optional.empty();
        }
    }

    /** The parts of a tree are the file, none of them empty. */
    void aTreeIsTheWholeFile() {
        Optional<NetrcDocument> document = parsed(file);
        if (document.isPresent()) {
            ByteArrayOutputStream joined = new ByteArrayOutputStream();
            for (NetrcNode node : document.get().nodes()) {
                assertTrue(node.end() > node.start(), node.toString());
                joined.write(file, node.start(), node.end() - node.start());
            }
            assertArrayEquals(file, joined.toByteArray());
        }
    }

    /** The file with the key; none where the save is refused. */
    Optional<byte[]> saved() {
        try {
            AccountEntries account = AccountEntries.of(NetrcParser.parse(file), names);
            return Optional.of(new NetrcEntryEditor(account, KEY).saved().text().bytes());
        } catch (NetrcException e) {
            return Optional.empty();
        }
    }

    /** The file without the account's entries; none where that is refused. */
    static Optional<byte[]> erased(byte[] file, MachineNameSet names) {
        try {
            return Optional.of(new EntryEraser(AccountEntries.of(NetrcParser.parse(file), names)).bytes());
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
        NetrcDocument before = parsed(file).orElseThrow();
        NetrcDocument after = parsed(saved.get()).orElseThrow();
        Map<String, Login> expected = new HashMap<>(NetrcContent.of(before).logins());
        expected.replaceAll((machine, login) -> isOwn(machine) ? login.withPassword(KEY) : login);
        NetrcContent reading = NetrcContent.of(after);
        for (String name : names.names()) {
            if (!expected.containsKey(name) && reading.logins().containsKey(name)) {
                expected.put(name, new Login("user", "", KEY));
            }
        }
        assertEquals(expected, reading.logins());
        assertEquals(NetrcContent.of(before).macros(), reading.macros());
        assertTrue(reading.logins().containsKey(names.main()));
        int added = AccountEntries.of(after, names).entries().size();
        assertBlanksInserted(outside(before), outside(after), 8 * added);
    }

    /** No entry of the account is left, all else reads as before, and stands as before on every line without one. */
    void anErasureTakesTheAccountAndNothingElse() {
        Optional<byte[]> erased = erased(file, names);
        if (erased.isEmpty()) {
            return;
        }
        NetrcDocument before = parsed(file).orElseThrow();
        NetrcDocument after = parsed(erased.get()).orElseThrow();
        NetrcContent expected = NetrcContent.of(before);
        expected.logins().keySet().removeIf(this::isOwn);
        assertEquals(expected, NetrcContent.of(after));
        // Not the same: a word of a comment may become an entry, of which a later one of its name leaves nothing to
        // read.
        assertTrue(isWithin(otherEntriesAndMacros(before), otherEntriesAndMacros(after)), "an entry was changed");
        assertTrue(isWithin(otherLines(before), otherLines(after)), "something else was erased");
        long added = otherLines(after).stream().filter("#"::equals).count();
        assertTrue(erased.get().length <= file.length + 3 * added, "something was added");
    }

    /** Where the account had no entry, erasing gives the file back; a line end that its last line lacked stays. */
    void anErasureUndoesASave() {
        Optional<NetrcDocument> before = parsed(file);
        Optional<byte[]> saved = saved();
        if (saved.isEmpty()
                || !AccountEntries.of(before.orElseThrow(), names).entries().isEmpty()) {
            return;
        }
        byte[] undone = erased(saved.get(), names).orElseThrow();
        if (undone.length > file.length) {
            String lineEnd = before.orElseThrow().text().lineEnd();
            assertEquals(lineEnd, new NetrcText(undone).slice(file.length, undone.length));
            String added = new NetrcText(saved.get()).slice(file.length, saved.get().length);
            assertTrue(added.startsWith(lineEnd + "machine "), "a line end that no line lacked");
            undone = Arrays.copyOf(undone, file.length);
        }
        assertArrayEquals(file, undone);
    }

    private boolean isOwn(String machine) {
        return !machine.equals("default") && names.contain(machine);
    }

    private byte[] outside(NetrcDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (NetrcNode node : document.nodes()) {
            if (!(node instanceof Entry entry && isOwn(entry.machine()))) {
                bytes.write(document.text().bytes(), node.start(), node.end() - node.start());
            }
        }
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

    private List<String> otherEntriesAndMacros(NetrcDocument document) {
        List<String> slices = new ArrayList<>();
        for (NetrcNode node : document.nodes()) {
            boolean isOther = node instanceof Entry entry && !isOwn(entry.machine());
            if (isOther || node instanceof Macro) {
                slices.add(document.text().slice(node.start(), node.end()));
            }
        }
        return slices;
    }

    /**
     * The lines that hold something, but nothing of an entry of the account or of a comment that begins behind one. What
     * follows an escaped line end at the end of either is on its line.
     */
    private List<String> otherLines(NetrcDocument document) {
        NetrcText text = document.text();
        Set<Integer> ownLines = new HashSet<>();
        for (NetrcNode node : document.nodes()) {
            boolean isOwn = node instanceof Entry entry && isOwn(entry.machine());
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
