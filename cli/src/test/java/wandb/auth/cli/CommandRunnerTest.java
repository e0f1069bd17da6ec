package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.cli.context.Adapters;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.sdk.SdkHook;

class CommandRunnerTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void tellsADefectInOneLineThatQuotesNothing() {
        Adapters adapters = new BrokenAdapters(() -> {
            throw new IllegalStateException("topsecret");
        });

        int exitCode = run(adapters, OutputStream.nullOutputStream(), "login", KEY);

        assertEquals(ExitCode.FAILED, exitCode);
        assertTrue(
                said().startsWith("wandb: ERROR This is a bug in this program, please report it:"
                        + " java.lang.IllegalStateException at "),
                said());
        assertFalse(said().contains("topsecret"), said());
        assertEquals(1, said().lines().count());
    }

    @Test
    void tellsADefectOfAnAdapterAlsoWhereItsCallsAreTraced() {
        Adapters adapters = new FailingHook();

        String[] command = {"auth", "hook", "enable", "--python", "there"};
        int exitCode = run(adapters, Map.of("WANDB_AUTH_TRACE", "1"), OutputStream.nullOutputStream(), command);

        assertEquals(ExitCode.FAILED, exitCode);
        assertTrue(said().contains("report it: java.lang.UnsupportedOperationException at "), said());
        assertFalse(said().contains("topsecret"), said());
    }

    /** In the words of the JDK. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Java heap space                                                  | Out of memory while reading a file
            unable to create native thread: possibly out of memory or limits | may have no more processes and threads
            """)
    void tellsWhatThereIsTooLittleOf(String error, String words) {
        Adapters adapters = new BrokenAdapters(() -> {
            throw new OutOfMemoryError(error);
        });

        int exitCode = run(adapters, OutputStream.nullOutputStream(), "login", KEY);

        assertEquals(ExitCode.FAILED, exitCode);
        assertTrue(said().contains(words), said());
        assertEquals(1, said().lines().count());
    }

    @Test
    void failsWhereNoModuleProvidesAStore() {
        int exitCode = run(new NoAdapters(), OutputStream.nullOutputStream(), "login", KEY);

        assertEquals(ExitCode.FAILED, exitCode);
        assertTrue(said().startsWith("wandb: ERROR This is a bug"), said());
    }

    @Test
    void failsWhereStandardOutputCannotBeWrittenTo() {
        FakeAdapters adapters = new FakeAdapters();
        adapters.store().holds(CommandLineFixture.key(KEY));

        int exitCode = run(adapters, new FullDisk(), "auth", "token");

        assertEquals(ExitCode.FAILED, exitCode);
        assertEquals("wandb: ERROR " + Messages.OUTPUT_LOST + "\n", said());
    }

    @Test
    void saysThatOutputIsLostAlsoWhereTheCommandHadAnotherExitCode() {
        int exitCode = run(new FakeAdapters(), new FullDisk(), "status");

        assertEquals(ExitCode.FAILED, exitCode);
        assertTrue(said().contains("ERROR " + Messages.OUTPUT_LOST), said());
    }

    @Test
    void succeedsWithoutAWordWhereStandardOutputIsNotNeeded() {
        int exitCode = run(new FakeAdapters(), new FullDisk(), "login", KEY);

        assertEquals(ExitCode.DONE, exitCode);
        assertFalse(said().contains("ERROR"), said());
    }

    private int run(Adapters adapters, OutputStream out, String... args) {
        return run(adapters, Map.of(), out, args);
    }

    private int run(Adapters adapters, Map<String, String> variables, OutputStream out, String... args) {
        return new CommandRunner(
                        CommandLineFixture.environment(variables, Terminal.NONE),
                        adapters,
                        InputStream.nullInputStream(),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** None of them can be had. */
    private static final class BrokenAdapters implements Adapters {

        private final Runnable failure;

        /** The failure says why. */
        BrokenAdapters(Runnable failure) {
            this.failure = failure;
        }

        @Override
        public <T> Iterable<T> of(Class<T> type) {
            failure.run();
            return List.of();
        }
    }

    /** What is installed, but for a port whose adapter has a defect. */
    private static final class FailingHook implements Adapters {

        private final FakeAdapters others = new FakeAdapters();

        @Override
        public <T> Iterable<T> of(Class<T> type) {
            if (type != SdkHook.class) {
                return others.of(type);
            }
            return List.of(type.cast(
                    Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException("topsecret");
                    })));
        }
    }

    private static final class NoAdapters implements Adapters {

        @Override
        public <T> Iterable<T> of(Class<T> type) {
            return List.of();
        }
    }

    private static final class FullDisk extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("no space left");
        }
    }
}
