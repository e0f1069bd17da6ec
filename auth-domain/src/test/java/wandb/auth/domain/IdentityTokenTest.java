package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokenTest {

    private static final String TOKEN = "e30.e30.cccccccccccccccccccccccccccccccccccc";

    @Test
    void threeSegmentsOfBase64UrlAreAToken() {
        assertEquals(
                Optional.of("eyJhIjowfQ.eyJhIjowfQ.aA0-bB1_cC2dD3-eE4_fF5"),
                IdentityToken.parse("eyJhIjowfQ.eyJhIjowfQ.aA0-bB1_cC2dD3-eE4_fF5")
                        .map(Credential::reveal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b.c",
                "e30.e30",
                TOKEN + ".d",
                "." + TOKEN,
                "e30..cccccccccccccccccccccccccccccccccccccccc",
                TOKEN + "\n",
                TOKEN + "=",
                TOKEN + "\u00e9",
                " " + TOKEN
            })
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), IdentityToken.parse(text));
    }

    @Test
    void aTokenIsNotTheKeyOfTheSameText() {
        Credential token = IdentityToken.parse(TOKEN).orElseThrow();
        assertEquals(token, IdentityToken.parse(TOKEN).orElseThrow());
        assertEquals(token.hashCode(), IdentityToken.parse(TOKEN).orElseThrow().hashCode());
        assertNotEquals(token, IdentityToken.parse(TOKEN + "d").orElseThrow());
        assertNotEquals(token, ApiKey.parse(TOKEN));
    }

    @Test
    void theSummaryTellsAKindOfItsOwn() {
        assertEquals(
                "identity token, 44 characters, ending in cccc",
                IdentityToken.parse(TOKEN).orElseThrow().summary().toString());
    }
}
