package wandb.auth.domain.port.sdk;

import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;

/** What the SDK's settings files and {@code WANDB_BASE_URL} say, read once a run; an immutable value. */
public interface SdkSettings {

    /** The server of a run whose command line names none; empty if none is configured, so that the public cloud is meant. */
    Parsed<Optional<ConfiguredAddress>> server();

    /** The server that the user chose for later runs; empty if none was chosen, or if that is unknown. */
    Optional<Host> chosen();

    /**
     * The key that a file holds for the server.
     *
     * @param source the file, one of {@link SdkSettingsRepository#sources()}
     */
    Finding key(SourceId source, Host host);

    /**
     * The option that makes the SDK go on without the files, though they can be read here; empty if none does, and unless
     * the settings say otherwise.
     */
    default Optional<Complaint> rejection() {
        return Optional.empty();
    }

    /**
     * What the user's own file says of the way to servers, by the names of the SDK's variables for it, which count first:
     * proxies, further headers, the file of access tokens. A workspace's file says nothing of these, for what is sent must
     * not go where a repository wants it to. Nothing unless the settings say otherwise.
     */
    default Map<String, String> connection() {
        return Map.of();
    }

    /** Whether there is such a file and nobody can tell what it says. */
    boolean isBroken(SourceId source);
}
