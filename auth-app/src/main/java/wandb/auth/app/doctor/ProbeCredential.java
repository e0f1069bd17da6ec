package wandb.auth.app.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import wandb.auth.app.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/**
 * An item that a store is given to keep for a moment; it is erased whatever happens. It is for a server that cannot exist
 * ({@code .invalid}, RFC 6761), and its key is random, so that it can neither meet nor become anybody's. It
 * is always the same one, so that the next run takes away what a killed one left.
 */
public final class ProbeCredential {

    private static final Host NOWHERE = Host.parse("https://doctor.invalid");
    private static final int KEY_LENGTH = 40;
    private static final Duration SHORTEST_TIME_TO_ERASE = Duration.ofSeconds(5);

    private final CredentialStore store;
    private final Query query;
    private final Duration timeToErase;
    private final ApiKey key;
    private boolean isThere;

    /** The item for this store, which has so long to save and to find it, and as long again to erase it. */
    public ProbeCredential(CredentialStore store, Interaction interaction, Deadline deadline) {
        this.store = store;
        this.query = new Query(new Account(NOWHERE, Profile.DEFAULT), interaction, deadline);
        Duration given = deadline.remaining(System.nanoTime());
        this.timeToErase = given.compareTo(SHORTEST_TIME_TO_ERASE) > 0 ? given : SHORTEST_TIME_TO_ERASE;
        this.key = ApiKey.parse(randomKey());
    }

    /** Nobody is kept from guessing it: it opens nothing. */
    private static String randomKey() {
        StringBuilder key = new StringBuilder();
        while (key.length() < KEY_LENGTH) {
            key.append(Character.forDigit(ThreadLocalRandom.current().nextInt(16), 16));
        }
        return key.toString();
    }

    /** What goes wrong with it. */
    public List<Complaint> complaints() {
        List<Complaint> complaints = new ArrayList<>();
        try {
            writeAndRead().ifPresent(complaints::add);
        } finally {
            erase().filter(complaint -> isThere).ifPresent(complaints::add);
        }
        return complaints;
    }

    private Optional<Complaint> writeAndRead() {
        return switch (store.save(query, key, new Precondition.Anything())) {
            case Saved.Stored stored -> {
                isThere = true;
                yield read(store.find(query));
            }
            case Saved.Conflict conflict -> complaint(conflict.location(), Messages.probeRejected());
            case Saved.Failed failed -> complaint(failed.location(), Messages.probeNotWritten(failed.reason()));
        };
    }

    private Optional<Complaint> read(Finding finding) {
        if (finding.outcome() instanceof Outcome.Found found
                && found.credential().equals(key)) {
            return Optional.empty();
        }
        return finding.outcome() instanceof Outcome.Unusable unusable
                ? complaint(finding.location(), Messages.probeNotReadable(unusable.reason()))
                : complaint(finding.location(), Messages.probeNotReadBack());
    }

    /** In time of its own, lest a slow answer before leave the item; nobody is asked to unlock what took no item. */
    private Optional<Complaint> erase() {
        Interaction interaction = isThere ? query.interaction() : Interaction.NONE;
        Query again = new Query(query.account(), interaction, Deadline.after(timeToErase, System.nanoTime()));
        return switch (store.erase(again, new Precondition.Anything())) {
            case Erased.Gone gone -> Optional.empty();
            case Erased.Nothing nothing ->
                isThere ? complaint(nothing.location(), Messages.probeDisappeared()) : Optional.empty();
            case Erased.Conflict conflict -> left(conflict.location(), Optional.empty());
            case Erased.Failed failed -> left(failed.location(), Optional.of(failed.reason()));
        };
    }

    private static Optional<Complaint> left(Location location, Optional<Reason> why) {
        return complaint(location, Messages.probeNotErased(NOWHERE, why));
    }

    private static Optional<Complaint> complaint(Location location, Reason reason) {
        return Optional.of(new Complaint(location, reason));
    }
}
