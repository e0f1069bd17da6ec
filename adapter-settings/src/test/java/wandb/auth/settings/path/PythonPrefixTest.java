package wandb.auth.settings.path;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonPrefixTest {

    @TempDir
    private Path prefix;

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "wandb-0.22.3.dist-info,        0.22.3",
        "wandb-0.31.0.dist-info,        0.31.0",
        "wandb-1.2.3.dist-info,         1.2.3",
        "wandb-0.22.dist-info,          0.22.0",
        "wandb-1.dist-info,             1.0.0",
        "wandb-0.22.3rc1.dist-info,     0.22.3",
        "wandb-0.22.3.dev1.dist-info,   0.22.3",
        "wandb-0.22rc1.dist-info,       0.22.0",
        "wandb-0.22.dev20250101.dist-info, 0.22.0",
        "wandb-0.22.3+local.dist-info,  0.22.3",
        "wandb-0.22.3.post1.dist-info,  0.22.3"
    })
    void readsTheReleasePartOfTheVersionInTheNameOfTheMetadata(String metadata, String version) throws IOException {
        install(metadata);

        assertEquals(version, version());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "wandb-.dist-info",
                "wandb-x.dist-info",
                "wandb-9999999999.dist-info",
                "wandb-0.22.3.egg-info",
                "wandb-workspaces-0.1.0.dist-info",
                "wandb_core-0.1.0.dist-info",
                "~andb-0.22.3.dist-info",
                "wandb"
            })
    void doesNotTakeAnotherNameForTheSdk(String metadata) throws IOException {
        install(metadata);

        assertEquals("none", version());
    }

    @Test
    void looksOnPastAFolderWhoseNameSaysNoVersion() throws IOException {
        install("wandb-x.dist-info");
        install("wandb-0.22.3.dist-info");
        install("wandb-.dist-info");

        assertEquals("0.22.3", version());
    }

    @Test
    void hasNoSdkWhereTheFolderDoesNotExist() {
        assertEquals("none", versionUnder(prefix.resolve("gone")));
    }

    @Test
    void hasNoSdkWhereTheFolderIsAFile() throws IOException {
        assertEquals("none", versionUnder(Files.writeString(prefix.resolve("file"), "")));
    }

    @Test
    void hasNoSdkWhereTheFolderOfPackagesIsAFile() throws IOException {
        Path python = Files.createDirectories(prefix.resolve("lib/python3.11"));
        Files.writeString(python.resolve("site-packages"), "");

        assertEquals("none", version());
    }

    private void install(String metadata) throws IOException {
        Files.createDirectories(prefix.resolve("lib/python3.11/site-packages").resolve(metadata));
    }

    private String version() {
        return versionUnder(prefix);
    }

    private static String versionUnder(Path folder) {
        return new PythonPrefix(folder)
                .sdk()
                .map(sdk -> sdk.version().toString())
                .orElse("none");
    }
}
