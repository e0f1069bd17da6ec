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
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.files.ini.IniValue;

/**
 * Looks for the {@code api_key} of a settings file: documented by the SDK as a source, though 0.28.0 does not use it. It
 * counts for one server only ({@link SettingsFiles#serverOfKey}).
 *
 * @param files what the files say
 * @param level the file
 */
record KeyLookup(SettingsFiles files, SettingsLevel level) {

    Finding find(Host wanted) {
        return switch (files.at(level)) {
            case SettingsContent.Missing missing -> new Finding(missing.location(), new Outcome.Absent());
            case SettingsContent.Broken broken -> new Finding(broken.location(), new Outcome.Unusable(broken.reason()));
            case SettingsContent.Understood understood -> {
                IniValue key = understood.values().get(SettingsContent.API_KEY);
                yield key == null || key.text().isEmpty() // which means the same to the SDK
                        ? new Finding(understood.place(), new Outcome.Absent(), server(understood))
                        : new Finding(understood.locationOf(key), outcome(key.text(), wanted), remarks(understood));
            }
        };
    }

    private Outcome outcome(String key, Host wanted) {
        return switch (files.serverOfKey(level)) {
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
    private static List<String> server(SettingsContent.Understood file) {
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

    private static List<String> remarks(SettingsContent.Understood file) {
        return file.mode().isOpenToOthers()
                ? List.of(Messages.openToOthers(file.path(), file.mode()).toString())
                : List.of();
    }
}
