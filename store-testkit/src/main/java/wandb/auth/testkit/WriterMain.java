package wandb.auth.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.testkit.ProcessesContract.Item;

/** What {@link WriterProcess} starts: saves what standard input tells, and prints what went wrong. */
final class WriterMain {

    static final String READY = "ready";

    private WriterMain() {}

    /** Saves each item with an opening of its own. */
    public static void main(String[] arguments) throws Exception {
        DataInputStream input = new DataInputStream(System.in);
        CredentialStoreContract contract = contract(input.readUTF());
        Surroundings surroundings = surroundings(input);
        Duration patience = Duration.ofMillis(input.readLong());
        Item[] items = new Item[input.readInt()];
        for (int i = 0; i < items.length; i++) {
            items[i] = item(input);
        }
        System.out.println(READY);
        input.readByte();
        for (Item item : items) {
            CredentialStore store = contract.provider().open(surroundings.environment(), surroundings.section());
            Saved saved = store.save(Opened.query(item.account(), patience), item.key(), Opened.ABSENT);
            if (!(saved instanceof Saved.Stored)) {
                System.out.println(saved);
            }
        }
    }

    private static CredentialStoreContract contract(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (CredentialStoreContract) constructor.newInstance();
    }

    static void write(Surroundings surroundings, DataOutputStream output) throws IOException {
        Environment environment = surroundings.environment();
        write(environment.variables(), output);
        output.writeUTF(environment.home().map(Path::toString).orElse(""));
        output.writeUTF(environment.workingDirectory().toString());
        output.writeUTF(environment.operatingSystem().name());
        write(surroundings.section().settings(), output);
    }

    private static Surroundings surroundings(DataInputStream input) throws IOException {
        Map<String, String> variables = texts(input);
        Optional<Path> home =
                Optional.of(input.readUTF()).filter(path -> !path.isEmpty()).map(Path::of);
        Path folder = Path.of(input.readUTF());
        OperatingSystem system = OperatingSystem.valueOf(input.readUTF());
        return new Surroundings(
                new Environment(variables, home, folder, system, Terminal.NONE), new StoreConfig(texts(input)));
    }

    private static void write(Map<String, String> texts, DataOutputStream output) throws IOException {
        output.writeInt(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            output.writeUTF(text.getKey());
            output.writeUTF(text.getValue());
        }
    }

    private static Map<String, String> texts(DataInputStream input) throws IOException {
        Map<String, String> texts = new HashMap<>();
        for (int left = input.readInt(); left > 0; left--) {
            texts.put(input.readUTF(), input.readUTF());
        }
        return texts;
    }

    static void write(List<Item> items, Duration patience, DataOutputStream output) throws IOException {
        output.writeLong(patience.toMillis());
        output.writeInt(items.size());
        for (Item item : items) {
            output.writeUTF(item.account().host().url());
            output.writeUTF(item.account().profile().name());
            output.writeUTF(item.key().reveal());
        }
    }

    private static Item item(DataInputStream input) throws IOException {
        Account account = new Account(Host.parse(input.readUTF()), new Profile(input.readUTF()));
        return new Item(account, ApiKey.parse(input.readUTF()));
    }
}
