package wandb.auth.helper;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.spi.StoreConfig;

/**
 * The settings of one helper or command, read strictly.
 *
 * @param id whose they are
 * @param section what the files say
 */
record HelperConfig(SourceId id, StoreConfig section) {

    /** The longest time that a command may be given, in seconds. */
    private static final int LONGEST_SECONDS = 600;

    /** Checks that there is no other setting than these: one that is mistyped would have no effect. */
    void checkNames(List<String> names) throws ProgramException {
        for (String name : section.settings().keySet()) {
            if (!names.contains(name)) {
                throw problem("has no setting '" + shown(name) + "'", "The settings are " + String.join(", ", names));
            }
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(section.settings().get(name));
    }

    /**
     * How well it keeps a secret, as far as anybody vouches for it.
     *
     * @param program its file: where a digest is vouched for too, another program of that name counts as plaintext
     */
    Protection protection(ProgramFile program) throws ProgramException {
        Protection vouched = vouched();
        Optional<String> digest = text("sha256");
        return vouched == Protection.PLAINTEXT
                        || digest.isEmpty()
                        || digest.get().equals(program.digest())
                ? vouched
                : Protection.PLAINTEXT;
    }

    private Protection vouched() throws ProgramException {
        String text = text("protection").orElse("plaintext");
        return switch (text) {
            case "plaintext" -> Protection.PLAINTEXT;
            case "encrypted" -> Protection.ENCRYPTED;
            case "remote" -> Protection.REMOTE;
            default -> throw problem("protection", text, "Write plaintext, encrypted or remote");
        };
    }

    /** The server that a key of the command is for. */
    Host host() throws ProgramException {
        Optional<String> text = text("host");
        try {
            return text.isPresent() ? Host.parse(text.get()) : Host.PUBLIC_CLOUD;
        } catch (InvalidHostException e) {
            throw problem("host", text.orElse(""), "Write the address of a server, such as https://wandb.example.com");
        }
    }

    /** The profile that a key of the command is for. */
    Profile profile() throws ProgramException {
        Optional<String> text = text("profile");
        try {
            return text.isPresent() ? new Profile(text.get()) : Profile.DEFAULT;
        } catch (InvalidProfileException e) {
            throw problem("profile", text.orElse(""), "Write the name of a profile, or leave it out");
        }
    }

    /** How many seconds the command may take; empty where nothing is said. */
    Optional<Integer> timeout() throws ProgramException {
        Optional<String> text = text("timeout");
        return text.isEmpty() ? Optional.empty() : Optional.of(seconds(text.get()));
    }

    private int seconds(String text) throws ProgramException {
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            throw noSeconds(text);
        }
        throw noSeconds(text);
    }

    private ProgramException noSeconds(String text) {
        return problem("timeout", text, "Write a number of seconds from 1 to " + LONGEST_SECONDS);
    }

    ProgramException problem(String name, String value, String remedy) {
        return problem("says '" + name + " = " + shown(value) + "'", remedy);
    }

    ProgramException problem(String what, String remedy) {
        return new ProgramException("Its section [store." + id + "] in auth.ini " + what + ".", remedy + ".");
    }

    private static String shown(String text) {
        return ApiKey.isLikely(text) ? "(a text that may be a key)" : TerminalSafe.of(text);
    }
}
