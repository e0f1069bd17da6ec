package wandb.auth.vault;

import io.github.jopenlibs.vault.json.JsonObject;
import io.github.jopenlibs.vault.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wandb.auth.vault.message.Messages;
import wandb.auth.vault.server.VaultStoreException;

/** What the token may do, as far as the server tells. */
record Rights(VaultApi api, String mount) {

    private static final int OK = 200;
    private static final int FORBIDDEN = 403;

    /** What a server that knows the token says to a question about a mount in which the token has no rights. */
    private static final String KNOWN = "preflight capability check";

    /**
     * Ends where the server does not know the token, or no more. A known one may ask about itself unless it lacks the policy
     * {@code default}; then its answer about the mount tells the two apart.
     */
    void checkToken() throws VaultStoreException {
        if (api.get("auth/token/lookup-self").status() != FORBIDDEN) {
            return;
        }
        VaultApi.Answer mounted = api.get("sys/internal/ui/mounts/" + mount);
        if (mounted.status() == FORBIDDEN && !mounted.errors().contains(KNOWN)) {
            throw new VaultStoreException(Messages.tokenRejected(api.server()));
        }
    }

    /**
     * Ends where the server says that nothing may be written below the path.
     *
     * @return whether the token may ask: one without the policy {@code default} may not
     */
    boolean checkWriting(String path) throws VaultStoreException {
        VaultApi.Answer answer = api.get("sys/internal/ui/resultant-acl");
        if (answer.status() != OK) {
            return answer.status() != FORBIDDEN; // an older server does not know the question
        }
        JsonObject rights = VaultApi.object(answer.body(), "data");
        @Nullable JsonValue root = rights.get("root");
        String data = mount + "/data/" + path;
        boolean mayWrite = (root != null && root.isTrue())
                || mayWrite(VaultApi.object(rights, "exact_paths"), data)
                || mayWrite(VaultApi.object(rights, "glob_paths"), data);
        if (!mayWrite) {
            throw new VaultStoreException(Messages.mayNotWriteBelow(
                    mount + "/" + path + api.settings().inNamespace()));
        }
        return true;
    }

    private static boolean mayWrite(JsonObject paths, String wanted) {
        for (JsonObject.Member member : paths) {
            String path = member.getName().split("\\+", 2)[0]; // a sign for any one part
            boolean isNear = path.startsWith(wanted) || wanted.startsWith(path);
            if (isNear
                    && member.getValue().isObject()
                    && allowsWriting(member.getValue().asObject())) {
                return true;
            }
        }
        return false;
    }

    private static boolean allowsWriting(JsonObject rights) {
        @Nullable JsonValue capabilities = rights.get("capabilities");
        if (capabilities == null || !capabilities.isArray()) {
            return false;
        }
        for (JsonValue capability : capabilities.asArray()) {
            if (capability.isString() && Set.of("create", "update", "root").contains(capability.asString())) {
                return true;
            }
        }
        return false;
    }
}
