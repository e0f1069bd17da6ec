package wandb.auth.transcript;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees who asks for help or mistypes a command. */
class UsageTranscriptIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"guesses", "help"})
    void isSeenOnATerminal(String name) throws Exception {
        new Transcript(name, folder).variable("SHELL", "/bin/zsh").isSeen();
    }
}
