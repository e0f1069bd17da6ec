package wandb.auth.cli.option;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.guess.ShownCommandLine;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.InputException;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.Parsed;

/** The option that names a store. */
public final class StoreOption {

    /** How the help calls what a person writes for it. */
    static final String ID = "ID";

    private final String name;

    /** The option under this name. */
    public StoreOption(String name) {
        this.name = name;
    }

    public void addTo(CommandSpec spec, boolean isRequired, String description) {
        spec.addOption(Options.text(ID, name)
                .required(isRequired)
                .description(description)
                .build());
    }

    /** The store that the arguments name; empty if they name none. */
    public Optional<StoreHandle> named(ParseResult arguments, CommandContext context) {
        if (!arguments.hasMatchedOption(name)) {
            return Optional.empty();
        }
        String text = arguments.matchedOptionValue(name, "");
        Optional<StoreHandle> store = store(text, context);
        if (store.isEmpty()) {
            throw noSuchStore(text, arguments, context);
        }
        return store;
    }

    private static Optional<StoreHandle> store(String text, CommandContext context) {
        try {
            return context.compositionRoot().store(new SourceId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // it is the id of none
        }
    }

    private UsageException noSuchStore(String text, ParseResult arguments, CommandContext context) {
        return new UsageException(
                ApiKey.isLikely(text)
                        ? Messages.storeOptionMayBeKey(name, ids(context))
                        : Messages.storeOptionUnknown(name, TerminalSafe.of(text), ids(context)),
                new StoreGuess(context)
                        .of(text)
                        .map(id -> ShownCommandLine.of(arguments, text, id).text()));
    }

    /** The store that keys of the account are saved to where the arguments name none. */
    public static StoreHandle usual(Account account, CommandContext context) {
        if (context.compositionRoot().accounts().saved() instanceof Parsed.Invalid<?> invalid) {
            throw new InputException(Messages.usualStoreUnknown(invalid.location(), invalid.reason()));
        }
        SourceId id = context.compositionRoot().storeFor(account);
        Optional<StoreHandle> store = context.compositionRoot().store(id);
        if (store.isEmpty() || !store.get().isInstalled()) {
            throw new InputException(Messages.usualStoreNotInstalled(id, ids(context)));
        }
        return store.get();
    }

    /** Whether the store of that id is on this machine. */
    public static boolean isInstalled(SourceId id, CommandContext context) {
        return context.compositionRoot()
                .store(id)
                .filter(StoreHandle::isInstalled)
                .isPresent();
    }

    private static String ids(CommandContext context) {
        StringBuilder ids = new StringBuilder();
        for (StoreHandle store : context.compositionRoot().stores()) {
            if (LoginAdvice.isAllowed(store, context)) {
                ids.append(ids.isEmpty() ? "" : ", ").append(store.id());
            }
        }
        return ids.isEmpty() ? Messages.STORE_OPTION_WITHOUT_STORES : ids.toString();
    }
}
