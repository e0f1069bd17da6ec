package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.app.login.LoginResult;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.SourceHandle;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;

/** What the specifications of this module start from. */
public final class Given {

    public static final ApiKey KEY = ApiKey.parse("a".repeat(40));
    public static final ApiKey OTHER_KEY = ApiKey.parse("b".repeat(40));
    public static final ApiKey LONG_KEY = ApiKey.parse("wandb_v1_" + "c".repeat(77));
    public static final Host HOST = Host.parse("https://wandb.example.com");
    public static final Rule RULE =
            new Rule("Ask the administrator.", Optional.of(new Location.File(Path.of("policy"), 3)));

    private Given() {}

    public static Query query() {
        return query(HOST);
    }

    public static Query query(Host host) {
        return query(new Account(host, Profile.DEFAULT));
    }

    public static Query query(Account account) {
        return new Query(account, Interaction.NONE, new Deadline(0));
    }

    /** The account of {@link #HOST}. */
    public static Account account() {
        return query().account();
    }

    /** The account, named by options. */
    public static AccountChoice choice(Account account) {
        return choice(account, HostOrigin.OPTION);
    }

    /** The account on a server that something else names. */
    public static AccountChoice choice(Account account, HostOrigin origin) {
        return new AccountChoice(
                new HostChoice(account.host(), origin, Optional.empty()), ProfileChoice.named(account.profile()));
    }

    public static Environment environment() {
        return new Environment(
                Map.of(), Optional.empty(), Path.of("").toAbsolutePath(), OperatingSystem.LINUX, Terminal.NONE);
    }

    public static Outcome found(ApiKey key) {
        return new Outcome.Found(key, Revision.of(key.reveal()));
    }

    public static Outcome foundIdentityToken() {
        IdentityToken token = IdentityToken.parse("e30.e30.signature-of-at-least-thirty-two-characters")
                .orElseThrow();
        return new Outcome.Found(token, Revision.of("1"));
    }

    /** The result, which is that of a key that was saved. */
    public static LoginResult.LoggedIn saved(LoginResult result) {
        LoginResult.LoggedIn loggedIn = assertInstanceOf(LoginResult.LoggedIn.class, result);
        assertFalse(loggedIn.command().isAdoption());
        return loggedIn;
    }

    /** The result, which is that of a key that was in the store already. */
    public static LoginResult.LoggedIn adopted(LoginResult result) {
        LoginResult.LoggedIn loggedIn = assertInstanceOf(LoginResult.LoggedIn.class, result);
        assertTrue(loggedIn.command().isAdoption());
        return loggedIn;
    }

    public static Outcome absent() {
        return new Outcome.Absent();
    }

    public static Outcome unusable() {
        return new Outcome.Unusable(new Reason("It is locked.", "Unlock it."));
    }

    public static Outcome refused() {
        return new Outcome.Refused(RULE);
    }

    public static Outcome skipped() {
        return new Outcome.Skipped(RULE);
    }

    /** A lookup of these sources alone. */
    public static CredentialLookup lookup(ResolutionPolicy policy, FakeSource... sources) {
        List<SourceHandle> named = new ArrayList<>();
        for (FakeSource source : sources) {
            named.add(source.named());
        }
        return new CredentialLookup(new CredentialStores(named, List.of()), new Machine().accounts(), policy);
    }
}
