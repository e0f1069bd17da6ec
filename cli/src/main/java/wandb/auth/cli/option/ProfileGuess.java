package wandb.auth.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.domain.Account;
import wandb.auth.domain.Profile;
import wandb.auth.domain.port.NearestWord;

/** Which profile was meant by one that nothing is kept for. */
public final class ProfileGuess {

    private static final String VARIABLE = "WANDB_PROFILE";

    private ProfileGuess() {}

    /** The command line with the known profile that is nearest to the one typed; empty if that one is known, or none is near. */
    public static Optional<String> line(ParseResult arguments, CommandContext context) {
        Optional<String> typed = typed(arguments);
        if (typed.isEmpty()) {
            Optional<String> variable = context.environment().variable(VARIABLE);
            return variable.flatMap(name -> nearest(name, context)).map(meant -> withOption(arguments, meant));
        }
        return nearest(typed.get(), context)
                .map(meant ->
                        ShownCommandLine.of(arguments, typed.get(), meant).text());
    }

    private static Optional<String> nearest(String name, CommandContext context) {
        List<String> known = new ArrayList<>(List.of(Profile.DEFAULT.name()));
        for (Account account : context.compositionRoot().accounts().knownAnywhere()) {
            known.add(account.profile().name());
        }
        return known.contains(name) ? Optional.empty() : NearestWord.of(name, known);
    }

    private static String withOption(ParseResult arguments, String profile) {
        List<String> line = new ArrayList<>(List.of(ProfileOption.PROFILE, profile));
        line.addAll(arguments.originalArgs());
        return new ShownCommandLine(arguments.commandSpec(), line).text();
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
