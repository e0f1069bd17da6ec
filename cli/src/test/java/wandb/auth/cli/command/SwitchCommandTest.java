package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.FakeRules;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.account.ProfileSwitcher.Active;
import wandb.auth.domain.port.account.ProfileSwitcher.Activity;
import wandb.auth.domain.port.account.ProfileSwitcher.Failed;
import wandb.auth.domain.port.account.ProfileSwitcher.Inactive;
import wandb.auth.domain.port.account.ProfileSwitcher.NoKey;
import wandb.auth.domain.port.account.ProfileSwitcher.NoneActive;

/** What a switch tells. */
class SwitchCommandTest {

    private static final Location PLACE = new Location.File(Path.of("netrc"), 3);

    private final CommandLineFixture line = new CommandLineFixture();

    private Result switching(Activity before, Activity after) {
        line.adapters().switchGives(before, after);
        return line.run("auth", "switch", "work");
    }

    @Test
    void tellsWhereTheKeyIsAndWhatBecameOfTheOther() {
        assertEquals(
                new Result(ExitCode.DONE, "", """
                        wandb: The Python SDK finds the key for https://api.wandb.ai (profile work) in netrc:3 now.
                        wandb: The one that it found before is kept as that of the profile default.
                        """),
                switching(new Inactive(Optional.of(Profile.DEFAULT)), new Active(PLACE, Optional.of(Profile.DEFAULT))));
    }

    @Test
    void tellsThatNoKeyIsFoundAnyMore() {
        line.adapters()
                .switchGives(
                        new NoKey(PLACE, Optional.of(new Profile("work"))),
                        new NoneActive(PLACE, new Profile("work"), List.of("Its mode was changed.")));

        assertEquals(new Result(ExitCode.DONE, "", """
                        wandb: The Python SDK finds no key for https://api.wandb.ai in netrc:3 now: the profile default has none there.
                        wandb: The one that it found before is kept as that of the profile work.
                        wandb: Its mode was changed.
                        """), line.run("auth", "switch", "default"));
    }

    @Test
    void thatThePolicyForbidsTellsHowProgramsGetTheKey() {
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(), FakeRules.RULE));

        assertEquals(new Result(ExitCode.FORBIDDEN, "", """
                        wandb: ERROR The administrator forbids it. (policy:3)
                        wandb: Run programs by: wandb auth exec --profile work -- PROGRAM
                        """), line.run("auth", "switch", "work"));
    }

    @Test
    void tellsWhatElseWasDone() {
        Active active = new Active(PLACE, Optional.empty(), List.of("Its mode was changed."));

        assertEquals("""
                wandb: The Python SDK finds the key for https://api.wandb.ai (profile work) in netrc:3.
                wandb: Its mode was changed.
                """, switching(new Inactive(Optional.empty()), active).err());
    }

    @Test
    void tellsThatItIsSoAlready() {
        Active found = new Active(PLACE, Optional.empty());

        assertEquals(
                "wandb: The Python SDK finds the key for https://api.wandb.ai (profile work) in netrc:3.\n",
                switching(found, found).err());
    }

    @Test
    void warnsOfAVariableThatComesBeforeTheFile() {
        line.variable("WANDB_API_KEY", CommandLineFixture.KEY);
        Active found = new Active(PLACE, Optional.empty());

        assertTrue(switching(found, found).err().contains("WARNING WANDB_API_KEY comes before it"));
    }

    @Test
    void tellsHowToGetAKey() {
        Result result = switching(new NoKey(PLACE, Optional.empty()), new NoKey(PLACE, Optional.empty()));

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertTrue(result.err().endsWith("To save one: wandb login --profile work KEY\n"), result.err());
    }

    @Test
    void tellsWhatWentWrong() {
        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR Nothing was switched: netrc:3: It is odd. Fix it.\n"),
                switching(new Inactive(Optional.empty()), new Failed(PLACE, new Reason("It is odd.", "Fix it."))));
    }

    @Test
    void tellsOfAKeyThatIsElsewhere() {
        line.adapters().accounts().has("https://api.wandb.ai", "keyring");
        line.adapters().switchGives(new NoKey(PLACE, Optional.empty()), new NoKey(PLACE, Optional.empty()));

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
