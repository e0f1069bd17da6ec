package wandb.auth.cli.terminal;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import wandb.auth.cli.message.Messages;

/**
 * A signal, by {@code sun.misc.Signal}: the JDK has nothing else for signals, and a compiler that takes warnings for errors
 * does not let it be named.
 */
final class PosixSignal {

    private static final String KILL = "kill -\"$1\" \"$2\"";

    /** The group of the process and that of its terminal are the fifth and eighth argument then: proc_pid_stat(5). */
    private static final String UNLESS_IN_FOREGROUND = """
            read -r status <"/proc/$2/stat"
            set -- "$1" "$2" ${status##*) }
            [ "$5" != "$8" ] || exit 0
            """;

    private final String name;
    private final Object signal;

    /** The signal of that name, without SIG. */
    PosixSignal(String name) {
        this.name = name;
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

    /**
     * Sends it to this process, for which the JDK has a way only where it handles the signal itself. What stops a process
     * stops this one before the call is over.
     */
    void send() {
        send(KILL);
    }

    /**
     * The same, unless the process is in the foreground of its terminal by then: what sends the signal may have been stopped
     * together with this process, and be resumed with it.
     */
    void sendInBackground() {
        send(UNLESS_IN_FOREGROUND + KILL);
    }

    private void send(String script) {
        String process = String.valueOf(ProcessHandle.current().pid());
        ProcessBuilder kill = new ProcessBuilder("/bin/sh", "-c", script, "sh", number(), process);
        kill.environment().clear();
        try {
            kill.start().waitFor();
        } catch (IOException e) {
            throw new InputException(Messages.signalNotSent(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By which every shell knows it, whatever it calls it. */
    private String number() {
        try {
            return String.valueOf(type("Signal").getMethod("getNumber").invoke(signal));
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

    /** Does what the system does with it. */
    void handleAsUsual() {
        try {
            call("handle", signal, type("SignalHandler").getField("SIG_DFL").get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    void handleAsBefore(Object before) {
        call("handle", signal, before);
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
