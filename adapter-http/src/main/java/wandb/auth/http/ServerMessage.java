package wandb.auth.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.port.OutsideText;
import wandb.auth.domain.port.SecretMask;
import wandb.auth.http.message.Messages;

/**
 * What a server says about why it does not accept something, in one line that is safe to show: also where it repeats what
 * it was sent.
 */
final class ServerMessage {

    private static final int LONGEST_PLAIN_TEXT = 200;

    /** More of a server's words than is ever shown. */
    private static final int LONGEST_MASKED = 4_000;

    private final List<String> secrets;

    /** Of a server that was sent these secrets. */
    ServerMessage(String... secrets) {
        this.secrets = List.of(secrets);
    }

    /** Its words, where the answer has any that a person would read; else its status. */
    String of(HttpResponse answer) {
        String words =
                JsonText.read(answer.content()).map(ServerMessage::inJson).orElseGet(() -> plain(answer));
        return words.isEmpty() ? Messages.status(answer.status()) : shown(words);
    }

    /** Also what it may repeat in another form is not shown. */
    private String shown(String words) {
        return OutsideText.sentence(masked(words), List.of());
    }

    /** A name that it gives; nothing of one that may be what it was sent, in another form. */
    String name(String given) {
        String shown = masked(given);
        return ApiKey.isLikely(shown) || OutsideText.isLikelyInPieces(shown) ? SecretMask.HIDDEN : shown;
    }

    /** The words without what the server was sent. */
    private String masked(String words) {
        String shown = words.substring(0, Math.min(words.length(), LONGEST_MASKED));
        for (String secret : secrets) {
            shown = SecretMask.mask(shown.replace(secret, SecretMask.HIDDEN), secret);
        }
        return shown;
    }

    /** The words in a JSON value: a GraphQL error, an OAuth error (RFC 6749, section 5.2), or a message of its own kind. */
    private static String inJson(JsonNode json) {
        if (json.isTextual()) {
            return json.asText().strip();
        }
        JsonNode first = json.path("errors").path(0);
        for (JsonNode text : List.of(first.path("message"), first, json.path("message"), json.path("detail"))) {
            if (text.isTextual()) {
                return text.asText().strip();
            }
        }
        String error = json.path("error").asText("").strip();
        String description = json.path("error_description").asText("").strip();
        return description.isEmpty() ? error : error + ": " + description;
    }

    private static String plain(HttpResponse answer) {
        String text = new String(answer.content(), StandardCharsets.UTF_8).strip();
        boolean oneLine = text.length() <= LONGEST_PLAIN_TEXT && text.indexOf('\n') < 0;
        return answer.isPage() || !oneLine ? "" : text;
    }

    /** The words where there are some. */
    Optional<String> ofErrors(JsonNode json) {
        JsonNode errors = json.path("errors");
        boolean any = errors.isContainerNode() ? !errors.isEmpty() : !errors.isMissingNode() && !errors.isNull();
        if (!any) {
            return Optional.empty();
        }
        String words = inJson(json);
        return Optional.of(words.isEmpty() ? Messages.ERROR_WITHOUT_MESSAGE : shown(words));
    }
}
