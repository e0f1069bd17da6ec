package wandb.auth.settings.path;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.InstalledSdk.Version;

/** A folder that Python packages are installed under ({@code sys.prefix}): a virtual environment, /usr, ~/.local. */
public record PythonPrefix(Path prefix) {

    private static final String NAME = "wandb-";
    private static final String SUFFIX = ".dist-info";

    /**
     * The SDK that a program belongs to, which lies in a folder beside its packages, perhaps behind links.
     *
     * @throws IOException if there is no such program
     */
    static Optional<InstalledSdk> sdkOf(Path program) throws IOException {
        Path folder = program.toRealPath().getParent();
        Path prefix = folder == null ? null : folder.getParent();
        return prefix == null ? Optional.empty() : new PythonPrefix(prefix).sdk();
    }

    /** The SDK installed here. Its version is in the name of its metadata folder (PyPA: recording installed projects). */
    Optional<InstalledSdk> sdk() {
        for (Path packages : packageFolders()) {
            for (Path metadata : children(packages, NAME)) {
                Optional<Version> version = version(String.valueOf(metadata.getFileName()));
                if (version.isPresent()) {
                    return Optional.of(new InstalledSdk(version.get(), packages));
                }
            }
        }
        return Optional.empty();
    }

    /** The folders that can hold packages; not each of them need be there. */
    public List<Path> packageFolders() {
        List<Path> folders = new ArrayList<>();
        for (Path library :
                List.of(prefix.resolve("lib"), prefix.resolve("local").resolve("lib"))) {
            for (Path python : children(library, "python3")) {
                folders.add(python.resolve("site-packages"));
                folders.add(python.resolve("dist-packages")); // Debian's own packages
            }
        }
        folders.add(prefix.resolve("Lib").resolve("site-packages")); // Windows
        return folders;
    }

    private static List<Path> children(Path folder, String prefix) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path child : stream) {
                if (String.valueOf(child.getFileName()).startsWith(prefix)) {
                    children.add(child);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return List.of(); // what this shell cannot read, it cannot use as an SDK either
        }
        return children;
    }

    private static Optional<Version> version(String metadataName) {
        if (!metadataName.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String text = metadataName.substring(NAME.length(), metadataName.length() - SUFFIX.length());
        String[] parts = text.split("\\.", -1);
        int[] numbers = new int[3];
        for (int i = 0; i < numbers.length && i < parts.length; i++) {
            int digits = leadingDigits(parts[i]);
            if (digits == 0 || digits > 6) {
                return i == 0 ? Optional.empty() : Optional.of(new Version(numbers[0], numbers[1], numbers[2]));
            }
            numbers[i] = Integer.parseInt(parts[i].substring(0, digits));
        }
        return Optional.of(new Version(numbers[0], numbers[1], numbers[2]));
    }

    private static int leadingDigits(String text) {
        int digits = 0;
        while (digits < text.length() && Character.digit(text.charAt(digits), 10) >= 0) {
            digits++;
        }
        return digits;
    }
}
