package wandb.auth.cli.terminal;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.invoke.MethodHandle;

/**
 * Functions of the C library for terminals and signals. A program in their place would be stopped together with this one, by the
 * same key, and waited for in vain.
 */
@SuppressWarnings("restricted") // native code, which the options of the image allow this module
final class CLibrary {

    /**
     * What every one of them is called with: one that takes less leaves the rest alone, by the calling conventions of x86-64 and of
     * ARM. Each shape of its own would delay the first prompt.
     */
    private static final FunctionDescriptor SHAPE = FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG);

    private CLibrary() {}

    /** Calls the function, which takes numbers and addresses and gives an {@code int}. */
    static int call(String function, long first, long second, long third) {
        Linker linker = Linker.nativeLinker();
        MethodHandle handle = linker.downcallHandle(linker.defaultLookup().findOrThrow(function), SHAPE);
        try {
            return (int) handle.invokeExact(first, second, third);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a function of C throws nothing", e);
        }
    }

    /** The same with one number. */
    static int call(String function, long number) {
        return call(function, number, 0, 0);
    }
}
