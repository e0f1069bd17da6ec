package wandb.auth.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Checkout;

/** At the console of Windows, which Wine shows on a pseudo-terminal: the hidden prompt and Ctrl-C. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WindowsConsoleIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String PROMPT = "pressEnter:";
    private static final String CTRL_C = "\u0003";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private Wine wine;
    private String modes;
    private String wait;

    @BeforeAll
    void install() throws Exception {
        wine = Wine.in(folder);
        modes = Wine.compile("modes.c", wine.driveC().resolve("modes.exe")).toString();
        wait = wine.there(Wine.compile("wait.c", wine.driveC().resolve("wait.exe")));
    }

    @BeforeEach
    void startAnew() throws Exception {
        wine.forgetAll();
    }

    @AfterAll
    void end() {
        if (wine != null) {
            wine.end();
        }
    }

    @Test
    void aKeyIsTypedUnseenAndSaved() throws Exception {
        String screen = atTheConsole(typing(PROMPT, KEY + "\r", true), "login");
        assertTrue(screen.contains("(inputishidden)"), screen);
        assertTrue(screen.contains("40characters"), screen);
        assertFalse(screen.contains(KEY), screen);
        assertTrue(screen.endsWith("code:0mode:as-before"), screen);
        assertTrue(Files.readString(netrc()).contains("password " + KEY));
    }

    @Test
    void ctrlCAtThePromptChangesNothingAndLeavesTheConsoleAsItWas() throws Exception {
        String screen = atTheConsole(typing(PROMPT, CTRL_C, true), "login");
        assertTrue(screen.endsWith("code:130mode:as-before"), screen);
        assertFalse(Files.exists(netrc()));
    }

    @Test
    void ctrlCIsTheProgramsOfExecWhoseExitCodeItIs() throws Exception {
        Files.writeString(netrc(), "machine api.wandb.ai login user password " + KEY + "\r\n");
        String screen = atTheConsole(typing("waiting", CTRL_C, false), "auth", "exec", "--", wait);
        assertTrue(screen.endsWith("code:7mode:as-before"), screen);
    }

    private Path netrc() {
        return wine.profile().resolve("_netrc");
    }

    /** What is typed once the screen shows some words; at a prompt, once somebody reads it. */
    private static ObjectNode typing(String shown, String typed, boolean isPrompt) {
        return JSON.createObjectNode().put("shows", shown).put("types", typed).put("reads", isPrompt);
    }

    /** All that the screen showed, without blanks. */
    private String atTheConsole(ObjectNode step, String... arguments) throws Exception {
        ObjectNode run = JSON.createObjectNode();
        ArrayNode command = run.putArray("command");
        command.add("wine").add(modes).add(Wine.IMAGE.resolve("bin/wandb.exe").toString());
        for (String argument : arguments) {
            command.add(argument);
        }
        run.putArray("steps").add(step);
        Path script = Files.writeString(folder.resolve("console.json"), run.toString());
        Wine.Result played = wine.run(
                wine.profile().resolve("work"),
                Map.of("TERM", "xterm"),
                "",
                "python3",
                Checkout.resource("windows/console.py").toString(),
                script.toString());
        assertEquals(0, played.exitCode(), played::toString);
        return JSON.readTree(played.out()).get("screen").asText();
    }
}
