package wandb.auth.keyring.secretservice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt32;
import org.jspecify.annotations.Nullable;
import wandb.auth.domain.Environment;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.KeychainItem;
import wandb.auth.keyring.keychain.StoredSecret;
import wandb.auth.keyring.keychain.TimeoutBudget;
import wandb.auth.keyring.message.Messages;

/**
 * The Secret Service of this session (Secret Service API 0.2 of freedesktop.org), as kept by GNOME Keyring, KWallet or
 * KeePassXC.
 *
 * <p>Items are searched in all collections that are open and created in the default one. Where several have the same name, the one that
 * was changed last counts.
 */
public final class SecretService implements Keychain {

    static final String PATH = "/org/freedesktop/secrets";

    /** The name on the bus of whoever offers it. */
    static final String NAME = "org.freedesktop.secrets";

    private final SessionBus bus;
    private final PromptHandler prompts;
    private final ServiceCollections collections;
    private @Nullable TransferSession session;

    private SecretService(SessionBus bus, PromptHandler prompts) {
        this.bus = bus;
        this.prompts = prompts;
        this.collections = new ServiceCollections(bus, prompts);
    }

    public static SecretService connect(Environment environment, Interaction interaction, TimeoutBudget patience)
            throws KeychainException {
        SessionBus bus = SessionBus.connect(environment);
        if (bus.ownerOf(NAME).isEmpty()) {
            bus.call(BusCall.ofBus("StartServiceByName", "u", "su", NAME, new UInt32(0)));
        }
        boolean hasDisplay = environment.variable("DISPLAY").isPresent()
                || environment.variable("WAYLAND_DISPLAY").isPresent();
        BusProblems problems = new BusProblems(KeychainProgram.answering(bus), hasDisplay);
        return new SecretService(bus, new PromptHandler(bus, problems, interaction, patience));
    }

    @Override
    public Availability.Usable check() throws KeychainException {
        BusProblems problems = prompts.problems();
        Optional<String> main = collections.main();
        if (main.isEmpty()) {
            throw problems.noCollection();
        }
        if (collections.isLocked(main.get())) {
            throw problems.locked();
        }
        List<String> remarks = new ArrayList<>();
        remarks.add(Messages.keptBy(problems.program().title()));
        for (KeychainProgram other : KeychainProgram.running(bus)) {
            if (other != problems.program()) {
                remarks.add(Messages.notUsed(other.title()));
            }
        }
        return new Availability.Usable(remarks, problems.program().forgets());
    }

    @Override
    public Optional<StoredSecret> readOpen(ItemName name) throws KeychainException {
        return secret(collections.openItems(name));
    }

    @Override
    public Optional<StoredSecret> read(ItemName name) throws KeychainException {
        return secret(items(name));
    }

    private Optional<StoredSecret> secret(List<SecretItem> items) throws KeychainException {
        if (items.isEmpty()) {
            return Optional.empty();
        }
        SecretItem newest = SecretItem.newest(items);
        unlock(newest);
        return Optional.of(new StoredSecret(newest.secret(session()), newest.path(), items.size()));
    }

    @Override
    public List<KeychainItem> others(ItemName name) throws KeychainException {
        List<SecretItem> items = collections.openItems(name);
        List<KeychainItem> others = new ArrayList<>();
        if (items.size() > 1) {
            items.remove(SecretItem.newest(items));
            for (SecretItem item : items) {
                unlock(item);
                others.add(new KeychainItem(
                        name,
                        item.path(),
                        StoredSecret.revision(item.secret(session())),
                        name.placeIn(collections.titleOf(item.collection()))));
            }
        }
        return others;
    }

    /** A service may guard each item, also in what is open. */
    private void unlock(SecretItem item) throws KeychainException {
        if (item.isLocked()) {
            if (!prompts.areAllowed()) {
                throw prompts.problems().wouldAsk();
            }
            collections.open(List.of(item.path()));
        }
    }

    @Override
    public void write(ItemName name, String secret) throws KeychainException {
        List<SecretItem> items = collections.openItems(name);
        if (items.isEmpty()) {
            create(name, secret);
            return;
        }
        SecretItem newest = SecretItem.newest(items);
        unlock(newest);
        newest.set(session().encrypted(secret));
        newest.completeAttributes(name);
    }

    /** Never with the wish to replace: that may take an item of another program that has our attributes and more. */
    private void create(ItemName name, String secret) throws KeychainException {
        Object[] answer = bus.call(BusCall.ofSecrets(
                collections.openMain(),
                "Collection",
                "CreateItem",
                "oo",
                "a{sv}(oayays)b",
                SecretItem.properties(name),
                session().encrypted(secret),
                false));
        prompts.ask((DBusPath) answer[1]);
    }

    @Override
    public void erase(KeychainItem item) throws KeychainException {
        new SecretItem(bus, item.id()).delete(prompts);
    }

    /** The items of that name; if none is in what is open, what may hold one is opened. */
    private List<SecretItem> items(ItemName name) throws KeychainException {
        List<SecretItem> items = collections.openItems(name);
        if (!items.isEmpty()) {
            return items;
        }
        List<String> locked = collections.lockedThatMayHold(name);
        if (locked.isEmpty()) {
            return List.of();
        }
        collections.open(locked);
        return collections.openItems(name);
    }

    static List<String> paths(Object objects) {
        List<String> paths = new ArrayList<>();
        for (Object object : (List<?>) objects) {
            paths.add(((DBusPath) object).getPath());
        }
        return paths;
    }

    private TransferSession session() throws KeychainException {
        TransferSession open = session;
        if (open == null) {
            open = TransferSession.open(bus);
            session = open;
        }
        return open;
    }

    @Override
    public void close() {
        bus.close();
    }
}
