package wandb.auth.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;

/** What the specifications of this room start from. */
final class Given {

    static final ApiKey KEY = ApiKey.parse("a".repeat(40));
    static final ApiKey OTHER_KEY = ApiKey.parse("b".repeat(40));
    static final ApiKey LONG_KEY = ApiKey.parse("wandb_v1_" + "c".repeat(77));
    static final Host HOST = Host.parse("https://wandb.example.com");
    static final Rule RULE = new Rule("Ask the administrator.", Optional.of(new Location.File(Path.of("policy"), 3)));

    private Given() {}

    static Query query() {
        return query(HOST);
    }

    static Query query(Host host) {
        return query(new Account(host, Profile.DEFAULT));
    }

    static Query query(Account account) {
        return new Query(account, Interaction.NONE, new Deadline(0));
    }

    /** The account of {@link #HOST}. */
    static Account account() {
        return query().account();
    }

    static Environment environment() {
        return new Environment(
                Map.of(), Optional.empty(), Path.of("").toAbsolutePath(), OperatingSystem.LINUX, Terminal.NONE);
    }

    static Outcome found(ApiKey key) {
        return new Outcome.Found(key, Revision.of(key.reveal()));
    }

    static Outcome foundIdentityToken() {
        IdentityToken token = IdentityToken.parse("head.body.signature").orElseThrow();
        return new Outcome.Found(token, Revision.of("1"));
    }

    static Outcome absent() {
        return new Outcome.Absent();
    }

    static Outcome unusable() {
        return new Outcome.Unusable(new Reason("It is locked.", "Unlock it."));
    }

    static Outcome refused() {
        return new Outcome.Refused(RULE);
    }

    static Outcome skipped() {
        return new Outcome.Skipped(RULE);
    }

    /** A lookup of these sources alone. */
    static CredentialLookup lookup(ResolutionPolicy policy, FakeSource... sources) {
        List<NamedSource> named = new ArrayList<>();
        for (FakeSource source : sources) {
            named.add(source.named());
        }
        return new CredentialLookup(new Places(named, List.of(), Optional.empty()), new Machine().accounts(), policy);
    }
}
