package wandb.auth.walk;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import wandb.auth.cli.CommandRunner;
import wandb.auth.cli.context.Adapters;
import wandb.auth.config.FileConfiguration;
import wandb.auth.config.audit.FileAuditTrail;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.http.HttpTokenExchange;
import wandb.auth.netrc.NetrcProfileSwitcher;
import wandb.auth.netrc.NetrcStoreProvider;
import wandb.auth.netrc.SdkNetrcReader;
import wandb.auth.settings.EnvironmentSourceProvider;
import wandb.auth.settings.FileSdkSettings;
import wandb.auth.settings.path.PathSdkLocator;

/** A home with real files, in which the program's commands run within this process. */
final class WalkedHome {

    private static final List<Object> ADAPTERS = List.of(
            new EnvironmentSourceProvider(),
            new FileSdkSettings(),
            new PathSdkLocator(),
            new FileConfiguration(),
            new FileAuditTrail(),
            new NetrcStoreProvider(),
            new SdkNetrcReader(),
            new NetrcProfileSwitcher(),
            new HttpTokenExchange(),
            new LockerStore.Provider());

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path home;

    WalkedHome(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(config().getParent());
        Files.createDirectories(locker());
    }

    private Path netrc() {
        return home.resolve(".netrc");
    }

    private Path config() {
        return home.resolve(".config/wandb/auth.ini");
    }

    private Path locker() {
        return home.resolve(LockerStore.ID);
    }

    /** How a command ended. */
    record Answer(int exitCode, String out, String err) {}

    Answer run(Act act) {
        return run(Map.of("WANDB_BASE_URL", act.host()), act.arguments(LockerStore.ID));
    }

    Answer run(Map<String, String> variables, String... arguments) {
        Environment environment =
                new Environment(variables, Optional.of(home), home, OperatingSystem.LINUX, Terminal.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new CommandRunner(
                        environment,
                        new Installed(),
                        new ByteArrayInputStream(new byte[0]),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(arguments);
        return new Answer(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static final class Installed implements Adapters {

        @Override
        public <T> Iterable<T> of(Class<T> type) {
            List<T> installed = new ArrayList<>();
            for (Object adapter : ADAPTERS) {
                if (type.isInstance(adapter)) {
                    installed.add(type.cast(adapter));
                }
            }
            return installed;
        }
    }

    /** Makes the files those of the model. */
    void restore(Model model) throws IOException {
        write(netrc(), model.text());
        StringBuilder sections = new StringBuilder();
        model.noted()
                .forEach((account, store) -> sections.append(sections.isEmpty() ? "" : "\n")
                        .append("[account ")
                        .append(account.replace(" default", ""))
                        .append("]\nstore = ")
                        .append(store)
                        .append('\n'));
        write(config(), sections.toString());
        try (Stream<Path> files = Files.list(locker())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> item : model.locker().entrySet()) {
            write(locker().resolve(item.getKey()), item.getValue());
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, LONG_AGO); // what was written just now is waited for: its writer may go on
    }

    String netrcText() throws IOException {
        return Files.exists(netrc()) ? Files.readString(netrc()) : "";
    }

    /** What is noted of each account; any other line stands for itself. */
    Map<String, String> noted() throws IOException {
        Map<String, String> noted = new LinkedHashMap<>();
        String account = "";
        for (String line : Files.readAllLines(config())) {
            if (line.startsWith("[account ")) {
                String name = line.substring("[account ".length(), line.length() - 1);
                account = name.contains(" ") ? name : name + " default";
            } else if (line.startsWith("store = ")) {
                noted.put(account, line.substring("store = ".length()));
            } else if (!line.isBlank()) {
                noted.put(line, "");
            }
        }
        return noted;
    }

    Map<String, String> inLocker() throws IOException {
        Map<String, String> items = new TreeMap<>();
        try (Stream<Path> files = Files.list(locker())) {
            for (Path file : files.toList()) {
                items.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return items;
    }
}
