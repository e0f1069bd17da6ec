package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.cli.CommandLineFixture.KEY;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.domain.policy.Restriction;

/** The policy's default_host: the server of everybody who names none, and of nobody who does. */
class DefaultHostTest {

    private static final String POLICYS = "https://policy.example.com";
    private static final String OTHER = "https://wandb.example.com";

    private final CommandLineFixture line = new CommandLineFixture();

    @BeforeEach
    void setPolicy() {
        line.adapters().rules().defaultHost(POLICYS);
    }

    private String server() {
        return line.run("status").out().lines().findFirst().orElse("").replaceAll("^Server +", "");
    }

    @Test
    void isUsedWhereNothingNamesAServer() {
        line.run("login", KEY);

        assertEquals(List.of(Host.parse(POLICYS)), line.store().savedFor());
    }

    @Test
    void isShownWithTheLineThatSetsIt() {
        assertEquals(POLICYS + " (policy:4)", server());
        assertTrue(line.run("status", "--json").out().contains("\"host_origin\":\"policy\""));
        assertTrue(line.run("auth", "policy").out().contains(Messages.policyDefaultServer(Host.parse(POLICYS))));
    }

    @Test
    void isGivenToTheProgramsOfExec() {
        line.store().holds(CommandLineFixture.key(KEY));

        assertTrue(line.run("auth", "exec-environment").out().startsWith(POLICYS + "\n"));
    }

    @Test
    void isWeakerThanTheVariable() {
        line.variable("WANDB_BASE_URL", OTHER);

        assertEquals(OTHER + " (WANDB_BASE_URL)", server());
    }

    @Test
    void isWeakerThanTheOptionsAndTheServerThatWasRemembered() {
        line.run("login", "--host", OTHER, KEY);

        assertEquals(OTHER + " (the settings)", server());
    }

    @Test
    void doesNotVouchForTheServerOfAWorkspace() {
        line.adapters().workspaceNames("https://somebody.example");

        assertEquals(1, line.run("login", KEY).exitCode());
        assertEquals(List.of(), line.store().savedFor());
    }

    @Test
    void isWhatALoginToTheCloudCanGoBackTo() {
        String err = line.run("login", "--cloud", KEY).err();

        assertTrue(err.contains(Messages.serverBackTo(Host.parse(POLICYS)) + "\n"), err);
    }

    @Test
    void isAServerThatTheSdkDoesNotComeToByItself() {
        String err = line.run("login", KEY).err();

        assertTrue(err.endsWith(", with the key in netrc. To see what is used: wandb status\n"), err);
        assertTrue(line.run("status").out().contains("does not find this key by itself"));
    }

    @Test
    void isTheOnlyOneToGoBackToWhereTheCloudIsForbidden() {
        line.adapters()
                .rules()
                .restrict(new Restriction.OnlyHosts(
                        List.of(HostPattern.parse(POLICYS), HostPattern.parse(OTHER)), FakeRules.RULE));

        String err = line.run("login", "--host", OTHER, KEY).err();

        assertTrue(err.contains(Messages.serverRemembered(FakeAdapters.SETTINGS) + "\n"), err);
        assertFalse(err.contains("--cloud"), err);
    }
}
