package wandb.auth.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.sdk.SdkHook;

/** The hook in environments that are only names; the one called {@code broken} cannot be changed. */
public final class FakeSdkHook implements SdkHook {

    private final Set<Path> on = new HashSet<>();
    private final List<String> ran = new ArrayList<>();

    /** It is on in this environment. */
    public void isOnIn(String environment) {
        on.add(Path.of(environment));
    }

    /** What was done, in order. */
    public List<String> ran() {
        return ran;
    }

    @Override
    public boolean isOn(Path pythonEnvironment) {
        return on.contains(pythonEnvironment);
    }

    @Override
    public Answer run(Action action, Environment environment, String python, boolean json) {
        ran.add(action.word() + " " + python);
        if (python.endsWith("broken")) {
            return new Answer.NotDone(python + ": There is no Python.");
        }
        return new Answer.Done(json ? "{\"environment\": \"" + python + "\"}\n" : "about " + python + "\nand more\n");
    }
}
