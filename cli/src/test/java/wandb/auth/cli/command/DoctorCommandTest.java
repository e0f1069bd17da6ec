package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandRunner;
import wandb.auth.cli.FakeStore;
import wandb.auth.cli.context.Adapters;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.domain.port.AuditTrail;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.ProgramLocator;
import wandb.auth.domain.port.sdk.ProgramLocator.Owner;
import wandb.auth.domain.port.sdk.ProgramLocator.Program;
import wandb.auth.domain.port.sdk.SdkLocator;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

class DoctorCommandTest {

    private static final Complaint OPEN = new Complaint(
            new Location.File(Path.of("/home/ada/.netrc"), 3), new Reason("Others may read it.", "Close it."));
    private static final Complaint SHADOW =
            new Complaint(new Location.Variable("WANDB_API_KEY"), new Reason("It hides a key.", "Unset it."));

    private List<Program> programs = List.of();
    private final List<Complaint> complaints = new ArrayList<>();
    private final FakeStore store = new FakeStore("netrc", "memory", Protection.PLAINTEXT);
    private Parsed<ProfileChoice> profile = new Parsed.Valid<>(ProfileChoice.NONE);
    private Parsed<ResolutionPolicy> policy = new Parsed.Valid<>(ResolutionPolicy.documented());

    @Test
    void aCleanMachineIsPraised() {
        assertEquals(new Result(0, Messages.complaintsFound(0) + "\n", ""), run());
    }

    @Test
    void eachComplaintSaysWhereWhatAndWhatToDo() {
        complaints.add(OPEN);
        complaints.add(SHADOW);
        assertEquals(new Result(1, """
                        /home/ada/.netrc:3
                            Others may read it.
                            Close it.

                        WANDB_API_KEY
                            It hides a key.
                            Unset it.

                        2 problems found.
                        """, ""), run());
    }

    @Test
    void oneComplaintIsCountedAsOne() {
        complaints.add(OPEN);
        assertTrue(run().out().endsWith("\n1 problem found.\n"));
    }

    @Test
    void aProgramGetsAnArray() {
        complaints.add(OPEN);
        complaints.add(SHADOW);
        assertEquals(
                new Result(
                        1,
                        "[{\"location\":{\"file\":\"/home/ada/.netrc\",\"line\":3},\"problem\":\"Others may read it.\","
                                + "\"remedy\":\"Close it.\"},{\"location\":{\"variable\":\"WANDB_API_KEY\"},"
                                + "\"problem\":\"It hides a key.\",\"remedy\":\"Unset it.\"}]\n",
                        ""),
                run("--json"));
    }

    @Test
    void aProgramGetsAnEmptyArrayOfACleanMachine() {
        assertEquals(new Result(0, "[]\n", ""), run("--json"));
    }

    @Test
    void aPolicyThatCannotBeReadIsToldBesideTheRestAndNoStoreIsAsked() {
        policy = new Parsed.Invalid<>(
                new Location.File(Path.of("/etc/wandb/auth.ini"), 5), new Reason("It is broken.", "Fix it."));
        store.holds(CommandLineFixture.key(CommandLineFixture.KEY));
        complaints.add(SHADOW);
        Result result = run();
        assertEquals(1, result.exitCode());
        assertTrue(result.out().startsWith("/etc/wandb/auth.ini:5\n    It is broken.\n    Fix it.\n"), result.out());
        assertTrue(result.out().endsWith("\n" + Messages.complaintsFound(2) + "\n"), result.out());
    }

    @Test
    void noKeyIsShown() {
        store.holds(CommandLineFixture.key(CommandLineFixture.KEY));
        complaints.add(OPEN);
        assertFalse((run() + "" + run("--json")).contains(CommandLineFixture.KEY));
    }

    private record Result(int exitCode, String out, String err) {}

    private Result run(String... options) {
        List<String> args = new ArrayList<>(List.of("auth", "doctor"));
        args.addAll(List.of(options));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment =
                new Environment(Map.of(), Optional.empty(), Path.of("/home/ada"), OperatingSystem.LINUX, Terminal.NONE);
        int exitCode = new CommandRunner(
                        environment,
                        new Machine(),
                        InputStream.nullInputStream(),
                        new PrintStream(out, false, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(args.toArray(String[]::new));
        return new Result(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownProfileIsAProblem() {
        profile = new Parsed.Invalid<>(
                new Location.File(Path.of("/home/ada/auth.ini"), 2),
                new Reason("'-x' is not a profile name.", "Correct it."));

        String out = run().out();

        assertTrue(out.startsWith("/home/ada/auth.ini:2\n    '-x' is not a profile name"), out);
    }

    @Test
    void everyWandbOnThePathIsListedWithItsOwnerAndWhichRuns() {
        programs = List.of(
                new Program(Path.of("/venv/bin/wandb"), Owner.SDK, Optional.of(new InstalledSdk.Version(0, 28, 0))),
                new Program(Path.of("/venv/bin/wandb-auth"), Owner.OURS, Optional.empty()),
                new Program(Path.of("/opt/bin/wandb"), Owner.OTHER, Optional.empty()),
                new Program(Path.of("/usr/bin/wandb"), Owner.OURS, Optional.empty()));

        assertEquals("""
                The programs wandb and wandb-auth on PATH, in order:
                /venv/bin/wandb
                    the Python SDK 0.28.0, which runs as 'wandb'
                /opt/bin/wandb
                    another program, hidden by the one before
                /usr/bin/wandb
                    this program, hidden by the one before
                /venv/bin/wandb-auth
                    this program, which runs as 'wandb-auth'

                No problems found.
                """, run().out());
        assertEquals("[]\n", run("--json").out());
    }

    /** Everything that a run asks for, with nothing in it but the policy, the store and the complaints. */
    private final class Machine implements Adapters {

        @Override
        public <T> Iterable<T> of(Class<T> type) {
            List<Object> adapters = List.of(
                    (SdkLocator) environment -> Optional.empty(),
                    (ProgramLocator) environment -> programs,
                    (HealthCheck) (environment, accounts, deadline) -> complaints,
                    new NoServer(),
                    new Files(),
                    new NoTrail(),
                    new Netrc());
            return adapters.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    private final class Netrc implements StoreProvider {

        @Override
        public SourceId id() {
            return ResolutionPolicy.NETRC;
        }

        @Override
        public CredentialStore open(Environment environment, StoreConfig section) {
            return store;
        }
    }

    private static final class NoServer implements SdkSettingsRepository, SdkSettings {

        @Override
        public List<SourceId> sources() {
            return List.of();
        }

        @Override
        public SdkSettings read(Environment environment) {
            return this;
        }

        @Override
        public Parsed<Optional<ConfiguredAddress>> server() {
            return new Parsed.Valid<>(Optional.empty());
        }

        @Override
        public Optional<Host> chosen() {
            return Optional.empty();
        }

        @Override
        public Finding key(SourceId source, Host host) {
            throw new IllegalArgumentException(source.value());
        }

        @Override
        public boolean isBroken(SourceId source) {
            return false;
        }

        @Override
        public Parsed<Kept> remember(Environment environment, SdkSettings before, Host host, Host unnamed) {
            throw new UnsupportedOperationException("a doctor changes nothing");
        }
    }

    private final class Files implements ConfigurationRepository {

        @Override
        public Configuration read(Environment environment) {
            return new Configuration(
                    policy, new Parsed.Valid<>(new SavedAccounts(List.of())), Map.of(), profile, Map.of());
        }

        @Override
        public PolicyDraft judge(Environment environment, Path file) {
            throw new AssertionError("no policy is judged here");
        }

        @Override
        public Optional<Complaint> obstacle(Environment environment) {
            return Optional.empty();
        }

        @Override
        public Parsed<List<KeyPlace>> earlierPlaces(Environment environment) {
            return new Parsed.Valid<>(List.of());
        }

        @Override
        public Optional<Complaint> forgetEarlierPlaces(Environment environment, List<KeyPlace> places) {
            return Optional.empty();
        }

        @Override
        public Parsed<Configuration> change(Environment environment, Configuration before, ConfigurationChange change) {
            throw new UnsupportedOperationException("a doctor changes nothing");
        }
    }

    private static final class NoTrail implements AuditTrail {

        @Override
        public Optional<Reason> obstacle(Environment environment, Path file) {
            return Optional.empty();
        }

        @Override
        public Optional<Reason> record(Environment environment, Path file, AuditEvent event) {
            return Optional.empty();
        }

        @Override
        public void correct(Environment environment, Path file, Optional<AuditEvent> instead) {}
    }
}
