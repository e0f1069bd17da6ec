package wandb.auth.helper;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.json.JsonWriter;

/** The JSON objects that go to a helper and come from it. */
final class HelperJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private HelperJson() {}

    /** The object that the bytes are; empty where they are anything else. */
    static Optional<JsonNode> object(byte[] bytes) {
        try {
            // Here, and not by the library, which takes other encodings too and replaces what is wrong.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = MAPPER.readTree(text);
            return Optional.of(node).filter(JsonNode::isObject);
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The object with these texts, in their order. */
    static byte[] bytes(Map<String, String> texts) {
        JsonWriter json = new JsonWriter().open('{');
        texts.forEach((name, text) -> json.name(name).string(text));
        return json.close('}').toString().getBytes(StandardCharsets.US_ASCII);
    }
}
