package wandb.auth.domain.port.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.message.Messages;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.domain.port.account.SavedAccounts;

class ConfiguredNameTest {

    private static final Location PLACE = new Location.File(Path.of("/project/wandb/auth.ini"), 2);

    private static Parsed<ProfileChoice> where(Parsed<Optional<ConfiguredName>> configured) {
        return new Configuration(
                        new Parsed.Valid<>(ResolutionPolicy.documented()),
                        new Parsed.Valid<>(new SavedAccounts(List.of())),
                        Map.of(),
                        configured,
                        Map.of())
                .profileChoice();
    }

    private static Parsed<Optional<ConfiguredName>> named(String name, ProfileOrigin origin, Location location) {
        return new Parsed.Valid<>(Optional.of(new ConfiguredName(name, origin, location)));
    }

    @Test
    void keepsWhatChoseTheProfile() {
        assertEquals(
                new Parsed.Valid<>(
                        new ProfileChoice(new Profile("work"), ProfileOrigin.WORKSPACE_FILE, Optional.of(PLACE))),
                where(named("work", ProfileOrigin.WORKSPACE_FILE, PLACE)));
    }

    @Test
    void choosesTheDefaultOneWhereNothingIsConfigured() {
        assertEquals(new Parsed.Valid<>(ProfileChoice.NONE), where(new Parsed.Valid<>(Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-x", "a b", "a\nb", "a+b", "a/../b", "\u00e4"})
    void refusesANameThatIsNoneAndTellsWhereItStands(String name) {
        Parsed.Invalid<?> invalid =
                assertInstanceOf(Parsed.Invalid.class, where(named(name, ProfileOrigin.USER_FILE, PLACE)));

        assertEquals(PLACE, invalid.location());
        assertEquals(1, invalid.reason().toString().lines().count());
    }

    @Test
    void doesNotGoOnWithoutAFileThatMayChoose() {
        Reason broken = new Reason("It is broken.", "Fix it.");
        Parsed.Invalid<?> invalid = assertInstanceOf(Parsed.Invalid.class, where(new Parsed.Invalid<>(PLACE, broken)));

        assertEquals(new Reason("It is broken.", "Fix it." + Messages.OR_NAME_PROFILE), invalid.reason());
    }
}
