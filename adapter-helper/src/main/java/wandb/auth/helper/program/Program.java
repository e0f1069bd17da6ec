package wandb.auth.helper.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.domain.Environment;

/**
 * A program that can be run, without a shell. It runs in the home directory: what the working directory holds, which may be
 * anybody's, is none of its business.
 *
 * @param arguments its arguments; never a secret of ours, since other users can see them
 * @param environment this process, whose variables it gets but for a key
 */
public record Program(ProgramFile file, List<String> arguments, Environment environment) {

    private static final String KEY_VARIABLE = "WANDB_API_KEY";

    public Program {
        arguments = List.copyOf(arguments);
    }

    public Program with(String argument) {
        List<String> more = new ArrayList<>(arguments);
        more.add(argument);
        return new Program(file, more, environment);
    }

    /** Starts it, with a pipe for each of its streams. */
    public Process start() throws IOException {
        List<String> command = new ArrayList<>(List.of(file.path().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder().toFile());
        pass(builder.environment());
        return builder.start();
    }

    /** Variables that are as they should be are not set again: what is no text in this locale stays as it is. */
    private void pass(Map<String, String> passed) {
        passed.keySet().retainAll(environment.variables().keySet());
        for (Map.Entry<String, String> variable : environment.variables().entrySet()) {
            if (!variable.getValue().equals(passed.get(variable.getKey()))) {
                passed.put(variable.getKey(), variable.getValue());
            }
        }
        passed.remove(KEY_VARIABLE);
    }

    private Path folder() {
        Path home = environment.workingDirectory().resolve(environment.home().orElse(Path.of("/")));
        return Files.isDirectory(home) ? home : file.path().getRoot();
    }
}
