package wandb.auth.settings;

import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.port.EnteredKey;
import wandb.auth.domain.port.account.InheritedProfile;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;

/**
 * {@code WANDB_API_KEY}, or the token in the file that {@code WANDB_IDENTITY_TOKEN_FILE} names. Where {@code
 * WANDB_BASE_URL} is set too, the credential is for that server only; a key that {@code auth exec} has set is for its profile
 * only.
 */
record EnvironmentSource(Environment environment) implements CredentialSource {

    private static final Location API_KEY = new Location.Variable("WANDB_API_KEY");
    private static final Location IDENTITY_TOKEN_FILE = new Location.Variable("WANDB_IDENTITY_TOKEN_FILE");

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Finding find(Query query) {
        Optional<String> key = environment.variable("WANDB_API_KEY");
        Optional<String> tokenFile = environment.variable("WANDB_IDENTITY_TOKEN_FILE");
        if (key.isEmpty() && tokenFile.isEmpty()) {
            return new Finding(API_KEY, new Outcome.Absent());
        }
        Location variable = key.isPresent() ? API_KEY : IDENTITY_TOKEN_FILE;
        Optional<Finding> meant =
                meantForAnotherServer(variable, query.account().host());
        if (meant.isEmpty()) {
            meant = meantForAnotherAccount(query.account());
        }
        return meant.isPresent() ? meant.get() : credential(key, tokenFile);
    }

    private Finding credential(Optional<String> key, Optional<String> tokenFile) {
        if (key.isPresent() && tokenFile.isPresent()) {
            return unusable(API_KEY, Messages.keyAndTokenFile());
        }
        return key.isPresent() ? key(key.get()) : identityToken(tokenFile.orElseThrow());
    }

    private Optional<Finding> meantForAnotherServer(Location variable, Host host) {
        Optional<String> address = environment.variable(SettingsFiles.BASE_URL_VARIABLE);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        try {
            Host meant = Host.parse(address.get());
            if (meant.isSameServer(host)) {
                return Optional.empty();
            }
            return Optional.of(skipped(variable, Messages.onlyForServerOfVariable(meant)));
        } catch (InvalidHostException e) {
            return Optional.of(unusable(variable, Messages.invalidServerOfVariable(e.getMessage())));
        }
    }

    private Optional<Finding> meantForAnotherAccount(Account account) {
        Optional<InheritedProfile> meant = InheritedProfile.in(environment);
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        Profile profile = meant.get().profile();
        if (!profile.equals(account.profile())) {
            return Optional.of(skipped(API_KEY, Messages.onlyForProfileOfExec(profile)));
        }
        return meant.get()
                .host()
                .filter(host -> !host.isSameServer(account.host()))
                .map(host -> skipped(API_KEY, Messages.onlyForServerOfExec(host)));
    }

    private static Finding skipped(Location location, String rule) {
        return new Finding(location, new Outcome.Skipped(Rule.builtIn(rule)));
    }

    private static Finding key(String text) {
        try {
            return found(API_KEY, EnteredKey.parse(text).key());
        } catch (InvalidApiKeyException e) {
            return unusable(API_KEY, Messages.invalidKeyInVariable(e.getMessage()));
        }
    }

    private Finding identityToken(String file) {
        return new IdentityTokenFile(environment.workingDirectory(), file).read();
    }

    private static Finding found(Location location, ApiKey key) {
        return new Finding(location, new Outcome.Found(key, Revision.of(key.reveal())));
    }

    private static Finding unusable(Location location, Reason reason) {
        return new Finding(location, new Outcome.Unusable(reason));
    }
}
