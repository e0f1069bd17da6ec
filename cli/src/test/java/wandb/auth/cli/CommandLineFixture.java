package wandb.auth.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Terminal;

/** Runs commands as a whole in this process, over {@link FakeAdapters}. */
public final class CommandLineFixture {

    public static final String KEY = "0123456789012345678901234567890123456789";
    public static final String OTHER_KEY = "fedcba9876".repeat(4);
    public static final String LONG_KEY = "wandb_v1_" + "0123456789a".repeat(7);

    /** What is meant where nothing else is named. */
    public static final Account CLOUD_ACCOUNT = new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT);

    private final FakeAdapters adapters = new FakeAdapters();
    private final Map<String, String> variables = new HashMap<>();
    private Terminal terminal = Terminal.NONE;
    private ByteArrayInputStream input = new ByteArrayInputStream(new byte[0]);
    private ProgramName program = ProgramName.WANDB;

    /** What came of a run. */
    public record Result(int exitCode, String out, String err) {}

    public static ApiKey key(String text) {
        return ApiKey.parse(text);
    }

    public static Environment environment(Map<String, String> variables, Terminal terminal) {
        return new Environment(
                variables, Optional.empty(), Path.of("").toAbsolutePath(), OperatingSystem.LINUX, terminal);
    }

    public FakeAdapters adapters() {
        return adapters;
    }

    /** The store {@code netrc}. */
    public FakeStore store() {
        return adapters.store();
    }

    public FakeStore keyring() {
        return adapters.keyring();
    }

    public CommandLineFixture variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public CommandLineFixture terminal(Terminal streams) {
        terminal = streams;
        return this;
    }

    /** By which name the program is started; with its path where that is not empty. */
    public CommandLineFixture startedAs(String program) {
        this.program = ProgramName.of(program);
        return this;
    }

    public CommandLineFixture input(String text) {
        input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** How many bytes of standard input the last run has left there. */
    public int unread() {
        return input.available();
    }

    public Result run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, args);
    }

    public Result run(ByteArrayOutputStream out, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new CommandRunner(
                        program,
                        environment(variables, terminal),
                        adapters,
                        input,
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args);
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
