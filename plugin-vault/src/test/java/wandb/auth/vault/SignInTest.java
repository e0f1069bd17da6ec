package wandb.auth.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static wandb.auth.vault.Given.ACCOUNT;
import static wandb.auth.vault.Given.ANYTHING;
import static wandb.auth.vault.Given.KEY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Saved;
import wandb.auth.vault.message.Messages;

/** How the server comes to know its caller, where that is not by a token at hand. */
@Timeout(600)
class SignInTest {

    private static final int NOBODY = 65_534;

    private static final String TOKEN = "hvs.of-the-sign-in";

    @TempDir
    private Path home;

    private FakeVault vault;

    @BeforeEach
    void start() throws IOException {
        vault = FakeVault.start();
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    private CredentialStore store(Map<String, String> variables, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("VAULT_ADDR", vault.address());
        return Given.store(home, all, settings);
    }

    private Map<String, String> appRole() throws IOException {
        Files.writeString(home.resolve("role"), "role-1\n");
        Files.writeString(home.resolve("secret"), "secret-1\n");
        return Map.of("auth", "approle", "role_id_file", "~/role", "secret_id_file", "~/secret");
    }

    @Test
    void aMachineSignsInByAppRoleOnceARun() throws Exception {
        vault.signsIn("auth/approle/login", "{\"role_id\":\"role-1\",\"secret_id\":\"secret-1\"}", TOKEN);
        CredentialStore store = store(Map.of("VAULT_TOKEN", "hvs.of-somebody-else"), appRole());
        assertInstanceOf(Saved.Stored.class, store.save(Given.query(ACCOUNT), KEY, ANYTHING));
        Given.assertHolds(store, KEY);
    }

    @Test
    void aJobOfACiSignsInByItsToken() throws Exception {
        vault.signsIn("auth/ci/login", "{\"jwt\":\"e30.e30.x\",\"role\":\"wandb\"}", TOKEN);
        CredentialStore store = store(
                Map.of("JOB_TOKEN", "e30.e30.x\n"),
                Map.of("auth", "jwt", "auth_mount", "ci", "role", "wandb", "jwt_variable", "JOB_TOKEN"));
        assertInstanceOf(Outcome.Absent.class, Given.find(store));
    }

    @Test
    void aPodSignsInByTheTokenInItsFile() throws Exception {
        Path file = Files.writeString(home.resolve("jwt"), "e30.e30.x");
        vault.signsIn("auth/jwt/login", "{\"jwt\":\"e30.e30.x\"}", TOKEN);
        CredentialStore store = store(Map.of(), Map.of("auth", "jwt", "jwt_file", file.toString()));
        assertInstanceOf(Outcome.Absent.class, Given.find(store));
    }

    @Test
    void aSignInThatIsRefusedIsTold() throws Exception {
        CredentialStore store = store(Map.of("VAULT_NAMESPACE", "team/a"), appRole());
        Given.assertAllFail(Messages.signInRefused(vault.address(), "approle", " in the namespace team/a", 400), store);
        assertFalse(Given.trouble(store).toString().contains("secret-1"));
    }

    @Test
    void aFileOfAnIdThatIsMissingIsNamed() throws Exception {
        Map<String, String> settings = appRole();
        Files.delete(home.resolve("secret"));
        Given.assertAllFail(Messages.fileMissing(home.resolve("secret")), store(Map.of(), settings));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwt", "approle"})
    void aWayWithoutWhatItNeedsIsAnError(String way) {
        Given.trouble(store(Map.of(), Map.of("auth", way)));
        assertEquals(0, vault.requests().size());
    }

    @Test
    void anAgentIsAskedWithoutAToken() {
        CredentialStore store = store(Map.of("VAULT_TOKEN", FakeVault.TOKEN), Map.of("auth", "agent"));
        assertEquals(Messages.tokenRejected(vault.address()), Given.trouble(store));
    }

    private void configureHelper(String script) throws IOException {
        Path helper = Files.writeString(home.resolve("helper"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(helper, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(home.resolve(".vault"), "# of the team\ntoken_helper = \"" + helper + "\"\n");
    }

    @Test
    void vaultsTokenHelperGivesTheToken() throws IOException {
        Files.writeString(home.resolve(".vault-token"), "hvs.old");
        configureHelper("[ \"$1\" = get ] && printf %s " + FakeVault.TOKEN);
        assertInstanceOf(Outcome.Absent.class, Given.find(store(Map.of(), Map.of())));
    }

    /** The file that names it, or the folder in which its owner can put another one. */
    @ParameterizedTest
    @ValueSource(strings = {".vault", ""})
    void rootRunsNoTokenHelperThatAnotherUserNames(String others) throws IOException {
        assumeTrue(Files.getAttribute(home, "unix:uid").equals(0), "only root can give a file away");
        configureHelper("touch " + home.resolve("ran"));
        Files.setAttribute(home.resolve(others), "unix:uid", NOBODY);

        Given.assertAllFail(Messages.helperOfAnotherUser(home.resolve(".vault")), store(Map.of(), Map.of()));
        assertFalse(Files.exists(home.resolve("ran")));
    }

    @Test
    void rootFollowsNoLinkOfAnotherUserToAToken() throws IOException {
        assumeTrue(Files.getAttribute(home, "unix:uid").equals(0), "only root can give a link away");
        Path others = Files.writeString(home.resolve("others"), FakeVault.TOKEN);
        Path link = Files.createSymbolicLink(home.resolve(".vault-token"), others);
        assertInstanceOf(Outcome.Absent.class, Given.find(store(Map.of(), Map.of())), "root's own is followed");
        Files.setAttribute(link, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);

        Given.assertAllFail(Messages.linkOfAnotherUser(link), store(Map.of(), Map.of()));
    }

    @Test
    void aTokenHelperWithoutATokenIsToldAsThat() throws IOException {
        configureHelper("exit 0");
        Given.assertAllFail(Messages.noToken(vault.address()), store(Map.of(), Map.of()));
    }

    @Test
    void aTokenHelperThatFailsIsNamedAndItsTokenNotQuoted() throws IOException {
        configureHelper("echo " + FakeVault.TOKEN + "; exit 3");
        Given.assertAllFail(Messages.helperFailed(home.resolve("helper"), 3), store(Map.of(), Map.of()));
    }

    @Test
    void aTokenHelperIsTriedByWhatIsSaid() throws IOException, InterruptedException {
        home = Files.createDirectory(home.resolve("it's my home"));
        configureHelper("echo $1; exit 3");
        String remedy = Given.trouble(store(Map.of(), Map.of())).remedy();
        String command = remedy.substring("See whether this works: ".length());

        Process tried = new ProcessBuilder("/bin/sh", "-c", command).start();

        assertEquals("get\n", new String(tried.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(3, tried.waitFor());
    }

    @Test
    void anOrdinaryConfigurationOfVaultNamesNoHelper() throws IOException {
        Files.writeString(home.resolve(".vault"), "# nothing\n");
        Files.writeString(home.resolve(".vault-token"), FakeVault.TOKEN);
        assertInstanceOf(Outcome.Absent.class, Given.find(store(Map.of(), Map.of())));
    }
}
