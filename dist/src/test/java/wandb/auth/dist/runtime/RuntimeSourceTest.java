package wandb.auth.dist.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one door for the runtimes of other systems. Nothing here goes through the network. */
class RuntimeSourceTest {

    private static final String WHEEL = "jdk-1-py3-none-win_amd64.whl";

    @TempDir
    Path folder;

    private Path pinned;
    private Path downloads;
    private Path scratch;

    @BeforeEach
    void makeFolders() throws IOException {
        pinned = folder.resolve("runtimes.txt");
        downloads = Files.createDirectory(folder.resolve("downloads"));
        scratch = Files.createDirectory(folder.resolve("scratch"));
    }

    @Test
    void theListPinsAWheelOfEverySystemBesidesTheOneThatIsBuiltOn() throws Exception {
        Path list = Path.of("src/main/runtimes.txt").toAbsolutePath();
        for (Platform platform : List.of(Platform.WINDOWS_X64, Platform.LINUX_ARM64, Platform.MACOS_ARM64)) {
            PinnedWheel wheel = PinnedWheel.read(list, platform);
            assertTrue(wheel.requirement().matches("[a-z0-9]+==[0-9.]+"), wheel::requirement);
            assertTrue(wheel.sha256().matches("[0-9a-f]{64}"), wheel::sha256);
            assertEquals(platform.pythonTag(), "py3-none-" + wheel.pythonPlatform());
        }
    }

    @Test
    void aWheelWithAnotherDigestIsDeletedAndNotUsed() throws Exception {
        pin("0".repeat(64));
        Path wheel = writeWheel();
        assertTells(source(Map.of()), "instead of " + "0".repeat(64));
        assertFalse(Files.exists(wheel));
        assertFalse(Files.exists(scratch.resolve("runtime/release")));
    }

    @Test
    void aWheelThatWasKeptIsUnpackedWithoutTheNetwork() throws Exception {
        pin(digest(writeWheel()));
        Path runtime = Files.createDirectory(scratch.resolve("runtime"));
        PinnedWheel.read(pinned, Platform.WINDOWS_X64).unpack(downloads, runtime);
        assertEquals("JAVA_VERSION=\"25\"\n", Files.readString(runtime.resolve("release")));
        assertFalse(Files.exists(runtime.resolve("__init__.py")), "what else is in it stays there");
    }

    @Test
    void aSystemWithoutAPinIsToldOf() throws Exception {
        Files.writeString(pinned, "jdk==1\n");
        assertTells(source(Map.of()), "pins none");
    }

    @Test
    void aFolderWithoutARuntimeIsToldOf() throws Exception {
        assertTells(source(Map.of(Platform.WINDOWS_X64, folder)), folder + " holds neither a JDK nor a runtime");
    }

    @Test
    void theRuntimeOfAnotherSystemIsToldOf() throws Exception {
        Path runtime = folder.resolve("runtime of Linux");
        for (String name : List.of("release", "lib/modules", "lib/server/libjvm.so")) {
            Path file = runtime.resolve(name);
            Files.createDirectories(file.getParent());
            Files.createFile(file);
        }
        assertTells(source(Map.of(Platform.WINDOWS_X64, runtime)), runtime + " is that of another system");
    }

    private RuntimeSource source(Map<Platform, Path> given) {
        return new RuntimeSource(given, pinned, downloads);
    }

    private void assertTells(RuntimeSource source, String what) {
        UnavailableRuntimeException problem =
                assertThrows(UnavailableRuntimeException.class, () -> source.modules(Platform.WINDOWS_X64, scratch));
        assertTrue(problem.getMessage().contains(what), problem::getMessage);
        assertTrue(problem.getMessage().contains("-Druntime.windows-x64=FOLDER"), problem::getMessage);
        assertEquals(1, problem.getMessage().lines().count());
    }

    private void pin(String sha256) throws IOException {
        Files.writeString(pinned, "# a comment\njdk==1\nwindows-x64 win_amd64 " + sha256 + "\n");
    }

    private Path writeWheel() throws IOException {
        Path wheel = downloads.resolve(WHEEL);
        try (OutputStream out = Files.newOutputStream(wheel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, "jdk/__init__.py", "");
            add(zip, "jdk/java-runtime/release", "JAVA_VERSION=\"25\"\n");
        }
        return wheel;
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String digest(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
