package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.InvalidHostException.Problem;
import wandb.auth.domain.message.Messages;

class HostTest {

    private static final Host CLOUD = Host.PUBLIC_CLOUD;
    private static final Host FORGE = Host.parse("https://api.forge.coreweave.com");
    private static final Host OTHER = Host.parse("https://wandb.example.com");

    @Test
    void aQuestionEndsWithItsOwnMark() {
        InvalidHostException refused = assertThrows(InvalidHostException.class, () -> Host.parse("https://wandb.ai"));
        assertEquals(
                "'https://wandb.ai' is not a server address: did you mean https://api.wandb.ai?", refused.getMessage());
    }

    private static Problem problemOf(String text) {
        return assertThrows(InvalidHostException.class, () -> Host.parse(text)).problem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://wandb.exa\nmple.com",
                "https://wandb.exa\rmple.com",
                "https://wandb.exa\u0000mple.com",
                "https://wandb.exa\tmple.com",
                "https://wandb.exa\u001bmple.com",
                "https://wandb.exa\u007fmple.com",
                "https://wandb.exa\u0085mple.com",
                "https://wandb.exa\u2028mple.com",
                "https://wandb.exa\u202emple.com",
                "https://wandb.exa%0ample.com",
                "https://wandb.exa%0Dmple.com",
                "https://wandb.exa%00mple.com",
                "https://wandb.example.com/a\nb",
                "https://wandb.example.com/a\u0085b",
                "https://wandb.example.com/a%0ab",
                "https://wandb.example.com/a%0Db",
                "https://wandb.example.com/a%00b",
                "https://wandb.example.com/a%1bb",
                "https://wandb.example.com/a%7Fb",
                "https://wandb.example.com/a%c2%85b",
                "https://wandb.example.com/a%C2%9bb",
            })
    void controlCharactersAreRefusedRawAndEscaped(String text) {
        assertEquals(Problem.BAD_CHARACTERS, problemOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%", "/a%2", "/a%zz", "/%c2%8", "/%-1", "/%+1"})
    void anEscapeThatIsBrokenIsRefused(String path) {
        assertEquals(Problem.BAD_CHARACTERS, problemOf("https://wandb.example.com" + path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a%20b", "/%c3%9f", "/%c2%a0", "/%C2x", "/%80"})
    void anEscapeOfAnyOtherCharacterStaysAsWritten(String path) {
        assertEquals(
                "https://wandb.example.com" + path,
                Host.parse("https://wandb.example.com" + path).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "//",
                "//wandb.example.com",
                "wandb.example.com",
                "https:",
                "https:/",
                "https://",
                "https:///",
                "https:///api.wandb.ai",
                "https:wandb.example.com",
                "https://:8080",
                "https://[]",
                "https://[]:80",
                "://wandb.example.com",
            })
    void anAddressWithoutSchemeOrHostIsRefused(String text) {
        assertEquals(Problem.NOT_A_URL, problemOf(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://.", "https://..", "https://.com", "https://a..b", "https://\u3002"})
    void aNameWithAnEmptyLabelIsRefused(String text) {
        assertEquals(Problem.BAD_CHARACTERS, problemOf(text));
    }

    @Test
    void aNameOfNothingButInvisibleCharactersIsRefused() {
        assertEquals(Problem.BAD_CHARACTERS, problemOf("https://\u00ad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.wandb.ai:x@evil.example",
                "https://api.wandb.ai@evil.example",
                "https://api.wandb.ai:443@evil.example/api.wandb.ai",
                "https://@evil.example",
                "https://a@b@evil.example",
            })
    void whatStandsBeforeAnAtSignIsNeverTakenForTheHost(String text) {
        assertEquals(Problem.USER_INFO, problemOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https:\\\\api.wandb.ai",
                "https://evil.example\\@api.wandb.ai",
                "https://api.wandb.ai\\.evil.example",
                "https://api.wandb.ai/\\evil.example",
            })
    void backslashesAreRefused(String text) {
        assertEquals(Problem.BAD_CHARACTERS, problemOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.wandb.ai\uff0fevil.example",
                "https://api.wandb.ai\uff20evil.example",
                "https://\u2100.example",
                "https://stra\u00dfe.example",
                "https://a\u200db.example",
            })
    void lookAlikesOfSeparatorsAndNamesThatReadersDisagreeOnAreRefused(String text) {
        assertEquals(Problem.BAD_CHARACTERS, problemOf(text));
    }

    @ParameterizedTest
    @CsvSource({
        "https://\uff41\uff50\uff49\uff0e\uff57\uff41\uff4e\uff44\uff42\uff0e\uff41\uff49, https://api.wandb.ai",
        "https://B\u00dcCHER.example, https://xn--bcher-kva.example",
        "https://api.wandb.ai\u2044evil.example, https://api.wandb.xn--aievil-qq0c.example",
    })
    void anInternationalNameIsKeptInItsAsciiForm(String text, String url) {
        assertEquals(url, Host.parse(text).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[::1",
                "http://::1",
                "http://[::1]]",
                "http://[::1]x",
                "http://[fe80::1%25eth0]",
                "http://[localhost]",
                "http://[1.2.3.4]",
                "http://[12345::]",
                "http://1.2.3.4.5",
                "http://256.1.1.1",
                "http://1.2.3.256",
                "http://4294967296",
                "http://1.2.3.08",
                "http://0x7f.0.0.1",
                "http://a.0x1",
                "http://a.1",
            })
    void anAddressThatIsNoIpAddressIsRefused(String text) {
        assertThrows(InvalidHostException.class, () -> Host.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "http://[::1], [::1]",
        "http://[::FFFF:1.2.3.4]:80, [::ffff:1.2.3.4]:80",
        "http://127.0.0.1:9, 127.0.0.1:9",
        "http://127.0.0.1., 127.0.0.1.",
        "http://4294967295, 4294967295",
        "http://1a.example, 1a.example",
        "http://example.1a, example.1a",
    })
    void anIpAddressOrANameWithDigitsIsAccepted(String text, String machine) {
        assertEquals(machine, Host.parse(text).machine());
    }

    @ParameterizedTest
    @ValueSource(strings = {":", ":-1", ":+1", ":65536", ":99999999999", ":8 0", ":\u0661", ":80:80"})
    void aPortThatIsNoneIsRefused(String port) {
        assertThrows(InvalidHostException.class, () -> Host.parse("https://wandb.example.com" + port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.forge.coreweave.com", "https://forge.coreweave.com/api/wandb"})
    void theForgeNameOfTheCloudIsOneServerInBothSpellings(String text) {
        assertEquals(FORGE, Host.parse(text));
        assertEquals(FORGE, Host.parse(text + "/"));
        assertEquals("https://api.forge.coreweave.com", Host.parse(text).url());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://forge.coreweave.com",
                "https://forge.coreweave.com/",
                "https://forge.coreweave.com/wandb",
                "https://forge.coreweave.com/api/wandb/x",
                "https://forge.coreweave.com:443/api/wandb",
                "https://forge.coreweave.com./api/wandb",
                "http://forge.coreweave.com/api/wandb",
                "https://wandb.ai.",
                "https://wandb.ai:8443",
            })
    void thePagesOfTheCloudAreNotItsApi(String text) {
        assertEquals(Problem.APP_ADDRESS, problemOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.wandb.ai",
                "http://api.wandb.ai.",
                "http://api.wandb.ai:443",
                "http://API.WANDB.AI/x",
                "http://api.forge.coreweave.com",
                "http://api.forge.coreweave.com:8080",
            })
    void theCloudIsReachedByHttpsOnly(String text) {
        assertEquals(Problem.CLOUD_NEEDS_HTTPS, problemOf(text));
    }

    @Test
    void theCloudHasTwoNamesAndItsOwnComesFirst() {
        assertEquals(List.of("api.wandb.ai", "api.forge.coreweave.com"), CLOUD.machines());
        assertEquals(List.of("api.forge.coreweave.com", "api.wandb.ai"), FORGE.machines());
        assertEquals(List.of("wandb.example.com"), OTHER.machines());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.wandb.ai:8443", "https://api.qa.wandb.ai", "https://api.wandb.ai.example.com"})
    void aServerNamedLikeTheCloudIsNotTheCloud(String text) {
        Host host = Host.parse(text);
        assertFalse(host.isPublicCloud());
        assertEquals(List.of(host.machine()), host.machines());
        assertFalse(host.isSameServer(CLOUD));
    }

    @Test
    void bothNamesOfTheCloudAreOneServer() {
        assertTrue(CLOUD.isSameServer(FORGE));
        assertTrue(FORGE.isSameServer(CLOUD));
        assertNotEquals(CLOUD, FORGE);
    }

    @Test
    void anotherServerIsTheSameOnlyWhereItsAddressIs() {
        assertTrue(OTHER.isSameServer(Host.parse("HTTPS://WANDB.example.com/")));
        assertFalse(OTHER.isSameServer(CLOUD));
        assertFalse(OTHER.isSameServer(Host.parse("http://wandb.example.com")));
        assertFalse(OTHER.isSameServer(Host.parse("https://wandb.example.com/team")));
    }

    @Test
    void equalAddressesAreEqualHosts() {
        assertEquals(OTHER, Host.parse("https://wandb.example.com"));
        assertEquals(OTHER.hashCode(), Host.parse("https://wandb.example.com").hashCode());
        assertNotEquals(OTHER, CLOUD);
        assertEquals("https://wandb.example.com", OTHER.toString());
    }

    @Test
    void thePagesOfTheForgeNameHaveTheirOwnAddress() {
        assertEquals("https://forge.coreweave.com/wandb", FORGE.appUrl());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://0123456789abcdef0123456789abcdef01234567",
                "https://0123456789abcdef0123456789abcdef0123456",
                "https://local-0123456789abcdef0123456789abcdef01234567",
                "http://0123456789abcdef0123456789abcdef01234567:8080/team",
                "https://wandb_v1_AbCdEfGh1234567890_-AbCdEfGh1234567890_-"
            })
    void aKeyInThePlaceOfTheNameIsRefusedAndNotShown(String text) {
        assertEquals(
                Messages.KEY_IN_PLACE_OF_SERVER,
                assertThrows(InvalidHostException.class, () -> Host.parse(text)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://0123456789abcdef0123456789abcde",
                "https://0123456789abcdef0123456789abcdef01234567.example.com",
                "https://the-server-of-the-team-that-trains-the-largest-models",
            })
    void aLongNameIsNotTakenForAKey(String text) {
        assertEquals(text, Host.parse(text).url());
    }
}
