package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.config.file.AuthFile;
import wandb.auth.config.file.AuthIni;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;
import wandb.auth.files.ownership.ProcessUser;
import wandb.auth.files.ownership.TrustedOwners;

/** Rules that others than their owner may write are no rules. */
class CustodyTest extends OnAMachine {

    private static final int NOBODY = 65_534;
    private static final String WRITABLE =
            "). Remove that permission (chmod go-w) once you have checked what was written.";

    @BeforeEach
    void lay() throws IOException {
        machine.administrator("[policy]\n");
        machine.user("[policy]\n");
    }

    private void isRelied() {
        assertEquals(new Parsed.Valid<>(ResolutionPolicy.documented()), machine.policy());
    }

    private static void mode(Path path, int mode) throws IOException {
        Files.setAttribute(path, "unix:mode", mode);
    }

    private static void giveToNobody(Path path) throws IOException {
        assumeTrue(ProcessUser.id() == 0, "only root can give a file away");
        Files.setAttribute(path, "unix:uid", NOBODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0644", "0600", "0755", "0444"})
    void aFileThatOnlyItsOwnerMayWriteIsReliedOn(String mode) throws IOException {
        mode(machine.administratorsFile(), Integer.parseInt(mode, 8));
        mode(machine.usersFile(), Integer.parseInt(mode, 8));
        isRelied();
    }

    @ParameterizedTest
    @CsvSource({"0664", "0646", "0620", "0602"})
    void aFileThatOthersMayWriteIsNot(String mode) throws IOException {
        mode(machine.usersFile(), Integer.parseInt(mode, 8));
        assertEquals(
                "home/.config/wandb/auth.ini: It is writable by group or others (mode " + mode + WRITABLE,
                machine.unreadable());
        mode(machine.administratorsFile(), Integer.parseInt(mode, 8));
        assertEquals(
                "etc/wandb/auth.ini: It is writable by group or others (mode " + mode + WRITABLE, machine.unreadable());
    }

    @ParameterizedTest
    @CsvSource({"0775", "0757", "0777"})
    void norIsOneInAFolderThatOthersMayWrite(String mode) throws IOException {
        mode(machine.administratorsFolder(), Integer.parseInt(mode, 8));
        assertEquals("etc/wandb: It is writable by group or others (mode " + mode + WRITABLE, machine.unreadable());
    }

    @Test
    void whereOnlyOwnersRenameTheFolderMayBeEverybodys() throws IOException {
        mode(machine.administratorsFolder(), 01777);
        isRelied();
    }

    @Test
    void aFolderWithoutTheFileIsNotJudged() throws IOException {
        Files.delete(machine.administratorsFile());
        mode(machine.administratorsFolder(), 0777);
        isRelied();
    }

    @Test
    void anotherUsersFileIsNot() throws IOException {
        giveToNobody(machine.usersFile());
        assertEquals(
                "home/.config/wandb/auth.ini: It belongs to another user, who could change what it says. Run this as that"
                        + " user; or, if it is meant to be root's, give it to root (chown root) once you have checked what"
                        + " it says.",
                machine.unreadable());
    }

    @Test
    void norIsOneInAnotherUsersFolder() throws IOException {
        giveToNobody(machine.usersFolder());
        assertEquals(
                "home/.config/wandb: It belongs to another user, who could change what it says. Run this as that user; or,"
                        + " if it is meant to be root's, give it to root (chown root) once you have checked what it says.",
                machine.unreadable());
    }

    @Test
    void theAdministratorsFileMustBeRoots() throws IOException {
        giveToNobody(machine.administratorsFile());
        AuthFile file = new AuthFile(machine.administratorsFile(), TrustedOwners.ROOT);
        assertEquals(
                "Invalid[location=File[path=" + machine.administratorsFile()
                        + ", line=0], reason=It does not belong to root. Check what it says, then give it to root (chown"
                        + " root).]",
                file.read().toString());
    }

    @Test
    void aLinkIsJudgedByWhatItLeadsTo() throws IOException {
        Path other = folder.resolve("elsewhere");
        Path elsewhere = other.resolve("auth.ini");
        Machine.write(elsewhere, "[policy]\n");
        Files.delete(machine.usersFile());
        Files.createSymbolicLink(machine.usersFile(), Path.of("../../../elsewhere/auth.ini"));
        isRelied();

        mode(elsewhere, 0666);
        assertEquals(
                "home/.config/wandb/auth.ini: It is writable by group or others (mode 0666" + WRITABLE,
                machine.unreadable());

        mode(elsewhere, 0600);
        mode(other, 0777);
        assertEquals("elsewhere: It is writable by group or others (mode 0777" + WRITABLE, machine.unreadable());

        mode(other, 0700);
        mode(machine.usersFolder(), 0777);
        assertEquals(
                "home/.config/wandb: It is writable by group or others (mode 0777" + WRITABLE, machine.unreadable());
    }

    /** The owner of a link in the middle could lead it to another policy. */
    @Test
    void eachLinkOfAChainIsJudgedWhereItStands() throws IOException {
        Path real = folder.resolve("real/auth.ini");
        Machine.write(real, "[policy]\n");
        Path middle = Files.createDirectory(folder.resolve("middle"));
        Files.createSymbolicLink(middle.resolve("link"), real);
        Files.delete(machine.administratorsFile());
        Files.createSymbolicLink(machine.administratorsFile(), middle.resolve("link"));
        isRelied();

        mode(middle, 0777);
        assertEquals("middle: It is writable by group or others (mode 0777" + WRITABLE, machine.unreadable());
    }

    @ParameterizedTest
    @CsvSource({"0777", "0757", "0775"})
    void eachFolderAboveAPolicyCounts(String mode) throws IOException {
        Path policy = folder.resolve("pub/d/policy.ini");
        Machine.write(policy, "[policy]\n");
        mode(folder.resolve("pub"), Integer.parseInt(mode, 8));
        Files.delete(machine.administratorsFile());
        machine.variables().put("WANDB_AUTH_POLICY", policy.toString());
        assertEquals("pub: It is writable by group or others (mode " + mode + WRITABLE, machine.unreadable());
    }

    /** Between the look at the name and the reading, the partner gives the name to a file of another user, and takes it back. */
    @Test
    void aFileOfAnotherUserIsNeverReadWhateverNameItTakesBetweenTwoLooks() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        mode(shared, 01777);
        Path name = shared.resolve("auth.ini");
        Path planted = Files.writeString(shared.resolve("planted"), "[policy]\nstores = none\n");
        giveToNobody(planted);
        AuthFile file = new AuthFile(name, TrustedOwners.ROOT_OR_USER);

        Thread partner = Thread.ofPlatform().start(() -> rename(planted, name));
        int looks = 0;
        while (partner.isAlive() || looks == 0) {
            Parsed<AuthIni> content = file.read();
            boolean isBelieved = content instanceof Parsed.Valid<AuthIni> known
                    && known.value().ini().isPresent();
            assertFalse(isBelieved, () -> "believed: " + content);
            looks++;
        }
        partner.join();
    }

    private static void rename(Path one, Path other) {
        try {
            for (int i = 0; i < 10_000; i++) {
                Files.move(one, other);
                Files.move(other, one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
