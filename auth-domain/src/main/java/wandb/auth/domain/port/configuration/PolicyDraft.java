package wandb.auth.domain.port.configuration;

import java.util.List;
import java.util.Map;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;

/**
 * What a file would say as the administrator's policy; nothing of it is in force.
 *
 * @param policy the rules that make sense
 * @param storeSettings the settings of each source and store that has any
 * @param named the sources and stores that the file names, each with the place of its first mention
 * @param mistakes what makes no sense, in the order of the lines
 * @param notes what has to be right where the file is put, though it need not be here
 */
public record PolicyDraft(
        ResolutionPolicy policy,
        Map<SourceId, Map<String, String>> storeSettings,
        Map<SourceId, Location> named,
        List<Complaint> mistakes,
        List<Complaint> notes) {}
