package wandb.auth.settings.path;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.SearchPath;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.ProgramLocator;

/**
 * The programs in the folders of PATH. One of ours is known by the mark in its second line, on Windows by that within its file, as its
 * launcher knows it.
 */
public final class PathProgramLocator implements ProgramLocator {

    private static final List<String> NAMES = List.of("wandb", "wandb-auth");

    /** How the second line of our launcher begins. */
    private static final String MARK = "# wandb-login: ";

    /** What our launcher of Windows has in it. */
    private static final String MARK_OF_WINDOWS = "# wandb-login: this mark is in each of its launchers";

    private static final int LARGEST_LAUNCHER = 1 << 20;

    /** Longer than the two lines: what has no line ends is not read as a whole. */
    private static final int LONGEST_START = 1_000;

    @Override
    public List<Program> locate(Environment environment) {
        List<Program> programs = new ArrayList<>();
        for (Path folder : folders(environment)) {
            for (String name : NAMES) {
                for (String fileName : new SearchPath(environment).fileNames(name)) {
                    Path file = folder.resolve(fileName);
                    if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                        programs.add(program(file, name));
                    }
                }
            }
        }
        return programs;
    }

    /** Those that are there, each once: what is named again, as {@code /bin} is in many systems, has nothing new. */
    private static Iterable<Path> folders(Environment environment) {
        Map<Path, Path> folders = new LinkedHashMap<>();
        String separator = String.valueOf(environment.operatingSystem().pathSeparator());
        for (String element : environment.variable("PATH").orElse("").split(separator, -1)) {
            Optional<Path> place = place(environment.workingDirectory(), element);
            if (place.isPresent()) {
                folders.putIfAbsent(place.get(), environment.workingDirectory().resolve(element));
            }
        }
        return folders.values();
    }

    private static Optional<Path> place(Path workingDirectory, String element) {
        try {
            return Optional.of(workingDirectory.resolve(element).toRealPath());
        } catch (InvalidPathException | IOException e) {
            return Optional.empty(); // it names no folder, and shells pass over it
        }
    }

    private static Program program(Path file, String name) {
        try {
            if (isOurs(file)) {
                return new Program(file, Owner.OURS, Optional.empty());
            }
            Optional<InstalledSdk> sdk = name.equals(NAMES.getFirst()) ? PythonPrefix.sdkOf(file) : Optional.empty();
            return new Program(file, sdk.isPresent() ? Owner.SDK : Owner.OTHER, sdk.map(InstalledSdk::version));
        } catch (IOException e) {
            return new Program(file, Owner.OTHER, Optional.empty()); // it can be run, but nobody may look into it
        }
    }

    private static boolean isOurs(Path file) throws IOException {
        return (file.endsWith(NAMES.get(0)) || file.endsWith(NAMES.get(1))) ? isOurScript(file) : isOurExecutable(file);
    }

    private static boolean isOurExecutable(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST_LAUNCHER), StandardCharsets.ISO_8859_1).contains(MARK_OF_WINDOWS);
        }
    }

    private static boolean isOurScript(Path file) throws IOException {
        char[] start = new char[LONGEST_START];
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            int length = Math.max(0, text.read(start));
            String[] lines = new String(start, 0, length).split("\n", 3);
            return lines.length > 1 && lines[0].startsWith("#!") && lines[1].startsWith(MARK);
        }
    }
}
