package wandb.auth.keyring.macos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.Interaction;
import wandb.auth.keyring.keychain.ItemName;
import wandb.auth.keyring.keychain.Keychain;
import wandb.auth.keyring.keychain.KeychainException;
import wandb.auth.keyring.keychain.StoredSecret;

/** The calls to macOS's keychain, against a library that has them and is compiled here: {@code macos/keychain.c}. */
@SuppressWarnings("restricted")
class MacKeychainIT {

    private static final ItemName WORK = ItemName.of("https://wandb.example.com", "work");
    private static final ItemName HOME = ItemName.of("https://wandb.example.com", "home");
    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String LONG_KEY = "wandb_v1_" + "x".repeat(5000);

    private static SymbolLookup library;

    private final Keychain keychain = MacKeychain.open(library, Interaction.NONE);

    @BeforeAll
    static void compile(@TempDir Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("keychain.c");
        try (var text = MacKeychainIT.class.getResourceAsStream("/macos/keychain.c")) {
            Files.copy(text, source);
        }
        Path file = folder.resolve("keychain.so");
        int exitCode;
        try {
            exitCode = new ProcessBuilder(
                            "cc", "-shared", "-fPIC", "-nostdlib", "-o", file.toString(), source.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            assumeTrue(false, "cc is missing (Debian: gcc)");
            return;
        }
        assertEquals(0, exitCode, "it does not compile");
        library = SymbolLookup.libraryLookup(file, Arena.global());
    }

    @AfterEach
    void everyObjectIsReleased() throws KeychainException {
        set("lock", 0);
        keychain.erase(WORK);
        keychain.erase(HOME);
        assertEquals(0, get("objects_alive"));
    }

    @Test
    void whatWasNeverWrittenIsAbsent() throws Exception {
        assertEquals(Optional.empty(), keychain.read(WORK));
    }

    @Test
    void aSecretIsReadAsItWasWritten() throws Exception {
        for (String secret : new String[] {KEY, LONG_KEY, "ключ 🔑", "", "a\0b"}) {
            keychain.write(WORK, secret);
            assertEquals(Optional.of(secret), keychain.read(WORK).map(StoredSecret::text));
        }
    }

    @Test
    void itemsOfOneServerAreToldApartByTheirProfiles() throws Exception {
        keychain.write(WORK, KEY);
        assertEquals(Optional.empty(), keychain.read(HOME));
        keychain.write(HOME, LONG_KEY);
        assertEquals(Optional.of(KEY), keychain.read(WORK).map(StoredSecret::text));
        keychain.erase(WORK);
        assertEquals(Optional.empty(), keychain.read(WORK));
        assertEquals(Optional.of(LONG_KEY), keychain.read(HOME).map(StoredSecret::text));
    }

    @Test
    void erasingNothingIsNoError() throws Exception {
        keychain.erase(WORK);
        keychain.check();
    }

    @Test
    void aLockedKeychainIsToldOfAndAsksNobodyWhereNobodyMayBeAsked() throws Exception {
        keychain.write(WORK, KEY);
        set("lock", 1);
        assertEquals(0, get("questions_allowed"));
        for (Call call : new Call[] {
            () -> keychain.read(WORK), () -> keychain.write(WORK, LONG_KEY), () -> keychain.erase(WORK), keychain::check
        }) {
            KeychainException locked = assertThrows(KeychainException.class, call::run);
            assertTrue(locked.getMessage().contains("locked"), locked::getMessage);
            assertFalse(locked.getMessage().contains(KEY));
        }
        set("lock", 0);
        assertEquals(Optional.of(KEY), keychain.read(WORK).map(StoredSecret::text), "it is as it was");
    }

    @Test
    void whereAPersonMayBeAskedAndSaysNoThatIsTold() {
        Keychain asking = MacKeychain.open(library, Interaction.ALLOWED);
        set("lock", 1);
        assertEquals(1, get("questions_allowed"));
        KeychainException dismissed = assertThrows(KeychainException.class, () -> asking.read(WORK));
        assertTrue(dismissed.getMessage().contains("dismissed"), dismissed::getMessage);
    }

    private interface Call {
        void run() throws KeychainException;
    }

    private static void set(String function, int value) {
        NativeCall.of(library, function, FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                .run(value);
    }

    private static int get(String function) {
        return (int) NativeCall.of(library, function, FunctionDescriptor.of(ValueLayout.JAVA_INT))
                .with();
    }
}
