package wandb.auth.recorded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A run of the built program on a real pseudo-terminal, with somebody who types at its prompts. */
final class TerminalRun {

    /** How our prompt ends. */
    static final String PROMPT = "press Enter: ";

    /** How a question ends that is answered by yes or no. */
    static final String QUESTION = "[y/N] ";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Machine machine;
    private final ObjectNode script = JSON.createObjectNode();

    TerminalRun(Machine machine) {
        this.machine = machine;
        script.put("prompt", PROMPT);
        script.put("question", QUESTION);
        script.put("directory", machine.workingDirectory().toString());
        script.putArray("command").add(Machine.LAUNCHER.toString());
        script.putObject("environment")
                .put("HOME", machine.home().toString())
                .put("PATH", "/usr/bin:/bin")
                .put("TERM", "xterm");
        script.putArray("typed");
    }

    TerminalRun in(Path directory) {
        script.put("directory", directory.toString());
        return this;
    }

    TerminalRun arguments(String... arguments) {
        for (String argument : arguments) {
            ((ArrayNode) script.get("command")).add(argument);
        }
        return this;
    }

    TerminalRun variable(String name, String value) {
        ((ObjectNode) script.get("environment")).put(name, value);
        return this;
    }

    /** Typed at the next prompt or question. */
    TerminalRun types(String text) {
        ((ArrayNode) script.get("typed")).add(text);
        return this;
    }

    /** Standard output goes into a file instead. */
    TerminalRun withOutputIn(Path file) {
        script.put("stdout", file.toString());
        return this;
    }

    Result play() throws Exception {
        Path file = Files.createTempFile(machine.home().getParent(), "terminal", ".json");
        JSON.writeValue(file.toFile(), script);
        Run run = machine.run(
                Map.of(), "python3", Checkout.resource("terminal.py").toString(), file.toString());
        assertEquals(0, run.exitCode(), run::toString);
        JsonNode result = JSON.readTree(run.out());
        return new Result(
                result.get("exit_code").asInt(),
                result.get("screen").asText(),
                result.get("prompts").asInt(),
                result.get("echo").asBoolean());
    }

    /**
     * What came of it.
     *
     * @param exitCode the exit code; minus the signal's number where a signal ended the program
     * @param screen all that the terminal showed
     * @param prompts how often the prompt came
     * @param echo whether the terminal shows what is typed, afterwards
     */
    record Result(int exitCode, String screen, int prompts, boolean echo) {}
}
