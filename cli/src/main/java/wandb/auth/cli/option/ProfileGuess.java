package wandb.auth.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.guess.NearestWord;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.domain.Account;
import wandb.auth.domain.Profile;

/** Which profile was meant by one that nothing is kept for. */
public final class ProfileGuess {

    private ProfileGuess() {}

    /** The command line with the known profile that is nearest to the one typed; empty if that one is known, or none is near. */
    public static Optional<String> line(ParseResult arguments, CommandContext context) {
        Optional<String> typed = typed(arguments);
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        List<String> known = new ArrayList<>(List.of(Profile.DEFAULT.name()));
        for (Account account : context.compositionRoot().accounts().knownAnywhere()) {
            known.add(account.profile().name());
        }
        return known.contains(typed.get())
                ? Optional.empty()
                : NearestWord.of(typed.get(), known)
                        .map(meant -> ShownCommandLine.of(arguments, typed.get(), meant)
                                .text());
    }

    /** By the option, or as the one argument of a command that takes a profile. */
    private static Optional<String> typed(ParseResult arguments) {
        if (ProfileOption.isNamed(arguments)) {
            return ProfileOption.named(arguments).map(Profile::name);
        }
        boolean takesProfile = arguments.hasMatchedPositional(0)
                && arguments.matchedPositional(0).paramLabel().equals("PROFILE");
        return takesProfile
                ? Optional.of(arguments.matchedPositionalValue(0, List.<String>of()).getFirst())
                : Optional.empty();
    }
}
