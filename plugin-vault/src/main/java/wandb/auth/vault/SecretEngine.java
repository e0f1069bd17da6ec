package wandb.auth.vault;

import io.github.jopenlibs.vault.EnvironmentLoader;
import io.github.jopenlibs.vault.Vault;
import io.github.jopenlibs.vault.VaultConfig;
import io.github.jopenlibs.vault.VaultException;
import io.github.jopenlibs.vault.api.Logical;
import io.github.jopenlibs.vault.api.WriteOptions;
import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import io.github.jopenlibs.vault.response.LogicalResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/** A key-value secrets engine of version 2, by the client library. */
final class SecretEngine {

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** What a Vault server says of a path of the API at which nothing is mounted. */
    private static final String NO_ROUTE = "no handler for route";

    /** The most versions that are destroyed at once; servers keep ten unless told otherwise. */
    private static final long MOST_VERSIONS = 1000;

    private final VaultSettings settings;
    private final VaultApi api;
    private final Vault vault;

    /** One that is asked as this API is. */
    SecretEngine(VaultApi api) throws VaultStoreException {
        this.settings = api.settings();
        this.api = api;
        this.vault = Vault.create(configuration(), 2);
    }

    /** It asks neither the process's variables nor a file for what it is not given. */
    private static final class NoVariables extends EnvironmentLoader {
        private static final long serialVersionUID = 1L;

        @Override
        @SuppressWarnings("NullAway") // the library has no other way to say that it is absent
        public String loadVariable(String name) {
            return null;
        }
    }

    private VaultConfig configuration() throws VaultStoreException {
        try {
            VaultConfig configuration = new VaultConfig()
                    .environmentLoader(new NoVariables())
                    .address(settings.address().url())
                    .httpClient(api.client())
                    .prefixPathDepth(settings.mount().split("/", -1).length);
            api.token().ifPresent(token -> configuration.token(token.reveal()));
            return configuration.build();
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    private Logical logical() {
        Logical logical = vault.logical();
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
            return secret(logical().read(at(path)), Messages.READ, path);
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    /** One version of it. */
    Secret read(String path, long version) throws VaultStoreException {
        try {
            return secret(logical().read(at(path), false, Math.toIntExact(version)), Messages.READ, path);
        } catch (VaultException e) {
            throw VaultStoreException.behind(e);
        }
    }

    private Secret secret(LogicalResponse response, String deed, String path) throws VaultStoreException {
        int status = response.getRestResponse().getStatus();
        JsonObject answer = json(response);
        JsonObject data = VaultApi.object(answer, "data");
        if (status == OK || (status == NOT_FOUND && answer.get("data") != null)) {
            return new Secret(
                    version(VaultApi.object(data, "metadata")),
                    created(VaultApi.object(data, "metadata")),
                    VaultApi.object(data, "data"));
        }
        if (status == NOT_FOUND
                && answer.get("errors") != null
                && answer.get("errors").isArray()) {
            if (answer.get("errors").asArray().isEmpty()) {
                return Secret.NONE;
            }
            throw noMount(answer.get("errors").toString());
        }
        throw refused(status, deed, path);
    }

    private long version(JsonObject metadata) throws VaultStoreException {
        @Nullable JsonValue version = metadata.get("version");
        if (version == null || !version.isNumber()) {
            throw new VaultStoreException(Messages.notVersion2(settings.mount()));
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
     * @return the new version; empty if another was written in the meantime
     */
    Optional<Secret> write(String path, JsonObject fields, Secret before) throws VaultStoreException {
        Map<String, Object> values = new HashMap<>();
        for (JsonObject.Member member : fields) {
            values.put(member.getName(), member.getValue());
        }
        WriteOptions onlyAfter =
                new WriteOptions().checkAndSet(before.version()).build();
        try {
            LogicalResponse response = logical().write(at(path), values, null, onlyAfter);
            int status = response.getRestResponse().getStatus();
            if (status == BAD_REQUEST && read(path).version() != before.version()) {
                return Optional.empty();
            }
            if (status >= BAD_REQUEST) {
                throw refused(status, Messages.WRITE, path);
            }
            JsonObject metadata = VaultApi.object(json(response), "data");
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
        destroy(path, versions);
    }

    private void destroy(String path, int... versions) throws VaultStoreException {
        try {
            logical().destroy(at(path), versions);
        } catch (VaultException e) {
            throw e.getHttpStatusCode() == 0
                    ? VaultStoreException.behind(e)
                    : refused(e.getHttpStatusCode(), Messages.DESTROY, path);
        }
    }

    /**
     * Ends if the token may not destroy this version and those before it. The earlier ones are destroyed, or one that does not
     * exist, as there is no question for it that every token may ask.
     */
    void checkDestroying(String path, Secret newest) throws VaultStoreException {
        if (newest.version() > 1) {
            destroyUpTo(path, new Secret(newest.version() - 1, "", newest.fields()));
        } else {
            destroy(path, Integer.MAX_VALUE); // the library takes no 0
        }
    }

    /** Ends where the server says that the mount is of another kind. One that may not be asked about is taken as it is. */
    void checkVersion2() throws VaultStoreException {
        Optional<JsonObject> mount = mount();
        if (mount.isPresent() && !isVersion2(mount.get())) {
            throw new VaultStoreException(Messages.notVersion2(settings.mount()));
        }
    }

    /** Ends where no key could be saved to the mount; gives what else should be known. */
    List<String> checkUsable() throws VaultStoreException {
        if (mount().isEmpty()) {
            rights().checkToken();
            checkVault();
            throw new VaultStoreException(Messages.noMountOrNoRights(settings.mount(), settings.inNamespace()));
        }
        checkVersion2();
        boolean isTold = rights().checkWriting(
                        settings.path().substring(0, settings.path().indexOf('{')));
        return isTold ? List.of() : List.of(Messages.RIGHTS_UNKNOWN);
    }

    private Rights rights() {
        return new Rights(api, settings.mount());
    }

    private Optional<JsonObject> mount() throws VaultStoreException {
        VaultApi.Answer answer = api.get("sys/internal/ui/mounts/" + settings.mount());
        return answer.status() == OK ? Optional.of(VaultApi.object(answer.body(), "data")) : Optional.empty();
    }

    private static boolean isVersion2(JsonObject mount) {
        @Nullable JsonValue version = VaultApi.object(mount, "options").get("version");
        return version != null && version.isString() && version.asString().equals("2");
    }

    private VaultStoreException refused(int status, String deed, String path) throws VaultStoreException {
        if (status == NOT_FOUND) {
            return noMount("");
        }
        String place = at(path) + settings.inNamespace();
        if (status == FORBIDDEN) {
            rights().checkToken();
            return new VaultStoreException(Messages.mayNot(deed, place));
        }
        return new VaultStoreException(Messages.refused(api.server(), deed, place, status));
    }

    private VaultStoreException noMount(String errors) throws VaultStoreException {
        if (!errors.contains(NO_ROUTE)) {
            checkVault();
        }
        return new VaultStoreException(Messages.noMount(settings.mount(), settings.inNamespace(), api.server()));
    }

    /** Ends if what answers is no Vault server: another one knows no mount either. */
    private void checkVault() throws VaultStoreException {
        VaultApi.Answer answer = api.get("sys/seal-status");
        @Nullable JsonValue sealed = answer.body().get("sealed");
        if (answer.status() != OK || sealed == null || !sealed.isBoolean()) {
            throw new VaultStoreException(Messages.notAVaultServer());
        }
    }

    private static JsonObject json(LogicalResponse response) throws VaultStoreException {
        return VaultApi.json(new String(response.getRestResponse().getBody(), StandardCharsets.UTF_8));
    }
}
