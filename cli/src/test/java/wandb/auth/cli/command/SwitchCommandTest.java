package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.account.ActiveProfileStore.Behind;
import wandb.auth.domain.port.account.ActiveProfileStore.Failed;
import wandb.auth.domain.port.account.ActiveProfileStore.Found;
import wandb.auth.domain.port.account.ActiveProfileStore.Nothing;
import wandb.auth.domain.port.account.ActiveProfileStore.Standing;

/** What a switch tells. */
class SwitchCommandTest {

    private static final Location PLACE = new Location.File(Path.of("netrc"), 3);

    private final CommandLineFixture line = new CommandLineFixture();

    private Result switching(Standing standing, Standing made) {
        line.adapters().switchGives(standing, made);
        return line.run("auth", "switch", "work");
    }

    @Test
    void tellsWhereTheKeyIsAndWhatBecameOfTheOther() {
        assertEquals(
                new Result(ExitCode.DONE, "", """
                        wandb: The Python SDK finds the key for https://api.wandb.ai (profile work) in netrc:3 now.
                        wandb: The one that it found before is kept as that of the profile default.
                        """),
                switching(new Behind(Optional.of(Profile.DEFAULT)), new Found(PLACE, Optional.of(Profile.DEFAULT))));
    }

    @Test
    void tellsThatItIsSoAlready() {
        Found found = new Found(PLACE, Optional.empty());

        assertEquals(
                "wandb: The Python SDK finds the key for https://api.wandb.ai (profile work) in netrc:3.\n",
                switching(found, found).err());
    }

    @Test
    void warnsOfAVariableThatComesBeforeTheFile() {
        line.variable("WANDB_API_KEY", CommandLineFixture.KEY);
        Found found = new Found(PLACE, Optional.empty());

        assertTrue(switching(found, found).err().contains("WARNING WANDB_API_KEY comes before it"));
    }

    @Test
    void tellsHowToGetAKey() {
        Result result = switching(new Nothing(PLACE), new Nothing(PLACE));

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertTrue(result.err().endsWith("To save one: wandb login --profile work KEY\n"), result.err());
    }

    @Test
    void tellsWhatWentWrong() {
        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR Nothing was switched: netrc:3: It is odd. Mend it.\n"),
                switching(new Behind(Optional.empty()), new Failed(PLACE, new Reason("It is odd.", "Mend it."))));
    }

    @Test
    void tellsOfAKeyThatIsElsewhere() {
        line.adapters().accounts().has("https://api.wandb.ai", "keyring");
        line.adapters().switchGives(new Nothing(PLACE), new Nothing(PLACE));

        Result result = line.run("auth", "switch", "default");

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertTrue(
                result.err()
                        .contains("is in keyring, where the Python SDK does not look. Run programs by: "
                                + "wandb auth exec --profile default -- PROGRAM"),
                result.err());
    }

    @Test
    void wantsOneProfile() {
        for (String[] arguments :
                new String[][] {{"auth", "switch"}, {"auth", "switch", "a", "b"}, {"auth", "switch", "--profile=a", "b"}
                }) {
            Result result = line.run(arguments);

            assertEquals(ExitCode.USAGE, result.exitCode());
            assertTrue(
                    result.err().startsWith("wandb: ERROR Name one profile: wandb auth switch PROFILE\n"),
                    result.err());
        }
    }
}
