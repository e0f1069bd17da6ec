package wandb.auth.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.option.Flags;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.report.LocationJson;
import wandb.auth.domain.Location;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;

/** {@code wandb auth policy}: the rules in force, and where each is set. */
public final class PolicyCommand implements Command {

    private static final String JSON = "--json";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Command.emptySpec();
        spec.addOption(OptionSpec.builder(JSON)
                .description("Print one JSON object instead of text.")
                .build());
        ProfileOption.addToAlsoWithout(spec);
        spec.usageMessage()
                .description(
                        "Shows the policy in force: the order of the sources, the default store, and every rule with"
                                + " the file and line that set it.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("See every rule, and who set it", "wandb auth policy"),
                new Example("Answer a script", "wandb auth policy --json"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        ProfileOption.named(arguments);
        List<Rule> rules = rules(context.compositionRoot().policy());
        context.out()
                .print(
                        Flags.isOn(arguments, JSON)
                                ? json(context.compositionRoot().policy())
                                : text(rules));
        return ExitCode.DONE;
    }

    private static List<Rule> rules(ResolutionPolicy policy) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(
                "Sources are asked in this order: " + join(policy.order().value()) + ".",
                policy.order().setAt()));
        rules.add(new Rule(
                "Keys are saved to " + policy.defaultStore().value() + " where nothing else is said.",
                policy.defaultStore().setAt()));
        for (Restriction restriction : policy.restrictions()) {
            rules.add(restriction.rule());
        }
        return rules;
    }

    private static String text(List<Rule> rules) {
        StringBuilder text = new StringBuilder();
        for (Rule rule : rules) {
            text.append(rule.statement()).append("\n    ");
            text.append(rule.setAt().map(Location::text).orElse("built in")).append('\n');
        }
        return text.toString();
    }

    private static String json(ResolutionPolicy policy) {
        JsonWriter json = new JsonWriter().open('{');
        json.name("order").open('[');
        policy.order().value().forEach(id -> json.string(id.value()));
        json.close(']');
        location(json, "order_location", policy.order().setAt());
        json.name("default_store").string(policy.defaultStore().value().value());
        location(json, "default_store_location", policy.defaultStore().setAt());
        json.name("rules").open('[');
        for (Restriction restriction : policy.restrictions()) {
            json.open('{').name("statement").string(restriction.rule().statement());
            location(json, "location", restriction.rule().setAt());
            json.close('}');
        }
        return json.close(']').close('}') + "\n";
    }

    private static void location(JsonWriter json, String name, Optional<Location> location) {
        json.name(name);
        new LocationJson(json).write(location);
    }

    private static String join(List<SourceId> ids) {
        StringBuilder text = new StringBuilder();
        for (SourceId id : ids) {
            text.append(text.isEmpty() ? "" : ", ").append(id);
        }
        return text.toString();
    }
}
