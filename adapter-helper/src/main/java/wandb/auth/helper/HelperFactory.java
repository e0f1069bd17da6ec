package wandb.auth.helper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction.OnlyPrograms.Kind;
import wandb.auth.domain.port.DynamicStoreProvider.Approval;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.StoreConfig;

/** Opens one helper or command: finds its program and asks the policy about it. Nothing is started. */
record HelperFactory(
        SourceId id,
        Environment environment,
        StoreConfig section,
        Approval approval,
        Supplier<Iterable<NetrcFormat>> netrc) {

    private static final String PREFIX = "docker-credential-";

    /** What every rule about programs forbids: where it is allowed there is none, and no file need be read. */
    private static final String NO_DIGEST = "";

    StoreLookup helper(String name) {
        HelperConfig settings = new HelperConfig(id, section);
        try {
            settings.checkNames(List.of("protection", "sha256"));
            ProgramFile file = ProgramFile.of(name.indexOf('/') < 0 ? PREFIX + name : name, environment);
            Program program = new Program(file, List.of(), environment);
            return opened(file, new HelperStore(id, program, settings.protection(file)));
        } catch (ProgramException e) {
            return new StoreLookup.Broken(e.reason(), e.isInstalled());
        }
    }

    StoreLookup command() {
        HelperConfig settings = new HelperConfig(id, section);
        try {
            settings.checkNames(List.of("command", "format", "host", "profile", "timeout", "protection", "sha256"));
            String text = settings.text("command")
                    .orElseThrow(() -> settings.problem("has no command", "Write command = PROGRAM ARGUMENTS"));
            List<String> words = CommandLineTokenizer.of(text, home());
            ProgramFile file = ProgramFile.of(words.getFirst(), environment);
            Program program = new Program(file, words.subList(1, words.size()), environment);
            return opened(
                    file,
                    new CommandSource(
                            id,
                            program,
                            settings.protection(file),
                            new Account(settings.host(), settings.profile()),
                            new CommandReading(format(settings), netrc),
                            settings.timeout().map(Duration::ofSeconds)));
        } catch (ProgramException e) {
            return new StoreLookup.Broken(e.reason(), e.isInstalled());
        }
    }

    private static CommandFormat format(HelperConfig settings) throws ProgramException {
        String text = settings.text("format").orElse("");
        return switch (text) {
            case "" -> CommandFormat.EITHER;
            case "key" -> CommandFormat.KEY;
            case "netrc" -> CommandFormat.NETRC;
            default -> throw settings.problem("format", text, "Write key or netrc");
        };
    }

    private String home() {
        return environment.home().map(Path::toString).orElse("~");
    }

    private StoreLookup opened(ProgramFile file, CredentialSource source) throws ProgramException {
        if (approval.forbids(Kind.HELPER, NO_DIGEST).isEmpty()) {
            return new StoreLookup.Opened(source);
        }
        String digest = file.digest();
        Optional<Rule> rule = approval.forbids(Kind.HELPER, digest);
        return rule.isPresent()
                ? new StoreLookup.Forbidden(new Rule(
                        rule.get().statement() + " That of " + file.shown() + " is " + digest + ".",
                        rule.get().setAt()))
                : new StoreLookup.Opened(source);
    }
}
