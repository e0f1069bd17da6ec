package wandb.auth.app.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.FakeSource;
import wandb.auth.app.Given;
import wandb.auth.app.GivenSettings;
import wandb.auth.app.Machine;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.app.lookup.SdkChoice;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;

class ShowStatusTest {

    private static final AccountChoice CHOICE =
            new AccountChoice(new HostChoice(Given.HOST, HostOrigin.OPTION, Optional.empty()), ProfileChoice.NONE);

    private final CredentialLookup lookup = Given.lookup(
            ResolutionPolicy.documented(),
            FakeSource.giving("environment", Given.found(Given.KEY)),
            FakeSource.giving("netrc", Given.found(Given.OTHER_KEY)));

    @Test
    void showsEverySourceAlsoBehindTheOneThatDecides() {
        assertEquals(2, status().resolution().steps().size());
    }

    @Test
    void showsTheDecisionThatALoginComesTo() {
        assertEquals(
                lookup.untilDecided(Given.query()).decision(),
                status().resolution().decision());
    }

    @Test
    void showsHowTheAccountWasChosen() {
        assertEquals(CHOICE, status().account());
    }

    private Status status() {
        return new ShowStatus(
                        lookup,
                        new Machine().accounts(),
                        new SdkChoice(
                                () -> (environment, host) -> Optional.empty(),
                                List.of(),
                                () -> GivenSettings.NONE,
                                Given.environment()),
                        Given.environment())
                .status(CHOICE, Given.query());
    }
}
