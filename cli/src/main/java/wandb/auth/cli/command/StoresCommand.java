package wandb.auth.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.store.ListStores.Listed;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.recipe.Recipe;
import wandb.auth.cli.report.Answer;
import wandb.auth.cli.report.LocationJson;
import wandb.auth.cli.report.Table;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.port.NearestWord;
import wandb.auth.domain.spi.Availability;

/** {@code wandb auth stores}: the stores, and whether each can and may be used; sets up and removes one. */
public final class StoresCommand implements Command {

    private static final String DRY_RUN = "--dry-run";
    private static final String NAME = "--name";
    private static final String ADD = "add";
    private static final List<String> ACTIONS = List.of(ADD, "remove");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Lists the stores that a key can be kept in, or read from: id, how well it keeps a secret, whether it can"
                        + " be used here or why not, whether the policy allows it or why not.");
        Options.addFlag(spec, Options.JSON, "Print one JSON array instead of text.");
        Options.addText(spec, NAME, "NAME", "With add: set up command:NAME, in place of command:RECIPE.");
        Options.addFlag(spec, DRY_RUN, "With add and remove: only show what would be written or removed.");
        ProfileOption.addToAlsoWithout(spec);
        spec.addPositional(Options.arguments("[add RECIPE [NAME=VALUE...] | remove ID]")
                .completionCandidates(words())
                .description(
                        "Set up a store of three command lines, tried with a probe credential first; or remove one."
                                + " Recipes: "
                                + String.join(", ", Recipe.NAMES) + ".")
                .build());
        return spec;
    }

    /** What can follow: an action, and what it adds. */
    private static List<String> words() {
        List<String> words = new ArrayList<>(ACTIONS);
        words.addAll(Recipe.NAMES);
        return words;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("See which stores can be used", "wandb auth stores"),
                new Example("Keep keys in the password store of pass", "wandb auth stores add pass"),
                new Example("See the lines that this would write", "wandb auth stores add pass --dry-run"),
                new Example("Answer a script", "wandb auth stores --json"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        ProfileOption.named(arguments);
        List<String> words = arguments.matchedPositionalValue(0, List.of());
        boolean isDryRun = Options.isOn(arguments, DRY_RUN);
        Optional<String> name = Optional.ofNullable(arguments.matchedOptionValue(NAME, null));
        if (words.isEmpty() && (isDryRun || name.isPresent())) {
            throw new UsageException(Messages.STORES_OPTIONS_OF_ACTIONS);
        }
        return words.isEmpty()
                ? list(arguments, context)
                : change(arguments, words, name, new StoresAddition(context, isDryRun));
    }

    private static int change(
            ParseResult arguments, List<String> words, Optional<String> name, StoresAddition addition) {
        String action = words.getFirst();
        if (words.size() < 2 || !ACTIONS.contains(action)) {
            throw new UsageException(
                    Messages.storesActions(Recipe.NAMES),
                    words.size() < 2
                            ? Optional.empty()
                            : Synonyms.action(action, ACTIONS).map(meant -> line(arguments, action, meant)));
        }
        if (action.equals(ADD)) {
            Recipe recipe = Recipe.named(words.get(1)).orElseThrow(() -> noSuchRecipe(words.get(1), arguments));
            return addition.add(recipe, words.subList(2, words.size()), name);
        }
        if (words.size() > 2 || name.isPresent()) {
            throw new UsageException(Messages.STORES_REMOVE_ONE);
        }
        return addition.remove(words.get(1));
    }

    private static UsageException noSuchRecipe(String name, ParseResult arguments) {
        return new UsageException(
                ApiKey.isLikely(name)
                        ? Messages.storesNoSuchRecipe(Recipe.NAMES)
                        : Messages.storesNoSuchRecipe(TerminalSafe.of(name), Recipe.NAMES),
                NearestWord.of(name, Recipe.NAMES).map(meant -> line(arguments, name, meant)));
    }

    private static String line(ParseResult arguments, String word, String meant) {
        return ShownCommandLine.of(arguments, word, meant).text();
    }

    private static int list(ParseResult arguments, CommandContext context) {
        List<Listed> stores =
                context.compositionRoot().listStores().list(new QueryFactory(context.environment()).forAvailability());
        if (Options.isOn(arguments, Options.JSON)) {
            context.out().print(context.console().program().inJson(json(stores)));
        } else {
            print(stores, new Answer(context));
        }
        return ExitCode.DONE;
    }

    private static void print(List<Listed> stores, Answer answer) {
        Table table = new Table(
                Messages.COLUMN_STORE, Messages.COLUMN_PROTECTION, Messages.COLUMN_HERE, Messages.COLUMN_POLICY);
        for (Listed store : stores) {
            String kind = (store.isReadOnly() ? Messages.STORE_ONLY_READ : "")
                    + (store.isDefault() ? Messages.STORE_DEFAULT : "");
            table.row(
                    store.id().value(),
                    word(store.protection()) + kind,
                    store.availability() instanceof Availability.Usable
                            ? Messages.STORE_USABLE
                            : Messages.STORE_NOT_USABLE,
                    store.forbidden().isEmpty() ? Messages.STORE_ALLOWED : Messages.STORE_FORBIDDEN);
            switch (store.availability()) {
                case Availability.Usable usable -> usable.remarks().forEach(table::note);
                case Availability.NotUsable not -> table.note(Messages.storeNotUsable(not.reason()));
            }
            store.forbidden().ifPresent(rule -> table.note(Messages.storeForbidden(rule)));
        }
        answer.print(table.text(answer.width()));
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
            for (String remark :
                    store.availability() instanceof Availability.Usable usable ? usable.remarks() : List.<String>of()) {
                json.string(remark);
            }
            json.close(']');
            json.name("allowed").bool(store.forbidden().isEmpty());
            json.name("rule").string(store.forbidden().map(Rule::statement));
            json.name("rule_location");
            LocationJson.write(store.forbidden().flatMap(Rule::setAt), json);
            json.close('}');
        }
        return json.close(']') + "\n";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
