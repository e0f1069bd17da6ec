package wandb.auth.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import wandb.auth.domain.port.server.AccessToken;

/** The successful answer to an exchange (RFC 6749, section 5.1): the token, and for how many seconds it is good. */
final class AccessTokenAnswer {

    /** Ten years: beyond it, the number is no duration. */
    private static final double MOST_SECONDS = 10 * 366 * 24 * 3600.0;

    private AccessTokenAnswer() {}

    /**
     * The token that an answer of this moment gives; empty if it gives none. One that does not say how long it is good
     * (RFC 6749 only recommends it) is good for this once, and ends at this moment.
     */
    static Optional<AccessToken> token(byte[] content, Instant now) {
        JsonNode json = JsonText.read(content).orElse(null);
        if (json == null) {
            return Optional.empty();
        }
        String token = json.path("access_token").asText("");
        double seconds = json.path("expires_in").asDouble(0);
        Instant end = seconds > 0 && seconds <= MOST_SECONDS ? now.plusSeconds((long) seconds) : now;
        return isToken(token) ? Optional.of(new AccessToken(token, end)) : Optional.empty();
    }

    /** Whether the text can be an access token (RFC 6749, appendix A.12), and so a part of a header; no blank is in one. */
    static boolean isToken(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c <= '~');
    }
}
