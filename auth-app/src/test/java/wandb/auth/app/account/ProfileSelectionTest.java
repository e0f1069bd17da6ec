package wandb.auth.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.app.Messages;
import wandb.auth.app.account.ProfileSelection.Selected;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.domain.port.configuration.ConfiguredName;

class ProfileSelectionTest {

    private static final Location PLACE = new Location.File(Path.of("/project/wandb/auth.ini"), 2);

    private static Selected where(Parsed<Optional<ConfiguredName>> configured) {
        return new ProfileSelection(configured).configured();
    }

    private static Parsed<Optional<ConfiguredName>> named(String name, ProfileOrigin origin, Location location) {
        return new Parsed.Valid<>(Optional.of(new ConfiguredName(name, origin, location)));
    }

    @Test
    void keepsWhatChoseTheProfile() {
        assertEquals(
                new Selected.Chosen(
                        new ProfileChoice(new Profile("work"), ProfileOrigin.WORKSPACE_FILE, Optional.of(PLACE))),
                where(named("work", ProfileOrigin.WORKSPACE_FILE, PLACE)));
    }

    @Test
    void choosesTheDefaultOneWhereNothingIsConfigured() {
        assertEquals(new Selected.Chosen(ProfileChoice.NONE), where(new Parsed.Valid<>(Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "a b", "a\nb", "a+b", "a/../b", "\u00e4"})
    void refusesANameThatIsNoneAndTellsWhereItStands(String name) {
        Selected.Invalid invalid =
                assertInstanceOf(Selected.Invalid.class, where(named(name, ProfileOrigin.USER_FILE, PLACE)));

        assertEquals(PLACE, invalid.location());
        assertEquals(1, invalid.reason().toString().lines().count());
    }

    @Test
    void doesNotGoOnWithoutAFileThatMayChoose() {
        Reason broken = new Reason("It is broken.", "Fix it.");
        Selected.Invalid invalid = assertInstanceOf(Selected.Invalid.class, where(new Parsed.Invalid<>(PLACE, broken)));

        assertEquals(Messages.unknownProfile(broken), invalid.reason());
    }
}
