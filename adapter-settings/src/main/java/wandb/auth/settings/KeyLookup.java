package wandb.auth.settings;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.files.FileMode;
import wandb.auth.files.ini.IniValue;
import wandb.auth.settings.SettingsContent.Held;

/**
 * Looks for the {@code api_key} of a settings file: documented by the SDK as a source, though 0.28.0 does not use it. It
 * counts for one server only ({@link SettingsFiles#serverOfKey}).
 *
 * @param server the server that a key in it is for
 */
record KeyLookup(SettingsContent file, Parsed<Optional<ConfiguredAddress>> server) {

    Finding find(Host wanted) {
        IniValue key = file.values().get(SettingsContent.API_KEY);
        return key == null || key.text().isEmpty() // which means the same to the SDK
                ? new Finding(file.place(), new Outcome.Absent(), serverWithoutKey())
                : new Finding(file.locationOf(key), outcome(key.text(), wanted), remarks());
    }

    private Outcome outcome(String key, Host wanted) {
        return switch (server) {
            case Valid<Optional<ConfiguredAddress>> valid -> {
                if (valid.value().isPresent()) {
                    yield forServer(valid.value().get(), key, wanted);
                }
                yield wanted.isPublicCloud() ? key(key) : skipped(Messages.KEY_ONLY_FOR_CLOUD);
            }
            case Invalid<Optional<ConfiguredAddress>> invalid ->
                new Outcome.Unusable(Messages.unknownServerOfKey(invalid.location(), invalid.reason()));
        };
    }

    private static Outcome forServer(ConfiguredAddress address, String key, Host wanted) {
        try {
            Host server = Host.parse(address.text());
            return server.isSameServer(wanted)
                    ? key(key)
                    : skipped(Messages.keyOnlyForServer(server, address.location()));
        } catch (InvalidHostException e) {
            return new Outcome.Unusable(Messages.invalidServerOfKey(address.location(), e.getMessage()));
        }
    }

    private static Outcome key(String text) {
        try {
            return new Outcome.Found(ApiKey.parse(text), Revision.of(text));
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(Messages.invalidKeyInFile(e.getMessage()));
        }
    }

    private static Outcome skipped(String rule) {
        return new Outcome.Skipped(Rule.builtIn(rule));
    }

    /** What the file gives besides a key, so that nobody wonders why it was read. */
    private List<String> serverWithoutKey() {
        IniValue address = file.values().get(SettingsContent.BASE_URL);
        if (address == null || address.text().isEmpty()) {
            return List.of();
        }
        try {
            return List.of(Messages.SERVER_WITHOUT_KEY + Host.parse(address.text()) + ".");
        } catch (InvalidHostException e) {
            return List.of(Messages.INVALID_SERVER_WITHOUT_KEY);
        }
    }

    private List<String> remarks() {
        return file.held()
                .map(Held::mode)
                .filter(FileMode::isOpenToOthers)
                .map(mode -> List.of(Messages.openToOthers(file.path(), mode).toString()))
                .orElse(List.of());
    }
}
