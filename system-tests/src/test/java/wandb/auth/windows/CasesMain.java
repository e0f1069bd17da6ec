package wandb.auth.windows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wandb.auth.cli.Main;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Terminal;

/** Runs many commands in one JVM of an image, on whatever system that is: a start for each would take the most of an hour. */
public final class CasesMain {

    private CasesMain() {}

    /** Reads the runs from the first file and writes what each gave into the second. */
    public static void main(String[] files) throws IOException {
        boolean isWindows = System.getProperty("os.name").startsWith("Windows");
        OperatingSystem system = isWindows ? OperatingSystem.WINDOWS : OperatingSystem.LINUX;
        try (DataInputStream in = new DataInputStream(Files.newInputStream(Path.of(files[0])));
                DataOutputStream out = new DataOutputStream(Files.newOutputStream(Path.of(files[1])))) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                run(system, in, out);
            }
        }
        System.exit(0);
    }

    private static void run(OperatingSystem system, DataInputStream in, DataOutputStream out) throws IOException {
        Path home = Path.of(in.readUTF());
        Path work = Path.of(in.readUTF());
        String input = in.readUTF();
        Map<String, String> variables = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            variables.put(in.readUTF(), in.readUTF());
        }
        String[] arguments = new String[in.readInt()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = in.readUTF();
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream talk = new ByteArrayOutputStream();
        out.writeInt(Main.run(
                arguments,
                new Environment(variables, Optional.of(home), work, system, Terminal.NONE),
                new ByteArrayInputStream(input.getBytes(UTF_8)),
                new PrintStream(said, true, UTF_8),
                new PrintStream(talk, true, UTF_8)));
        out.writeUTF(said.toString(UTF_8));
        out.writeUTF(talk.toString(UTF_8));
    }
}
