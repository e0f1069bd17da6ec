package wandb.auth.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.dist.runtime.Platform;

/** The options of an image are those of the system that it is for. */
class JdkImageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LINUX_X64   | --enable-native-access=wandb.auth.cli,wandb.auth.keyring
            LINUX_ARM64 | --enable-native-access=wandb.auth.cli,wandb.auth.keyring
            MACOS_ARM64 | --enable-native-access=wandb.auth.cli,wandb.auth.keyring
            WINDOWS_X64 | --add-modules=com.sun.jna,java.keyring --enable-native-access=com.sun.jna,java.keyring
            """)
    void onlyTheKeychainOfASystemAndTheTerminalMayCallNativeCode(Platform platform, String expected) {
        Stream<String> options = JdkImage.jvmOptions(platform).stream().filter(option -> option.startsWith("--"));
        assertEquals(List.of(expected.split(" ", -1)), options.toList());
    }
}
