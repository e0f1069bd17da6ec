package wandb.auth.keyring.macos;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The objects of macOS that its calls take and give: texts, data and dictionaries of Core Foundation. Those that are made here
 * are released, and what was copied for them is overwritten, when it is closed.
 */
@SuppressWarnings("restricted") // native code is what this is for
final class CoreFoundation implements AutoCloseable {

    private static final int UTF_8 = 0x08000100; // kCFStringEncodingUTF8
    private static final long LONGEST_MESSAGE = 1024; // bytes

    private final SymbolLookup library;
    private final Arena arena = Arena.ofConfined();
    private final List<MemorySegment> owned = new ArrayList<>();
    private final List<MemorySegment> copies = new ArrayList<>();

    /**
     * Begins.
     *
     * @param library where the functions and constants are
     */
    CoreFoundation(SymbolLookup library) {
        this.library = library;
    }

    /** An object that is called by a name, such as the key of a dictionary. */
    MemorySegment constant(String name) {
        return library.findOrThrow(name)
                .reinterpret(ValueLayout.ADDRESS.byteSize())
                .get(ValueLayout.ADDRESS, 0);
    }

    /** A text. */
    MemorySegment string(String text) {
        MemorySegment bytes = copied(text);
        return owned((MemorySegment) NativeCall.of(
                        library,
                        "CFStringCreateWithBytes",
                        FunctionDescriptor.of(
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_BOOLEAN))
                .with(MemorySegment.NULL, bytes, bytes.byteSize(), UTF_8, false));
    }

    /** A text as data, which is what an item keeps. */
    MemorySegment data(String text) {
        MemorySegment bytes = copied(text);
        return owned((MemorySegment) NativeCall.of(
                        library,
                        "CFDataCreate",
                        FunctionDescriptor.of(
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG))
                .with(MemorySegment.NULL, bytes, bytes.byteSize()));
    }

    /** A dictionary with objects by the names of its keys. */
    MemorySegment dictionary(Map<String, MemorySegment> entries) {
        MemorySegment keys = arena.allocate(ValueLayout.ADDRESS, entries.size());
        MemorySegment values = arena.allocate(ValueLayout.ADDRESS, entries.size());
        long index = 0;
        for (Map.Entry<String, MemorySegment> entry : entries.entrySet()) {
            keys.setAtIndex(ValueLayout.ADDRESS, index, constant(entry.getKey()));
            values.setAtIndex(ValueLayout.ADDRESS, index, entry.getValue());
            index++;
        }
        return owned((MemorySegment) NativeCall.of(
                        library,
                        "CFDictionaryCreate",
                        FunctionDescriptor.of(
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS))
                .with(
                        MemorySegment.NULL,
                        keys,
                        values,
                        index,
                        library.findOrThrow("kCFTypeDictionaryKeyCallBacks"),
                        library.findOrThrow("kCFTypeDictionaryValueCallBacks")));
    }

    /** A place for an object that a call gives. */
    MemorySegment result() {
        return arena.allocate(ValueLayout.ADDRESS);
    }

    /** The text in data that a call has put there, to be released with the others. */
    String text(MemorySegment result) {
        MemorySegment data = owned(result.get(ValueLayout.ADDRESS, 0));
        long length = (long) NativeCall.of(
                        library,
                        "CFDataGetLength",
                        FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS))
                .with(data);
        MemorySegment bytes = (MemorySegment) NativeCall.of(
                        library,
                        "CFDataGetBytePtr",
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                .with(data);
        return new String(bytes.reinterpret(length).toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /** What macOS says about the code of an error; empty where it says nothing. */
    String message(int code) {
        MemorySegment text = (MemorySegment) NativeCall.of(
                        library,
                        "SecCopyErrorMessageString",
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                .with(code, MemorySegment.NULL);
        if (text.address() == 0) {
            return "";
        }
        owned(text);
        MemorySegment bytes = arena.allocate(LONGEST_MESSAGE);
        boolean fits = (boolean) NativeCall.of(
                        library,
                        "CFStringGetCString",
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_BOOLEAN,
                                ValueLayout.ADDRESS,
                                ValueLayout.ADDRESS,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT))
                .with(text, bytes, LONGEST_MESSAGE, UTF_8);
        return fits ? bytes.getString(0) : "";
    }

    private MemorySegment copied(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        MemorySegment copy = arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
        copies.add(copy);
        return copy;
    }

    private MemorySegment owned(MemorySegment object) {
        owned.add(object);
        return object;
    }

    @Override
    public void close() {
        copies.forEach(copy -> copy.fill((byte) 0));
        NativeCall release = NativeCall.of(library, "CFRelease", FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));
        owned.forEach(release::run);
        arena.close();
    }
}
