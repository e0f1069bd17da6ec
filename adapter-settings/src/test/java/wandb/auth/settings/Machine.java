package wandb.auth.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Profile;
import wandb.auth.domain.ServerSettings.Configured;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Section;
import wandb.auth.domain.spi.SourceProvider;

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

    Configured server(Map<String, String> variables) {
        return new LayeredServerSettings().address(environment(variables));
    }

    /** What the source says for the server. */
    Finding find(SourceProvider source, Map<String, String> variables, String host) {
        Account account = new Account(Host.parse(host), Profile.DEFAULT);
        Query query = new Query(account, Interaction.NONE, new Deadline(0));
        return source.open(environment(variables), Section.EMPTY).find(query);
    }
}
