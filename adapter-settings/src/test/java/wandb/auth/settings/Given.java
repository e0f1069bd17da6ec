package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.StoreConfig;

/** What the specifications of this module start from. */
final class Given {

    public static final String KEY = "0123456789".repeat(4);
    static final String TOKEN = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";

    private Given() {}

    public static Environment environment(Path workingDirectory, Map<String, String> variables) {
        return environment(workingDirectory, variables, OperatingSystem.LINUX);
    }

    public static Environment environment(
            Path workingDirectory, Map<String, String> variables, OperatingSystem system) {
        return new Environment(variables, Optional.empty(), workingDirectory, system, Terminal.NONE);
    }

    /** What the source {@code environment} says for the server under these variables. */
    public static Finding found(Path workingDirectory, Map<String, String> variables, String host) {
        Account account = new Account(Host.parse(host), Profile.DEFAULT);
        Query query = new Query(account, Interaction.NONE, new Deadline(0));
        return new EnvironmentSourceProvider()
                .open(environment(workingDirectory, variables), StoreConfig.EMPTY)
                .find(query);
    }

    static Reason reasonOf(Finding finding) {
        return assertInstanceOf(Outcome.Unusable.class, finding.outcome()).reason();
    }
}
