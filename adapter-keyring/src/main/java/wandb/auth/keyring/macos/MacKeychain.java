package wandb.auth.keyring.macos;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.StoredSecret;

/**
 * The login keychain of macOS, by the calls of its Security framework. Its items are generic passwords, named by their service
 * and account; macOS has one of a name. No library of ours has to be unpacked for it.
 *
 * <p>It was never run on macOS; the tests give it a library with the same calls.
 */
@SuppressWarnings("restricted") // native code is what this is for
public final class MacKeychain implements Keychain {

    private static final String SECURITY = "/System/Library/Frameworks/Security.framework/Security";
    private static final String FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation";

    private static final int SUCCESS = 0;
    private static final int ITEM_NOT_FOUND = -25300; // errSecItemNotFound
    private static final int INTERACTION_NOT_ALLOWED = -25308; // errSecInteractionNotAllowed
    private static final int CANCELED = -128; // errSecUserCanceled

    private final SymbolLookup library;

    private MacKeychain(SymbolLookup library) {
        this.library = library;
    }

    /**
     * Opens the keychain.
     *
     * @param interaction whether macOS may ask for the password of a locked keychain in this process
     */
    public static Keychain open(Interaction interaction) throws KeychainException {
        try {
            SymbolLookup frameworks = SymbolLookup.libraryLookup(SECURITY, Arena.global())
                    .or(SymbolLookup.libraryLookup(FOUNDATION, Arena.global()));
            return open(frameworks, interaction);
        } catch (IllegalArgumentException e) {
            throw new KeychainException("macOS does not have its Security framework.", "Choose another store.");
        }
    }

    /**
     * Opens the keychain of a library.
     *
     * @param library where the calls of the frameworks are
     */
    static Keychain open(SymbolLookup library, Interaction interaction) {
        NativeCall.of(
                        library,
                        "SecKeychainSetUserInteractionAllowed",
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_BOOLEAN))
                .with(interaction == Interaction.ALLOWED);
        return new MacKeychain(library);
    }

    @Override
    public Condition check() throws KeychainException {
        read(ItemName.of("https://availability.invalid", "default"));
        return Condition.PLAIN;
    }

    @Override
    public Optional<StoredSecret> read(ItemName name) throws KeychainException {
        try (CoreFoundation objects = new CoreFoundation(library)) {
            Map<String, MemorySegment> query = query(objects, name);
            query.put("kSecReturnData", objects.constant("kCFBooleanTrue"));
            MemorySegment result = objects.result();
            int code = call("SecItemCopyMatching", objects.dictionary(query), result);
            if (code == ITEM_NOT_FOUND) {
                return Optional.empty();
            }
            check(objects, code);
            return Optional.of(new StoredSecret(objects.text(result), 1));
        }
    }

    @Override
    public void write(ItemName name, String secret) throws KeychainException {
        try (CoreFoundation objects = new CoreFoundation(library)) {
            Map<String, MemorySegment> query = query(objects, name);
            MemorySegment value = objects.data(secret);
            int code = call(
                    "SecItemUpdate",
                    objects.dictionary(query),
                    objects.dictionary(Map.of("kSecValueData", value)));
            if (code == ITEM_NOT_FOUND) {
                query.put("kSecAttrLabel", objects.string(name.label()));
                query.put("kSecValueData", value);
                code = call("SecItemAdd", objects.dictionary(query), MemorySegment.NULL);
            }
            check(objects, code);
        }
    }

    @Override
    public void erase(ItemName name) throws KeychainException {
        try (CoreFoundation objects = new CoreFoundation(library)) {
            int code = (int) NativeCall.of(
                            library,
                            "SecItemDelete",
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .with(objects.dictionary(query(objects, name)));
            if (code != ITEM_NOT_FOUND) {
                check(objects, code);
            }
        }
    }

    private static Map<String, MemorySegment> query(CoreFoundation objects, ItemName name) {
        Map<String, MemorySegment> query = new HashMap<>();
        query.put("kSecClass", objects.constant("kSecClassGenericPassword"));
        query.put("kSecAttrService", objects.string(name.service()));
        query.put("kSecAttrAccount", objects.string(name.account()));
        return query;
    }

    /** Calls one of those that take two addresses and give a code. */
    private int call(String name, MemorySegment first, MemorySegment second) {
        return (int) NativeCall.of(
                        library,
                        name,
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                .with(first, second);
    }

    private static void check(CoreFoundation objects, int code) throws KeychainException {
        switch (code) {
            case SUCCESS -> {}
            case INTERACTION_NOT_ALLOWED ->
                throw new KeychainException(
                        "The macOS keychain is locked, and nobody can be asked here.",
                        "Unlock the login keychain (security unlock-keychain) and try again; or choose another store.");
            case CANCELED ->
                throw new KeychainException(
                        "The question of the macOS keychain was dismissed.",
                        "Try again and allow it; or choose another store.");
            default ->
                throw new KeychainException(
                        "The macOS keychain failed: " + TerminalSafe.of(objects.message(code)) + " (" + code + ")",
                        "Unlock the login keychain in Keychain Access and try again; or choose another store.");
        }
    }

    @Override
    public void close() {}
}
