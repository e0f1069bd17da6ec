package wandb.auth.helper.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.helper.program.ProgramException;

/** The JSON that a command is given for a key: placeholders stand in its texts, and {@code {key}} for the key. */
public record KeyTemplate(JsonNode json) {

    static final String KEY = "{key}";

    Set<Placeholder> placeholders() {
        return Placeholder.in(json.toString());
    }

    boolean hasKey() {
        return json.toString().contains(KEY) && !names(json).contains(KEY);
    }

    /** The names of all fields, in which nothing is filled in. */
    private static String names(JsonNode node) {
        StringBuilder names = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            names.append(field.getKey()).append(' ').append(names(field.getValue()));
        }
        return names.toString();
    }

    /** What a command is given for this key of the account. */
    byte[] of(ApiKey key, Account account) throws ProgramException {
        return filled(json, key, account).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode filled(JsonNode node, ApiKey key, Account account) throws ProgramException {
        if (node instanceof ObjectNode object) {
            ObjectNode filled = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                filled.set(field.getKey(), filled(field.getValue(), key, account));
            }
            return filled;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode filled = array.arrayNode();
            for (JsonNode element : array) {
                filled.add(filled(element, key, account));
            }
            return filled;
        }
        return node.isTextual() ? TextNode.valueOf(filled(node.textValue(), key, account)) : node;
    }

    /** The text around the key is filled in piece by piece, so that nothing is looked for in the key. */
    private static String filled(String text, ApiKey key, Account account) throws ProgramException {
        int at = text.indexOf(KEY);
        return at < 0
                ? Placeholder.fill(text, account)
                : Placeholder.fill(text.substring(0, at), account)
                        + key.reveal()
                        + filled(text.substring(at + KEY.length()), key, account);
    }

    /** Without what stands in it: it is a setting, and not shown. */
    @Override
    public String toString() {
        return "KeyTemplate";
    }
}
