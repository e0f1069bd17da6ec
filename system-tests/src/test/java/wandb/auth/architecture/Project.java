package wandb.auth.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import wandb.auth.system.Checkout;

/** The folders of the project. */
final class Project {

    private static final Path ROOT = Checkout.ROOT;
    private static final Set<String> TESTS = Set.of("system-tests", "test-fixtures");

    private Project() {}

    /** The folders of all modules that the product is made of, as the parent lists them: those of tests alone are not. */
    static List<Path> modules() {
        List<Path> modules = new ArrayList<>();
        for (String line : read(ROOT.resolve("pom.xml")).lines().toList()) {
            String text = line.strip();
            if (text.startsWith("<module>") && text.endsWith("</module>")) {
                String folder = text.substring("<module>".length(), text.length() - "</module>".length());
                if (!TESTS.contains(folder)) {
                    modules.add(ROOT.resolve(folder));
                }
            }
        }
        return modules;
    }

    /** Those that are given out, in the image or beside it: all but the one that builds it. */
    static List<Path> shippedModules() {
        List<Path> modules = modules();
        modules.remove(ROOT.resolve("dist"));
        return modules;
    }

    static List<Path> classFolders() {
        List<Path> folders = new ArrayList<>();
        for (Path module : modules()) {
            folders.add(module.resolve("target/classes"));
        }
        return folders;
    }

    static List<Path> filesBelow(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
