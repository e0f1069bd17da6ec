package wandb.auth.cli.reference;

import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.command.Command;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.CompositionRoot;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.option.Options;
import wandb.auth.domain.Account;
import wandb.auth.domain.TerminalSafe;

/**
 * {@code wandb auth candidates}: the words that an option can be given here, one a line, for completion scripts. They are
 * those of the user's own files: what a workspace names is not offered. Opens no store, changes nothing, and never says
 * what is wrong: a person who completes a word has not asked for it.
 */
public final class CandidatesCommand implements Command {

    private static final String PROFILES = "profiles";
    private static final String HOSTS = "hosts";
    private static final String STORES = "stores";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of();
        spec.addPositional(Options.argument("KIND")
                .completionCandidates(List.of(PROFILES, HOSTS, STORES))
                .build());
        return spec;
    }

    @Override
    public boolean needsPolicy() {
        return false;
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        CompositionRoot root = context.compositionRoot();
        TreeSet<String> words = new TreeSet<>();
        switch (arguments.matchedPositionalValue(0, "")) {
            case PROFILES -> root.accounts().knownAnywhere().forEach(account -> words.add(profile(account)));
            case HOSTS ->
                root.accounts()
                        .knownAnywhere()
                        .forEach(account -> words.add(account.host().url()));
            case STORES -> {
                for (StoreHandle store : root.stores()) {
                    if (root.policy().forbidsWriting(store.id()).isEmpty()) {
                        words.add(store.id().value());
                    }
                }
            }
            default -> {}
        }
        // A shell takes the words apart, and may run what is within others.
        words.removeIf(word -> word.isEmpty() || !TerminalSafe.shellWord(word).equals(word));
        words.forEach(context.out()::println);
        return ExitCode.DONE;
    }

    private static String profile(Account account) {
        return account.profile().name();
    }
}
