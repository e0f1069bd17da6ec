package wandb.auth.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.store.ListStores.Listed;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.RequestContext;
import wandb.auth.cli.option.Flags;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.report.LocationJson;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.spi.Availability;

/** {@code wandb auth stores}: the stores, and whether each can and may be used. */
public final class StoresCommand implements Command {

    private static final String JSON = "--json";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Command.emptySpec();
        spec.addOption(OptionSpec.builder(JSON)
                .description("Print one JSON array instead of text.")
                .build());
        ProfileOption.addToAlsoWithout(spec);
        spec.usageMessage()
                .description(
                        "Lists the stores that a key can be kept in, or read from: id, how well it keeps a secret, whether it can"
                                + " be used here or why not, whether the policy allows it or why not.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("See which stores can be used", "wandb auth stores"),
                new Example("Answer a script", "wandb auth stores --json"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        ProfileOption.named(arguments);
        List<Listed> stores = context.compositionRoot()
                .listStores()
                .list(new RequestContext(context.environment()).forAvailability());
        String answer = Flags.isOn(arguments, JSON) ? json(stores) : text(stores);
        context.out().print(context.console().program().in(answer));
        return ExitCode.DONE;
    }

    private static String text(List<Listed> stores) {
        StringBuilder text = new StringBuilder();
        for (Listed store : stores) {
            text.append(store.id()).append(" (").append(word(store.protection()));
            text.append(store.isReadOnly() ? ", only read" : "");
            text.append(store.isDefault() ? ", the default)\n" : ")\n");
            text.append("    ").append(usable(store.availability())).append('\n');
            text.append("    ")
                    .append(store.forbidden()
                            .map(rule -> "forbidden: " + rule.text())
                            .orElse("allowed"))
                    .append('\n');
        }
        return text.toString();
    }

    private static String usable(Availability availability) {
        return switch (availability) {
            case Availability.Usable usable ->
                usable.remarks().isEmpty() ? "usable" : "usable: " + String.join(" ", usable.remarks());
            case Availability.NotUsable not -> "not usable: " + not.reason();
        };
    }

    private static String json(List<Listed> stores) {
        JsonWriter json = new JsonWriter().open('[');
        for (Listed store : stores) {
            json.open('{');
            json.name("id").string(store.id().value());
            json.name("protection").string(word(store.protection()));
            json.name("read_only").bool(store.isReadOnly());
            json.name("default").bool(store.isDefault());
            json.name("usable").bool(store.availability() instanceof Availability.Usable);
            Optional<Reason> reason = store.availability() instanceof Availability.NotUsable not
                    ? Optional.of(not.reason())
                    : Optional.empty();
            json.name("problem").string(reason.map(Reason::problem));
            json.name("remedy").string(reason.map(Reason::remedy));
            json.name("remarks").open('[');
            for (String remark : store.availability() instanceof Availability.Usable usable
                    ? usable.remarks()
                    : List.<String>of()) {
                json.string(remark);
            }
            json.close(']');
            json.name("allowed").bool(store.forbidden().isEmpty());
            json.name("rule").string(store.forbidden().map(Rule::statement));
            json.name("rule_location");
            new LocationJson(json).write(store.forbidden().flatMap(Rule::setAt));
            json.close('}');
        }
        return json.close(']') + "\n";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
