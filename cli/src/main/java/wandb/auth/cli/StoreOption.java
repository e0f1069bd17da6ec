package wandb.auth.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.NamedStore;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Printable;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;

/** The option that names a store. */
final class StoreOption {

    /** How the help calls what a person writes for it. */
    static final String ID = "ID";

    private final String name;

    /** The option under this name. */
    StoreOption(String name) {
        this.name = name;
    }

    void addTo(CommandSpec spec, boolean isRequired, String description) {
        spec.addOption(OptionSpec.builder(name)
                .paramLabel(ID)
                .type(String.class)
                .required(isRequired)
                .description(description)
                .build());
    }

    /** The store that the arguments name; empty where they name none. */
    Optional<NamedStore> named(ParseResult arguments, Session session) {
        if (!arguments.hasMatchedOption(name)) {
            return Optional.empty();
        }
        String text = arguments.matchedOptionValue(name, "");
        try {
            Optional<NamedStore> store = session.wiring().store(new SourceId(text));
            if (store.isPresent()) {
                return store;
            }
        } catch (IllegalArgumentException e) {
            throw noSuchStore(text, session);
        }
        throw noSuchStore(text, session);
    }

    private UsageException noSuchStore(String text, Session session) {
        String store = ApiKey.isLikely(text) ? "such store" : "store '" + Printable.of(text) + "'";
        return new UsageException(name + ": there is no " + store + " here. Stores: " + ids(session) + ".");
    }

    /** The store that keys of the account are saved to where the arguments name none. */
    static NamedStore usual(Account account, Session session) {
        if (session.wiring().accounts().saved() instanceof Parsed.Invalid<?> invalid) {
            throw new InputException("Nobody knows which store this key belongs to: "
                    + invalid.location().text() + ": " + invalid.reason());
        }
        SourceId id = session.wiring().storeFor(account);
        return session.wiring()
                .store(id)
                .orElseThrow(() -> new InputException("The key is to be saved in the store '" + id
                        + "', which is not installed here. Install it, or name another with --store: " + ids(session)
                        + "."));
    }

    private static String ids(Session session) {
        StringBuilder ids = new StringBuilder();
        for (NamedStore store : session.wiring().stores()) {
            ids.append(ids.isEmpty() ? "" : ", ").append(store.id());
        }
        return ids.toString();
    }
}
