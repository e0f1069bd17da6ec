package wandb.auth.cli.option;

import java.util.Optional;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.app.store.PolicyJudgement;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.ProfileChoice;

/**
 * The commands that save a key for an account, as messages advise them: never one that the policy forbids. What a person has to
 * choose stands for itself: {@code URL} where the policy forbids the server, {@code ID} where it forbids the usual store.
 */
public record LoginAdvice(AccountChoice account, CommandContext context) {

    private static final String FROM_INPUT = "--key-stdin";

    /** The advice for the server that is configured and the profile that the arguments name; empty if the server is unknown. */
    public static Optional<LoginAdvice> asConfigured(ParseResult arguments, CommandContext context) {
        ProfileChoice profile =
                ProfileOption.named(arguments).map(ProfileChoice::named).orElse(ProfileChoice.NONE);
        return context.compositionRoot().hostSelection().configured() instanceof Parsed.Valid<HostChoice> server
                ? Optional.of(new LoginAdvice(new AccountChoice(server.value(), profile), context))
                : Optional.empty();
    }

    /** Whether the policy lets any store take a key. */
    public boolean isPossible() {
        return policy().restrictions().stream()
                .noneMatch(rule -> rule instanceof Restriction.OnlyStores only
                        && only.stores().isEmpty());
    }

    /** The command that saves a key wherever those of the account usually go. */
    public String command() {
        return login(usualStore(), key());
    }

    /** The same for a key on standard input. */
    public String commandForInput() {
        return login(usualStore(), FROM_INPUT);
    }

    /** The same for a key in a file, saved to the store. */
    public String commandForFile(StoreHandle store) {
        boolean isUsual = store.id().equals(context.compositionRoot().storeFor(account.account()));
        return login(isUsual ? "" : named(store), FROM_INPUT + " < FILE");
    }

    /** How a key gets into the store, or the rule by which none may. */
    public String saving(StoreHandle store) {
        return new PolicyJudgement(policy())
                .forbidsSaving(account.account(), store)
                .map(Rule::text)
                .orElseGet(() -> Messages.adviceToSaveOne(login(named(store), key())));
    }

    private String login(String store, String key) {
        String server = isServerForbidden() ? "--host URL " : server();
        return "wandb login " + server + ProfileOption.option(account.profile()) + store + key;
    }

    /** A server that only a workspace's file names gets no key until the user has named it too. */
    private String server() {
        return context.compositionRoot().trust(account).isServerNamedByUser()
                ? HostOptions.option(account.server())
                : AccountCommand.server(account.host()) + " ";
    }

    private boolean isServerForbidden() {
        return policy().forbidsHost(account.host()).isPresent();
    }

    private static String named(StoreHandle store) {
        return "--store " + store.id() + " ";
    }

    private String usualStore() {
        Optional<StoreHandle> usual =
                context.compositionRoot().store(context.compositionRoot().storeFor(account.account()));
        return usual.filter(store -> isAllowed(store, context)).isPresent() ? "" : "--store ID ";
    }

    /** Whether keys can be saved to the store under the policy. */
    static boolean isAllowed(StoreHandle store, CommandContext context) {
        ResolutionPolicy policy = context.compositionRoot().policy();
        return store.isInstalled()
                && store.obstacle().isEmpty()
                && new PolicyJudgement(policy).forbidsStore(store).isEmpty();
    }

    private String key() {
        return policy().forbidsKeyArgument().isPresent() ? FROM_INPUT + " < FILE" : "KEY";
    }

    private ResolutionPolicy policy() {
        return context.compositionRoot().policy();
    }
}
