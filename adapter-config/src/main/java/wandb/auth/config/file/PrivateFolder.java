package wandb.auth.config.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.RootsWay;
import wandb.auth.files.ownership.UnixStatus;

/** The user's folder that an {@code auth.ini} is written in. */
public final class PrivateFolder {

    private static final int GROUP_WRITES = 020;
    private static final int EVERYBODY_WRITES = 02;

    private final AuthFile file;
    private final Path path;

    public PrivateFolder(AuthFile file) {
        this.file = file;
        Path parent = file.path().getParent();
        this.path = parent == null ? file.path() : parent;
    }

    /**
     * Where the SDK made it, its group may be able to write it: that right is taken away, since the file would not be
     * relied on otherwise.
     *
     * @return who else can change what it holds, or could once it is made; empty if nobody can
     */
    public Optional<Complaint> prepare() {
        try {
            Optional<RootsWay> way = RootsWay.to(path, Optional.empty());
            if (way.isPresent() && way.get().isForeign()) { // root believes no list that a user can change
                return Optional.of(new Complaint(new Location.File(path), Messages.noAccountsInHomeOfAnother()));
            }
            if (UnixStatus.isKnownFor(path) && Files.isDirectory(path)) {
                tighten();
            }
        } catch (IOException e) {
            // Writing the file says what is wrong with its folder.
            return Optional.empty();
        }
        return new FileOwnershipCheck(file.owners()).breachOfFolder(file.path()).map(AuthFile::complaint);
    }

    private void tighten() throws IOException {
        UnixStatus status = UnixStatus.of(path);
        boolean ours = status.owner() == ProcessUser.id();
        if (ours && status.has(GROUP_WRITES) && !status.has(EVERYBODY_WRITES)) {
            Files.setAttribute(path, "unix:mode", status.permissions() & ~GROUP_WRITES);
        }
    }
}
