package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What somebody does at a pseudo-terminal, step by step, each as soon as the terminal is as the step before wants it. */
public final class TypedSession {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArrayNode steps = JSON.createArrayNode();

    /** Waits until the terminal shows a text, after what an earlier step waited for. */
    public TypedSession until(String text) {
        steps.addArray().add("until").add(text);
        return this;
    }

    /** Types. */
    public TypedSession type(String text) {
        steps.addArray().add("type").add(text);
        return this;
    }

    /** Waits until the terminal shows what is typed, or until it does not. */
    public TypedSession echo(boolean wanted) {
        steps.addArray().add("echo").add(wanted);
        return this;
    }

    /** Waits until the terminal's settings are those that it had when it first showed what was waited for. */
    public TypedSession settings() {
        steps.addArray().add("settings").add("first");
        return this;
    }

    /** Sends a signal to what the program runs. */
    public TypedSession signal(int number) {
        steps.addArray().add("signal").add(number);
        return this;
    }

    /**
     * Does all that, and gives what the terminal showed until then. The program is killed then, if it still runs.
     *
     * @param environment all variables of the program
     */
    public String screen(Machine machine, Path directory, Map<String, String> environment, String... program)
            throws IOException, InterruptedException {
        ObjectNode script = JSON.createObjectNode();
        script.set("program", JSON.valueToTree(program));
        script.put("directory", directory.toString());
        script.set("environment", JSON.valueToTree(environment));
        script.set("steps", steps);
        Path file = Files.createTempFile(machine.home().getParent(), "session", ".json");
        JSON.writeValue(file.toFile(), script);
        Run run = machine.run(
                Map.of(), "python3", Checkout.resource("typed_session.py").toString(), file.toString());
        assertEquals(0, run.exitCode(), run::toString);
        return JSON.readTree(run.out()).get("screen").asText();
    }
}
