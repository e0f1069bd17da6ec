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
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
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
    private static final Profile WORK = new Profile("work");
    private static final Reason ODD = new Reason("It is odd.", "Fix it.");
    private static final Account ACCOUNT = new Account(Host.PUBLIC_CLOUD, WORK);

    private final CommandLineFixture line = new CommandLineFixture();

    private Result switching(Activity before, Activity after) {
        line.adapters().switchGives(before, after);
        return line.run("auth", "switch", "work");
    }

    @Test
    void tellsWhereTheKeyIsAndWhatBecameOfTheOther() {
        assertEquals(
                new Result(
                        ExitCode.DONE,
                        "",
                        "wandb: " + Messages.switchedTo(ACCOUNT, PLACE) + "\nwandb: "
                                + Messages.switchKept(Profile.DEFAULT) + "\n"),
                switching(new Inactive(Optional.of(Profile.DEFAULT)), new Active(PLACE, Optional.of(Profile.DEFAULT))));
    }

    @Test
    void tellsThatNoKeyIsFoundAnyMore() {
        line.adapters()
                .switchGives(
                        new NoKey(PLACE, Optional.of(WORK)),
                        new NoneActive(PLACE, WORK, List.of("Its mode was changed.")));

        assertEquals(
                new Result(
                        ExitCode.DONE,
                        "",
                        "wandb: " + Messages.switchedToNone(Host.PUBLIC_CLOUD, PLACE) + "\nwandb: "
                                + Messages.switchKept(WORK) + "\nwandb: Its mode was changed.\n"),
                line.run("auth", "switch", "default"));
    }

    @Test
    void thatThePolicyForbidsTellsHowProgramsGetTheKey() {
        line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(), FakeRules.RULE));

        assertEquals(
                new Result(
                        ExitCode.FORBIDDEN,
                        "",
                        "wandb: ERROR The administrator forbids it. (policy:3)\nwandb: "
                                + Messages.switchRunPrograms("--profile work ") + "\n"),
                line.run("auth", "switch", "work"));
    }

    @Test
    void tellsWhatElseWasDone() {
        Active active = new Active(PLACE, Optional.empty(), List.of("Its mode was changed."));

        assertEquals(
                "wandb: " + Messages.switchedBefore(ACCOUNT, PLACE) + "\nwandb: Its mode was changed.\n",
                switching(new Inactive(Optional.empty()), active).err());
    }

    @Test
    void tellsThatItIsSoAlready() {
        Active found = new Active(PLACE, Optional.empty());

        assertEquals(
                "wandb: " + Messages.switchedBefore(ACCOUNT, PLACE) + "\n",
                switching(found, found).err());
    }

    @Test
    void warnsOfAVariableThatComesBeforeTheFile() {
        line.variable("WANDB_API_KEY", CommandLineFixture.KEY);
        Active found = new Active(PLACE, Optional.empty());

        assertTrue(switching(found, found).err().contains("WARNING " + Messages.SWITCH_VARIABLE_FIRST));
    }

    @Test
    void tellsHowToGetAKey() {
        Result result = switching(new NoKey(PLACE, Optional.empty()), new NoKey(PLACE, Optional.empty()));

        assertEquals(ExitCode.NO_CREDENTIAL, result.exitCode());
        assertTrue(
                result.err().endsWith(Messages.switchNoKey(ACCOUNT, PLACE, "wandb login --profile work KEY") + "\n"),
                result.err());
    }

    @Test
    void tellsWhatWentWrong() {
        assertEquals(
                new Result(ExitCode.FAILED, "", "wandb: ERROR " + Messages.switchFailed(PLACE, ODD) + "\n"),
                switching(new Inactive(Optional.empty()), new Failed(PLACE, ODD)));
    }

    @Test
    void tellsOfAKeyThatIsElsewhere() {
        line.adapters().accounts().has("https://api.wandb.ai", "keyring");
        line.adapters().switchGives(new NoKey(PLACE, Optional.empty()), new NoKey(PLACE, Optional.empty()));

        Result result = line.run("auth", "switch", "default");

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertTrue(
                result.err()
                        .contains(Messages.switchKeyElsewhere(
                                        new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT), new SourceId("keyring"))
                                + " " + Messages.switchRunProgramsOrMove("--profile default ")),
                result.err());
    }

    @Test
    void wantsOneProfile() {
        for (String[] arguments :
                new String[][] {{"auth", "switch"}, {"auth", "switch", "a", "b"}, {"auth", "switch", "--profile=a", "b"}
                }) {
            Result result = line.run(arguments);

            assertEquals(ExitCode.USAGE, result.exitCode());
            assertTrue(result.err().startsWith("wandb: ERROR " + Messages.SWITCH_NAME_ONE + "\n"), result.err());
        }
    }
}
