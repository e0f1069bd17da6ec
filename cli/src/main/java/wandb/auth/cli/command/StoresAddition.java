package wandb.auth.cli.command;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.app.setup.SetUpStore.Result;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.recipe.Recipe;
import wandb.auth.cli.terminal.TerminalDevice;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.Interaction;

/**
 * {@code wandb auth stores add RECIPE} and {@code remove ID}: a section of the user's {@code auth.ini}, from a recipe.
 *
 * @param context what it works with
 * @param isDryRun whether the lines are only shown
 */
record StoresAddition(CommandContext context, boolean isDryRun) {

    private static final String KIND = "command:";

    /** How long a store may take to keep something and to give it back: some start a large program for each step. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    int add(Recipe recipe, List<String> answers, Optional<String> name) {
        SourceId store = store(KIND + name.orElse(recipe.name()));
        Map<String, String> given = given(recipe, answers);
        Map<String, String> settings = recipe.filled(complete(recipe, given));
        if (isDryRun) {
            context.out().print(lines(store, settings));
            return ExitCode.DONE;
        }
        context.console().info(Messages.storesTrying(store));
        Interaction interaction = context.mayAsk() ? Interaction.ALLOWED : Interaction.NONE;
        Result result = context.compositionRoot()
                .setUpStore()
                .add(store, settings, interaction, Deadline.after(PATIENCE, System.nanoTime()));
        if (result instanceof Result.Done) {
            context.out().print(lines(store, settings));
            context.console().info(Messages.storesSetUp(store));
        }
        return tell(result, Messages.STORES_NOTHING_SET_UP);
    }

    int remove(String id) {
        SourceId store = store(id);
        if (isDryRun) {
            context.console().info(Messages.storesWouldRemove(store));
            return ExitCode.DONE;
        }
        Result result = context.compositionRoot().setUpStore().remove(store);
        if (result instanceof Result.Done) {
            context.console().info(Messages.storesRemoved(store));
        }
        return tell(result, Messages.STORES_NOTHING_REMOVED);
    }

    private int tell(Result result, String nothing) {
        return switch (result) {
            case Result.Done done -> ExitCode.DONE;
            case Result.Unchanged unchanged -> failed(nothing + ": " + unchanged.reason());
            case Result.Forbidden forbidden -> {
                context.console().error(nothing + ": " + forbidden.rule().text());
                yield ExitCode.FORBIDDEN;
            }
            case Result.Failed failed ->
                failed(nothing + ": " + failed.failed().location().text() + ": "
                        + failed.failed().reason());
        };
    }

    private int failed(String sentence) {
        context.console().error(sentence);
        return ExitCode.FAILED;
    }

    private static SourceId store(String text) {
        try {
            SourceId id = new SourceId(text);
            if (text.indexOf(':') > 0) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new UsageException(Messages.storesNoId(String.valueOf(e.getMessage())));
        }
        throw new UsageException(Messages.STORES_WITHOUT_SECTION);
    }

    private static Map<String, String> given(Recipe recipe, List<String> answers) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String answer : answers) {
            int equals = answer.indexOf('=');
            String name = equals < 0 ? "" : answer.substring(0, equals);
            if (recipe.questions().stream()
                    .noneMatch(question -> question.name().equals(name))) {
                throw new UsageException(Messages.storesAnswers(recipe.name(), questions(recipe)));
            }
            String value = answer.substring(equals + 1);
            Recipe.objection(value).ifPresent(why -> {
                throw new UsageException(name + " " + why + ".");
            });
            given.put(name, value);
        }
        return given;
    }

    private static List<String> questions(Recipe recipe) {
        return recipe.questions().stream()
                .map(question -> Messages.storesQuestion(question.name(), question.text(), question.usual()))
                .toList();
    }

    private Map<String, String> complete(Recipe recipe, Map<String, String> given) {
        Map<String, String> answers = new LinkedHashMap<>(given);
        for (Recipe.Question question : recipe.questions()) {
            if (!answers.containsKey(question.name())) {
                String answer = (context.mayAsk() ? asked(question) : question.usual())
                        .orElseThrow(() -> new UsageException(
                                Messages.storesAnswerMissing(recipe.name(), questions(recipe), question.name())));
                answers.put(question.name(), answer);
            }
        }
        return answers;
    }

    /** What a person types, shown once it was taken; the usual answer if nothing was typed. */
    private Optional<String> asked(Recipe.Question question) {
        Optional<TerminalDevice> device = TerminalDevice.open(context.environment());
        if (device.isEmpty()) {
            return question.usual();
        }
        try (TerminalDevice terminal = device.get()) {
            String usual = question.usual().map(value -> " [" + value + "]").orElse("");
            terminal.write(context.console().prefixed(question.name() + ": " + question.text() + usual + ": "));
            String typed = terminal.read() instanceof TerminalDevice.Typed.Line line
                    ? line.text().strip()
                    : "";
            if (typed.isEmpty()) {
                terminal.write(question.usual().orElse("") + "\n");
                return question.usual();
            }
            Optional<String> objection = Recipe.objection(typed);
            terminal.write(objection.isPresent() ? "\n" : typed + "\n");
            objection.ifPresent(why -> {
                throw new UsageException(question.name() + " " + why + ".");
            });
            return Optional.of(typed);
        }
    }

    private static String lines(SourceId store, Map<String, String> settings) {
        StringBuilder lines = new StringBuilder("[store." + store + "]\n");
        settings.forEach(
                (name, value) -> lines.append(name).append(" = ").append(value).append('\n'));
        return lines.toString();
    }
}
