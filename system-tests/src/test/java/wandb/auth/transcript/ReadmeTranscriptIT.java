package wandb.auth.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;

/** The lines under README's heading "Start", typed in their order on a new machine, and the picture of what is seen. */
class ReadmeTranscriptIT {

    @TempDir
    Path folder;

    @Test
    void theLinesToStartAreSeenToWork() throws Exception {
        new Transcript("readme", folder)
                .prepared(ReadmeTranscriptIT::installPython)
                .withoutOtherPrograms()
                .isSeen();
    }

    /** A Python that shows whether the key reached the program. */
    private static void installPython(Machine machine) throws IOException {
        Path bin = Files.createDirectories(machine.home().resolveSibling("bin"));
        Path python = Files.writeString(
                bin.resolve("python"), "#!/bin/sh\necho \"$1 runs with a key of ${#WANDB_API_KEY} characters\"\n");
        Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void thePictureIsDrawnFromThem() throws Exception {
        Machine machine = new Machine(folder);
        machine.need("python3", "python3");
        Path session = Checkout.ROOT.resolve("docs/session");

        String drawn = machine.run(
                        Map.of(), "python3", session.resolve("picture").toString(), "--print")
                .ends(0)
                .out();

        assertEquals(Files.readString(session.resolve("session.svg")), drawn);
    }
}
