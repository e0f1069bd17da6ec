package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTokenTest {

    @Test
    void threeSegmentsOfBase64UrlAreAToken() {
        assertEquals(
                Optional.of("aA0-.bB1_.cC2"),
                IdentityToken.parse("aA0-.bB1_.cC2").map(Credential::reveal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a.b", "a.b.c.d", ".b.c", "a..c", "a.b.", "a.b.c\n", "a.b.c=", "a.b.\u00e9", " a.b.c"})
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), IdentityToken.parse(text));
    }

    @Test
    void aTokenIsNotTheKeyOfTheSameText() {
        Credential token = IdentityToken.parse("a.b.c").orElseThrow();
        assertEquals(token, IdentityToken.parse("a.b.c").orElseThrow());
        assertEquals(
                token.hashCode(), IdentityToken.parse("a.b.c").orElseThrow().hashCode());
        assertNotEquals(token, IdentityToken.parse("a.b.d").orElseThrow());
        assertNotEquals(token, ApiKey.parse("a.b.c"));
    }

    @Test
    void theSummaryTellsAKindOfItsOwn() {
        assertEquals(
                "identity token, 5 characters",
                IdentityToken.parse("a.b.c").orElseThrow().summary().toString());
    }
}
