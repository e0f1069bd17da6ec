package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wandb.auth.config.file.AuthFile;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange;
import wandb.auth.files.ownership.TrustedOwners;

/** A folder in place of /etc, a home directory, and what the files {@code auth.ini} in them say. */
record Machine(Path folder, Map<String, String> variables) {

    static Machine in(Path folder) throws IOException {
        Machine machine = new Machine(folder, new HashMap<>());
        for (String name : new String[] {"etc/wandb", "home", "work"}) {
            Files.createDirectories(folder.resolve(name));
        }
        return machine;
    }

    Path administratorsFolder() {
        return folder.resolve("etc/wandb");
    }

    Path administratorsFile() {
        return administratorsFolder().resolve("auth.ini");
    }

    Path usersFolder() {
        return folder.resolve("home/.config/wandb");
    }

    Path usersFile() {
        return usersFolder().resolve("auth.ini");
    }

    void administrator(String text) throws IOException {
        write(administratorsFile(), text);
    }

    void user(String text) throws IOException {
        write(usersFile(), text);
    }

    /** A file for its owner alone, in a folder for its owner alone. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    Environment environment() {
        return new Environment(
                variables,
                Optional.of(folder.resolve("home")),
                folder.resolve("work"),
                OperatingSystem.LINUX,
                Terminal.NONE);
    }

    /** The files of this machine, whoever runs the tests. */
    Optional<AuthFile> files() {
        return Optional.of(new AuthFile(administratorsFile(), TrustedOwners.ROOT_OR_USER));
    }

    Configuration configuration() {
        return new FileConfiguration(files()).read(environment());
    }

    Parsed<ResolutionPolicy> policy() {
        return configuration().policy();
    }

    /** The result of a change to what is read now. */
    Parsed<Configuration> change(ConfigurationChange change) {
        return new FileConfiguration(files()).change(environment(), configuration(), change);
    }

    ResolutionPolicy inForce() {
        return valid(policy());
    }

    static <T> T valid(Parsed<T> parsed) {
        if (parsed instanceof Parsed.Valid<T> valid) {
            return valid.value();
        }
        throw new AssertionError(parsed.toString());
    }

    /** Why there is no policy: the place below this machine's folder, and the reason. */
    String unreadable() {
        Parsed.Invalid<?> invalid = assertInstanceOf(Parsed.Invalid.class, policy());
        return invalid.location().text().replace(folder + "/", "") + ": " + invalid.reason();
    }
}
