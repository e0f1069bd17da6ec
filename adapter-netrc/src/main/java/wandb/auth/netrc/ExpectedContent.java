package wandb.auth.netrc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.netrc.NetrcNode.Entry;

/** What readers are to take from a file once it is edited: for some machines what is said here, else what they took before. */
final class ExpectedContent {

    private final NetrcDocument before;
    private final Map<String, Optional<Login>> changes = new HashMap<>();

    ExpectedContent(NetrcDocument before) {
        this.before = before;
    }

    void set(String machine, Login login) {
        changes.put(machine, Optional.of(login));
    }

    void remove(String machine) {
        changes.put(machine, Optional.empty());
    }

    /** The tree of the edited file; empty where readers would take anything else from it. */
    Optional<NetrcDocument> in(byte[] edited) {
        try {
            NetrcDocument after = NetrcParser.parse(edited);
            return isBetweenWhatStayed(after) || isBetween(0, 0, after) ? Optional.of(after) : Optional.empty();
        } catch (NetrcSyntaxException e) {
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
                && !(now instanceof Entry entry && changes.containsKey(entry.machine()));
    }

    /** Whether the parts say what is wanted, but for some at either end. */
    private boolean isBetween(int head, int tail, NetrcDocument after) {
        NetrcContent wanted = NetrcContent.of(between(head, tail, before));
        for (Map.Entry<String, Optional<Login>> change : changes.entrySet()) {
            if (change.getValue().isPresent()) {
                wanted.logins().put(change.getKey(), change.getValue().get());
            } else {
                wanted.logins().remove(change.getKey());
            }
        }
        return wanted.equals(NetrcContent.of(between(head, tail, after)));
    }

    private static List<NetrcNode> between(int head, int tail, NetrcDocument document) {
        return document.nodes().subList(head, document.nodes().size() - tail);
    }
}
