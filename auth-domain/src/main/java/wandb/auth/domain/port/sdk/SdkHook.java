package wandb.auth.domain.port.sdk;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import wandb.auth.domain.Environment;

/**
 * The hook by which the Python SDK of an environment gets its key from this program. A port that only modules of this project
 * implement.
 */
public interface SdkHook {

    /** The Python environments that the variables of this shell name, the innermost first: a virtual one, then conda's. */
    static List<Path> activeEnvironments(Environment environment) {
        List<Path> active = new ArrayList<>();
        for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            try {
                environment
                        .variable(variable)
                        .map(environment.workingDirectory()::resolve)
                        .ifPresent(active::add);
            } catch (InvalidPathException e) {
                // it names no folder
            }
        }
        return active;
    }

    /** Whether it is on in the environment in this folder. Only files are looked at, and no Python is started. */
    boolean isOn(Path pythonEnvironment);

    /**
     * Does it, by the environment's own Python.
     *
     * @param python the folder of a Python environment, a Python, or the name of one on PATH
     * @param json whether the answer is to be a JSON object
     */
    Answer run(Action action, Environment environment, String python, boolean json);

    /** What can be done with it. */
    enum Action {
        /** Switches it on. */
        ENABLE,
        /** Switches it off, and leaves nothing behind. */
        DISABLE,
        /** Tells whether it is on, and beside which SDK. */
        STATUS;

        /** As it is typed. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The result. */
    sealed interface Answer {

        /**
         * It was done.
         *
         * @param text what there is to say, or the JSON object
         */
        record Done(String text) implements Answer {}

        /**
         * It was not done.
         *
         * @param text why, and what to do
         */
        record NotDone(String text) implements Answer {}
    }
}
