package wandb.auth.cli;

import java.util.Optional;
import wandb.auth.app.KeyOrigin;
import wandb.auth.app.LogIn;
import wandb.auth.app.LoginResult;
import wandb.auth.app.NamedStore;
import wandb.auth.app.SaveOrder;
import wandb.auth.app.SaveOrder.Wishes;
import wandb.auth.domain.Account;
import wandb.auth.domain.AccountChoice;
import wandb.auth.domain.ApiKey;

/** One login to one account: with the key that is given, with the one that is there, or with one that is asked for. */
final class LoginRun {

    private final AccountChoice choice;
    private final Account account;
    private final Optional<NamedStore> named;
    private final Wishes wishes;
    private final Session session;
    private final LogIn logIn;
    private final LoginReport report;

    /** Saves to the store that is named; where none is, to the usual one. */
    LoginRun(AccountChoice choice, Optional<NamedStore> named, Wishes wishes, Session session) {
        this.choice = choice;
        this.account = choice.account();
        this.named = named;
        this.wishes = wishes;
        this.session = session;
        this.logIn = session.wiring().logIn(choice, session.talk());
        this.report = new LoginReport(choice, session);
    }

    int save(ApiKey key, KeyOrigin origin) {
        return report.tell(logIn.save(new SaveOrder(account, key, store(), origin, wishes)));
    }

    /** Asks for a key only where there is none, and somebody to ask. */
    int useExisting() {
        LoginResult existing = named.isPresent()
                ? logIn.moveExisting(account, named.get(), wishes)
                : logIn.useExisting(account, wishes);
        return existing instanceof LoginResult.NoCredential && session.mayAsk() ? ask() : report.tell(existing);
    }

    int ask() {
        Optional<LoginResult> obstacle = logIn.beforeAsking(account, store(), wishes);
        if (obstacle.isPresent()) {
            return report.tell(obstacle.get());
        }
        Optional<ApiKey> typed = KeyPrompt.ask(choice, session);
        return typed.isPresent() ? save(typed.get(), new KeyOrigin.Input()) : ExitCode.NO_CREDENTIAL;
    }

    private NamedStore store() {
        return named.orElseGet(() -> StoreOption.usual(account, session));
    }
}
