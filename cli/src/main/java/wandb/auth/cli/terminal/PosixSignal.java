package wandb.auth.cli.terminal;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;

/**
 * A signal, by {@code sun.misc.Signal}: the JDK has nothing else for signals, and a compiler that takes warnings for errors
 * does not let it be named. What the JVM keeps to itself goes by the C library.
 */
final class PosixSignal {

    /** What a process does at a signal, as the C library has it: sigaction(2). This is enough for every system. */
    private static final int ACTION_SIZE = 256;

    /** {@code SIG_DFL} is 0, and so is everything else in it. */
    private static final byte[] DEFAULT = new byte[ACTION_SIZE];

    /** {@code SIG_IGN} is 1, an address that comes first in it. */
    private static final byte[] IGNORE = Arrays.copyOf(new byte[] {1}, ACTION_SIZE);

    private static final int ADDRESS_SIZE = 8;

    private final Object signal;

    /** The signal of that name, without SIG. */
    PosixSignal(String name) {
        try {
            signal = type("Signal").getConstructor(String.class).newInstance(name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no signal " + name, e);
        }
    }

    /** The same; empty on a system without it. */
    static Optional<PosixSignal> ifKnown(String name) {
        try {
            return Optional.of(new PosixSignal(name));
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** Sends it to this thread: what stops a process has stopped it before the call is over. */
    void raise() {
        CLibrary.call("raise", number());
    }

    private int number() {
        try {
            return (int) type("Signal").getMethod("getNumber").invoke(signal);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Does this when it comes, on a thread of its own.
     *
     * @return what was done before, for {@link #handleAsBefore}
     */
    @SuppressWarnings("ReferenceEquality") // the proxy's equals is the identity
    Object handle(Runnable action) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            if (method.getName().equals("handle")) {
                action.run();
            }
            return switch (method.getName()) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                case "toString" -> "handler of a signal";
                default -> null;
            };
        };
        Class<?> type = type("SignalHandler");
        return call("handle", signal, Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    void handleAsBefore(Object before) {
        call("handle", signal, before);
    }

    /**
     * Lets the system do what it does by default, whatever the JVM wants; what the process was started to ignore stays ignored.
     *
     * @return what was done before, for {@link #act}
     */
    byte[] actByDefaultUnlessIgnored() {
        byte[] before = action(MemorySegment.NULL);
        if (!Arrays.equals(before, 0, ADDRESS_SIZE, IGNORE, 0, ADDRESS_SIZE)) {
            act(DEFAULT);
        }
        return before;
    }

    void actByDefault() {
        act(DEFAULT);
    }

    void ignore() {
        act(IGNORE);
    }

    void act(byte[] action) {
        try (Arena arena = Arena.ofConfined()) {
            action(arena.allocateFrom(JAVA_BYTE, action));
        }
    }

    /** Sets it, unless the address is 0, and gives what it was. */
    private byte[] action(MemorySegment wanted) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment before = arena.allocate(ACTION_SIZE);
            CLibrary.call("sigaction", number(), wanted.address(), before.address());
            return before.toArray(JAVA_BYTE);
        }
    }

    private static Object call(String name, Object... arguments) {
        try {
            for (Method method : type("Signal").getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    Object result = method.invoke(null, arguments);
                    return result == null ? "" : result;
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name, e);
        }
        throw new IllegalStateException("no method " + name);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("sun.misc." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the image lacks the module jdk.unsupported", e);
        }
    }
}
