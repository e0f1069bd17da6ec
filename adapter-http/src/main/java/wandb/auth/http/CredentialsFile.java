package wandb.auth.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.port.server.AccessToken;
import wandb.auth.domain.spi.Erased;
import wandb.auth.files.Change;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ownership.Custody;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.Violation;
import wandb.auth.http.message.Messages;

/**
 * The SDK's file of access tokens, by the addresses of their servers: the one that {@code WANDB_CREDENTIALS_FILE} names,
 * else {@code ~/.config/wandb/credentials.json}, wherever {@code WANDB_CONFIG_DIR} points (SDK 0.28.0 and 0.31.0).
 */
final class CredentialsFile {

    /** As the SDK writes moments, in UTC; its Go part gives a file up that holds one in another form. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static final FileOwnershipCheck CHECK = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER_AT_HOME);
    private static final String CREDENTIALS = "credentials";
    private static final String ACCESS_TOKEN = "access_token";
    private static final String EXPIRES_AT = "expires_at";

    private final Path path;
    private final EditLock lock;

    private CredentialsFile(Path path, EditLock lock) {
        this.path = path;
        this.lock = lock;
    }

    private SharedFile shared() {
        return new SharedFile(path).makingItsFolder();
    }

    static CredentialsFile in(Environment environment) throws UnusableCacheException {
        EditLock lock = EditLock.in(ConfigFolder.pathIn(environment));
        Optional<String> named = environment.variable("WANDB_CREDENTIALS_FILE");
        if (named.isPresent()) {
            try {
                return new CredentialsFile(environment.workingDirectory().resolve(named.get()), lock);
            } catch (InvalidPathException e) {
                Location variable = new Location.Variable("WANDB_CREDENTIALS_FILE");
                throw new UnusableCacheException(variable, Messages.cacheNamedWrongly());
            }
        }
        Path home = environment
                .home()
                .orElseThrow(
                        () -> new UnusableCacheException(new Location.Variable("HOME"), Messages.cacheWithoutHome()));
        Path inHome = home.resolve(Path.of(".config", "wandb", "credentials.json"));
        return new CredentialsFile(environment.workingDirectory().resolve(inHome), lock);
    }

    Location location() {
        return new Location.File(path);
    }

    /** The reason with the place in its words, for an answer that has no place of its own. */
    static Reason named(Location location, Reason reason) {
        return new Reason(location.text() + ": " + reason.problem(), reason.remedy());
    }

    /** The server's access token, whenever it ends; empty if absent. */
    Optional<AccessToken> token(Host host) throws UnusableCacheException {
        try {
            Optional<FileContent> content = content();
            JsonNode entry = tree(content).path(CREDENTIALS).path(host.url());
            Optional<Instant> end = moment(entry.path(EXPIRES_AT));
            String token = entry.path(ACCESS_TOKEN).asText("");
            return AccessTokenAnswer.isToken(token)
                    ? end.map(moment -> new AccessToken(token, moment))
                    : Optional.empty();
        } catch (FileException e) {
            throw unusable(e);
        }
    }

    /** A token of somebody else's would let the user's runs be theirs: what others can change is not read. */
    private Optional<FileContent> content() throws FileException, UnusableCacheException {
        Custody custody = CHECK.of(path);
        if (custody.violation().isPresent()) {
            throw unusable(custody.violation().get());
        }
        return FileContent.of(custody);
    }

    /** Keeps the server's token, where nobody else can change or replace the file; what else the file holds stays. */
    void keep(Host host, AccessToken token) throws UnusableCacheException {
        Optional<Violation> violation = CHECK.breach(path).or(() -> CHECK.breachOfFolder(path));
        if (violation.isPresent()) {
            throw unusable(violation.get());
        }
        try {
            Optional<UnusableCacheException> broken = shared().<Optional<UnusableCacheException>>edit(
                            lock, present -> with(present, host, token))
                    .answer();
            if (broken.isPresent()) {
                throw broken.get();
            }
        } catch (FileException e) {
            throw unusable(e);
        }
    }

    /** Whether it holds anything for the server, or cannot be read; false if nothing names a file. */
    static boolean mayHold(Environment environment, Host host) {
        try {
            return in(environment).holds(host);
        } catch (UnusableCacheException e) {
            return false;
        }
    }

    private boolean holds(Host host) {
        try {
            Optional<FileContent> content = shared().read();
            return content.isPresent() && !entriesOf(host, tree(content)).isEmpty();
        } catch (FileException | UnusableCacheException e) {
            return true;
        }
    }

    /** Erases what it holds for the server: access tokens, and whatever a later SDK keeps beside them. */
    static Erased erase(Environment environment, Host host) {
        try {
            CredentialsFile file = in(environment);
            return file.shared()
                    .<Erased>edit(file.lock, present -> file.without(present, host))
                    .answer();
        } catch (UnusableCacheException e) {
            return new Erased.Failed(e.location(), e.reason());
        } catch (FileException e) {
            UnusableCacheException unusable = unusable(e);
            return new Erased.Failed(unusable.location(), unusable.reason());
        }
    }

    private Change<Erased> without(Optional<FileContent> present, Host host) {
        try {
            ObjectNode tree = tree(present);
            List<String> entries = entriesOf(host, tree);
            if (entries.isEmpty()) {
                return Change.none(new Erased.Nothing(location()));
            }
            tree.withObjectProperty(CREDENTIALS).remove(entries);
            return Change.to(JsonText.write(tree), new Erased.Gone(location()));
        } catch (UnusableCacheException e) {
            return Change.none(new Erased.Failed(e.location(), e.reason()));
        }
    }

    /** The addresses of the server in the file; the public cloud has two. */
    private static List<String> entriesOf(Host host, ObjectNode tree) {
        List<String> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : tree.path(CREDENTIALS).properties()) {
            if (isOf(host, entry.getKey())) {
                entries.add(entry.getKey());
            }
        }
        return entries;
    }

    private static boolean isOf(Host host, String address) {
        try {
            return Host.parse(address).isSameServer(host);
        } catch (InvalidHostException e) {
            return false;
        }
    }

    private Change<Optional<UnusableCacheException>> with(Optional<FileContent> present, Host host, AccessToken token) {
        try {
            ObjectNode tree = tree(present);
            ObjectNode entry = tree.withObjectProperty(CREDENTIALS).withObjectProperty(host.url());
            entry.put(EXPIRES_AT, MOMENT.format(LocalDateTime.ofInstant(token.expiresAt(), ZoneOffset.UTC)));
            entry.put(ACCESS_TOKEN, token.reveal());
            return Change.to(JsonText.write(tree), Optional.empty());
        } catch (UnusableCacheException e) {
            return Change.none(Optional.of(e));
        }
    }

    /** The file as a tree in which the way to every entry is free; one that holds nothing is as good as none. */
    private ObjectNode tree(Optional<FileContent> content) throws UnusableCacheException {
        if (content.isEmpty() || isBlank(content.get().bytes())) {
            return JsonNodeFactory.instance.objectNode();
        }
        JsonNode tree = JsonText.read(content.get().bytes()).orElseThrow(() -> broken(Messages.cacheNotJson()));
        if (tree.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (!(tree instanceof ObjectNode object)) {
            throw broken(Messages.cacheNotAnObject());
        }
        JsonNode credentials = object.path(CREDENTIALS);
        if (credentials.isNull()) {
            object.remove(CREDENTIALS);
        }
        boolean readable = credentials.isMissingNode() || credentials.isNull() || credentials.isObject();
        for (JsonNode entry : credentials) {
            readable = readable && entry.isObject();
        }
        if (!readable) {
            throw broken(Messages.cacheEntriesNotObjects());
        }
        return object;
    }

    private static boolean isBlank(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    }

    private UnusableCacheException broken(Reason reason) {
        return new UnusableCacheException(location(), reason);
    }

    private static UnusableCacheException unusable(FileException problem) {
        Reason reason = Messages.cacheUnusable(problem.predicate(), problem.remedy());
        return new UnusableCacheException(new Location.File(problem.path()), reason);
    }

    private static UnusableCacheException unusable(Violation violation) {
        Reason reason = Messages.cacheNotTrusted(violation.problem(), violation.remedy());
        return new UnusableCacheException(new Location.File(violation.path()), reason);
    }

    private static Optional<Instant> moment(JsonNode written) {
        try {
            return Optional.of(LocalDateTime.parse(written.asText(""), MOMENT).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
