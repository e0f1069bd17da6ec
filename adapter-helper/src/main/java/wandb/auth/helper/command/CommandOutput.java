package wandb.auth.helper.command;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramJson;

/** What a command wrote if it was successful, or what a file holds; never nothing. */
public final class CommandOutput {

    private static final List<String> NETRC_WORDS = List.of("machine", "default", "macdef");

    private final Optional<String> command;
    private final String text;

    private CommandOutput(Optional<String> command, String text) {
        this.command = command;
        this.text = text;
    }

    /**
     * The output of a command as text.
     *
     * @param command the command, as people call it
     * @throws ProgramException if there is none, or it is not text; nothing of it is quoted
     */
    static CommandOutput of(String command, byte[] bytes) throws ProgramException {
        return of(Optional.of(command), bytes);
    }

    /**
     * The content of a file, which is named besides, as text.
     *
     * @throws ProgramException if there is none, or it is not text; nothing of it is quoted
     */
    public static CommandOutput ofFile(byte[] bytes) throws ProgramException {
        return of(Optional.empty(), bytes);
    }

    private static CommandOutput of(Optional<String> command, byte[] bytes) throws ProgramException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.isBlank()) {
                throw new ProgramException(Messages.nothingThere(command));
            }
            return new CommandOutput(command, text);
        } catch (CharacterCodingException e) {
            throw new ProgramException(Messages.notUtf8(command));
        }
    }

    /** The command, as people call it; empty if a file holds this. */
    Optional<String> command() {
        return command;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The key that is its one line.
     *
     * @throws ProgramException if it is invalid; nothing of it is quoted
     */
    Outcome key() throws ProgramException {
        String line = text.strip();
        if (line.indexOf('\n') >= 0) {
            throw new ProgramException(Messages.severalLines(command));
        }
        return key(line);
    }

    /**
     * The key that is its first line.
     *
     * @throws ProgramException if it is invalid; nothing of it is quoted
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
        JsonNode answer = ProgramJson.value(bytes()).orElseThrow(() -> new ProgramException(Messages.notJson(command)));
        JsonNode found = answer.at(field);
        if (!found.isTextual()) {
            throw new ProgramException(Messages.noTextAt(command, field.toString()));
        }
        return key(found.textValue().strip());
    }

    private Outcome key(String line) throws ProgramException {
        try {
            return new Outcome.Found(ApiKey.parse(line), Revision.of(line));
        } catch (InvalidApiKeyException e) {
            throw new ProgramException(Messages.noKey(command, e.getMessage()));
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
