package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.domain.spi.Query;
import wandb.auth.keyring.message.Messages;

/** The libraries write nothing anywhere, and what hangs does not keep the process alive. */
@Timeout(600)
class SilenceTest {

    @TempDir
    Path home;

    /** A process that looks for a key in the keychain and says what came of it. */
    static final class Lookup {
        private Lookup() {}

        /** Takes the address of the bus, and how many milliseconds there are. */
        public static void main(String[] args) {
            Deadline deadline = Deadline.after(Duration.ofMillis(Long.parseLong(args[1])), System.nanoTime());
            Finding finding = Given.store(
                            Desktop.environment(Map.of("DBUS_SESSION_BUS_ADDRESS", args[0]), Path.of("/")))
                    .find(new Query(Given.CLOUD, Interaction.NONE, deadline));
            System.out.println(
                    finding.outcome() instanceof Outcome.Unusable trouble
                            ? trouble.reason().problem()
                            : finding.outcome().getClass().getSimpleName());
        }
    }

    static String outputOfLookup(String address, int milliseconds) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator,
                "target/test-classes",
                System.getProperty("jdk.module.path"),
                System.getProperty("java.class.path")));
        command.addAll(List.of(Lookup.class.getName(), address, String.valueOf(milliseconds)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    @Test
    void aBusThatHangsPrintsNothingAndLetsTheProcessEnd() throws Exception {
        Path socket = home.resolve("deaf");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertEquals(Messages.noAnswer().problem() + "\n", outputOfLookup("unix:path=" + socket, 300));
        }
    }
}
