package wandb.auth.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.account.HostSelection;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;

/** The options that name the server, the same for every command. */
public final class HostOptions {

    private static final String HOST = "--host";
    private static final String CLOUD = "--cloud";

    private HostOptions() {}

    public static void addTo(CommandSpec spec) {
        spec.addOption(Options.text("URL", HOST, "--base-url")
                .description("The server, such as https://wandb.example.com. Without it: WANDB_BASE_URL, else what the"
                        + " settings files say, else what the policy says, else the public cloud.")
                .build());
        Options.addFlag(spec, CLOUD, "The public cloud, https://api.wandb.ai, whatever is configured.");
    }

    /** The server that the arguments lead to; empty if its address is invalid, which has been reported. */
    public static Optional<HostChoice> choose(ParseResult arguments, CommandContext context) {
        boolean isCloud = arguments.hasMatchedOption(CLOUD);
        if (!arguments.hasMatchedOption(HOST)) {
            return isCloud
                    ? Optional.of(new HostChoice(Host.PUBLIC_CLOUD, HostOrigin.CLOUD_OPTION, Optional.empty()))
                    : known(context.compositionRoot().hostSelection().configured(), context);
        }
        if (isCloud) {
            throw new UsageException(Messages.HOST_OPTION_BESIDE_CLOUD);
        }
        return typed(new TypedAddress(arguments.matchedOptionValue(HOST, "")), context);
    }

    private static Optional<HostChoice> typed(TypedAddress typed, CommandContext context) {
        if (typed.isAmbiguous()) {
            context.console().error(Messages.hostOptionWithoutScheme(typed.text()));
            return Optional.empty();
        }
        Optional<String> completed = typed.completed();
        if (completed.isPresent()) {
            context.console().info(Messages.hostOptionMeans(typed.text(), completed.get()));
        }
        return known(HostSelection.named(completed.orElse(typed.text()), new Location.Place(HOST)), context);
    }

    private static Optional<HostChoice> known(Parsed<HostChoice> server, CommandContext context) {
        return switch (server) {
            case Parsed.Valid<HostChoice> valid -> Optional.of(valid.value());
            case Parsed.Invalid<HostChoice> invalid -> {
                context.console().error(invalid.location().text() + ": " + invalid.reason());
                yield Optional.empty();
            }
        };
    }

    /** Whether the arguments name a server. */
    static boolean isNamed(ParseResult arguments) {
        return arguments.hasMatchedOption(HOST) || arguments.hasMatchedOption(CLOUD);
    }

    /** The server at the address that a program asks for; empty if its address is invalid, which has been reported. */
    static Optional<HostChoice> chooseForProgram(ParseResult arguments, CommandContext context) {
        String address = arguments.matchedOptionValue(HOST, "");
        return switch (context.compositionRoot().hostSelection().ofProgram(address, new Location.Place(HOST))) {
            case Parsed.Valid<HostChoice> valid -> Optional.of(valid.value());
            case Parsed.Invalid<HostChoice> invalid -> {
                context.console().error(invalid.reason().toString());
                yield Optional.empty();
            }
        };
    }

    /** How the server came to be chosen, in words. */
    public static String origin(HostChoice choice) {
        return switch (choice.origin()) {
            case OPTION -> HOST;
            case CLOUD_OPTION -> CLOUD;
            case DEFAULT -> Messages.CHOSEN_BY_DEFAULT;
            case PROGRAM -> Messages.CHOSEN_BY_PROGRAM;
            case VARIABLE, WORKSPACE_SETTINGS, SYSTEM_SETTINGS, POLICY ->
                choice.location().map(Location::text).orElse(Messages.CHOSEN_BY_CONFIGURATION);
        };
    }

    /** The option that names this server again, and a blank; nothing if it is meant without one. */
    static String option(HostChoice choice) {
        HostOrigin origin = choice.origin();
        if (origin == HostOrigin.CLOUD_OPTION) {
            return CLOUD + " ";
        }
        return origin == HostOrigin.OPTION || origin == HostOrigin.PROGRAM
                ? AccountCommand.server(choice.host()) + " "
                : "";
    }
}
