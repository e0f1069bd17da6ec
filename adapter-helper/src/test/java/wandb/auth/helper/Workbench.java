package wandb.auth.helper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramFile;

/** A machine with programs that tests write: a home, a working directory, and a folder on the PATH. */
final class Workbench {

    private final Path home;
    private final Path workspace;
    private final Path bin;
    private final Map<String, String> variables = new HashMap<>();

    Workbench(Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("home"));
        workspace = Files.createDirectories(folder.resolve("workspace"));
        bin = Files.createDirectories(folder.resolve("bin"));
        variables.put("HOME", home.toString());
        variables.put("PATH", bin + ":/usr/bin:/bin");
    }

    Path home() {
        return home;
    }

    Path workspace() {
        return workspace;
    }

    Path bin() {
        return bin;
    }

    Workbench with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    Environment environment() {
        return new Environment(
                variables, Optional.of(home), workspace, OperatingSystem.LINUX, new Terminal(false, false, false));
    }

    /** Writes a shell script to a folder of the PATH. */
    Path script(String name, String text) throws IOException {
        return script(bin, name, text);
    }

    static Path script(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** A program that is a script of that text. */
    Program program(String text, String... arguments) throws IOException {
        return new Program(new ProgramFile(script("program", text)), List.of(arguments), environment());
    }

    /** A store that is a script of that text; the helper's action is its first argument. */
    HelperStore helper(String text) throws IOException {
        ProgramFile file = new ProgramFile(script("docker-credential-test", text));
        return new HelperStore(
                new SourceId("helper:test"), new Program(file, List.of(), environment()), Protection.PLAINTEXT);
    }

    /** A helper that answers a lookup so and does nothing else. */
    HelperStore helperThatGives(String text) throws IOException {
        Path answer = Files.writeString(home.resolve("answer"), text);
        return helper("case $1 in get) cat " + answer + ";; list) echo {};; esac");
    }

    /** A helper that keeps credentials in files, and every argument and input of its in a log. */
    HelperStore keeper() throws IOException {
        return helper(KEEPER.replace("FOLDER", home.toString()));
    }

    StoreLookup open(String id, Map<String, String> settings) {
        return new ProgramCatalog(List::of)
                .open(new SourceId(id), environment(), new StoreConfig(settings), (kind, digest) -> Optional.empty());
    }

    private static final String KEEPER = """
            input=$(cat)
            env | sort > FOLDER/environment
            echo "$*" >> FOLDER/arguments
            tr '\\0' ' ' < /proc/$$/cmdline >> FOLDER/arguments
            case $1 in
                store) url=${input#*'"ServerURL":"'}; url=${url%%'"'*} ;;
                *) url=$input ;;
            esac
            file=FOLDER/$(printf %s "$url" | cksum | tr ' ' -).item
            case $1 in
                get) cat "$file" 2>/dev/null || { echo 'credentials not found in native keychain'; exit 1; } ;;
                store) printf %s "$input" > "$file" ;;
                erase) rm -f "$file" ;;
            esac""";
}
