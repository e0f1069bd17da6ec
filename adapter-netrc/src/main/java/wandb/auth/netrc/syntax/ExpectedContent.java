package wandb.auth.netrc.syntax;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import wandb.auth.netrc.syntax.NetrcNode.Entry;

/** What readers are to take from a file once it is edited: of some entries what is said here, else what they took before. */
public final class ExpectedContent {

    private final NetrcDocument before;

    /** What readers take in the place of the entries that change or go, by where these start. */
    private final Map<Integer, Map<String, Login>> replaced = new HashMap<>();

    private final Map<String, Login> added = new HashMap<>();

    /** The names of all entries that change, as they were and as they will be. */
    private final Set<String> touched = new HashSet<>();

    public ExpectedContent(NetrcDocument before) {
        this.before = before;
    }

    public void change(Entry entry, String machine, Login login) {
        replaced.put(entry.start(), Map.of(machine, login));
        touched.add(entry.machine());
        touched.add(machine);
    }

    public void remove(Entry entry) {
        replaced.put(entry.start(), Map.of());
        touched.add(entry.machine());
    }

    /** A new entry, of a name that none had. */
    public void add(String machine, Login login) {
        added.put(machine, login);
        touched.add(machine);
    }

    /** The tree of the edited file; empty if readers would take anything else from it, or would not get as far as an edit. */
    public Optional<NetrcDocument> in(TextEdits edits) {
        return edits.stayBefore(before.readableEnd()) ? in(edits.apply()) : Optional.empty();
    }

    Optional<NetrcDocument> in(byte[] edited) {
        try {
            NetrcDocument after = NetrcParser.parse(edited);
            return isBetweenWhatStayed(after) || isBetween(0, 0, after) ? Optional.of(after) : Optional.empty();
        } catch (NetrcException e) {
            return Optional.empty();
        }
    }

    /** Whether the parts between those that stayed, which a large file has most of, say what is wanted. */
    private boolean isBetweenWhatStayed(NetrcDocument after) {
        List<NetrcNode> old = before.nodes();
        List<NetrcNode> now = after.nodes();
        int shorter = Math.min(old.size(), now.size());
        int sameStart = before.text().sameStart(after.text());
        int head = 0;
        while (head < shorter && now.get(head).end() <= sameStart && isSame(old.get(head), now.get(head), 0)) {
            head++;
        }
        int shift = after.text().length() - before.text().length();
        int sameEnd = before.text().sameEnd(after.text());
        int tail = 0;
        while (tail < shorter - head
                && now.get(now.size() - tail - 1).start() >= sameEnd
                && isSame(old.get(old.size() - tail - 1), now.get(now.size() - tail - 1), shift)) {
            tail++;
        }
        return isBetween(head, tail, after);
    }

    /** Whether two parts that hold the same bytes are the same for every reader, and not of a machine that changes. */
    private boolean isSame(NetrcNode old, NetrcNode now, int shift) {
        return old.getClass() == now.getClass()
                && old.start() + shift == now.start()
                && old.end() + shift == now.end()
                && !(now instanceof Entry entry && touched.contains(entry.machine()));
    }

    /** Whether the parts say what is wanted, but for some at either end. */
    private boolean isBetween(int head, int tail, NetrcDocument after) {
        NetrcContent wanted = NetrcContent.empty();
        for (NetrcNode node : between(head, tail, before)) {
            Map<String, Login> instead = replaced.get(node.start());
            if (instead == null) {
                wanted.read(node);
            } else {
                wanted.logins().putAll(instead);
            }
        }
        wanted.logins().putAll(added);
        return wanted.equals(NetrcContent.of(between(head, tail, after)));
    }

    private static List<NetrcNode> between(int head, int tail, NetrcDocument document) {
        return document.nodes().subList(head, document.nodes().size() - tail);
    }
}
