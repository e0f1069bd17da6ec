package wandb.auth.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Programs named {@code wandb} that stand for the SDK's or for somebody's wrapper, each in a folder for the PATH. */
final class FakePrograms {

    private static final String TOOLS = "/usr/bin:/bin";

    private final Machine machine;

    FakePrograms(Machine machine) {
        this.machine = machine;
    }

    /** An SDK that shows its arguments between brackets. Gives its folder. */
    String sdk() throws IOException {
        return program("sdk", "printf '[%s]' \"$@\"");
    }

    /** A program of that name with that shell text. Gives its folder. */
    String program(String folder, String text) throws IOException {
        return machine.writeProgram(folder + "/wandb", "#!/bin/sh\n" + text + "\n")
                .getParent()
                .toString();
    }

    /** A folder with a symbolic link to the file. */
    String link(String folder, Path target) throws IOException {
        Path directory = Files.createDirectories(machine.home().resolve(folder));
        Files.createSymbolicLink(directory.resolve("wandb"), target);
        return directory.toString();
    }

    /** The PATH with these folders before those of the system's tools. */
    static Map<String, String> path(String... folders) {
        return Map.of("PATH", String.join(":", folders) + ":" + TOOLS);
    }
}
