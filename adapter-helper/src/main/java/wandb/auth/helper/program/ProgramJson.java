package wandb.auth.helper.program;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The JSON that goes to programs and comes from them. */
public final class ProgramJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ProgramJson() {}

    /** The value that the bytes are; empty if they are anything else. */
    public static Optional<JsonNode> value(byte[] bytes) {
        try {
            // Here, and not by the library, which takes other encodings too and replaces what is wrong.
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The object that the bytes are; empty if they are anything else. */
    public static Optional<JsonNode> object(byte[] bytes) {
        return value(bytes).filter(JsonNode::isObject);
    }
}
