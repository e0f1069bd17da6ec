package wandb.auth.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.account.HostRequest;
import wandb.auth.app.account.HostSelection.Selected;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.account.HostChoice;

/** The options that name the server, the same for every command. */
public final class HostOptions {

    private static final String HOST = "--host";
    private static final String CLOUD = "--cloud";

    private HostOptions() {}

    public static void addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(HOST, "--base-url")
                .paramLabel("URL")
                .type(String.class)
                .description("The server, such as https://wandb.example.com. Without it: WANDB_BASE_URL, else what the"
                        + " settings files say, else what the policy says, else the public cloud.")
                .build());
        spec.addOption(OptionSpec.builder(CLOUD)
                .description("The public cloud, https://api.wandb.ai, whatever is configured.")
                .build());
    }

    /** The server that the arguments lead to; empty if its address is invalid, which has been reported. */
    public static Optional<HostChoice> choose(ParseResult arguments, CommandContext context) {
        HostRequest request = request(arguments);
        if (request instanceof HostRequest.Address address) {
            TypedAddress typed = new TypedAddress(address.text());
            if (typed.isAmbiguous()) {
                context.console().error(Messages.hostOptionWithoutScheme(typed.text()));
                return Optional.empty();
            }
            Optional<String> completed = typed.completed();
            if (completed.isPresent()) {
                context.console().info(Messages.hostOptionMeans(typed.text(), completed.get()));
                request = new HostRequest.Address(completed.get());
            }
        }
        return select(request, context);
    }

    private static Optional<HostChoice> select(HostRequest request, CommandContext context) {
        return switch (context.compositionRoot().hostSelection().select(request)) {
            case Selected.Chosen chosen -> Optional.of(chosen.choice());
            case Selected.Invalid invalid -> {
                String where = request instanceof HostRequest.Address ? HOST + ": " : "";
                context.console().error(where + invalid.reason());
                yield Optional.empty();
            }
        };
    }

    private static HostRequest request(ParseResult arguments) {
        boolean cloud = Flags.isOn(arguments, CLOUD);
        if (!arguments.hasMatchedOption(HOST)) {
            return cloud ? new HostRequest.PublicCloud() : new HostRequest.AsConfigured();
        }
        if (cloud) {
            throw new UsageException(Messages.HOST_OPTION_BESIDE_CLOUD);
        }
        return new HostRequest.Address(arguments.matchedOptionValue(HOST, ""));
    }

    /** Whether the arguments name a server. */
    static boolean isNamed(ParseResult arguments) {
        return arguments.hasMatchedOption(HOST) || arguments.hasMatchedOption(CLOUD);
    }

    /** The server at the address that a program asks for; empty if its address is invalid, which has been reported. */
    public static Optional<HostChoice> chooseForProgram(ParseResult arguments, CommandContext context) {
        return select(new HostRequest.OfProgram(arguments.matchedOptionValue(HOST, "")), context);
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
        return switch (choice.origin()) {
            case OPTION -> AccountCommand.server(choice.host()) + " ";
            case CLOUD_OPTION -> CLOUD + " ";
            case VARIABLE, WORKSPACE_SETTINGS, SYSTEM_SETTINGS, POLICY, DEFAULT -> "";
            case PROGRAM -> AccountCommand.server(choice.host()) + " ";
        };
    }
}
