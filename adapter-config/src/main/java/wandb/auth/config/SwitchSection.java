package wandb.auth.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidProfileException;
import wandb.auth.domain.Profile;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * The section of a machine of the netrc file, {@code [netrc api.wandb.ai]}: the profiles that were made the one that other
 * programs find there, the last one first.
 *
 * @param name the name of the section
 */
record SwitchSection(String name) {

    static final String PROFILES = "profiles";

    private static final String PREFIX = "netrc ";
    private static final String REMEDY =
            "Correct it, or remove the section if the netrc file holds no key of a profile.";

    static SwitchSection of(Host host) {
        return new SwitchSection(PREFIX + host.netrcMachine());
    }

    static boolean isNamed(String section) {
        return section.startsWith(PREFIX);
    }

    private String machine() {
        return name.substring(PREFIX.length());
    }

    /** The profiles of each machine that the user's file names; a section that is invalid is the policy's to report. */
    static Map<String, List<Profile>> all(AuthFileContent content) {
        if (!(content instanceof AuthFileContent.Understood file)) {
            return Map.of();
        }
        Map<String, List<Profile>> all = new HashMap<>();
        for (String heading : file.ini().headings().keySet()) {
            if (isNamed(heading)) {
                SwitchSection section = new SwitchSection(heading);
                try {
                    all.put(section.machine(), section.profiles(file.ini()));
                } catch (PolicySyntaxException | IniException e) {
                    return Map.of();
                }
            }
        }
        return all;
    }

    /** The profiles that the file names for the machine; none where it has no such section. */
    List<Profile> profiles(IniFile file) throws PolicySyntaxException, IniException {
        Optional<Map<String, IniValue>> values = file.section(name);
        if (values.isEmpty()) {
            return List.of();
        }
        IniValue profiles = values.get().get(PROFILES);
        if (profiles == null || values.get().size() > 1) {
            int line = file.headings().getOrDefault(name, 0);
            throw new PolicySyntaxException(
                    line, "A machine of the netrc file has profiles, and nothing else.", REMEDY);
        }
        return profiles(profiles);
    }

    private static List<Profile> profiles(IniValue value) throws PolicySyntaxException {
        List<Profile> profiles = new ArrayList<>();
        try {
            for (String word : value.text().split(" ", -1)) {
                profiles.add(new Profile(word));
            }
        } catch (InvalidProfileException e) {
            throw new PolicySyntaxException(value.line(), e.getMessage(), REMEDY);
        }
        return profiles;
    }

    /** The file with the profile in front; the same file where it is there already. */
    IniFile withFirst(Profile profile, IniFile file) throws PolicySyntaxException, IniException {
        List<Profile> before = profiles(file);
        if (!before.isEmpty() && before.getFirst().equals(profile)) {
            return file;
        }
        List<Profile> after = new ArrayList<>(before);
        after.remove(profile);
        after.addFirst(profile);
        return file.with(name, PROFILES, words(after));
    }

    /** The file without the profile; the same file where it does not name it. */
    IniFile without(Profile profile, IniFile file) throws PolicySyntaxException, IniException {
        List<Profile> after = new ArrayList<>(profiles(file));
        if (!after.remove(profile)) {
            return file;
        }
        return after.isEmpty() ? file.without(name) : file.with(name, PROFILES, words(after));
    }

    static String words(List<Profile> profiles) {
        StringBuilder words = new StringBuilder();
        for (Profile profile : profiles) {
            words.append(words.isEmpty() ? "" : " ").append(profile);
        }
        return words.toString();
    }
}
