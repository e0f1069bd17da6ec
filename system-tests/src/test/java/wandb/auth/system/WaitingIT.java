package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wait that takes long is shown on a terminal while it lasts, and nothing of it stays. */
class WaitingIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String WAITING = "wandb: Waiting for the store helper:slow ...";

    @TempDir
    Path folder;

    @Test
    void forAHelperIsShownAndErased() throws Exception {
        Machine machine = new Machine(folder);
        machine.need("script", "bsdutils");
        // It answers when somebody has seen what is waited for.
        machine.writeProgram("bin/docker-credential-slow", """
                #!/bin/sh
                read -r url
                while [ ! -e "$HOME/seen" ]; do sleep 0.05; done
                printf '{"ServerURL":"%s","Username":"default@api.wandb.ai","Secret":"KEY"}' "$url"
                """.replace("KEY", KEY));
        machine.write(".config/wandb/auth.ini", "[account https://api.wandb.ai]\nstore = helper:slow\n");
        Path screen = machine.home().resolve("screen");
        Process run = machine.prepared(
                        Map.of("TERM", "xterm", "PATH", machine.home().resolve("bin") + ":/usr/bin:/bin"),
                        "script",
                        "--quiet",
                        "--flush",
                        "--return",
                        "--command",
                        "'" + Machine.LAUNCHER + "' auth token",
                        screen.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Machine.await(() -> Files.exists(screen) && Files.readString(screen).contains(WAITING));
        machine.write("seen", "");

        assertEquals(0, Machine.exitCode(run));
        String shown = Files.readString(screen);
        String erased = WAITING + "\r" + " ".repeat(WAITING.length()) + "\r";
        assertTrue(shown.contains(erased), shown);
        assertTrue(shown.substring(shown.indexOf(erased) + erased.length()).startsWith(KEY), shown);
    }
}
