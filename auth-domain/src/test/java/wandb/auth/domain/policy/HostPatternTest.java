package wandb.auth.domain.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /** Where only servers below example.com are allowed, each of these is another, or no address. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.org",
                "https://EVIL.ORG",
                "https://evil.org.",
                "https://evil.org/",
                "https://evil.org//",
                "https://evil.org:443",
                "https://evil.org/https://wandb.example.com",
                "https://evil.org/wandb.example.com",
                "https://evil.org?wandb.example.com",
                "https://evil.org#wandb.example.com",
                "https://evil.org\\wandb.example.com",
                "https://evil.org%2fwandb.example.com",
                "https://evil.org%23.example.com",
                "https://evil.org:x@wandb.example.com",
                "https://wandb.example.com@evil.org",
                "https://wandb.example.com:443@evil.org",
                "https://wandb.example.com%40evil.org",
                "https://wandb.example.com\\@evil.org",
                "https://wandb.example.com;.evil.org",
                "https://wandb.example.com.evil.org",
                "https://wandb.example.com\u3002evil.org",
                "https://wandb.example.com\u2024evil.org",
                "https://wandb.example.co\u043c",
                "https://wandb.ex\u0430mple.com",
                "https://wandb.example.com\u0000.evil.org",
                "https://wandb.example.com\t.evil.org",
                "https://wandb.example.com\u00ad.evil.org",
                "https:/wandb.example.com@evil.org",
                "https:evil.org",
                "//evil.org",
                "http://wandb.example.com",
                "HTTP://wandb.example.com",
                "https://wandb.example.com:8443",
                "https://wandb.example.com:",
                "https://example.com",
                "https://xexample.com",
                "https://wandb.example.com..evil.org",
                "https://[::ffff:10.0.0.1]",
                "https://2130706433",
                "https://0x7f000001",
                "https://0177.0.0.1",
            })
    void noSpellingOfAnotherServerPasses(String text) {
        HostPattern allowed = HostPattern.parse("https://*.example.com");
        try {
            assertFalse(allowed.matches(Host.parse(text)));
        } catch (InvalidHostException e) {
            assertFalse(String.valueOf(e.getMessage()).isEmpty()); // no address at all
        }
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
