package wandb.auth.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.port.server.Identity;

/**
 * The question of the GraphQL API who is asking. It names only what every SDK since 0.10 has asked servers for, so that an
 * old server does not stumble over a field that it lacks.
 */
final class ViewerQuery {

    static final byte[] REQUEST = ("{\"operationName\":\"Viewer\",\"variables\":{},\"query\":"
                    + "\"query Viewer { viewer { id entity username teams { edges { node { name } } } } }\"}")
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private ViewerQuery() {}

    /** Who the answer says it is; a service account without a name goes by its team. Empty if it names nobody. */
    static Optional<Identity> identity(JsonNode answer) {
        JsonNode viewer = answer.path("data").path("viewer");
        Optional<String> team = text(viewer.path("entity"));
        return text(viewer.path("username")).or(() -> team).map(name -> new Identity(name, team, teams(viewer)));
    }

    private static List<String> teams(JsonNode viewer) {
        List<String> teams = new ArrayList<>();
        for (JsonNode edge : viewer.path("teams").path("edges")) {
            text(edge.path("node").path("name")).ifPresent(teams::add);
        }
        return teams;
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() && !node.asText().isBlank() ? Optional.of(node.asText()) : Optional.empty();
    }
}
