package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;

/** The real {@code docker-credential-pass}, with a password store and an encryption key of the test's own. */
@Timeout(600)
class PassIT {

    @TempDir
    private Path folder;

    private PasswordStore pass;
    private Workbench bench;

    @BeforeEach
    void install() throws IOException {
        bench = new Workbench(folder);
        pass = new PasswordStore(bench);
    }

    @AfterEach
    void endTheAgent() throws Exception {
        if (pass != null) {
            pass.close();
        }
    }

    private CredentialStore store() {
        return (CredentialStore) source("helper:pass", Map.of());
    }

    private CredentialSource source(String id, Map<String, String> settings) {
        return assertInstanceOf(StoreLookup.Opened.class, bench.open(id, settings))
                .source();
    }

    private Outcome find() {
        return store().find(Given.query(Given.CLOUD)).outcome();
    }

    private Saved save() {
        return store().save(Given.query(Given.CLOUD), Given.KEY, Given.ANYTHING);
    }

    @Test
    void aKeyIsSavedFoundReplacedAndErased() throws Exception {
        pass.initialise();
        assertInstanceOf(Outcome.Absent.class, find());
        assertInstanceOf(Saved.Stored.class, save());
        Given.assertFound(Given.KEY, find());
        assertInstanceOf(Saved.Stored.class, store().save(Given.query(Given.CLOUD), Given.OTHER_KEY, Given.ANYTHING));
        Given.assertFound(Given.OTHER_KEY, find());
        assertInstanceOf(Erased.Gone.class, store().erase(Given.query(Given.CLOUD), Given.ANYTHING));
        assertInstanceOf(Outcome.Absent.class, find());
        assertInstanceOf(Erased.Nothing.class, store().erase(Given.query(Given.CLOUD), Given.ANYTHING));
    }

    @Test
    void whatPassRefusesIsTold() {
        assertTrue(Given.problem(save())
                .startsWith("docker-credential-pass did not save the key, saying \"pass not initialized: "));
    }

    @Test
    void whatCannotBeDecryptedIsNotAbsent() throws Exception {
        pass.initialise();
        save();
        pass.run("gpgconf", "--kill", "all");
        bench.with("GNUPGHOME", bench.home().resolve("elsewhere").toString());
        assertTrue(Given.problem(find()).startsWith("docker-credential-pass could not look up the key, "));
    }

    @Test
    void aSaveRepairsWhatAnExpiredAndThenRenewedEncryptionKeyLeft() throws Exception {
        pass.initialiseExpired();
        assertInstanceOf(Saved.Failed.class, save());
        pass.renew();
        Saved saved = save();
        assertInstanceOf(Saved.Stored.class, saved, saved::toString);
        Given.assertFound(Given.KEY, find());
    }

    @Test
    void aSaveRepairsAnItemWhoseFileWasLost() throws Exception {
        pass.initialise();
        save();
        Files.delete(bench.home().resolve("store").resolve(itemOfPass() + ".gpg"));
        assertTrue(Given.problem(find()).contains("no usernames for"), () -> Given.problem(find()));
        assertInstanceOf(Saved.Stored.class, save());
        Given.assertFound(Given.KEY, find());
    }

    @Test
    void aLogoutTakesAnItemAwayWhoseFileWasLost() throws Exception {
        pass.initialise();
        save();
        Files.delete(bench.home().resolve("store").resolve(itemOfPass() + ".gpg"));
        assertInstanceOf(Erased.Gone.class, store().erase(Given.query(Given.CLOUD), Given.ANYTHING));
        assertInstanceOf(Outcome.Absent.class, find());
    }

    @Test
    void theSameKeyIsReadByACommand() throws Exception {
        pass.initialise();
        save();
        Outcome found = source("command:pass", Map.of("command", "pass show '" + itemOfPass() + "'"))
                .find(Given.query(Given.CLOUD))
                .outcome();
        Given.assertFound(Given.KEY, found);
    }

    /** Its name in the store: the helper's folder, the address in base64, the user. */
    private String itemOfPass() throws IOException {
        Path root = bench.home().resolve("store");
        try (var files = Files.walk(root)) {
            Path file = files.filter(path -> path.toString().endsWith("@api.wandb.ai.gpg"))
                    .findFirst()
                    .orElseThrow();
            String name = root.relativize(file).toString();
            return name.substring(0, name.length() - ".gpg".length());
        }
    }

    @Test
    void gpgDecryptsAKeyForACommand() throws Exception {
        pass.initialise();
        Path plain = Files.writeString(bench.home().resolve("key"), Given.KEY.reveal() + "\n");
        pass.run(
                "gpg",
                "--batch",
                "--quiet",
                "-e",
                "-r",
                "tests@example.com",
                "--trust-model",
                "always",
                plain.toString());
        Outcome found = source("command:gpg", Map.of("command", "gpg --quiet -d ~/key.gpg"))
                .find(Given.query(Given.CLOUD))
                .outcome();
        Given.assertFound(Given.KEY, found);
    }
}
