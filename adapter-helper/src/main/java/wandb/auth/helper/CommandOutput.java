package wandb.auth.helper;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;

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
            throw new ProgramException(command + " wrote more than one line.", REMEDY);
        }
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
