package wandb.auth.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.ProfileGuess;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.report.Answer;
import wandb.auth.cli.report.Table;
import wandb.auth.domain.Profile;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;

/** {@code wandb auth list}: the accounts that are known, and the store that holds the key of each. */
public final class ListCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Options.of("Lists the accounts that have a key on this machine: server, profile, store, and the user"
                        + " as the last verification showed it. Shows no keys and opens no keychain.");
        Options.addFlag(spec, Options.JSON, "Print one JSON array instead of text.");
        ProfileOption.addTo(spec, "Only the accounts of this profile.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("See all accounts", "wandb auth list"),
                new Example("See those of one profile", "wandb auth list --profile work"),
                new Example("Answer a script", "wandb auth list --json"));
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        Optional<Profile> profile = ProfileOption.named(arguments);
        return switch (context.compositionRoot().listAccounts().list()) {
            case Parsed.Valid<SavedAccounts> saved -> {
                List<SavedAccount> entries = profile.isPresent()
                        ? of(profile.get(), saved.value().all())
                        : saved.value().all();
                if (Options.isOn(arguments, Options.JSON)) {
                    context.out().print(json(entries));
                } else {
                    print(entries, new Answer(context));
                }
                if (entries.isEmpty()) {
                    tellOfNone(profile, arguments, context);
                }
                yield ExitCode.DONE;
            }
            case Parsed.Invalid<SavedAccounts> invalid -> {
                context.console().error(invalid.location().text() + ": " + invalid.reason());
                yield ExitCode.FAILED;
            }
        };
    }

    private static void tellOfNone(Optional<Profile> profile, ParseResult arguments, CommandContext context) {
        String advice = LoginAdvice.asConfigured(arguments, context)
                .map(login -> " " + Messages.listSaveKey(login.command()))
                .orElse("");
        context.console().info(profile.map(Messages::listEmpty).orElse(Messages.LIST_EMPTY) + advice);
        if (profile.isPresent()) {
            ProfileGuess.line(arguments, context)
                    .ifPresent(line -> context.console().info(Messages.didYouMean(line)));
        }
    }

    private static List<SavedAccount> of(Profile profile, List<SavedAccount> entries) {
        List<SavedAccount> its = new ArrayList<>();
        for (SavedAccount entry : entries) {
            if (entry.account().profile().equals(profile)) {
                its.add(entry);
            }
        }
        return its;
    }

    private static void print(List<SavedAccount> entries, Answer answer) {
        Table table =
                new Table(Messages.COLUMN_SERVER, Messages.COLUMN_PROFILE, Messages.COLUMN_STORE, Messages.COLUMN_USER);
        for (SavedAccount entry : entries) {
            table.row(
                    entry.account().host().url(),
                    entry.account().profile().name(),
                    entry.store().value(),
                    entry.userName().map(TerminalSafe::of).orElse("-"));
        }
        answer.print(table.text(answer.width()));
    }

    private static String json(List<SavedAccount> entries) {
        JsonWriter json = new JsonWriter().open('[');
        for (SavedAccount entry : entries) {
            json.open('{');
            json.name("host").string(entry.account().host().url());
            json.name("profile").string(entry.account().profile().name());
            json.name("store").string(entry.store().value());
            json.name("user").string(entry.userName());
            json.close('}');
        }
        return json.close(']') + "\n";
    }
}
