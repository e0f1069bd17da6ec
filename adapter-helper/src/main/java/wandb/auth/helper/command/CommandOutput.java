package wandb.auth.helper.command;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramJson;

/** What a command wrote where it was successful; never nothing. */
final class CommandOutput {

    private static final List<String> NETRC_WORDS = List.of("machine", "default", "macdef");
    private static final String REMEDY = "Let it write the key alone, on one line.";

    private final String command;
    private final String text;

    private CommandOutput(String command, String text) {
        this.command = command;
        this.text = text;
    }

    /**
     * The output as text.
     *
     * @param command the command, as people call it
     * @throws ProgramException where there is none, or it is no text; nothing of it is quoted
     */
    static CommandOutput of(String command, byte[] bytes) throws ProgramException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw new ProgramException(command + " wrote nothing, as if that were a key.", REMEDY);
            }
            return new CommandOutput(command, text);
        } catch (CharacterCodingException e) {
            throw new ProgramException(command + " wrote something that is not UTF-8.", REMEDY);
        }
    }

    /** The command, as people call it. */
    String command() {
        return command;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The key that is its one line.
     *
     * @throws ProgramException where it is none; nothing of it is quoted
     */
    Outcome key() throws ProgramException {
        String line = text.strip();
        if (line.indexOf('\n') >= 0) {
            throw new ProgramException(
                    command + " wrote more than one line.", REMEDY + " If the first line is the key: format = first-line");
        }
        return key(line);
    }

    /**
     * The key that is its first line.
     *
     * @throws ProgramException if it is none; nothing of it is quoted
     */
    Outcome keyOfFirstLine() throws ProgramException {
        int end = text.indexOf('\n');
        return key((end < 0 ? text : text.substring(0, end)).strip());
    }

    /**
     * The key that is the text in this place of its JSON.
     *
     * @throws ProgramException if there is none; nothing of it is quoted
     */
    Outcome keyAt(JsonPointer field) throws ProgramException {
        JsonNode answer = ProgramJson.value(bytes())
                .orElseThrow(() -> new ProgramException(
                        command + " wrote something that is not JSON.", "Let it write JSON, or leave out 'field'."));
        JsonNode found = answer.at(field);
        if (!found.isTextual()) {
            throw new ProgramException(
                    command + " wrote JSON that has no text at '" + TerminalSafe.of(field.toString()) + "'.",
                    "See what it writes, and correct 'field'.");
        }
        return key(found.textValue().strip());
    }

    private Outcome key(String line) throws ProgramException {
        try {
            return new Outcome.Found(ApiKey.parse(line), Revision.of(line));
        } catch (InvalidApiKeyException e) {
            throw new ProgramException(command + " did not write a key: " + e.getMessage(), REMEDY);
        }
    }

    /** Whether it begins as a netrc does, and as no key can: with a word of it and a blank. */
    boolean isNetrc() {
        String start = text.strip();
        for (String word : NETRC_WORDS) {
            boolean isFirst = start.startsWith(word) && start.length() > word.length();
            if (isFirst && Character.isWhitespace(start.charAt(word.length()))) {
                return true;
            }
        }
        return false;
    }
}
