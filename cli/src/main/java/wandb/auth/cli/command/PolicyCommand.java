package wandb.auth.cli.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.doctor.CheckPolicy.Judgement;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.option.TypedPath;
import wandb.auth.cli.report.Answer;
import wandb.auth.cli.report.ComplaintReport;
import wandb.auth.cli.report.LocationJson;
import wandb.auth.domain.Location;
import wandb.auth.domain.Rule;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;

/** {@code wandb auth policy}: the rules in force, and where each is set. */
public final class PolicyCommand implements Command {

    private static final String CHECK = "--check";

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.of("Shows the policy in force: the order of the sources, the default store, and every rule with"
                        + " the file and line that set it. With " + CHECK + ", judges a file instead.");
        Options.addFlag(spec, Options.JSON, "Print one JSON object instead of text.");
        Options.addText(
                spec,
                CHECK,
                "FILE",
                "Check FILE as the administrator's policy before it is rolled out. Nothing of it takes effect."
                        + " Exit code 1 if something is wrong with it.");
        ProfileOption.addToAlsoWithout(spec);
        return spec;
    }

    /** A policy is judged also where the one in force is broken. */
    @Override
    public boolean needsPolicy() {
        return false;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("See every rule, and who set it", "wandb auth policy"),
                new Example("Check a file before it is rolled out", "wandb auth policy --check auth.ini"),
                new Example("Answer a script", "wandb auth policy --json"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        ProfileOption.named(arguments);
        if (arguments.hasMatchedOption(CHECK)) {
            return check(arguments.matchedOptionValue(CHECK, ""), Options.isOn(arguments, Options.JSON), context);
        }
        if (context.lacksPolicy()) {
            return ExitCode.FORBIDDEN;
        }
        ResolutionPolicy policy = context.compositionRoot().policy();
        if (Options.isOn(arguments, Options.JSON)) {
            context.out().print(json(policy));
        } else {
            new Answer(context).print(text(rules(policy)));
        }
        return ExitCode.DONE;
    }

    private static int check(String name, boolean isJson, CommandContext context) {
        Path file = file(name);
        Judgement judgement = context.compositionRoot().checkPolicy(file).judge();
        if (isJson) {
            context.out().print(context.console().program().inJson(json(file, judgement)));
        } else {
            new Answer(context).print(text(judgement));
        }
        return judgement.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static Path file(String name) {
        try {
            if (!name.isEmpty()) {
                return Path.of(TypedPath.of(CHECK, name));
            }
        } catch (InvalidPathException e) {
            throw new UsageException(Messages.POLICY_NO_PATH);
        }
        throw new UsageException(Messages.POLICY_NO_FILE);
    }

    private static String text(Judgement judgement) {
        return ComplaintReport.paragraphs(Messages.NOTE_MARK, judgement.notes())
                + ComplaintReport.text(judgement.problems());
    }

    private static String json(Path file, Judgement judgement) {
        JsonWriter json = new JsonWriter().open('{');
        json.name("file").string(file.toString());
        json.name("valid").bool(judgement.problems().isEmpty());
        json.name("problems");
        ComplaintReport.write(judgement.problems(), json);
        json.name("notes");
        ComplaintReport.write(judgement.notes(), json);
        return json.close('}') + "\n";
    }

    private static List<Rule> rules(ResolutionPolicy policy) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Rule(
                Messages.policyOrder(policy.order().value()), policy.order().setAt()));
        rules.add(new Rule(
                Messages.policyDefaultStore(policy.defaultStore().value()),
                policy.defaultStore().setAt()));
        policy.defaultHost()
                .ifPresent(host -> rules.add(new Rule(Messages.policyDefaultServer(host.value()), host.setAt())));
        for (Restriction restriction : policy.restrictions()) {
            rules.add(restriction.rule());
        }
        return rules;
    }

    private static String text(List<Rule> rules) {
        StringBuilder text = new StringBuilder(Messages.POLICY_RULES).append('\n');
        for (Rule rule : rules) {
            text.append(rule.statement()).append("\n    ");
            text.append(rule.setAt().map(Location::text).orElse(Messages.POLICY_BUILT_IN))
                    .append('\n');
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
        json.name("default_host")
                .string(policy.defaultHost().map(host -> host.value().url()));
        location(json, "default_host_location", policy.defaultHost().flatMap(Configured::setAt));
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
        LocationJson.write(location, json);
    }
}
