package wandb.auth.domain.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Host;
import wandb.auth.domain.InvalidHostException;

class HostPatternTest {

    @ParameterizedTest(name = "{0} names {1}: {2}")
    @CsvSource({
        "https://api.wandb.ai, https://api.wandb.ai, true",
        "https://api.wandb.ai, https://api.forge.coreweave.com, true",
        "https://api.wandb.ai, https://wandb.example.com, false",
        "https://wandb.example.com, https://wandb.example.com, true",
        "https://wandb.example.com, https://wandb.example.com:8443, false",
        "https://*.example.com, https://wandb.example.com, true",
        "https://*.example.com, https://a.b.example.com, true",
        "https://*.example.com, https://a.example.com/wandb, true",
        "https://*.example.com, https://example.com, false",
        "https://*.example.com, https://badexample.com, false",
        "https://*.example.com, https://example.com.evil.org, false",
        "https://*.example.com, https://evil.org/.example.com, false",
        "https://*.example.com, http://wandb.example.com, false",
        "https://*.example.com, https://wandb.example.com:8443, false",
        "https://*.example.com:8443, https://wandb.example.com:8443, true",
        "HTTPS://*.EXAMPLE.com, https://wandb.example.com, true",
    })
    void namesServers(String pattern, String host, boolean named) {
        assertEquals(named, HostPattern.parse(pattern).matches(Host.parse(host)));
    }

    @ParameterizedTest
    @CsvSource({
        "*",
        "*.example.com",
        "https://*",
        "https://*.",
        "https://wandb.*.com",
        "https://*.a.*.com",
        "https://*.example.com/x"
    })
    void refusesWhatIsNoPattern(String text) {
        assertThrows(InvalidHostException.class, () -> HostPattern.parse(text));
    }

    @Test
    void isShownAsItIsWritten() {
        assertEquals(
                "https://*.example.com",
                HostPattern.parse("https://*.example.com").toString());
    }
}
