package wandb.auth.files.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ProcessUserTest {

    @TempDir
    private Path folder;

    @Test
    void isTheOwnerOfWhatThisProcessMakes() throws Exception {
        Path made = Files.createFile(folder.resolve("made"));
        int owner = (int) Files.getAttribute(made, "unix:uid");

        assertEquals(owner, ProcessUser.id());
        assertEquals(OptionalInt.of(owner), ProcessUser.idIfKnown());
        assertEquals(owner == 0, ProcessUser.isRoot());
        assertEquals(Files.getOwner(made).getName(), ProcessUser.name());
    }
}
