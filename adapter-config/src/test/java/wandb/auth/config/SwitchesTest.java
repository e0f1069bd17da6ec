package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.ConfigurationChange;
import wandb.auth.domain.port.ConfigurationRepository.Done;
import wandb.auth.domain.port.account.SavedAccount;

/** The switches in the user's file. */
class SwitchesTest {

    private static final Account WORK = account("https://api.wandb.ai", "work");
    private static final Account HOME = account("https://api.forge.coreweave.com", "home");
    private static final Account IPV6 = account("http://[::1]:8080", "work");

    @TempDir
    private Path folder;

    private Machine machine = new Machine(Path.of(""), Map.of());

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }

    private static Account account(String host, String profile) {
        return new Account(Host.parse(host), new Profile(profile));
    }

    private void note(Account account) {
        assertInstanceOf(Done.class, machine.change(new ConfigurationChange.NoteSwitch(account)));
    }

    private List<Profile> of(Account account) {
        return machine.configuration().switched(account.host());
    }

    @Test
    void theLastSwitchComesFirstUnderWhicheverNameOfTheServer() throws IOException {
        note(WORK);
        note(HOME);
        note(IPV6);
        note(WORK);

        assertEquals("""
                [netrc api.wandb.ai]
                profiles = work home

                [netrc [::1]:8080]
                profiles = work
                """, Files.readString(machine.usersFile()));
        assertEquals(List.of(WORK.profile(), HOME.profile()), of(WORK));
        assertEquals(List.of(IPV6.profile()), of(IPV6));
    }

    @Test
    void whatIsForgottenLeavesNothing() throws IOException {
        note(WORK);
        note(HOME);

        machine.change(new ConfigurationChange.ForgetSwitch(HOME));
        assertEquals(List.of(WORK.profile()), of(WORK));
        machine.change(new ConfigurationChange.ForgetSwitch(WORK));
        assertEquals("", Files.readString(machine.usersFile()));
    }

    @Test
    void anAccountThatIsForgottenIsForgottenHereToo() {
        machine.change(
                new ConfigurationChange.NoteAccount(new SavedAccount(WORK, new SourceId("netrc"), Optional.empty())));
        note(WORK);

        machine.change(new ConfigurationChange.ForgetAccount(WORK));

        assertEquals(List.of(), of(WORK));
    }

    @Test
    void theNetrcStoreIsToldOfThem() {
        note(WORK);
        note(IPV6);

        assertEquals(
                Map.of("profiles api.wandb.ai", "work", "profiles [::1]:8080", "work"),
                machine.configuration().section(ResolutionPolicy.NETRC).settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"profiles = -x", "profiles = a  b", "profiles =", "profile = a", "profiles = a\nmore = b"})
    void aSectionThatMeansNothingEndsEveryRun(String text) throws IOException {
        machine.user("[netrc api.wandb.ai]\n" + text + "\n");

        assertTrue(machine.unreadable().startsWith("home/.config/wandb/auth.ini:"), machine::unreadable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[login]\nprofile = x\n", "[netrc api.wandb.ai]\nprofiles = x\n"})
    void anAdministratorChoosesNobodysProfile(String text) throws IOException {
        machine.administrator(text);

        assertEquals(
                "etc/wandb/auth.ini:1: A profile is chosen in the administrator's file."
                        + " Remove the section: it belongs into each user's own auth.ini.",
                machine.unreadable());
    }
}
