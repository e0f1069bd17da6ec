package wandb.auth.keyring;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import wandb.auth.keyring.keychain.NativeFunction;

/**
 * The functions of Apple's Security framework that keep generic passwords ("Keychain services" in its documentation), and
 * those of Core Foundation that make what they take. Each gives its status: 0, or what is wrong ({@link MacProblems}).
 */
@SuppressWarnings("restricted") // native code, which the options of the image allow this module
final class SecurityFramework {

    private static final List<String> OF_THE_SYSTEM = List.of(
            "/System/Library/Frameworks/Security.framework/Security",
            "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation");

    private final SymbolLookup symbols;

    private SecurityFramework(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    static SecurityFramework ofTheSystem() {
        return of(OF_THE_SYSTEM);
    }

    /**
     * Loads the functions.
     *
     * @param libraries the paths of the libraries that they are in; macOS has no files there, and finds them all the same
     * @throws IllegalArgumentException if there is no such library
     */
    static SecurityFramework of(List<String> libraries) {
        SymbolLookup symbols = SymbolLookup.libraryLookup(libraries.getFirst(), Arena.global());
        for (String library : libraries.subList(1, libraries.size())) {
            symbols = symbols.or(SymbolLookup.libraryLookup(library, Arena.global()));
        }
        return new SecurityFramework(symbols);
    }

    /** Whether macOS may ask somebody in this process, as for the password of a locked keychain. */
    void allowQuestions(boolean allowed) {
        function("SecKeychainSetUserInteractionAllowed", JAVA_INT, JAVA_BYTE).callForInt((byte) (allowed ? 1 : 0));
    }

    /** Writes the state of the default keychain to that address: a bit set of 32 bits. */
    int keychainStatus(MemorySegment state) {
        return function("SecKeychainGetStatus", JAVA_INT, ADDRESS, ADDRESS).callForInt(MemorySegment.NULL, state);
    }

    /** Writes the address of what was found, which the caller releases, to that address. */
    int copyMatching(MemorySegment query, MemorySegment result) {
        return function("SecItemCopyMatching", JAVA_INT, ADDRESS, ADDRESS).callForInt(query, result);
    }

    int add(MemorySegment attributes) {
        return function("SecItemAdd", JAVA_INT, ADDRESS, ADDRESS).callForInt(attributes, MemorySegment.NULL);
    }

    int update(MemorySegment query, MemorySegment attributes) {
        return function("SecItemUpdate", JAVA_INT, ADDRESS, ADDRESS).callForInt(query, attributes);
    }

    int delete(MemorySegment query) {
        return function("SecItemDelete", JAVA_INT, ADDRESS).callForInt(query);
    }

    MemorySegment newString(MemorySegment bytes) {
        int utf8 = 0x08000100; // kCFStringEncodingUTF8
        return function("CFStringCreateWithBytes", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_BYTE)
                .callForAddress(MemorySegment.NULL, bytes, bytes.byteSize(), utf8, (byte) 0);
    }

    MemorySegment newData(MemorySegment bytes) {
        return function("CFDataCreate", ADDRESS, ADDRESS, ADDRESS, JAVA_LONG)
                .callForAddress(MemorySegment.NULL, bytes, bytes.byteSize());
    }

    /** A dictionary that keeps what is in it. Keys and values are arrays of so many addresses. */
    MemorySegment newDictionary(MemorySegment keys, MemorySegment values, long entries) {
        return function("CFDictionaryCreate", ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS)
                .callForAddress(
                        MemorySegment.NULL,
                        keys,
                        values,
                        entries,
                        symbols.findOrThrow("kCFTypeDictionaryKeyCallBacks"),
                        symbols.findOrThrow("kCFTypeDictionaryValueCallBacks"));
    }

    /** The bytes of a data object, which are there as long as that is. */
    MemorySegment bytes(MemorySegment data) {
        long length = (long) function("CFDataGetLength", JAVA_LONG, ADDRESS).call(data);
        return function("CFDataGetBytePtr", ADDRESS, ADDRESS)
                .callForAddress(data)
                .reinterpret(length);
    }

    void release(MemorySegment object) {
        NativeFunction.of(symbols, "CFRelease", FunctionDescriptor.ofVoid(ADDRESS))
                .call(object);
    }

    /** The object whose address is in a variable of the libraries. */
    MemorySegment constant(String name) {
        return symbols.findOrThrow(name).reinterpret(ADDRESS.byteSize()).get(ADDRESS, 0);
    }

    private NativeFunction function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return NativeFunction.of(symbols, name, FunctionDescriptor.of(result, parameters));
    }
}
