package wandb.auth.vault;

import io.github.jopenlibs.vault.EnvironmentLoader;
import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultConfig;
import io.github.jopenlibs.vault.VaultException;
import io.github.jopenlibs.vault.api.Logical;
import io.github.jopenlibs.vault.api.WriteOptions;
import io.github.jopenlibs.vault.json.Json;
import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import io.github.jopenlibs.vault.json.ParseException;
import io.github.jopenlibs.vault.response.LogicalResponse;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key-value secrets engine of version 2, by the client library. */
final class SecretEngine implements AutoCloseable {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** The most versions that are destroyed at once; servers keep ten unless told otherwise. */
    private static final long MOST_VERSIONS = 1000;

    private final VaultSettings settings;
    private final HttpClient client;
    private final Vault vault;
    private final Vault plainPaths;

    SecretEngine(VaultSettings settings, VaultToken token) throws VaultStoreException {
        this.settings = settings;
        this.client = new GuardedClient(TrustedServer.client(settings), settings.address());
        this.vault = Vault.create(configuration(token), 2);
        this.plainPaths = Vault.create(configuration(token), 1);
    }

    /** It asks neither the process's variables nor a file for what it is not given. */
    private static final class NoVariables extends EnvironmentLoader {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // the library knows no other way to say that there is none
        public String loadVariable(String name) {
            return null;
        }
    }

    private VaultConfig configuration(VaultToken token) throws VaultStoreException {
        try {
            return new VaultConfig()
                    .environmentLoader(new NoVariables())
                    .address(settings.address().url())
                    .token(token.reveal())
                    .httpClient(client)
                    .prefixPathDepth(settings.mount().split("/", -1).length)
                    .build();
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    private Logical logical(Vault of) {
        Logical logical = of.logical();
        return settings.namespace().isPresent()
                ? logical.withNameSpace(settings.namespace().get())
                : logical;
    }

    private String at(String path) {
        return settings.mount() + "/" + path;
    }

    /** The newest version of the secret. */
    Secret read(String path) throws VaultStoreException {
        try {
            return secret(logical(vault).read(at(path)), "read", path);
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    /** One version of it. */
    Secret read(String path, long version) throws VaultStoreException {
        try {
            return secret(logical(vault).read(at(path), false, Math.toIntExact(version)), "read", path);
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    private Secret secret(LogicalResponse response, String deed, String path) throws VaultStoreException {
        int status = response.getRestResponse().getStatus();
        JsonObject answer = json(response);
        JsonObject data = object(answer, "data");
        if (status == OK || (status == NOT_FOUND && answer.get("data") != null)) {
            return new Secret(
                    version(object(data, "metadata")), created(object(data, "metadata")), object(data, "data"));
        }
        if (status == NOT_FOUND
                && answer.get("errors") != null
                && answer.get("errors").isArray()) {
            if (answer.get("errors").asArray().isEmpty()) {
                return Secret.NONE;
            }
            throw noMount();
        }
        throw refused(status, deed, path);
    }

    private long version(JsonObject metadata) throws VaultStoreException {
        @Nullable JsonValue version = metadata.get("version");
        if (version == null || !version.isNumber()) {
            throw VaultStoreException.notVersion2(settings.mount());
        }
        return version.asLong();
    }

    private static String created(JsonObject metadata) {
        @Nullable JsonValue created = metadata.get("created_time");
        return created != null && created.isString() ? created.asString() : "";
    }

    /**
     * Writes a version.
     *
     * @param before the version that must be the newest still
     * @return the new version; empty where another was written meanwhile
     */
    Optional<Secret> write(String path, JsonObject fields, Secret before) throws VaultStoreException {
        Map<String, Object> values = new HashMap<>();
        for (JsonObject.Member member : fields) {
            values.put(member.getName(), member.getValue());
        }
        WriteOptions onlyAfter =
                new WriteOptions().checkAndSet(before.version()).build();
        try {
            LogicalResponse response = logical(vault).write(at(path), values, null, onlyAfter);
            int status = response.getRestResponse().getStatus();
            if (status == BAD_REQUEST && read(path).version() != before.version()) {
                return Optional.empty();
            }
            if (status >= BAD_REQUEST) {
                throw refused(status, "write", path);
            }
            JsonObject metadata = object(json(response), "data");
            return Optional.of(new Secret(version(metadata), created(metadata), fields));
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    /** Destroys this version and those before it, for good; none that came later. */
    void destroyUpTo(String path, Secret newest) throws VaultStoreException {
        long first = Math.max(1, newest.version() - MOST_VERSIONS + 1);
        int[] versions = new int[Math.toIntExact(newest.version() - first + 1)];
        for (int i = 0; i < versions.length; i++) {
            versions[i] = Math.toIntExact(first + i);
        }
        try {
            logical(vault).destroy(at(path), versions);
        } catch (VaultException e) {
            throw e.getHttpStatusCode() == 0
                    ? VaultStoreException.behind(e)
                    : refused(e.getHttpStatusCode(), "destroy", path);
        }
    }

    /** Ends where the server says that the mount is of another kind. One that may not be asked about is taken as it is. */
    void checkVersion2() throws VaultStoreException {
        Optional<JsonObject> mount = mount();
        if (mount.isPresent() && !isVersion2(mount.get())) {
            throw VaultStoreException.notVersion2(settings.mount());
        }
    }

    /** Ends where the mount cannot be used. */
    void checkUsable() throws VaultStoreException {
        if (mount().isEmpty()) {
            checkToken();
            throw new VaultStoreException(
                    "There is no mount '" + settings.mount() + "', or the token has no rights in it.",
                    "Name another by the setting 'mount', or ask whoever runs the server for the rights.");
        }
        checkVersion2();
    }

    private Optional<JsonObject> mount() throws VaultStoreException {
        try {
            LogicalResponse response = logical(plainPaths).read("sys/internal/ui/mounts/" + settings.mount());
            return response.getRestResponse().getStatus() == OK
                    ? Optional.of(object(json(response), "data"))
                    : Optional.empty();
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    private static boolean isVersion2(JsonObject mount) {
        @Nullable JsonValue version = object(mount, "options").get("version");
        return version != null && version.isString() && version.asString().equals("2");
    }

    private VaultStoreException refused(int status, String deed, String path) throws VaultStoreException {
        if (status == NOT_FOUND) {
            return noMount();
        }
        if (status == FORBIDDEN) {
            checkToken();
            return new VaultStoreException(
                    "The token may not " + deed + " " + at(path) + ".",
                    "Ask whoever runs the server for a policy that allows it.");
        }
        return new VaultStoreException(
                settings.address() + " refuses to " + deed + " " + at(path) + " (HTTP " + status + ").",
                "Check the mount and the namespace; ask whoever runs the server to look into its log.");
    }

    private VaultStoreException noMount() {
        return new VaultStoreException(
                "There is no mount '" + settings.mount() + "' on " + settings.address() + ".",
                "Name another by the setting 'mount', or the namespace that it is in.");
    }

    /** Ends where the server does not know the token, or no more: any it knows may ask about itself. */
    private void checkToken() throws VaultStoreException {
        LogicalResponse response;
        try {
            response = logical(plainPaths).read("auth/token/lookup-self");
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
        if (response.getRestResponse().getStatus() == FORBIDDEN) {
            throw new VaultStoreException(
                    settings.address()
                            + " does not accept the token: it has expired, was revoked, or is another server's.",
                    "Run 'vault login', or set VAULT_TOKEN.");
        }
    }

    private static JsonObject json(LogicalResponse response) throws VaultStoreException {
        String body = new String(response.getRestResponse().getBody(), StandardCharsets.UTF_8);
        if (body.isBlank()) {
            return new JsonObject();
        }
        try {
            return Json.parse(body).asObject();
        } catch (ParseException | UnsupportedOperationException e) {
            throw VaultStoreException.notUnderstood();
        }
    }

    /** The object of that name; an empty one where there is none. */
    private static JsonObject object(JsonObject parent, String name) {
        @Nullable JsonValue value = parent.get(name);
        return value != null && value.isObject() ? value.asObject() : new JsonObject();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
