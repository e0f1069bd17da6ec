package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.configuration.ConfigurationChange.ForgetFormerSwitches;

/** What the first edition noted of the netrc file in the user's file. */
class FormerSwitchesTest extends OnAMachine {

    @Test
    void theNetrcStoreIsToldOfIt() throws IOException {
        machine.user("[netrc api.wandb.ai]\nprofiles = work home\n\n[netrc [::1]:8080]\nprofiles = work\n");

        assertEquals(
                Map.of("api.wandb.ai", "work home", "[::1]:8080", "work"),
                machine.configuration().section(ResolutionPolicy.NETRC).settings());
    }

    @Test
    void theNetrcStoreIsToldNothingElse() throws IOException {
        machine.user("[store.netrc]\nprofiles api.wandb.ai = work\napi.wandb.ai = work\n");

        assertEquals(
                Map.of(),
                machine.configuration().section(ResolutionPolicy.NETRC).settings());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profiles = -x",
                "profiles = work work",
                "profiles = a  b\tc ",
                "profiles =",
                "profile = a",
                "profiles = a\nmore = b",
                "",
            })
    void whateverItHoldsNoRunEndsByIt(String text) throws IOException {
        machine.user("[netrc api.wandb.ai]\n" + text + "\n");

        assertInstanceOf(Parsed.Valid.class, machine.configuration().policy());
        assertInstanceOf(Parsed.Valid.class, machine.change(new ForgetFormerSwitches()));
        assertEquals("", Files.readString(machine.usersFile()).strip());
    }

    @Test
    void onceTakenOverOnlyItIsRemoved() throws IOException {
        String rest = "# mine\n[policy]\nstores = netrc\n\n";
        machine.user(rest + "[netrc api.wandb.ai]\nprofiles = work\n\n[netrc h]\nprofiles = a\n");

        assertInstanceOf(Parsed.Valid.class, machine.change(new ForgetFormerSwitches()));
        assertEquals(rest.strip(), Files.readString(machine.usersFile()).strip());
        assertTrue(machine.configuration().formerSwitches().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[login]\nprofile = x\n", "[netrc api.wandb.ai]\nprofiles = x\n"})
    void anAdministratorChoosesNobodysProfile(String text) throws IOException {
        machine.administrator(text);

        assertEquals("etc/wandb/auth.ini:1: " + Messages.profileOfAdministrator(), machine.unreadable());
    }
}
