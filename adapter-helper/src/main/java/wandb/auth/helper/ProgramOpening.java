package wandb.auth.helper;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.NetrcFormat;
import wandb.auth.domain.Restriction.OnlyPrograms.Kind;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Opening;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.StoreCatalog.Approval;

/** Opens one helper or command: finds its program and asks the policy about it. Nothing is started. */
record ProgramOpening(
        SourceId id,
        Environment environment,
        Section section,
        Approval approval,
        Supplier<Iterable<NetrcFormat>> netrc) {

    private static final String PREFIX = "docker-credential-";

    /** What every rule about programs forbids: where it is allowed there is none, and no file need be read. */
    private static final String NO_DIGEST = "";

    Opening helper(String name) {
        Settings settings = new Settings(id, section);
        try {
            settings.checkNames(List.of("protection"));
            ProgramFile file = ProgramFile.of(name.indexOf('/') < 0 ? PREFIX + name : name, environment);
            Program program = new Program(file, List.of(), environment);
            return opened(file, new HelperStore(id, program, settings.protection()));
        } catch (ProgramProblem e) {
            return new Opening.Broken(e.reason());
        }
    }

    Opening command() {
        Settings settings = new Settings(id, section);
        try {
            settings.checkNames(List.of("command", "format", "host", "profile", "timeout", "protection"));
            String text = settings.text("command")
                    .orElseThrow(() -> settings.problem("has no command", "Write command = PROGRAM ARGUMENTS"));
            List<String> words = CommandWords.of(text, home());
            ProgramFile file = ProgramFile.of(words.getFirst(), environment);
            Program program = new Program(file, words.subList(1, words.size()), environment);
            return opened(
                    file,
                    new CommandSource(
                            id,
                            program,
                            settings.protection(),
                            new Account(settings.host(), settings.profile()),
                            new CommandReading(format(settings), netrc),
                            settings.timeout().map(Duration::ofSeconds)));
        } catch (ProgramProblem e) {
            return new Opening.Broken(e.reason());
        }
    }

    private static CommandFormat format(Settings settings) throws ProgramProblem {
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

    private Opening opened(ProgramFile file, CredentialSource source) throws ProgramProblem {
        if (approval.forbids(Kind.HELPER, NO_DIGEST).isEmpty()) {
            return new Opening.Opened(source);
        }
        String digest = file.digest();
        Optional<Rule> rule = approval.forbids(Kind.HELPER, digest);
        return rule.isPresent()
                ? new Opening.Forbidden(new Rule(
                        rule.get().statement() + " That of " + file.shown() + " is " + digest + ".",
                        rule.get().setAt()))
                : new Opening.Opened(source);
    }
}
