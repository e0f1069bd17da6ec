package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.domain.Account;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.port.account.InheritedProfile;

/** The profile on the command line and in the environment. */
class ProfileCommandsTest {

    private static final String KEY = CommandLineFixture.KEY;

    private final CommandLineFixture line = new CommandLineFixture();

    static Stream<Arguments> everyCommand() {
        return Stream.of(
                argumentSet("login", List.of("login")),
                argumentSet("logout", List.of("logout")),
                argumentSet("status", List.of("status")),
                argumentSet("token", List.of("auth", "token")),
                argumentSet("exec", List.of("auth", "exec-environment")),
                argumentSet("list", List.of("auth", "list")),
                argumentSet("stores", List.of("auth", "stores")),
                argumentSet("migrate", List.of("auth", "migrate", "--to", "keyring")),
                argumentSet("switch", List.of("auth", "switch")),
                argumentSet("policy", List.of("auth", "policy")),
                argumentSet("doctor", List.of("auth", "doctor")));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandTakesTheOptionAndRefusesANameThatIsNone(List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--profile=a b");

        Result result = line.run(arguments.toArray(String[]::new));

        assertEquals(ExitCode.USAGE, result.exitCode(), result.err());
        assertTrue(result.err().startsWith("wandb: ERROR --profile: 'a b' is not a profile name"), result.err());
        assertEquals("", result.out());
    }

    @Test
    void aVariableThatNamesNoneEndsTheRunAndSavesNothing() {
        Result result = line.variable("WANDB_PROFILE", "a b").run("login", KEY);

        assertEquals(ExitCode.FAILED, result.exitCode());
        assertTrue(result.err().startsWith("wandb: ERROR WANDB_PROFILE: 'a b' is not a profile name"), result.err());
        assertEquals(List.of(), line.store().savedFor());
    }

    @Test
    void aLoginNamesTheProfile() {
        Result result = line.run("login", "--profile", "work", KEY);

        assertTrue(
                result.err().startsWith("wandb: Saved the key for https://api.wandb.ai (profile work) in "),
                result.err());
    }

    @Test
    void aKeyOfTheEnvironmentIsNotUsedForAProfileThatTheCommandLineNames() {
        theVariableGivesAKey();

        assertEquals(
                ExitCode.NO_CREDENTIAL,
                line.run("auth", "token", "--profile", "work").exitCode());
        assertEquals(
                ExitCode.NO_CREDENTIAL,
                line.run("auth", "token", "--profile", "default").exitCode());
    }

    @Test
    void aKeyOfTheEnvironmentIsUsedForAProfileThatIsConfigured() {
        theVariableGivesAKey();

        assertEquals(
                ExitCode.DONE,
                line.variable("WANDB_PROFILE", "work").run("auth", "token").exitCode());
    }

    @Test
    void statusTellsThatAKeyOfTheEnvironmentHidesTheProfile() {
        theVariableGivesAKey();
        line.variable("WANDB_PROFILE", "work").variable("WANDB_API_KEY", KEY);

        String text = line.run("status").out();
        assertTrue(text.contains("Profile   work (WANDB_PROFILE)\n          WANDB_API_KEY comes before its key"), text);
        String json = line.run("status", "--json").out();
        assertTrue(
                json.contains("\"profile\":\"work\",\"profile_origin\":\"variable\","
                        + "\"profile_location\":{\"variable\":\"WANDB_PROFILE\"},"
                        + "\"profile_shadowed_by\":{\"variable\":\"WANDB_API_KEY\"},"),
                json);
    }

    @Test
    void theKeyThatExecHasSetForTheProfileHidesNothing() {
        theVariableGivesAKey();
        line.variable("WANDB_PROFILE", "work")
                .variable("WANDB_API_KEY", KEY)
                .variable("_WANDB_LOGIN_KEY_PROFILE", "work");

        assertTrue(line.run("status").out().contains("Profile   work (WANDB_PROFILE)\nLogin "));
        assertTrue(line.run("status", "--json").out().contains("\"profile_shadowed_by\":null"));
    }

    @Test
    void statusIsAsEverWhereNobodyChoosesAProfile() {
        theVariableGivesAKey();

        assertTrue(line.run("status").out().contains("\nProfile   default\nLogin "));
        assertTrue(line.run("status", "--json")
                .out()
                .contains("\"profile\":\"default\",\"profile_origin\":\"default\",\"profile_location\":null,"
                        + "\"profile_shadowed_by\":null,\"decision\""));
    }

    @Test
    void theLauncherIsToldTheProfileAndWhoseKeyItIs() {
        String end = System.lineSeparator();
        line.store().holds(CommandLineFixture.key(KEY));

        assertEquals(
                "https://api.wandb.ai" + end + KEY + end + "work" + end
                        + InheritedProfile.mark(
                                new Account(Host.PUBLIC_CLOUD, new Profile("work")), CommandLineFixture.key(KEY))
                        + end,
                line.run("auth", "exec-environment", "--profile", "work").out());
        theVariableGivesAKey();
        assertEquals(
                "https://api.wandb.ai" + end + KEY + end + "work" + end + "-" + end,
                line.variable("WANDB_PROFILE", "work")
                        .run("auth", "exec-environment")
                        .out());
    }

    @Test
    void aListOfOneProfileLeavesOutTheOthers() {
        line.adapters().accounts().has("https://api.wandb.ai", "netrc");

        assertEquals("", line.run("auth", "list", "--profile", "work").out());
        assertEquals(
                "SERVER                PROFILE  STORE  USER\nhttps://api.wandb.ai  default  netrc  -\n",
                line.run("auth", "list", "--profile", "default").out());
    }

    private void theVariableGivesAKey() {
        line.adapters()
                .variableGives(new Finding(
                        new Location.Variable("WANDB_API_KEY"),
                        new Outcome.Found(CommandLineFixture.key(KEY), Revision.of(KEY))));
    }
}
