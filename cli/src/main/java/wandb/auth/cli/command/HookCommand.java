package wandb.auth.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.TypedPath;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.port.sdk.SdkHook;
import wandb.auth.domain.port.sdk.SdkHook.Action;

/** {@code wandb auth hook}: whether the Python SDK of an environment gets its key from this program. */
public final class HookCommand implements Command {

    private static final String PYTHON = "--python";
    private static final List<String> ACTIONS = List.of("enable", "disable", "status");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Lets the Python SDK of an environment ask this program for its key, wherever that is kept: in"
                        + " scripts, notebooks and IDEs, without a program in front. enable puts one file into"
                        + " the environment, and the package wandb_auth where that is missing; disable takes"
                        + " them out again; status tells whether it is on, and beside which SDK.");
        spec.addPositional(Options.argument("ACTION")
                .completionCandidates(ACTIONS)
                .description("One of: " + String.join(", ", ACTIONS) + ".")
                .build());
        Options.addText(
                spec,
                PYTHON,
                "PATH",
                "The Python, or the folder of its environment. Without it: the virtual environment that is"
                        + " active, else conda's.");
        Options.addFlag(spec, Options.JSON, "Print JSON instead of text.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Let the SDK of the active environment ask this program", "wandb auth hook enable"),
                new Example("See where that is on", "wandb auth hook status"),
                new Example("Take it out of another environment again", "wandb auth hook disable --python ~/venv"));
    }

    /** A policy decides what is done with keys; the hook asks for them by 'wandb auth token'. */
    @Override
    public boolean needsPolicy() {
        return false;
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        String word = arguments.matchedPositionalValue(0, "");
        if (!ACTIONS.contains(word)) {
            throw new UsageException(
                    Messages.hookActions(ACTIONS),
                    Synonyms.action(word, ACTIONS)
                            .map(action ->
                                    ShownCommandLine.of(arguments, word, action).text()));
        }
        Action action = Action.valueOf(word.toUpperCase(Locale.ROOT));
        SdkHook hook = context.compositionRoot().sdkHook();
        List<String> pythons = pythons(arguments, context);
        if (pythons.isEmpty()) {
            context.console().error(Messages.hookNoEnvironment(word));
            return ExitCode.FAILED;
        }
        boolean json = Options.isOn(arguments, Options.JSON);
        return action == Action.STATUS
                ? status(hook, pythons, json, context)
                : change(hook.run(action, context.environment(), pythons.getFirst(), json), json, context);
    }

    private static List<String> pythons(ParseResult arguments, CommandContext context) {
        return arguments.hasMatchedOption(PYTHON)
                ? List.of(TypedPath.of(PYTHON, arguments.matchedOptionValue(PYTHON, "")))
                : SdkHook.activeEnvironments(context.environment()).stream()
                        .map(Path::toString)
                        .toList();
    }

    private static int change(SdkHook.Answer answer, boolean json, CommandContext context) {
        if (answer instanceof SdkHook.Answer.Done done) {
            if (json) {
                context.out().print(done.text());
            } else {
                done.text().lines().forEach(context.console()::info);
            }
        }
        return exitCode(answer, context);
    }

    private static int status(SdkHook hook, List<String> pythons, boolean json, CommandContext context) {
        List<String> texts = new ArrayList<>();
        int exitCode = ExitCode.DONE;
        for (String python : pythons) {
            SdkHook.Answer answer = hook.run(Action.STATUS, context.environment(), python, json);
            if (answer instanceof SdkHook.Answer.Done done) {
                texts.add(done.text().strip());
            }
            exitCode = ExitCode.ofAll(exitCode, exitCode(answer, context));
        }
        String text = json ? "[" + String.join(",", texts) + "]" : String.join("\n", texts);
        ProgramName program = context.console().program();
        context.out().print(text.isEmpty() ? "" : (json ? program.inJson(text) : program.in(text)) + "\n");
        return exitCode;
    }

    private static int exitCode(SdkHook.Answer answer, CommandContext context) {
        return switch (answer) {
            case SdkHook.Answer.Done done -> ExitCode.DONE;
            case SdkHook.Answer.NotDone not -> {
                context.console().error(not.text());
                yield ExitCode.FAILED;
            }
        };
    }
}
