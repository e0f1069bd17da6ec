package wandb.auth.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/**
 * What a person sees who types some command lines, on real pseudo-terminals of several widths. The text that is expected
 * is a resource, {@code transcripts/NAME.txt}, in which the command lines stand too:
 *
 * <pre>
 * === 80 columns
 * $ wandb login
 * what the terminal shows, in its rows; what is typed at a prompt stands there: «KEY»
 * [1]
 * </pre>
 *
 * <p>The last row of a command is its exit code, unless that is 0. Each width has a machine of its own. Paths of the
 * machine and the version are masked. With {@code -Dtranscripts=write} the resource is written instead: review its diff.
 */
final class Transcript {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WIDTH = Pattern.compile("=== ([0-9]+) columns");
    private static final Pattern TYPED = Pattern.compile("«([^»]*)»");

    /**
     * How long the path of the machines' folder is, in characters: rows are broken by what paths really are, and those of
     * temporary folders differ in length from run to run.
     */
    private static final int LENGTH_OF_FOLDER = 70;

    private final String name;
    private final Path folder;
    private final Map<String, String> variables = new LinkedHashMap<>();
    private final Map<String, String> masks = new LinkedHashMap<>();
    private Preparation preparation = machine -> {};
    private boolean colours;
    private String otherPrograms = ":/usr/bin:/bin";

    /** What is done with a machine before somebody types. */
    interface Preparation {

        /** Does it. */
        void prepare(Machine machine) throws IOException, InterruptedException;
    }

    /** The transcript of that name, of machines within a folder. */
    Transcript(String name, Path parent) throws IOException {
        this.name = name;
        Path real = parent.toRealPath();
        int missing = LENGTH_OF_FOLDER - real.toString().length() - "/".length();
        assertTrue(missing > 0, "the path of the temporary folder is too long: " + real);
        folder = Files.createDirectories(real.resolve("x".repeat(missing)));
    }

    /** The folder of the machines, whose path is equally long in every run. */
    Path folder() {
        return folder;
    }

    Transcript prepared(Preparation first) {
        preparation = first;
        return this;
    }

    Transcript variable(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Shows something else for a text that differs from run to run. */
    Transcript masking(String text, String shown) {
        masks.put(text, shown);
        return this;
    }

    /** Changes of the colours are shown, as {@code <1;31>}; else they are left out. */
    Transcript withColours() {
        colours = true;
        return this;
    }

    /** PATH leads to our programs alone, whatever is installed on this machine. */
    Transcript withoutOtherPrograms() {
        otherPrograms = "";
        return this;
    }

    /** Types all of it, and compares what is seen. */
    void isSeen() throws IOException, InterruptedException {
        String expected = Files.readString(Checkout.resource("transcripts/" + name + ".txt"));
        StringBuilder seen = new StringBuilder();
        for (Map.Entry<Integer, List<Typing>> width : parse(expected).entrySet()) {
            seen.append("=== ").append(width.getKey()).append(" columns\n");
            Machine machine = new Machine(folder, name + width.getKey());
            preparation.prepare(machine);
            play(machine, width.getKey(), width.getValue(), seen);
            seen.append('\n');
        }
        if ("write".equals(System.getProperty("transcripts"))) {
            Files.writeString(
                    Checkout.ROOT.resolve("system-tests/src/test/resources/transcripts/" + name + ".txt"),
                    seen.toString().stripTrailing() + "\n");
            return;
        }
        assertEquals(expected.stripTrailing(), seen.toString().stripTrailing());
    }

    private void play(Machine machine, int columns, List<Typing> commands, StringBuilder seen)
            throws IOException, InterruptedException {
        machine.need("python3", "python3");
        Path file = Files.createTempFile(machine.home().getParent(), "transcript", ".json");
        JSON.writeValue(file.toFile(), script(machine, columns, commands));
        Run run = machine.run(
                Map.of(), "python3", Checkout.resource("transcript.py").toString(), file.toString());
        JsonNode answers = JSON.readTree(run.ends(0).out());
        for (int i = 0; i < commands.size(); i++) {
            int exitCode = answers.get(i).get("exit_code").asInt();
            String screen = answers.get(i).get("screen").asText();
            seen.append("$ ").append(commands.get(i).line()).append('\n');
            seen.append(screen).append(screen.isEmpty() ? "" : "\n");
            seen.append(exitCode == 0 ? "" : "[" + exitCode + "]\n");
        }
    }

    private ObjectNode script(Machine machine, int columns, List<Typing> commands) throws IOException {
        ObjectNode script = JSON.createObjectNode();
        script.put("columns", columns);
        script.put("colours", colours);
        script.put("directory", machine.workingDirectory().toString());
        ObjectNode environment = script.putObject("environment");
        environment.put("HOME", machine.home().toString());
        environment.put("PATH", programs(machine) + otherPrograms);
        environment.put("TERM", "xterm");
        variables.forEach(environment::put);
        ArrayNode all = script.putArray("masks");
        masks.forEach((text, shown) -> all.addArray().add(text).add(shown));
        all.addArray().add(programs(machine).toString()).add("/usr/bin");
        all.addArray().add(machine.home().toString()).add("/home/ada");
        all.addArray().add(machine.workingDirectory().toString()).add("/work");
        ArrayNode lines = script.putArray("commands");
        for (Typing command : commands) {
            ObjectNode line = lines.addObject().put("line", command.line());
            ArrayNode typed = line.putArray("typed");
            command.typed().forEach(typed::add);
        }
        return script;
    }

    /** A folder with our programs alone, as a package installs them. */
    private static Path programs(Machine machine) throws IOException {
        Path folder = Files.createDirectories(machine.home().resolveSibling("bin"));
        for (String program : List.of("wandb", "wandb-auth")) {
            Path link = folder.resolve(program);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Machine.LAUNCHER);
            }
        }
        return folder;
    }

    /** The command lines of each width. */
    private Map<Integer, List<Typing>> parse(String text) {
        Map<Integer, List<Typing>> widths = new LinkedHashMap<>();
        List<Typing> commands = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            Matcher width = WIDTH.matcher(line);
            if (width.matches()) {
                commands = new ArrayList<>();
                widths.put(Integer.valueOf(width.group(1)), commands);
            } else if (line.startsWith("$ ")) {
                commands.add(new Typing(line.substring(2), new ArrayList<>()));
            } else {
                Matcher typed = TYPED.matcher(line);
                while (typed.find()) {
                    commands.getLast().typed().add(typed.group(1));
                }
            }
        }
        assertFalse(widths.isEmpty() || widths.containsValue(List.of()), name + " has no command");
        return widths;
    }

    /**
     * A command line and what is typed at its prompts.
     *
     * @param line as a shell reads it
     * @param typed in turn, each with Enter after it; a control character as {@code ^C}, without
     */
    private record Typing(String line, List<String> typed) {}
}
