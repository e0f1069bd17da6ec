package wandb.auth.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.UsageException;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.option.MistypedDash;
import wandb.auth.cli.terminal.InputException;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.EnteredKey;
import wandb.auth.domain.port.account.AccountChoice;

/** The key that a command line gives: as KEY, or on standard input. */
final class GivenKey {

    private GivenKey() {}

    /** KEY, of several the first, as for the SDK. */
    static Optional<String> argument(List<String> keys, CommandContext context) {
        if (keys.size() > 1) {
            for (String other : keys.subList(1, keys.size())) {
                MistypedDash.explain(other).ifPresent(sentence -> {
                    throw new UsageException(sentence);
                });
            }
            context.console().warn(Messages.SEVERAL_KEY_ARGUMENTS);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getFirst());
    }

    /** The key of the argument or of standard input. An empty KEY is what an unset variable leaves; it is ignored. */
    static Optional<ApiKey> of(Optional<String> argument, boolean fromInput, CommandContext context) {
        if (fromInput) {
            return Optional.of(key(KeyInput.line(context), context));
        }
        if (argument.isPresent() && argument.get().isEmpty()) {
            context.console().warn(Messages.KEY_ARGUMENT_EMPTY);
            return Optional.empty();
        }
        return argument.isPresent() ? Optional.of(key(argument.get(), context)) : Optional.empty();
    }

    private static ApiKey key(String text, CommandContext context) {
        EnteredKey entered = parse(text, context.compositionRoot().policy());
        if (!entered.removed().isEmpty()) {
            context.console().info(Messages.leftOutAroundKey(entered.removed()));
        }
        return entered.key();
    }

    /** The key in what a person gave. */
    static EnteredKey parse(String text, ResolutionPolicy policy) {
        try {
            return EnteredKey.parse(text);
        } catch (InvalidApiKeyException e) {
            KeyMistake mistake = KeyMistake.of(text, policy).orElseGet(() -> new KeyMistake(e.getMessage(), ""));
            throw new InputException(mistake.sentence(), mistake.command());
        }
    }

    /** A key that is piped in without the option that reads it would be passed over in silence. Nothing of it is read. */
    static void tellOfUnreadInput(AccountChoice account, CommandContext context) {
        try {
            if (!context.environment().terminal().input() && context.in().available() > 0) {
                context.console().warn(Messages.inputUnread(new LoginAdvice(account, context).commandForInput()));
            }
        } catch (IOException e) {
            return; // a closed input holds nothing
        }
    }
}
