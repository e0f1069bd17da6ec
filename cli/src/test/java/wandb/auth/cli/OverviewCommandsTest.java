package wandb.auth.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.cli.CommandLineFixture.Result;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.policy.Restriction;

/** What {@code auth list}, {@code auth stores} and {@code auth policy} print. */
class OverviewCommandsTest {

    private final CommandLineFixture line = new CommandLineFixture();

    @Nested
    class Accounts {

        @Test
        void areATable() {
            line.adapters().accounts().has("https://wandb.example.com", "keyring", Optional.of("\u001b[31mada"));
            line.adapters().accounts().has("https://api.wandb.ai", "netrc");

            assertEquals(new Result(ExitCode.DONE, """
                            SERVER                     PROFILE  STORE    USER
                            https://wandb.example.com  default  keyring  \\x1b[31mada
                            https://api.wandb.ai       default  netrc    -
                            """, ""), line.run("auth", "list"));
        }

        @Test
        void areAnArrayOnRequest() {
            line.adapters().accounts().has("https://wandb.example.com", "keyring", Optional.of("ada"));
            line.adapters().accounts().has("https://api.wandb.ai", "netrc");

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "[{\"host\":\"https://wandb.example.com\",\"profile\":\"default\",\"store\":\"keyring\","
                                    + "\"user\":\"ada\"},{\"host\":\"https://api.wandb.ai\",\"profile\":\"default\","
                                    + "\"store\":\"netrc\",\"user\":null}]\n",
                            ""),
                    line.run("auth", "list", "--json"));
        }

        @Test
        void areNone() {
            String hint = "wandb: " + Messages.LIST_EMPTY + " " + Messages.listSaveKey("wandb login KEY") + "\n";

            assertEquals(new Result(ExitCode.DONE, "", hint), line.run("auth", "list"));
            assertEquals(new Result(ExitCode.DONE, "[]\n", hint), line.run("auth", "list", "--json"));
        }

        @Test
        void areNoneOfAProfileThatIsNamedWithTheOneThatIsNear() {
            line.adapters().accounts().has("https://api.wandb.ai", "netrc");

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "",
                            "wandb: " + Messages.listEmpty(new Profile("defualt")) + " "
                                    + Messages.listSaveKey("wandb login --profile defualt KEY") + "\nwandb: "
                                    + Messages.didYouMean("wandb auth list --profile default") + "\n"),
                    line.run("auth", "list", "--profile", "defualt"));
        }

        @Test
        void areNotPrintedIfUnknown() {
            line.adapters().accounts().cannotBeRead();

            assertEquals(
                    new Result(ExitCode.FAILED, "", "wandb: ERROR auth.ini: It makes no sense. Correct it.\n"),
                    line.run("auth", "list"));
        }
    }

    @Nested
    class Stores {

        @Test
        void areAllWithWhatTheyCanAndMayDo() {
            line.keyring().isNotUsable(new Reason("There is no keychain.", "Start one."));
            line.adapters().rules().restrict(new Restriction.LeastProtection(Protection.ENCRYPTED, FakeRules.RULE));

            assertEquals(new Result(ExitCode.DONE, """
                            STORE    PROTECTION              HERE        POLICY
                            netrc    plaintext, the default  usable      forbidden
                                forbidden: The administrator forbids it. (policy:3)
                            keyring  encrypted               not usable  allowed
                                not usable: There is no keychain. Start one.
                            """, ""), line.run("auth", "stores"));
        }

        @Test
        void areListedWithWhatElseShouldBeKnown() {
            line.keyring().isUsable("It is kept by a test.");

            assertTrue(line.run("auth", "stores").out().contains("    It is kept by a test.\n"));
            assertTrue(line.run("auth", "stores", "--json").out().contains("\"remarks\":[\"It is kept by a test.\"]"));
        }

        @Test
        void areAnArrayOnRequest() {
            line.keyring().isNotUsable(new Reason("There is no keychain.", "Start one."));
            line.adapters().rules().restrict(new Restriction.LeastProtection(Protection.ENCRYPTED, FakeRules.RULE));

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "[{\"id\":\"netrc\",\"protection\":\"plaintext\",\"read_only\":false,\"default\":true,\"usable\":true,"
                                    + "\"problem\":null,\"remedy\":null,\"remarks\":[],\"allowed\":false,\"rule\":\"The administrator forbids it.\","
                                    + "\"rule_location\":{\"file\":\"policy\",\"line\":3}},"
                                    + "{\"id\":\"keyring\",\"protection\":\"encrypted\",\"read_only\":false,\"default\":false,"
                                    + "\"usable\":false,\"problem\":\"There is no keychain.\","
                                    + "\"remedy\":\"Start one.\",\"remarks\":[],\"allowed\":true,\"rule\":null,"
                                    + "\"rule_location\":null}]\n",
                            ""),
                    line.run("auth", "stores", "--json"));
        }
    }

    @Nested
    class Policy {

        @Test
        void isTheBuiltInOneUnlessSet() {
            assertEquals(new Result(ExitCode.DONE, """
                            Rules in force, each with the file and line that set it:
                            Sources are consulted in this order: environment, workspace-settings, system-settings, netrc.
                                built in
                            Keys are saved to netrc by default.
                                built in
                            """, ""), line.run("auth", "policy"));
        }

        @Test
        void hasEveryRuleWithThePlaceThatSetIt() {
            line.adapters().rules().saveTo("keyring");
            line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(), FakeRules.RULE));

            assertEquals(new Result(ExitCode.DONE, """
                            Rules in force, each with the file and line that set it:
                            Sources are consulted in this order: environment, workspace-settings, system-settings, netrc.
                                built in
                            Keys are saved to keyring by default.
                                mine:2
                            The administrator forbids it.
                                policy:3
                            """, ""), line.run("auth", "policy"));
        }

        @Test
        void isAnObjectOnRequest() {
            line.adapters().rules().saveTo("keyring");
            line.adapters().rules().restrict(new Restriction.OnlyStores(List.of(), FakeRules.RULE));

            assertEquals(
                    new Result(
                            ExitCode.DONE,
                            "{\"order\":[\"environment\",\"workspace-settings\",\"system-settings\",\"netrc\"],"
                                    + "\"order_location\":null,\"default_store\":\"keyring\","
                                    + "\"default_store_location\":{\"file\":\"mine\",\"line\":2},"
                                    + "\"default_host\":null,\"default_host_location\":null,"
                                    + "\"rules\":[{\"statement\":\"The administrator forbids it.\","
                                    + "\"location\":{\"file\":\"policy\",\"line\":3}}]}\n",
                            ""),
                    line.run("auth", "policy", "--json"));
        }
    }
}
