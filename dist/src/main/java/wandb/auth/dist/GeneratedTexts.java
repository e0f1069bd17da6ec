package wandb.auth.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What the program of an image writes about itself: completion scripts and manual pages. */
final class GeneratedTexts {

    private final Path image;
    private final Path scratch;

    /**
     * The texts.
     *
     * @param image the image with the program
     * @param scratch an empty folder
     */
    GeneratedTexts(Path image, Path scratch) {
        this.image = image;
        this.scratch = scratch;
    }

    /** The completion script of a shell. */
    String completion(String shell) throws IOException, InterruptedException {
        Path script = scratch.resolve("completion-" + shell);
        run(script, image.resolve("bin/wandb").toString(), "completion", shell);
        return Files.readString(script);
    }

    /** The manual pages by their file names. */
    SortedMap<String, String> manual(Release release) throws IOException, InterruptedException {
        Path pages = Files.createDirectory(scratch.resolve("pages"));
        List<String> command = new ArrayList<>(List.of(image.resolve("bin/java").toString()));
        command.addAll(List.of("-m", "wandb.auth.cli/wandb.auth.cli.ManualPages", pages.toString(), release.day()));
        run(scratch.resolve("output"), command.toArray(String[]::new));
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(pages)) {
            for (Path page : files.toList()) {
                texts.put(page.getFileName().toString(), Files.readString(page));
            }
        }
        return texts;
    }

    private void run(Path output, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(scratch.toFile())
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().clear();
        builder.environment().putAll(Map.of("HOME", scratch.toString(), "PATH", "/usr/bin:/bin", "LC_ALL", "C.UTF-8"));
        int exitCode = builder.start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException(List.of(command) + " ended with " + exitCode);
        }
    }
}
