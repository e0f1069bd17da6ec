package wandb.auth.keyring.keychain;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** A function of a library in C. */
@SuppressWarnings("restricted") // native code, which the options of the image allow this module
public final class NativeFunction {

    private final MethodHandle handle;

    private NativeFunction(MethodHandle handle) {
        this.handle = handle;
    }

    /**
     * Finds one.
     *
     * @throws java.util.NoSuchElementException if they have none of that name
     */
    public static NativeFunction of(SymbolLookup symbols, String name, FunctionDescriptor type) {
        return new NativeFunction(Linker.nativeLinker().downcallHandle(symbols.findOrThrow(name), type));
    }

    public Object call(Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a function of C throws nothing", e);
        }
    }

    public int callForInt(Object... arguments) {
        return (int) call(arguments);
    }

    public MemorySegment callForAddress(Object... arguments) {
        return (MemorySegment) call(arguments);
    }
}
