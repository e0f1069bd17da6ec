package wandb.auth.helper.program;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.helper.message.Messages;

/** The settings of one helper or command, read strictly. */
public record ProgramSettings(SourceId id, StoreConfig section) {

    /** The longest time that a command may be given, in seconds. */
    private static final int LONGEST_SECONDS = 600;

    /** Checks that there is no other setting than these, since a mistyped one would have no effect, and the word for protection. */
    public void checkNames(List<String> names) throws ProgramException {
        for (String name : section.settings().keySet()) {
            if (!names.contains(name)) {
                throw new ProgramException(Messages.unknownSetting(id, name, names));
            }
        }
        vouched();
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(section.settings().get(name));
    }

    /**
     * How well it keeps a secret, as far as anybody vouches for it.
     *
     * @param programs its files: where a digest is vouched for too, another program of that name counts as plaintext
     */
    public Protection protection(Iterable<ProgramFile> programs) throws ProgramException {
        Protection vouched = vouched();
        Optional<String> digest = text("sha256");
        if (vouched != Protection.PLAINTEXT && digest.isPresent()) {
            for (ProgramFile program : programs) {
                if (!digest.get().equals(program.digest())) {
                    return Protection.PLAINTEXT;
                }
            }
        }
        return vouched;
    }

    /** The same, whatever program it is. */
    public Protection vouched() throws ProgramException {
        String text = text("protection").orElse("plaintext");
        return switch (text) {
            case "plaintext" -> Protection.PLAINTEXT;
            case "encrypted" -> Protection.ENCRYPTED;
            case "remote" -> Protection.REMOTE;
            default -> throw new ProgramException(Messages.noProtection(id, text));
        };
    }

    /** The words of the command that the setting is. */
    public List<String> words(String name, Environment environment) throws ProgramException {
        String home = environment.home().map(Path::toString).orElse("~");
        try {
            return CommandLineTokenizer.of(text(name).orElse(""), home);
        } catch (ProgramException e) {
            throw new ProgramException(Messages.noCommandLine(id, name, e.reason()));
        }
    }

    /** The server that a key of the command is for. */
    public Host host() throws ProgramException {
        Optional<String> text = text("host");
        try {
            return text.isPresent() ? Host.parse(text.get()) : Host.PUBLIC_CLOUD;
        } catch (InvalidHostException e) {
            throw new ProgramException(Messages.noServer(id, text.orElse("")));
        }
    }

    /** The profile that a key of the command is for. */
    public Profile profile() throws ProgramException {
        Optional<String> text = text("profile");
        try {
            return text.isPresent() ? new Profile(text.get()) : Profile.DEFAULT;
        } catch (InvalidProfileException e) {
            throw new ProgramException(Messages.noProfile(id, text.orElse("")));
        }
    }

    /** How long the command may take; empty if nothing is said. */
    public Optional<Duration> timeout() throws ProgramException {
        Optional<String> text = text("timeout");
        return text.isEmpty() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds(text.get())));
    }

    private int seconds(String text) throws ProgramException {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // the same complaint as for a number out of range
        }
        throw new ProgramException(Messages.noSeconds(id, text, LONGEST_SECONDS));
    }
}
