package wandb.auth.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.PolicyDraft;

/** Remembers accounts for the time of a test. */
public final class FakeRegistry implements ConfigurationRepository {

    public static final Location PLACE = new Location.Place("the list of accounts");
    public static final Parsed.Invalid<SavedAccounts> UNREADABLE =
            new Parsed.Invalid<>(PLACE, new Reason("It makes no sense.", "Correct it."));
    public static final Complaint FAILED = new Complaint(PLACE, new Reason("The disk is full.", "Make room."));

    private final Effects effects;
    private final List<SavedAccount> entries = new ArrayList<>();
    private final Map<SourceId, Map<String, String>> sections = new HashMap<>();
    private Map<String, String> formerSwitches = Map.of();
    private boolean isReadable = true;
    private final List<KeyPlace> earlier = new ArrayList<>();
    private final List<Account> unforgettable = new ArrayList<>();
    private int editsOfEarlierPlaces;
    private boolean isWritable = true;
    private boolean isSeenNotToBeWritable;

    public FakeRegistry(Effects effects) {
        this.effects = effects;
    }

    public void cannotBeRead() {
        isReadable = false;
    }

    /** It can be seen before that nothing can be noted. */
    public void isObstructed() {
        isSeenNotToBeWritable = true;
        isWritable = false;
    }

    public List<KeyPlace> earlier() {
        return List.copyOf(earlier);
    }

    public void cannotBeWritten() {
        isWritable = false;
    }

    public void holds(Account account, MemoryStore store) {
        put(new SavedAccount(account, store.id(), Optional.empty()));
    }

    public void put(SavedAccount entry) {
        drop(entry.account());
        entries.add(entry);
    }

    public Optional<SavedAccount> entryOf(Account account) {
        return new SavedAccounts(entries).of(account);
    }

    public int editsOfEarlierPlaces() {
        return editsOfEarlierPlaces;
    }

    /** What is noted of the account cannot be changed. */
    public void cannotForget(Account account) {
        unforgettable.add(account);
    }

    private static List<Account> accounts(List<KeyPlace> places) {
        return places.stream().map(KeyPlace::account).toList();
    }

    private void drop(Account account) {
        entries.removeIf(entry -> entry.account().isSameAccount(account));
    }

    /** The first edition noted this of the netrc file. */
    public void hasFormerSwitches(Map<String, String> former) {
        formerSwitches = former;
    }

    @Override
    public Configuration read(Environment environment) {
        return new Configuration(
                new Parsed.Valid<>(ResolutionPolicy.documented()),
                isReadable ? new Parsed.Valid<>(new SavedAccounts(entries)) : UNREADABLE,
                formerSwitches,
                new Parsed.Valid<>(ProfileChoice.NONE),
                Map.copyOf(sections));
    }

    @Override
    public PolicyDraft judge(Environment environment, Path file) {
        throw new AssertionError("no policy is judged here");
    }

    @Override
    public Optional<Complaint> obstacle(Environment environment) {
        return isSeenNotToBeWritable ? Optional.of(FAILED) : Optional.empty();
    }

    @Override
    public Parsed<List<KeyPlace>> earlierPlaces(Environment environment) {
        return new Parsed.Valid<>(List.copyOf(earlier));
    }

    @Override
    public Optional<Complaint> forgetEarlierPlaces(Environment environment, List<KeyPlace> places) {
        if (!Collections.disjoint(unforgettable, accounts(places))) {
            return Optional.of(FAILED);
        }
        editsOfEarlierPlaces += earlier.removeAll(places) ? 1 : 0;
        return Optional.empty();
    }

    @Override
    public Parsed<Configuration> change(Environment environment, Configuration before, ConfigurationChange change) {
        switch (change) {
            case ConfigurationChange.NoteAccount note -> effects.about("note");
            case ConfigurationChange.ForgetAccounts forget -> effects.about("forget");
            case ConfigurationChange.AddStore add -> effects.about("add " + add.id());
            case ConfigurationChange.RemoveStore remove -> effects.about("remove " + remove.id());
            case ConfigurationChange.ForgetFormerSwitches forget -> effects.about("forget the former switches");
        }
        boolean isPossible = !(change instanceof ConfigurationChange.ForgetAccounts forget)
                || Collections.disjoint(unforgettable, accounts(forget.places()));
        if (!isWritable || !isPossible) {
            return new Parsed.Invalid<>(FAILED.location(), FAILED.reason());
        }
        switch (change) {
            case ConfigurationChange.NoteAccount note -> {
                entryOf(note.account().account())
                        .filter(entry -> !entry.store().equals(note.account().store()))
                        .ifPresent(entry -> earlier.add(new KeyPlace(entry.account(), entry.store())));
                put(note.account());
            }
            case ConfigurationChange.ForgetAccounts forget ->
                accounts(forget.places()).forEach(this::drop);
            case ConfigurationChange.AddStore add -> sections.put(add.id(), add.settings());
            case ConfigurationChange.RemoveStore remove -> sections.remove(remove.id());
            case ConfigurationChange.ForgetFormerSwitches forget -> formerSwitches = Map.of();
        }
        return new Parsed.Valid<>(read(environment));
    }
}
