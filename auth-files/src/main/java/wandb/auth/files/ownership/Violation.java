package wandb.auth.files.ownership;

import java.nio.file.Path;

/**
 * That somebody else could change a file, or put another in its place.
 *
 * @param path the file or folder that they could write
 * @param problem how, in one sentence
 * @param remedy what to do, in one sentence
 */
public record Violation(Path path, String problem, String remedy) implements Custody {}
