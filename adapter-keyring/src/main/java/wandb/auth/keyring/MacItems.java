package wandb.auth.keyring;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import wandb.auth.keyring.keychain.ItemName;

/**
 * One call about generic passwords, with the objects that it takes: they are released, and the memory with the secret is
 * cleared, when it is closed. No keychain is named, so that macOS searches and adds as for every other program of the user:
 * in the keychains of the user's list, and to the default one.
 */
final class MacItems implements AutoCloseable {

    /** Of the state of a keychain: it is unlocked (kSecUnlockStateStatus). */
    private static final int UNLOCKED = 1;

    private final SecurityFramework security;
    private final Arena arena = Arena.ofConfined();
    private final List<MemorySegment> secrets = new ArrayList<>();
    private final List<MemorySegment> objects = new ArrayList<>();

    MacItems(SecurityFramework security) {
        this.security = security;
    }

    /**
     * How a call ended.
     *
     * @param status 0, or what is wrong ({@link MacProblems})
     * @param text the secret, if that was asked for and found; else empty
     */
    record Answer(int status, String text) {

        private static Answer of(int status) {
            return new Answer(status, "");
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "Answer[" + status + "]";
        }
    }

    Answer find(ItemName name) {
        Map<String, MemorySegment> query = query(name);
        query.put("kSecReturnData", security.constant("kCFBooleanTrue"));
        MemorySegment result = arena.allocate(ADDRESS);
        int status = security.copyMatching(dictionary(query), result);
        MemorySegment data = result.get(ADDRESS, 0);
        if (data.equals(MemorySegment.NULL)) {
            return Answer.of(status);
        }
        byte[] bytes = security.bytes(kept(data)).toArray(JAVA_BYTE);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Arrays.fill(bytes, (byte) 0);
        return new Answer(status, text);
    }

    Answer add(ItemName name, String secret) {
        Map<String, MemorySegment> attributes = query(name);
        attributes.put("kSecAttrLabel", string(name.label()));
        attributes.put("kSecValueData", data(secret));
        return Answer.of(security.add(dictionary(attributes)));
    }

    Answer update(ItemName name, String secret) {
        Map<String, MemorySegment> attributes = new LinkedHashMap<>();
        attributes.put("kSecValueData", data(secret));
        return Answer.of(security.update(dictionary(query(name)), dictionary(attributes)));
    }

    Answer delete(ItemName name) {
        return Answer.of(security.delete(dictionary(query(name))));
    }

    /** The status that a save would end with, by the state of the default keychain; nobody is asked. */
    Answer readiness() {
        MemorySegment state = arena.allocate(JAVA_INT);
        int status = security.keychainStatus(state);
        boolean isLocked = (state.get(JAVA_INT, 0) & UNLOCKED) == 0;
        return Answer.of(status == MacProblems.SUCCESS && isLocked ? MacProblems.INTERACTION_NOT_ALLOWED : status);
    }

    private Map<String, MemorySegment> query(ItemName name) {
        Map<String, MemorySegment> query = new LinkedHashMap<>();
        query.put("kSecClass", security.constant("kSecClassGenericPassword"));
        query.put("kSecAttrService", string(name.service()));
        query.put("kSecAttrAccount", string(name.account()));
        return query;
    }

    private MemorySegment string(String text) {
        return kept(security.newString(bytes(text.getBytes(StandardCharsets.UTF_8))));
    }

    private MemorySegment data(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        MemorySegment copy = bytes(bytes);
        Arrays.fill(bytes, (byte) 0);
        secrets.add(copy);
        return kept(security.newData(copy));
    }

    private MemorySegment bytes(byte[] bytes) {
        return arena.allocateFrom(JAVA_BYTE, bytes);
    }

    private MemorySegment dictionary(Map<String, MemorySegment> entries) {
        MemorySegment keys = arena.allocate(ADDRESS, entries.size());
        MemorySegment values = arena.allocate(ADDRESS, entries.size());
        int index = 0;
        for (Map.Entry<String, MemorySegment> entry : entries.entrySet()) {
            keys.setAtIndex(ADDRESS, index, security.constant(entry.getKey()));
            values.setAtIndex(ADDRESS, index, entry.getValue());
            index++;
        }
        return kept(security.newDictionary(keys, values, entries.size()));
    }

    /** Core Foundation gives null where it cannot make something, and crashes where it is given that. */
    private MemorySegment kept(MemorySegment object) {
        if (object.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("Core Foundation could not make an object");
        }
        objects.add(object);
        return object;
    }

    @Override
    public void close() {
        objects.forEach(security::release);
        secrets.forEach(secret -> secret.fill((byte) 0));
        arena.close();
    }
}
