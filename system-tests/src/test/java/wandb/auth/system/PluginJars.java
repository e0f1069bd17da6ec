package wandb.auth.system;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds the plugins whose sources are among the resources of the tests. */
final class PluginJars {

    private static final Path SOURCES = Checkout.resource("plugins");

    private PluginJars() {}

    /** Builds a plugin into a folder of its name. */
    static Path install(String name, Path plugins) throws IOException {
        Path folder = Files.createDirectories(plugins.resolve(name));
        Path classes = Files.createTempDirectory(plugins.getParent(), "classes");
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "--module-path", contract()));
        try (Stream<Path> sources = Files.walk(SOURCES.resolve(name))) {
            sources.filter(file -> file.toString().endsWith(".java")).forEach(file -> arguments.add(file.toString()));
        }
        run("javac", arguments);
        Path jar = folder.resolve(name + ".jar");
        run("jar", List.of("--create", "--file", jar.toString(), "-C", classes.toString(), "."));
        return jar;
    }

    /** The jars of the contract and of its annotations, which these tests have on their class path. */
    private static String contract() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(element -> element.contains("auth-domain") || element.contains("jspecify"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void run(String tool, List<String> arguments) {
        Optional<ToolProvider> found = ToolProvider.findFirst(tool);
        if (found.orElseThrow().run(System.err, System.err, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(tool + " failed");
        }
    }
}
