package wandb.auth.domain.port.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.port.sdk.InstalledSdk.Version;

class InstalledSdkTest {

    private static final ApiKey FORTY = ApiKey.parse("k".repeat(40));
    private static final ApiKey LONGER = ApiKey.parse("k".repeat(41));

    @ParameterizedTest
    @CsvSource({
        "0, 22, 2, false",
        "0, 22, 3, true",
        "0, 22, 4, true",
        "0, 21, 9, false",
        "0, 23, 0, true",
        "1, 0, 0, true",
    })
    void aLongKeyIsAcceptedFromItsFirstVersionOn(int major, int minor, int patch, boolean accepted) {
        InstalledSdk sdk = new InstalledSdk(new Version(major, minor, patch), Path.of("/sdk"));

        assertEquals(accepted, sdk.accepts(LONGER));
        assertTrue(sdk.accepts(FORTY));
    }

    @Test
    void aVersionIsShownByItsNumbers() {
        assertEquals("0.22.3", InstalledSdk.FIRST_WITH_LONG_KEYS.toString());
    }
}
