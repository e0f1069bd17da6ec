package wandb.auth.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The options of an image are those of the system that it is for. */
class JdkImageTest {

    /** Each of these costs every start something, so an image has them only where its keychain needs them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
            Linux      | none
            Mac OS X   | --enable-native-access=wandb.auth.keyring
            Windows 11 | --add-modules=com.sun.jna,java.keyring --enable-native-access=com.sun.jna,java.keyring
            """)
    void onlyTheKeychainOfASystemMayCallNativeCode(String system, String expected) {
        Stream<String> options = JdkImage.jvmOptions(system).stream().filter(option -> option.startsWith("--"));
        assertEquals(expected == null ? List.of() : List.of(expected.split(" ", -1)), options.toList());
    }
}
