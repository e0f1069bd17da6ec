package com.example.locker;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;

/** The locker as a store. Every trouble is an answer; the locker is opened again for every call. */
final class LockerStore implements CredentialStore {

    private static final Location SOMEWHERE = new Location.Place("the company's locker");

    private final Environment environment;
    private final StoreConfig section;

    LockerStore(Environment environment, StoreConfig section) {
        this.environment = environment;
        this.section = section;
    }

    @Override
    public Protection protection() {
        return Protection.ENCRYPTED;
    }

    @Override
    public Availability availability(Deadline deadline) {
        try {
            Locker.open(environment, section);
            return new Availability.Usable();
        } catch (LockerException e) {
            return new Availability.NotUsable(e.reason());
        }
    }

    @Override
    public Finding find(Query query) {
        try {
            Locker locker = Locker.open(environment, section);
            Optional<Locker.Item> item = locker.read(query.account());
            return new Finding(
                    locker.location(query.account()),
                    item.isEmpty()
                            ? new Outcome.Absent()
                            : new Outcome.Found(
                                    ApiKey.parse(item.get().text()), item.get().revision()));
        } catch (InvalidApiKeyException e) {
            return new Finding(SOMEWHERE, new Outcome.Unusable(new Reason(e.getMessage(), "Log in again.")));
        } catch (LockerException e) {
            return new Finding(SOMEWHERE, new Outcome.Unusable(e.reason()));
        } catch (IOException e) {
            return new Finding(SOMEWHERE, new Outcome.Unusable(unreadable()));
        }
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        try {
            Locker locker = Locker.open(environment, section);
            return locker.inTurn(query.deadline(), () -> save(locker, query, key, expected));
        } catch (LockerException e) {
            return new Saved.Failed(SOMEWHERE, e.reason());
        } catch (IOException e) {
            return new Saved.Failed(SOMEWHERE, unreadable());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Saved.Failed(SOMEWHERE, unreadable());
        }
    }

    private static Saved save(Locker locker, Query query, ApiKey key, Precondition expected)
            throws IOException, LockerException {
        Location location = locker.location(query.account());
        if (!isThere(expected, locker.read(query.account()))) {
            return new Saved.Conflict(location);
        }
        locker.write(query.account(), key.reveal());
        Optional<Locker.Item> now = locker.read(query.account());
        return now.isPresent() && now.get().text().equals(key.reveal())
                ? new Saved.Stored(location, now.get().revision(), List.of())
                : new Saved.Failed(location, unreadable());
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        try {
            Locker locker = Locker.open(environment, section);
            return locker.inTurn(query.deadline(), () -> erase(locker, query, expected));
        } catch (LockerException e) {
            return new Erased.Failed(SOMEWHERE, e.reason());
        } catch (IOException e) {
            return new Erased.Failed(SOMEWHERE, unreadable());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Erased.Failed(SOMEWHERE, unreadable());
        }
    }

    private static Erased erase(Locker locker, Query query, Precondition expected) throws IOException, LockerException {
        Location location = locker.location(query.account());
        Optional<Locker.Item> before = locker.read(query.account());
        if (!isThere(expected, before)) {
            return new Erased.Conflict(location);
        }
        if (before.isEmpty()) {
            return new Erased.Nothing(location);
        }
        locker.delete(query.account());
        return locker.read(query.account()).isEmpty()
                ? new Erased.Gone(location)
                : new Erased.Failed(location, unreadable());
    }

    private static boolean isThere(Precondition expected, Optional<Locker.Item> present) {
        return present.isPresent() ? expected.matches(present.get().revision()) : expected.matchesNone();
    }

    private static Reason unreadable() {
        return new Reason("The locker cannot be read or written.", "See whether the share is mounted; try again.");
    }
}
