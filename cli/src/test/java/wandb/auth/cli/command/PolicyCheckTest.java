package wandb.auth.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.configuration.PolicyDraft;

/** {@code wandb auth policy --check FILE}: what is said of the file, and with which exit code. */
class PolicyCheckTest {

    private static final Complaint MISTAKE =
            new Complaint(line(3), new Reason("There is no rule 'x'.", "Correct or remove the line."));
    private static final Complaint NOTE = new Complaint(line(0), new Reason("It is not root's.", "Give it to root."));

    private final CommandLineFixture line = new CommandLineFixture();

    private static Location line(int number) {
        return new Location.File(Path.of("draft"), number);
    }

    private void fileSays(List<Complaint> mistakes, List<Complaint> notes) {
        line.adapters().fileSays(new PolicyDraft(ResolutionPolicy.documented(), Map.of(), Map.of(), mistakes, notes));
    }

    @Test
    void tellsEveryProblemWithItsLine() {
        fileSays(List.of(MISTAKE), List.of(NOTE));

        assertEquals(new Result(ExitCode.FAILED, """
                        Note: draft
                            It is not root's.
                            Give it to root.

                        draft:3
                            There is no rule 'x'.
                            Correct or remove the line.

                        1 problem found.
                        """, ""), line.run("auth", "policy", "--check", "draft"));
    }

    @Test
    void endsWith0WhereThereIsNone() {
        fileSays(List.of(), List.of());

        assertEquals(
                new Result(ExitCode.DONE, Messages.complaintsFound(0) + "\n", ""),
                line.run("auth", "policy", "--check=draft"));
    }

    @Test
    void aNameThatIsNoTextIsNoAbsence() {
        assertEquals(
                new Result(
                        ExitCode.USAGE,
                        "",
                        "wandb: ERROR " + Messages.pathOptionNotUtf8("--check") + "\nwandb: "
                                + Messages.tryHelp("wandb auth policy") + "\n"),
                line.run("auth", "policy", "--check", "/home/j\uFFFDrgen/auth.ini"));
    }

    @Test
    void isAnObjectOnRequest() {
        fileSays(List.of(MISTAKE), List.of());

        assertEquals(
                new Result(
                        ExitCode.FAILED,
                        "{\"file\":\"draft\",\"valid\":false,\"problems\":[{\"location\":{\"file\":\"draft\",\"line\":3},"
                                + "\"problem\":\"There is no rule 'x'.\",\"remedy\":\"Correct or remove the line.\"}],"
                                + "\"notes\":[]}\n",
                        ""),
                line.run("auth", "policy", "--check", "draft", "--json"));
    }

    @Test
    void looksForTheStoresThatItNames() {
        line.adapters()
                .fileSays(new PolicyDraft(
                        ResolutionPolicy.documented(),
                        Map.of(),
                        Map.of(new SourceId("keyrin"), line(2)),
                        List.of(),
                        List.of()));

        assertEquals("""
                draft:2
                    There is no source or store 'keyrin' here. Did you mean 'keyring'?
                    Correct it, or install it before the policy is rolled out: wandb auth stores

                1 problem found.
                """, line.run("auth", "policy", "--check", "draft").out());
    }

    @Test
    void worksWhereThePolicyInForceIsBroken() {
        line.adapters().rules().cannotBeRead();
        fileSays(List.of(), List.of());

        assertEquals(
                ExitCode.DONE, line.run("auth", "policy", "--check", "draft").exitCode());
        assertEquals(ExitCode.FORBIDDEN, line.run("auth", "policy").exitCode());
    }

    @Test
    void needsAFile() {
        assertEquals(ExitCode.USAGE, line.run("auth", "policy", "--check").exitCode());
        assertEquals(ExitCode.USAGE, line.run("auth", "policy", "--check", "").exitCode());
        assertEquals(
                ExitCode.USAGE, line.run("auth", "policy", "--check", "a\0b").exitCode());
    }
}
