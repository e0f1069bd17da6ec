package wandb.auth.domain.port.server;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import wandb.auth.domain.TerminalSafe;

/**
 * Who a server says that a credential belongs to. All names are as the server gives them and go through
 * {@link TerminalSafe} where they are shown.
 *
 * @param userName the user's name
 * @param defaultTeam the team that runs are logged to where none is named; empty if the server names none
 * @param teams the teams that the user belongs to
 */
public record Identity(String userName, Optional<String> defaultTeam, List<String> teams) {

    public Identity {
        teams = List.copyOf(teams);
    }

    /** The same with each name as this makes it. */
    public Identity withNames(UnaryOperator<String> name) {
        return new Identity(
                name.apply(userName),
                defaultTeam.map(name),
                teams.stream().map(name).toList());
    }
}
