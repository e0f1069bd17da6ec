package wandb.auth.keyring.macos;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** A function of a native library that is to be called. */
@SuppressWarnings("restricted") // native code is what this is for
final class NativeCall {

    private final String name;
    private final MethodHandle handle;

    private NativeCall(String name, MethodHandle handle) {
        this.name = name;
        this.handle = handle;
    }

    /**
     * Finds it.
     *
     * @throws java.util.NoSuchElementException if the library lacks it
     */
    static NativeCall of(SymbolLookup library, String name, FunctionDescriptor type) {
        return new NativeCall(name, Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type));
    }

    /** Calls it, and gives what it gives. */
    Object with(Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + " was called in another way than it is declared", e);
        }
    }

    /** Calls one that gives nothing. */
    void run(Object argument) {
        try {
            handle.invokeWithArguments(argument);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(name + " was called in another way than it is declared", e);
        }
    }
}
