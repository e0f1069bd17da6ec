package wandb.auth.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.QueryFactory;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.CompositionRoot;
import wandb.auth.cli.guess.Synonyms;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.NearestWord;
import wandb.auth.domain.spi.Availability;

/** Which store was meant by a word that names none. Only what is here and allowed can be meant. */
record StoreGuess(CommandContext context) {

    private static final String HELPER = "helper:";

    /** The id of the store; empty if none is near. */
    Optional<String> of(String typed) {
        if (ApiKey.isLikely(typed)) {
            return Optional.empty();
        }
        return Synonyms.store(typed)
                .filter(this::isHere)
                .or(() -> Optional.of(HELPER + typed).filter(this::isHere))
                .or(() -> NearestWord.of(typed, ids()));
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (StoreHandle store : context.compositionRoot().stores()) {
            if (isHere(store.id().value())) {
                ids.add(store.id().value());
            }
        }
        return ids;
    }

    private boolean isHere(String text) {
        try {
            CompositionRoot root = context.compositionRoot();
            Optional<StoreHandle> store = root.store(new SourceId(text));
            return store.isPresent()
                    && new PolicyJudgement(root.policy())
                            .forbidsStore(store.get())
                            .isEmpty()
                    && (!text.startsWith(HELPER) || isUsable(store.get()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Helpers are there by their names, whether the program is or not. */
    private boolean isUsable(StoreHandle store) {
        return store.store().availability(new QueryFactory(context.environment()).forAvailability())
                instanceof Availability.Usable;
    }
}
