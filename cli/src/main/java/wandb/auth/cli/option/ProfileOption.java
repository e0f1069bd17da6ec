package wandb.auth.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ProfileChoice;

/** The option that names the profile, the same for every command. */
public final class ProfileOption {

    static final String PROFILE = "--profile";

    private ProfileOption() {}

    public static void addTo(CommandSpec spec) {
        addTo(
                spec,
                "Which of several accounts on the server. Without it: WANDB_PROFILE, else the nearest wandb/auth.ini, else"
                        + " your own auth.ini, else 'default'.");
    }

    /** For a command whose answer is the same for every profile: the option can then be given to every command. */
    public static void addToAlsoWithout(CommandSpec spec) {
        addTo(spec, "Accepted for consistency; has no effect here.");
    }

    public static void addTo(CommandSpec spec, String description) {
        Options.addText(spec, PROFILE, "NAME", description);
    }

    /**
     * The profile that the arguments lead to; empty if unknown, which has been reported.
     *
     * @throws UsageException if the arguments name none
     */
    static Optional<ProfileChoice> choose(ParseResult arguments, CommandContext context) {
        Optional<Profile> named = named(arguments);
        if (named.isPresent()) {
            return named.map(ProfileChoice::named);
        }
        return switch (context.compositionRoot().profileChoice()) {
            case Parsed.Valid<ProfileChoice> configured -> Optional.of(configured.value());
            case Parsed.Invalid<ProfileChoice> invalid -> {
                context.console().error(invalid.location().text() + ": " + invalid.reason());
                yield Optional.empty();
            }
        };
    }

    /**
     * The profile that the arguments name.
     *
     * @throws UsageException if what they name is invalid
     */
    public static Optional<Profile> named(ParseResult arguments) {
        if (!isNamed(arguments)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Profile(arguments.matchedOptionValue(PROFILE, "")));
        } catch (InvalidProfileException e) {
            throw new UsageException(PROFILE + ": " + e.getMessage());
        }
    }

    static boolean isNamed(ParseResult arguments) {
        return arguments.hasMatchedOption(PROFILE);
    }

    /** How the profile came to be chosen, in words. */
    public static String origin(ProfileChoice choice) {
        return switch (choice.origin()) {
            case OPTION -> PROFILE;
            case DEFAULT -> Messages.CHOSEN_BY_DEFAULT;
            case VARIABLE, WORKSPACE_FILE, USER_FILE ->
                choice.location().map(Location::text).orElse(Messages.CHOSEN_BY_CONFIGURATION);
        };
    }

    /** The option that names this profile again, and a blank; nothing if it is meant without one. */
    static String option(ProfileChoice choice) {
        return choice.isNamedByCommandLine() ? PROFILE + " " + choice.profile() + " " : "";
    }
}
