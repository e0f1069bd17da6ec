package wandb.auth.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Given;
import wandb.auth.app.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.sdk.SdkSettingsRepository.Kept;

/** Settings that nobody can make sense of end a lookup, unless the command line names the server. */
class CurrentSettingsTest {

    private static final SourceId FILE = new SourceId("system-settings");
    private static final Location PLACE = new Location.Place("the settings");
    private static final Reason REASON = new Reason("It is broken.", "Correct it.");

    private static Outcome outcome(boolean isBroken, boolean isNamed) {
        CurrentSettings settings = new CurrentSettings(new Repository(new Settings(isBroken)), Given.environment());
        if (isNamed) {
            settings.serverIsNamed();
        }
        return settings.sources().getFirst().source().find(Given.query()).outcome();
    }

    @Test
    void aBrokenFileEndsTheLookup() {
        assertEquals(new Outcome.Unusable(REASON), outcome(true, false));
    }

    @Test
    void itIsPassedOverWhereTheServerIsNamed() {
        Outcome.Skipped skipped = assertInstanceOf(Outcome.Skipped.class, outcome(true, true));
        assertEquals(
                Messages.SKIPPED_WHERE_SERVER_IS_NAMED + REASON, skipped.rule().text());
    }

    @Test
    void aKeyThatIsNoneEndsTheLookupInAnyCase() {
        assertEquals(new Outcome.Unusable(REASON), outcome(false, true));
    }

    private record Settings(boolean isBroken) implements SdkSettings {

        @Override
        public Parsed<Optional<ConfiguredAddress>> server() {
            return new Parsed.Valid<>(Optional.empty());
        }

        @Override
        public Optional<Host> chosen() {
            return Optional.empty();
        }

        @Override
        public Finding key(SourceId source, Host host) {
            return new Finding(PLACE, new Outcome.Unusable(REASON));
        }

        @Override
        public boolean isBroken(SourceId source) {
            return isBroken;
        }
    }

    private record Repository(SdkSettings settings) implements SdkSettingsRepository {

        @Override
        public List<SourceId> sources() {
            return List.of(FILE);
        }

        @Override
        public SdkSettings read(Environment environment) {
            return settings;
        }

        @Override
        public Parsed<Kept> remember(Environment environment, SdkSettings before, Host host, Host unnamed) {
            throw new UnsupportedOperationException();
        }
    }
}
