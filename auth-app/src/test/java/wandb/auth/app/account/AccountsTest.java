package wandb.auth.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import wandb.auth.app.FakeRegistry;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.sdk.ConfiguredAddress;

class AccountsTest {

    private static final Account CLOUD = new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT);
    private static final Account FORGE = new Account(Host.parse("https://api.forge.coreweave.com"), Profile.DEFAULT);
    private static final Account WORK = new Account(Given.HOST, new Profile("work"));

    private final Machine machine = new Machine();

    @Nested
    class Known {

        @Test
        void isAlwaysThePublicCloud() {
            assertEquals(List.of(CLOUD), machine.accounts().known());
        }

        @Test
        void isThePublicCloudUnderEitherName() {
            assertTrue(machine.accounts().isKnown(FORGE));
        }

        @Test
        void isEveryAccountThatWasSaved() {
            machine.registry().holds(WORK, machine.netrc());

            assertEquals(List.of(WORK, CLOUD), machine.accounts().known());
        }

        @Test
        void isNotAnotherProfileOfAnAccountThatWasSaved() {
            machine.registry().holds(WORK, machine.netrc());

            assertFalse(machine.accounts().isKnown(Given.account()));
        }

        @Test
        void isTheServerThatTheUserChose() {
            machine.servers().hasChosen(Given.HOST);

            assertEquals(List.of(Given.account(), CLOUD), machine.accounts().known());
        }

        @Test
        void isTheServerOfTheVariable() {
            machine.servers().configure(address(HostOrigin.VARIABLE));

            assertTrue(machine.accounts().isKnown(Given.account()));
        }

        @Test
        void isNotTheServerThatOnlyAWorkspaceNames() {
            machine.servers().configure(address(HostOrigin.WORKSPACE_SETTINGS));

            assertFalse(machine.accounts().isKnown(Given.account()));
        }

        @Test
        void namesNoServerTwice() {
            machine.registry().holds(FORGE, machine.netrc());
            machine.servers().hasChosen(Given.HOST);
            machine.servers().configure(address(HostOrigin.VARIABLE));

            assertEquals(List.of(FORGE, Given.account()), machine.accounts().known());
        }

        private static ConfiguredAddress address(HostOrigin origin) {
            return new ConfiguredAddress(Given.HOST.url(), origin, new Location.Place("somewhere"));
        }
    }

    @Nested
    class Listed {

        @Test
        void areTheAccountsThatWereSavedWithoutAskingTheirStores() {
            SavedAccount entry = new SavedAccount(WORK, machine.keyring().id(), Optional.of("ada"));
            machine.registry().put(entry);

            assertEquals(List.of(entry), list());
            assertEquals(0, machine.keyring().timesAsked());
        }

        @Test
        void areTheKnownAccountsThatTheSdkLeftInNetrc() {
            machine.servers().hasChosen(Given.HOST);
            machine.netrc().keep(Given.account(), Given.KEY);

            assertEquals(List.of(new SavedAccount(Given.account(), ResolutionPolicy.NETRC, Optional.empty())), list());
        }

        @Test
        void areNoOtherEntriesOfNetrc() {
            machine.netrc().keep(new Account(Host.parse("https://github.com"), Profile.DEFAULT), Given.KEY);

            assertEquals(List.of(), list());
        }

        @Test
        void areNotKnownWhereTheListCannotBeRead() {
            machine.registry().cannotBeRead();

            assertEquals(FakeRegistry.UNREADABLE, machine.listAccounts().list());
        }

        private List<SavedAccount> list() {
            return assertInstanceOf(
                            SavedAccounts.class,
                            assertInstanceOf(
                                            Parsed.Valid.class,
                                            machine.listAccounts().list())
                                    .value())
                    .all();
        }
    }
}
