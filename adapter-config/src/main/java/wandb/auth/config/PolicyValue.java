package wandb.auth.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniValue;

/**
 * The value of a rule, read strictly. Items of a list are separated by commas or line ends.
 *
 * @param rule the name of the rule
 * @param value what the file has for it
 */
record PolicyValue(String rule, IniValue value) {

    private static final int DIGITS_OF_SHA_256 = 64;

    /** Which of the words it is. */
    String word(String... words) throws IniException {
        for (String word : words) {
            if (word.equals(value.text())) {
                return word;
            }
        }
        throw problem(Messages.noneOfTheWords(rule, value.text(), List.of(words)));
    }

    /** One id. */
    SourceId id() throws IniException {
        return id(value.text());
    }

    /** At least one id, none of them twice. */
    List<SourceId> ids() throws IniException {
        List<SourceId> ids = new ArrayList<>();
        for (String item : items()) {
            ids.add(id(item));
        }
        return ids;
    }

    /** The ids, or none where it says so. */
    List<SourceId> idsOrNone() throws IniException {
        return isNone() ? List.of() : ids();
    }

    /** The address of one server. */
    Host host() throws IniException {
        try {
            return Host.parse(value.text());
        } catch (InvalidHostException e) {
            throw problem(Messages.noServer(rule, e.getMessage()));
        }
    }

    /** At least one pattern. */
    List<HostPattern> hosts() throws IniException {
        List<HostPattern> hosts = new ArrayList<>();
        for (String item : items()) {
            try {
                hosts.add(HostPattern.parse(item));
            } catch (InvalidHostException e) {
                throw problem(Messages.noServerAmongHosts(e.getMessage()));
            }
        }
        return hosts;
    }

    /** SHA-256 digests in lower case, or none where it says so. */
    Set<String> digestsOrNone() throws IniException {
        Set<String> digests = new LinkedHashSet<>();
        for (String item : isNone() ? List.<String>of() : items()) {
            String digest = item.toLowerCase(Locale.ROOT);
            if (!isDigest(digest)) {
                throw problem(Messages.noDigest(rule, item));
            }
            digests.add(digest);
        }
        return digests;
    }

    /** The absolute path of a file. */
    Path file() throws IniException {
        try {
            Path path = Path.of(value.text());
            if (path.isAbsolute() && value.text().indexOf('\n') < 0) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw noPath();
        }
        throw noPath();
    }

    private IniException noPath() {
        return problem(Messages.noAbsolutePath(rule, value.text()));
    }

    private boolean isNone() {
        return value.text().equals(AuthIniSchema.NONE);
    }

    private SourceId id(String text) throws IniException {
        return AuthIniSchema.id(rule, text, value.line());
    }

    private Set<String> items() throws IniException {
        Set<String> items = new LinkedHashSet<>();
        for (String item : value.text().replace('\n', ',').split(",", -1)) {
            String stripped = item.strip();
            if (!stripped.isEmpty() && !items.add(stripped)) {
                throw problem(Messages.itemTwice(rule, stripped));
            }
        }
        if (items.isEmpty()) {
            throw problem(Messages.noItems(rule));
        }
        return items;
    }

    private IniException problem(Reason reason) {
        return AuthIni.problem(value.line(), reason);
    }

    private static boolean isDigest(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789abcdef".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return text.length() == DIGITS_OF_SHA_256;
    }
}
