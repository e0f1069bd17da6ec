package wandb.auth.app;

import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerSettings;

/** The servers that are configured. */
final class FakeServers implements ServerMemory, ServerSettings {

    static final Location PLACE = new Location.Place("settings");
    static final ServerMemory.Kept KEPT = new ServerMemory.Kept(List.of(PLACE));
    static final ServerMemory.Failed FAILED =
            new ServerMemory.Failed(PLACE, new Reason("It is read-only.", "Mend it."));

    private final Effects effects;
    private Configured configured = new NotConfigured();
    private Optional<Host> chosen = Optional.empty();
    private Optional<ServerMemory.Failed> obstacle = Optional.empty();
    private boolean isWritable = true;

    FakeServers(Effects effects) {
        this.effects = effects;
    }

    /** A run without an option is for this one. */
    void configure(Configured address) {
        configured = address;
    }

    void hasChosen(Host host) {
        chosen = Optional.of(host);
    }

    /** It can be seen before that no server can be remembered. */
    void isObstructed() {
        obstacle = Optional.of(FAILED);
    }

    /** It turns out that no server can be remembered. */
    void cannotBeWritten() {
        isWritable = false;
    }

    @Override
    public Configured address(Environment environment) {
        return configured;
    }

    @Override
    public Optional<Failed> obstacle(Environment environment, Host host) {
        return obstacle;
    }

    @Override
    public Optional<Host> remembered(Environment environment) {
        return chosen;
    }

    @Override
    public Remembered remember(Environment environment, Host host) {
        effects.about("choose the server");
        if (!isWritable) {
            return FAILED;
        }
        chosen = Optional.of(host);
        return KEPT;
    }
}
