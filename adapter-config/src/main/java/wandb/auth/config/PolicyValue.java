package wandb.auth.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.files.ini.IniValue;

/**
 * The value of a rule, read strictly. Items of a list are separated by commas or line ends.
 *
 * @param rule the name of the rule
 * @param value what the file has for it
 */
record PolicyValue(String rule, IniValue value) {

    /** What a list says that is meant to be empty. */
    private static final String NONE = "none";

    private static final int DIGITS_OF_SHA_256 = 64;

    /** Which of the words it is. */
    String word(String... words) throws PolicySyntaxException {
        for (String word : words) {
            if (word.equals(value.text())) {
                return word;
            }
        }
        throw new PolicySyntaxException(
                value.line(),
                "The option " + rule + " says " + PolicySyntaxException.quoted(value.text()) + "."
                        + PolicySyntaxException.guess(value.text(), List.of(words)),
                "Write " + Lists.joined(List.of(words), "or") + ".");
    }

    /** One id. */
    SourceId id() throws PolicySyntaxException {
        return id(value.text());
    }

    /** At least one id, none of them twice. */
    List<SourceId> ids() throws PolicySyntaxException {
        List<SourceId> ids = new ArrayList<>();
        for (String item : items()) {
            ids.add(id(item));
        }
        return ids;
    }

    /** The ids, or none where it says so. */
    List<SourceId> idsOrNone() throws PolicySyntaxException {
        return isNone() ? List.of() : ids();
    }

    /** The address of one server. */
    Host host() throws PolicySyntaxException {
        try {
            return Host.parse(value.text());
        } catch (InvalidHostException e) {
            throw new PolicySyntaxException(
                    value.line(),
                    "The option " + rule + " names no server: " + e.getMessage(),
                    "Write an address such as https://wandb.example.com.");
        }
    }

    /** At least one pattern. */
    List<HostPattern> hosts() throws PolicySyntaxException {
        List<HostPattern> hosts = new ArrayList<>();
        for (String item : items()) {
            try {
                hosts.add(HostPattern.parse(item));
            } catch (InvalidHostException e) {
                throw new PolicySyntaxException(
                        value.line(),
                        "The option hosts has an item that names no server: " + e.getMessage(),
                        "Write addresses such as https://api.wandb.ai or https://*.example.com.");
            }
        }
        return hosts;
    }

    /** SHA-256 digests in lower case, or none where it says so. */
    Set<String> digestsOrNone() throws PolicySyntaxException {
        Set<String> digests = new LinkedHashSet<>();
        for (String item : isNone() ? List.<String>of() : items()) {
            String digest = item.toLowerCase(Locale.ROOT);
            if (!isDigest(digest)) {
                throw problem(
                        PolicySyntaxException.quoted(item) + ", which is not a SHA-256 digest",
                        "Write its 64 hexadecimal digits, as sha256sum prints them, or none.");
            }
            digests.add(digest);
        }
        return digests;
    }

    /** The absolute path of a file. */
    Path file() throws PolicySyntaxException {
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

    private PolicySyntaxException noPath() {
        return problem(PolicySyntaxException.quoted(value.text()), "Write the absolute path of a file.");
    }

    private boolean isNone() {
        return value.text().equals(NONE);
    }

    private SourceId id(String text) throws PolicySyntaxException {
        try {
            if (!text.equals(NONE)) {
                return new SourceId(text);
            }
        } catch (IllegalArgumentException e) {
            throw noId(text);
        }
        throw noId(text);
    }

    private PolicySyntaxException noId(String text) {
        return problem(
                PolicySyntaxException.quoted(text) + ", which is not the id of a source or store",
                "Write ids as 'wandb auth stores' and 'wandb status' name them.");
    }

    private Set<String> items() throws PolicySyntaxException {
        Set<String> items = new LinkedHashSet<>();
        for (String item : value.text().replace('\n', ',').split(",", -1)) {
            String stripped = item.strip();
            if (!stripped.isEmpty() && !items.add(stripped)) {
                throw problem(PolicySyntaxException.quoted(stripped) + " twice", "Remove one of the two.");
            }
        }
        if (items.isEmpty()) {
            throw problem("nothing", "Give it a value, or remove the line.");
        }
        return items;
    }

    private PolicySyntaxException problem(String says, String remedy) {
        return new PolicySyntaxException(value.line(), "The option " + rule + " says " + says + ".", remedy);
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
