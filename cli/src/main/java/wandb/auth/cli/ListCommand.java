package wandb.auth.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.ListAccounts;
import wandb.auth.domain.AccountRegistry.Entry;
import wandb.auth.domain.Printable;

/** {@code wandb auth list}: the accounts that are known, and the store that holds the key of each. */
final class ListCommand implements Command {

    private static final String JSON = "--json";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("wandb auth list");
        spec.addOption(OptionSpec.builder(JSON)
                .description("Print one JSON array instead of text.")
                .build());
        spec.usageMessage()
                .description("Lists the accounts that have a key on this machine: server, profile, store, and the user"
                        + " as the last verification showed it. Shows no keys and opens no keychain.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Session session) {
        return switch (session.wiring().listAccounts().list()) {
            case ListAccounts.Known known -> {
                session.out().print(Parser.isOn(arguments, JSON) ? json(known.entries()) : text(known.entries()));
                if (known.entries().isEmpty()) {
                    session.talk().say("No account is known here. To save a key: wandb login KEY");
                }
                yield ExitCode.DONE;
            }
            case ListAccounts.NotKnown unknown -> {
                session.talk()
                        .fail(unknown.why().location().text() + ": "
                                + unknown.why().reason());
                yield ExitCode.FAILED;
            }
        };
    }

    private static String text(List<Entry> entries) {
        Table table = new Table();
        for (Entry entry : entries) {
            table.row(
                    entry.account().host().url(),
                    entry.account().profile().name(),
                    entry.store().value(),
                    entry.userName().map(Printable::of).orElse("-"));
        }
        return table.text();
    }

    private static String json(List<Entry> entries) {
        Json json = new Json().open('[');
        for (Entry entry : entries) {
            json.open('{');
            json.name("host").string(entry.account().host().url());
            json.name("profile").string(entry.account().profile().name());
            json.name("store").string(entry.store().value());
            json.name("user");
            if (entry.userName().isPresent()) {
                json.string(entry.userName().get());
            } else {
                json.none();
            }
            json.close('}');
        }
        return json.close(']') + "\n";
    }
}
