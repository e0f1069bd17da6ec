package wandb.auth.domain.syntax;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;

class JsonWebTokenTest {

    private static final String SIGNATURE = "s".repeat(43);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                " {\t} \r\n",
                "{\"alg\":\"none\"}",
                "{ \"a\" : [ 1 , -0.5e+3, 0, true, false, null, \"\\\"\\\\\\u00e9\", {}, [] ] , \"\" : { \"b\" : 1E-2 } }",
                "{\"name\":\"\u00e9\u4e16\"}",
            })
    void headerAndClaimsAreJsonObjects(String object) {
        assertTrue(JsonWebToken.isOne(token(object, "{\"sub\":\"alice\"}")), object);
        assertTrue(JsonWebToken.isOne(token("{\"alg\":\"none\"}", object)), object);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "null",
                "\"{}\"",
                "{",
                "}",
                "{}}",
                "{} {}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":-}",
                "{\"a\":tru}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"",
                "{\"a\":\"\\",
                "{\"a\":[1}",
                "{\"a\":[1,]}",
                "{\"a\":NaN}",
                "{\"a\" 1}",
                "{,}",
                "\u0000{}",
                "api"
            })
    void nothingElseIsOne(String text) {
        assertFalse(JsonWebToken.isOne(token(text, "{}")), text);
        assertFalse(JsonWebToken.isOne(token("{}", text)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.wandb.ai", "three.words.together", "www.a-long-name-of-a-server-somewhere-in.the-net"})
    void wordsWithDotsAreNot(String words) {
        assertFalse(JsonWebToken.isOne(words));
        assertThrows(InvalidApiKeyException.class, () -> ApiKey.parse(words));
    }

    @Test
    void itHasFortyCharactersOrMore() {
        assertFalse(JsonWebToken.isOne("e30.e30." + "s".repeat(31)));
        assertTrue(JsonWebToken.isOne("e30.e30." + "s".repeat(32)));
    }

    @Test
    void itsSignatureMayBeAnything() {
        assertTrue(JsonWebToken.isOne(token("{}", "{}")));
        assertFalse(JsonWebToken.isOne("e30.e30." + SIGNATURE + "="));
    }

    @Test
    void aSegmentOfALengthThatBase64DoesNotHaveIsNotOne() {
        assertFalse(JsonWebToken.isOne("e30ab.e30." + SIGNATURE));
    }

    @Test
    void noDepthExhaustsTheStack() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertFalse(JsonWebToken.isOne(token(deep, "{}")));
    }

    private static String token(String header, String claims) {
        return base64(header) + "." + base64(claims) + "." + SIGNATURE;
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
