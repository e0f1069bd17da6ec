package wandb.auth.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.ini.IniValue;

/**
 * Tells what makes the Python SDK go on without the settings files, though each can be read: it takes the options of both
 * together, or none.
 */
final class RejectedSettings {

    private static final List<String> ANY_TEXT = List.of(SettingsContent.API_KEY, "entity", "organization");

    private static final String PROJECT = "project";
    private static final String NOT_IN_A_PROJECT = "/\\#?%:";
    private static final int LONGEST_PROJECT = 128;

    private final Map<String, Complaint> complaints = new LinkedHashMap<>();
    private Optional<SdkOptions> options = Optional.empty();

    private RejectedSettings() {}

    /** The option that is to blame; empty if absent. */
    static Optional<Complaint> in(Parsed<SettingsContent> system, Parsed<SettingsContent> workspace) {
        RejectedSettings rejected = new RejectedSettings();
        rejected.judge(system);
        rejected.judge(workspace); // whose values replace the user's
        for (Complaint complaint : rejected.complaints.values()) {
            return Optional.of(complaint);
        }
        return Optional.empty();
    }

    private void judge(Parsed<SettingsContent> content) {
        if (content instanceof Valid<SettingsContent> known) {
            SettingsContent file = known.value();
            for (Map.Entry<String, IniValue> option : file.values().entrySet()) {
                IniValue value = option.getValue();
                complaints.remove(option.getKey());
                rejection(option.getKey(), value.text())
                        .ifPresent(reason ->
                                complaints.put(option.getKey(), new Complaint(file.locationOf(value), reason)));
            }
        }
    }

    private Optional<Reason> rejection(String name, String value) {
        if (name.equals(SettingsContent.BASE_URL)) {
            return value.isEmpty() ? Optional.of(Messages.emptyServerRejectedBySdk()) : Optional.empty();
        }
        if (name.equals(PROJECT)) { // in the file of every workspace
            return isProject(value) ? Optional.empty() : Optional.of(Messages.valueRejectedBySdk(PROJECT));
        }
        return ANY_TEXT.contains(name) ? Optional.empty() : options().rejection(name, value);
    }

    private static boolean isProject(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (NOT_IN_A_PROJECT.indexOf(value.charAt(i)) >= 0) {
                return false;
            }
        }
        return value.codePointCount(0, value.length()) <= LONGEST_PROJECT;
    }

    /** Read for options that are not in every file. */
    private SdkOptions options() {
        if (options.isEmpty()) {
            options = Optional.of(SdkOptions.read());
        }
        return options.get();
    }
}
