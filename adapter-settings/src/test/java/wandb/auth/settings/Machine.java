package wandb.auth.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.sdk.ConfiguredAddress;

/** A home directory, a working directory and what the settings files in them say. */
record Machine(Path folder, Optional<Path> homeDirectory) {

    Machine(Path folder) {
        this(folder, Optional.of(folder.resolve("home")));
    }

    static Machine in(Path folder) throws IOException {
        Machine machine = new Machine(folder);
        Files.createDirectories(machine.home());
        Files.createDirectories(machine.work());
        return machine;
    }

    Machine homeless() {
        return new Machine(folder, Optional.empty());
    }

    Path home() {
        return folder.resolve("home");
    }

    Path work() {
        return folder.resolve("work");
    }

    Path systemFile() {
        return home().resolve(".config/wandb/settings");
    }

    Path workspaceFile() {
        return work().resolve("wandb/settings");
    }

    void system(String text) throws IOException {
        write(systemFile(), text);
    }

    void workspace(String text) throws IOException {
        write(workspaceFile(), text);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    Environment environment(Map<String, String> variables) {
        return new Environment(variables, homeDirectory, work(), OperatingSystem.LINUX, Terminal.NONE);
    }

    SettingsFiles settings(Map<String, String> variables) {
        return new FileSdkSettings().read(environment(variables));
    }

    Parsed<Optional<ConfiguredAddress>> server(Map<String, String> variables) {
        return settings(variables).server();
    }

    /** What the file says of a key for the server. */
    Finding find(SourceId source, Map<String, String> variables, String host) {
        return settings(variables).key(source, Host.parse(host));
    }
}
