package wandb.auth.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;

/** States of an account, made by hand. */
public final class StatusFixture {

    public static final String SECRET = "topsecret_topsecret_topsecret_topsecret1234";
    public static final String TOKEN = "eyJ0b3AiOjF9.eyJzZWNyZXQiOjF9.topsecretsignature";
    public static final String OUTSIDE = "\u001b[31mred\n\u202e\u2028";
    public static final String OUTSIDE_IN_ANY_LOCALE =
            "\u001b[31mred\n"; // a file's name must be expressible in the locale
    public static final Host HOST = Host.parse("https://wandb.example.com");
    public static final HostChoice CHOICE = new HostChoice(HOST, HostOrigin.OPTION, Optional.empty());
    public static final Location NETRC = new Location.File(Path.of("netrc"), 12);
    public static final Rule RULE = new Rule("It is off.", Optional.of(new Location.File(Path.of("policy"), 3)));

    private StatusFixture() {}

    public static Status status(Step... steps) {
        return status(CHOICE, steps);
    }

    public static Status status(HostChoice choice, Step... steps) {
        return status(choice, ProfileChoice.NONE, steps);
    }

    public static Status status(HostChoice choice, ProfileChoice profile, Step... steps) {
        AccountChoice account = new AccountChoice(choice, profile);
        return new Status(
                account,
                new Resolution(account.account(), List.of(steps)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Step step(Location location, Outcome outcome, String... remarks) {
        return new Step(new SourceId("netrc"), Protection.PLAINTEXT, new Finding(location, outcome, List.of(remarks)));
    }

    public static Outcome found() {
        return new Outcome.Found(ApiKey.parse(SECRET), Revision.of(SECRET));
    }

    public static Outcome foundToken() {
        return new Outcome.Found(IdentityToken.parse(TOKEN).orElseThrow(), Revision.of(TOKEN));
    }

    public static Outcome unusable() {
        return new Outcome.Unusable(new Reason("It is broken.", "Fix it."));
    }
}
