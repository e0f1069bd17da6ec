package wandb.auth.keyring.keychain;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A function of a library in C.
 *
 * @param handle what calls it
 */
public record NativeFunction(MethodHandle handle) {

    /** Calls it. */
    public Object call(Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a function of C throws nothing", e);
        }
    }

    /** Calls one that gives an {@code int}. */
    public int callForInt(Object... arguments) {
        return (int) call(arguments);
    }

    /** Calls one that gives an address. */
    public MemorySegment callForAddress(Object... arguments) {
        return (MemorySegment) call(arguments);
    }
}
