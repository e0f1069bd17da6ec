package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import wandb.auth.domain.Environment;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.domain.spi.StoreProvider;

/**
 * A keychain of macOS where there is no macOS: a library with the same functions, whose source ({@code security.c}) says what
 * it can be made to do, in a folder of its own.
 *
 * @param folder where the library is, and what it keeps
 */
record FakeMac(Path folder) {

    private static final String LIBRARY = "security.so";

    /** Builds the library, once in each folder. */
    static FakeMac in(Path folder) throws IOException, InterruptedException {
        Desktop.need("gcc libc6-dev", "gcc");
        FakeMac mac = new FakeMac(Files.createDirectories(folder));
        Path source = folder.resolve("security.c");
        try (InputStream text = FakeMac.class.getResourceAsStream("/macos/security.c")) {
            Files.write(source, text.readAllBytes());
        }
        Process compiler = new ProcessBuilder(
                        "gcc", "-shared", "-fPIC", "-o", mac.library().toString(), source.toString())
                .redirectErrorStream(true)
                .start();
        compiler.getOutputStream().close();
        String said = new String(compiler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, compiler.waitFor(), said);
        return mac;
    }

    private Path library() {
        return folder.resolve(LIBRARY);
    }

    /** Another one, with nothing in it. */
    FakeMac another(Path place) throws IOException {
        FakeMac mac = new FakeMac(Files.createDirectories(place));
        Files.copy(library(), mac.library());
        return mac;
    }

    /** Makes the library behave as its source says of the file of this name. */
    FakeMac with(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return this;
    }

    boolean has(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** How many objects of Core Foundation this thread has made and not released. */
    @SuppressWarnings("restricted")
    long livingObjects() throws Throwable {
        SymbolLookup symbols = SymbolLookup.libraryLookup(library().toString(), Arena.global());
        return (long) Linker.nativeLinker()
                .downcallHandle(symbols.findOrThrow("LivingObjects"), FunctionDescriptor.of(ValueLayout.JAVA_LONG))
                .invokeExact();
    }

    SecurityFramework functions() {
        return SecurityFramework.of(List.of(library().toString()));
    }

    /** A store over it that waits for programs as long as this. */
    CredentialStore store(Duration patience) {
        return new KeyringStore((interaction, budget) -> MacKeychain.open(functions(), interaction, budget), patience);
    }

    /** The store over the keychain that is in the home of who opens it. */
    static final class Provider implements StoreProvider {
        @Override
        public SourceId id() {
            return new SourceId("keyring");
        }

        @Override
        public CredentialStore open(Environment environment, StoreConfig section) {
            return new FakeMac(environment.home().orElse(Path.of("/"))).store(Duration.ofHours(1));
        }
    }
}
