package com.example.corp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
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

/** One file for each account. */
record CorpStore(Path folder) implements CredentialStore {

    @Override
    public Protection protection() {
        return Protection.REMOTE;
    }

    @Override
    public Availability availability(Deadline deadline) {
        return new Availability.Usable();
    }

    private Path file(Account account) {
        return folder.resolve(Integer.toHexString(account.hashCode()));
    }

    private static Location place(Account account) {
        return new Location.Place("the company's safe, for " + account.host() + " " + account.profile());
    }

    @Override
    public Finding find(Query query) {
        try {
            Path file = file(query.account());
            if (Files.notExists(file)) {
                return new Finding(place(query.account()), new Outcome.Absent());
            }
            String key = Files.readString(file);
            return new Finding(
                    place(query.account()), new Outcome.Found(ApiKey.parse(key), Revision.of(key)));
        } catch (IOException e) {
            return new Finding(place(query.account()), new Outcome.Unusable(reason()));
        }
    }

    private static Reason reason() {
        return new Reason("The safe is locked.", "Open it.");
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        try {
            Files.writeString(file(query.account()), key.reveal());
            return new Saved.Stored(place(query.account()), Revision.of(key.reveal()), List.of());
        } catch (IOException e) {
            return new Saved.Failed(place(query.account()), reason());
        }
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        try {
            return Files.deleteIfExists(file(query.account()))
                    ? new Erased.Gone(place(query.account()))
                    : new Erased.Nothing(place(query.account()));
        } catch (IOException e) {
            return new Erased.Failed(place(query.account()), reason());
        }
    }
}
