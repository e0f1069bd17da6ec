package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static wandb.auth.cli.CommandLineFixture.KEY;
import static wandb.auth.cli.CommandLineFixture.LONG_KEY;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;

/** No key in what is said, printed or recorded, whatever happens. */
class NoSecretTest {

    private static final Location PLACE = new Location.Place("somewhere");
    private static final Reason BROKEN = new Reason("It is broken.", "Fix it.");

    private final CommandLineFixture line = new CommandLineFixture();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login KEY",
                "login --verify KEY",
                "login --store keyring KEY",
                "login --store keyring",
                "login --store KEY",
                "login --host KEY",
                "login --keep-plaintext KEY",
                "login",
                "login --verify",
                "logout",
                "logout --all",
                "logout KEY",
                "status",
                "status --json",
                "auth list --json",
                "auth stores --json",
                "auth policy --json",
                "auth migrate --to keyring",
                "auth migrate --to keyring --all",
                "auth migrate --to keyring --dry-run",
                "auth migrate --to KEY"
            })
    void isShown(String command) {
        line.adapters().rules().record();
        for (Runnable trouble : troubles()) {
            line.store().holds(CommandLineFixture.key(LONG_KEY));
            line.adapters().accounts().has("https://api.wandb.ai", "netrc");
            trouble.run();

            Result result = line.run(command.replace("KEY", KEY).split(" ", -1));

            for (String key : List.of(KEY, LONG_KEY)) {
                String marked = key.substring(10, 30);
                assertFalse(result.err().contains(marked), result.err());
                assertFalse(result.out().contains(marked), result.out());
                assertFalse(line.adapters().rules().recorded().contains(marked));
            }
        }
    }

    private List<Runnable> troubles() {
        return List.of(
                () -> assertEquals(List.of(), line.store().savedFor()),
                () -> line.adapters().serverSays(new Verdict.Rejected("no")),
                () -> line.adapters().serverSays(new Verdict.Unreachable(BROKEN)),
                () -> line.store().answersAnEraseWith(new Erased.Conflict(PLACE)),
                () -> line.store().answersAnEraseWith(new Erased.Failed(PLACE, BROKEN)),
                () -> line.keyring().answersASaveWith(new Saved.Failed(PLACE, BROKEN)),
                () -> line.store().answersASaveWith(new Saved.Conflict(PLACE)),
                () -> line.adapters().accounts().cannotBeWritten(),
                () -> line.adapters().accounts().cannotBeRead(),
                () -> line.keyring().gives(new Outcome.Unusable(BROKEN)));
    }
}
