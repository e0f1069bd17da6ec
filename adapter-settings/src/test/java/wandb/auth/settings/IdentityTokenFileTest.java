package wandb.auth.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Finding;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;

class IdentityTokenFileTest {

    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void givesTheTokenOfTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("token"), Given.TOKEN);

        Finding finding = found(file.toString());

        assertEquals(IdentityToken.parse(Given.TOKEN).orElseThrow(), credentialOf(finding));
        assertEquals(new Location.File(file), finding.location());
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"\n", "\r\n", " \n\n", "\t"})
    void leavesOutBlanksAndLineEndsAroundTheToken(String around) throws IOException {
        Files.writeString(folder.resolve("token"), around + Given.TOKEN + around);

        assertInstanceOf(IdentityToken.class, credentialOf(found("token")));
    }

    @Test
    void takesARelativeNameFromTheWorkingDirectory() throws IOException {
        Files.createDirectory(folder.resolve("secrets"));
        Path file = Files.writeString(folder.resolve("secrets").resolve("token"), Given.TOKEN);

        assertEquals(new Location.File(file), found("secrets/token").location());
    }

    @Test
    void followsASymbolicLink() throws IOException {
        Files.writeString(folder.resolve("token"), Given.TOKEN);
        Files.createSymbolicLink(folder.resolve("link"), Path.of("token"));

        assertInstanceOf(IdentityToken.class, credentialOf(found("link")));
    }

    @Test
    void saysThatThereIsNoSuchFileAndWhatToDo() {
        assertEquals(Messages.noTokenFile(), reason("missing"));
    }

    @Test
    void saysThatADirectoryIsNoFile() {
        assertEquals(Messages.notRegularTokenFile(), reason(folder.toString()));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD) // so that a hang fails instead of stopping the build
    void doesNotWaitForAPipeThatNobodyWrites() throws Exception {
        Path pipe = folder.resolve("pipe");
        int exitCode = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertEquals(0, exitCode);

        assertEquals(Messages.notRegularTokenFile(), reason("pipe"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotReadADeviceWithoutEnd() {
        assertEquals(Messages.notRegularTokenFile(), reason("/dev/zero"));
    }

    @Test
    void refusesAFileThatIsTooLargeForAToken() throws IOException {
        Files.write(folder.resolve("large"), new byte[MEBIBYTE + 1]);

        assertEquals(Messages.tooLargeForToken(), reason("large"));
    }

    @Test
    void readsATokenOfTheGreatestSize() throws IOException {
        Files.writeString(folder.resolve("token"), "e30.e30." + "c".repeat(MEBIBYTE - 8));

        assertInstanceOf(IdentityToken.class, credentialOf(found("token")));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "topsecret", "topsecret.b", "topsecret.b.c.d", "topsecret.b.c topsecret.b.c"})
    void refusesWhatIsNoTokenAndDoesNotQuoteIt(String text) throws IOException {
        Files.writeString(folder.resolve("token"), text);

        Reason reason = reason("token");

        assertEquals(Messages.noToken(), reason);
        assertFalse(reason.toString().contains("topsecret"), reason.toString());
    }

    @Test
    void saysThatANameThatNoFileCanHaveNamesNone() {
        Finding finding = found("to\0ken");

        assertEquals(new Location.Variable("WANDB_IDENTITY_TOKEN_FILE"), finding.location());
        assertEquals(Messages.noPathInVariable(), Given.reasonOf(finding));
    }

    private Reason reason(String name) {
        return Given.reasonOf(found(name));
    }

    private Finding found(String name) {
        return Given.found(folder, Map.of("WANDB_IDENTITY_TOKEN_FILE", name), "https://api.wandb.ai");
    }

    private static Object credentialOf(Finding finding) {
        return assertInstanceOf(Outcome.Found.class, finding.outcome()).credential();
    }
}
