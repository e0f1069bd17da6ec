package wandb.auth.netrc;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.port.OneFileStore;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.ConfigFolder;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.files.EditLock;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcParseCache;

/**
 * The netrc file as a store. It is asked again at every call which file that is and what it holds. A local file answers
 * at once, so the deadline of a query is not looked at.
 */
class NetrcStore implements OneFileStore {

    private final Environment environment;
    private final Map<String, String> former;
    private final NetrcParseCache documents = new NetrcParseCache();
    private Host cloud = Host.PUBLIC_CLOUD;

    /**
     * A store.
     *
     * @param former what the first edition noted, as it stands in the configuration
     */
    NetrcStore(Environment environment, Map<String, String> former) {
        this.environment = environment;
        this.former = former;
    }

    /** Made where it is asked for, which a save does not do. */
    CloudNames cloudNames() {
        return new CloudNames();
    }

    @Override
    public Protection protection() {
        return Protection.PLAINTEXT;
    }

    @Override
    public Finding find(Query query) {
        return switch (FileChoice.in(environment)) {
            case Invalid<Path> none -> new Finding(none.location(), new Outcome.Unusable(none.reason()));
            case Valid<Path> file -> find(file.value(), query.account());
        };
    }

    @Override
    public Availability availability(Deadline deadline) {
        return switch (FileChoice.in(environment)) {
            case Invalid<Path> none -> new Availability.NotUsable(none.reason());
            case Valid<Path> file -> availability(file.value());
        };
    }

    @Override
    public Saved save(Query query, ApiKey key, Precondition expected) {
        return switch (fileToChange()) {
            case Invalid<Path> none -> new Saved.Failed(none.location(), none.reason());
            case Valid<Path> file ->
                new SaveOperation(file.value(), asFound(query.account()), key, expected, documents)
                        .run(EditLock.in(ConfigFolder.pathIn(environment)));
        };
    }

    @Override
    public Erased erase(Query query, Precondition expected) {
        return eraseAll(List.of(query), expected).getFirst();
    }

    @Override
    public List<Erased> eraseAll(List<Query> queries, Precondition expected) {
        return switch (fileToChange()) {
            case Invalid<Path> none ->
                Collections.nCopies(queries.size(), new Erased.Failed(none.location(), none.reason()));
            case Valid<Path> file -> {
                List<Account> accounts = new ArrayList<>();
                for (Query query : queries) {
                    accounts.add(asFound(query.account()));
                }
                yield new DeleteOperation(file.value(), accounts, expected, documents)
                        .run(EditLock.in(ConfigFolder.pathIn(environment)));
            }
        };
    }

    /** The file; none to change where the first edition still has to be taken over. */
    private Parsed<Path> fileToChange() {
        Parsed<Path> choice = FileChoice.in(environment);
        return choice instanceof Valid<Path> file && !former.isEmpty()
                ? new Invalid<>(new Location.File(file.value()), Messages.notTakenOver())
                : choice;
    }

    private Finding find(Path path, Account account) {
        NetrcDiagnostics troubles = new NetrcDiagnostics(path);
        try {
            Optional<FileContent> content = new SharedFile(path).read();
            if (content.isEmpty()) {
                return new Finding(new Location.File(path), new Outcome.Absent());
            }
            troubles.mode(content.get().mode());
            NetrcDocument document = documents.of(content);
            if (account.host().equals(Host.PUBLIC_CLOUD)) {
                cloud = cloudNames().in(document, environment);
            }
            return new AccountLookup(path, entries(document, asFound(account)), troubles).finding();
        } catch (FileException e) {
            return new Finding(new Location.File(path), new Outcome.Unusable(Messages.unusableFile(path, e)));
        } catch (NetrcException e) {
            Location place = new Location.File(path, e.line());
            return new Finding(place, new Outcome.Unusable(e.reason()), troubles.remarks());
        }
    }

    private AccountEntries entries(NetrcDocument document, Account account) {
        Host host = account.host();
        List<Profile> switchedTo = former.isEmpty() ? List.of() : new FormerSwitches(former).of(host);
        return ServerEntries.of(document, host, switchedTo).of(account.profile());
    }

    /** A change expects the key that was found, so it is about the same name. */
    private Account asFound(Account account) {
        return account.host().equals(Host.PUBLIC_CLOUD) ? new Account(cloud, account.profile()) : account;
    }

    private static Availability availability(Path path) {
        try {
            new SharedFile(path).checkReplaceable();
            return new Availability.Usable();
        } catch (FileException e) {
            return new Availability.NotUsable(Messages.unusableFile(e));
        }
    }
}
