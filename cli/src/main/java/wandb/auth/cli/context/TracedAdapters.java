package wandb.auth.cli.context;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Trace;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.server.CredentialVerifier;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.SourceProvider;
import wandb.auth.domain.spi.StoreProvider;

/**
 * Adapters of which each call is a step of the trace: what was asked, the answer, and how long it took. One invocation handler
 * does it for every port, so that a new port or method is traced without being told.
 *
 * @param adapters the adapters
 * @param trace shows the steps
 */
public record TracedAdapters(Adapters adapters, Trace trace) implements Adapters {

    /** What every run asks often and what answers without input or output. */
    private static final Set<String> UNTRACED = Set.of("id", "protection", "sources", "toString", "hashCode", "equals");

    /** What may wait for a person or another machine: the question is shown too, in case no answer comes. */
    private static final List<Class<?>> SLOW =
            List.of(CredentialSource.class, CredentialStore.class, CredentialVerifier.class, TokenExchange.class);

    @Override
    public <T> Iterable<T> of(Class<T> type) {
        return () -> {
            Iterator<T> present = adapters.of(type).iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return present.hasNext();
                }

                @Override
                public T next() {
                    T adapter = present.next();
                    return traced(type, name(type, adapter), adapter);
                }
            };
        };
    }

    private static String name(Class<?> type, Object adapter) {
        return switch (adapter) {
            case SourceProvider provider -> Messages.tracedSource(provider.id());
            case StoreProvider provider -> Messages.tracedStore(provider.id());
            default -> type.getSimpleName();
        };
    }

    private <T> T traced(Class<T> type, String name, T adapter) {
        Object proxy = Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) ->
                        call(name, adapter, method, arguments == null ? new Object[0] : arguments));
        return type.cast(proxy);
    }

    private @Nullable Object call(String name, Object adapter, Method method, @Nullable Object... arguments) {
        if (UNTRACED.contains(method.getName())) {
            return answer(adapter, method, arguments);
        }
        StringBuilder step = new StringBuilder(name).append(' ').append(method.getName());
        for (Object argument : arguments) {
            TraceText.secret(argument).ifPresent(trace::hide);
            step.append(TraceText.subject(argument));
        }
        if (SLOW.contains(method.getDeclaringClass())) {
            trace.step(Messages.tracedQuestion(step.toString()));
        }
        long start = System.nanoTime();
        Object answer = answer(adapter, method, arguments);
        long milliseconds = Duration.ofNanos(System.nanoTime() - start).toMillis();
        TraceText.secret(answer).ifPresent(trace::hide);
        boolean isOpened = answer instanceof StoreLookup.Opened || answer instanceof CredentialSource;
        if (!isOpened) { // a store that was opened shows what it is asked
            trace.step(Messages.tracedAnswer(step.toString(), TraceText.of(answer), milliseconds));
        }
        return traced(name, answer, arguments);
    }

    /** What the adapter answers, or throws: of the ports none declares an exception. */
    private static @Nullable Object answer(Object adapter, Method method, @Nullable Object... arguments) {
        try {
            return method.invoke(adapter, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException defect) {
                throw defect;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(method + " failed", e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " cannot be called", e);
        }
    }

    /** The answer itself, but for a source or store that was opened, whose answers are steps too. */
    private @Nullable Object traced(String name, @Nullable Object answer, @Nullable Object... arguments) {
        return switch (answer) {
            case StoreLookup.Opened opened
            when arguments[0] instanceof SourceId id ->
                new StoreLookup.Opened(traced(Messages.tracedStore(id), opened.source()));
            case CredentialSource source -> traced(name, source);
            case null, default -> answer;
        };
    }

    private CredentialSource traced(String name, CredentialSource source) {
        return source instanceof CredentialStore store
                ? traced(CredentialStore.class, name, store)
                : traced(CredentialSource.class, name, source);
    }
}
