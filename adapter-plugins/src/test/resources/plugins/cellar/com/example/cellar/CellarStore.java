package com.example.cellar;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/**
 * A file for each account. Who changes one has made the file "busy", which no two can, whatever class loader they come from.
 * With the setting "silent" it never answers, and no interrupt reaches it.
 */
record CellarStore(Map<String, String> settings) implements CredentialStore {

    private static final Location PLACE = new Location.Place("the cellar");
    private static final Reason CLOSED = new Reason("The cellar cannot be entered.", "Unlock it.");

    private interface Turn<T> {
        T take() throws IOException;
    }

    private Path folder() throws IOException {
        while (settings.containsKey("silent")) {
            LockSupport.parkNanos(10_000_000);
        }
        Path folder = Path.of(settings.getOrDefault("folder", "/nowhere"));
        if (!Files.isDirectory(folder)) {
            throw new NoSuchFileException(folder.toString());
        }
        return folder;
    }

    private static String name(Account account) {
        Host host = account.host().isPublicCloud() ? Host.PUBLIC_CLOUD : account.host();
        String text = host + " " + account.profile();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Optional<String> read(Account account) throws IOException {
        try {
            return Optional.of(Files.readString(folder().resolve(name(account))));
        } catch (NoSuchFileException e) {
            folder();
            return Optional.empty();
        }
    }

    private <T> T inTurn(Deadline deadline, Turn<T> turn) throws IOException {
        Path busy = folder().resolve("busy");
        while (!deadline.hasPassed(System.nanoTime())) {
            try {
                Files.createFile(busy);
            } catch (FileAlreadyExistsException e) {
                Thread.onSpinWait();
                continue;
            }
            try {
                return turn.take();
            } finally {
                Files.delete(busy);
            }
        }
        throw new IOException("too late");
    }

    private static boolean isThere(Precondition expected, Optional<String> present) {
        return present.isEmpty() ? expected.matchesNone() : expected.matches(Revision.of(present.get()));
    }

    @Override
    public Protection protection() {
        return Protection.ENCRYPTED;
    }

    @Override
    public Availability availability(Deadline deadline) {
        try {
            folder();
            return new Availability.Usable();
        } catch (IOException e) {
            return new Availability.NotUsable(CLOSED);
        }
    }

    @Override
    public Finding find(Query query) {
        try {
            Optional<String> key = read(query.account());
            return new Finding(
                    PLACE,
                    key.isEmpty()
                            ? new Outcome.Absent()
                            : new Outcome.Found(ApiKey.parse(key.get()), Revision.of(key.get())));
        } catch (IOException e) {
            return new Finding(PLACE, new Outcome.Unusable(CLOSED));
        }
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        try {
            return inTurn(query.deadline(), () -> {
                if (!isThere(expected, read(query.account()))) {
                    return new Saved.Conflict(PLACE);
                }
                Path fresh = Files.writeString(folder().resolve("fresh"), key.reveal());
                Files.move(fresh, folder().resolve(name(query.account())), StandardCopyOption.ATOMIC_MOVE);
                return new Saved.Stored(PLACE, Revision.of(key.reveal()), List.of());
            });
        } catch (IOException e) {
            return new Saved.Failed(PLACE, CLOSED);
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        try {
            return inTurn(query.deadline(), () -> {
                Optional<String> present = read(query.account());
                if (!isThere(expected, present)) {
                    return new Erased.Conflict(PLACE);
                }
                Files.deleteIfExists(folder().resolve(name(query.account())));
                return present.isEmpty() ? new Erased.Nothing(PLACE) : new Erased.Gone(PLACE);
            });
        } catch (IOException e) {
            return new Erased.Failed(PLACE, CLOSED);
        }
    }
}
