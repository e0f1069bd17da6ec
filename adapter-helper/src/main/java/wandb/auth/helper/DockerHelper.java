package wandb.auth.helper;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Revision;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.port.OutsideText;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProcessResult;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramJson;
import wandb.auth.helper.program.ProgramMessage;
import wandb.auth.helper.program.ProgramRun;

/**
 * The protocol of docker's credential helpers: the action is the one argument, what it is about comes on standard input, the
 * answer goes to standard output. A trouble is a text there, with an exit code other than 0.
 */
final class DockerHelper {

    /** The protocol's only word for "absent", as {@code credentials/error.go} of docker's helpers has it. */
    private static final String NOT_FOUND = "credentials not found in native keychain";

    /** docker-credential-pass cannot list anything at the moment in which another process has half saved any key. */
    private static final int LISTINGS = 10;

    private final Program program;
    private final Deadline deadline;
    private final String name;

    /** The key that it was given, which it may repeat in everything that it says from then on. */
    private Optional<ApiKey> given = Optional.empty();

    DockerHelper(Program program, Deadline deadline) {
        this.program = program;
        this.deadline = deadline;
        this.name = program.file().name();
    }

    /**
     * What is kept as this item.
     *
     * @throws UnreadableItemException if the helper cannot tell
     */
    Outcome get(HelperItem item) throws ProgramException {
        ProcessResult ended = run("get", bytes(item.serverUrl()));
        if (ended.exitCode() != 0) {
            if (new String(ended.output(), StandardCharsets.UTF_8).strip().equals(NOT_FOUND)) {
                return new Outcome.Absent();
            }
            throw new UnreadableItemException(
                    Messages.keyNotLookedUp(program.file().path(), said(ended)));
        }
        JsonNode answer = answer(ended);
        String username = text(answer, "Username");
        String secret = text(answer, "Secret");
        checkServer(answer, item);
        if (username.isEmpty() && secret.isEmpty() && !isListed(item)) {
            return new Outcome.Absent(); // docker-credential-pass 0.6.4 says it so
        }
        if (secret.isEmpty()) {
            throw new ProgramException(Messages.emptyKey(name));
        }
        checkUser(username, item);
        try {
            return new Outcome.Found(ApiKey.parse(secret), Revision.of(secret));
        } catch (InvalidApiKeyException e) {
            return new Outcome.Unusable(Messages.itemIsNoKey(e.getMessage()));
        }
    }

    /** Saves the key. The helper's word that it did so is worth nothing until it was read back. */
    void store(HelperItem item, ApiKey key) throws ProgramException {
        given = Optional.of(key);
        JsonWriter credential = new JsonWriter().open('{');
        credential.name("ServerURL").string(item.serverUrl());
        credential.name("Username").string(item.username());
        credential.name("Secret").string(key.reveal());
        ProcessResult ended = run("store", bytes(credential.close('}').toString()));
        if (ended.exitCode() != 0) {
            throw new ProgramException(Messages.keyNotSaved(program.file().path(), said(ended)));
        }
    }

    void erase(HelperItem item) throws ProgramException {
        ProcessResult ended = run("erase", bytes(item.serverUrl()));
        if (ended.exitCode() != 0) {
            throw new ProgramException(Messages.keyNotErased(program.file().path(), said(ended)));
        }
    }

    /**
     * Whether the helper says that it has the item, which it may without being able to read it: then it is not broken, only
     * locked.
     */
    boolean hasItem(HelperItem item) {
        try {
            return isListed(item);
        } catch (ProgramException e) {
            return false;
        }
    }

    private boolean isListed(HelperItem item) throws ProgramException {
        ProcessResult ended = list();
        try {
            for (int tries = 1; ended.exitCode() != 0 && tries < LISTINGS; tries++) {
                ended = list();
            }
        } catch (ProgramException e) {
            throw cannotList(ended); // why it could not, not that there was no time to ask again
        }
        if (ended.exitCode() != 0) {
            throw cannotList(ended);
        }
        return answer(ended).has(item.serverUrl());
    }

    private ProcessResult list() throws ProgramException {
        return run("list", bytes("unused")); // as docker itself says here
    }

    private ProgramException cannotList(ProcessResult ended) {
        return new ProgramException(Messages.emptyKeyNotListed(program.file().path(), said(ended)));
    }

    private ProcessResult run(String action, byte[] input) throws ProgramException {
        return new ProgramRun(program.with(action), deadline).run(input);
    }

    private JsonNode answer(ProcessResult ended) throws ProgramException {
        Optional<JsonNode> answer = ProgramJson.object(ended.output());
        if (answer.isEmpty()) {
            throw new ProgramException(Messages.noAnswerOfHelper(name, said(ended)));
        }
        return answer.get();
    }

    private static String text(JsonNode answer, String field) {
        return answer.path(field).asText("");
    }

    /** Helpers repeat what they were asked for; one that names another server has understood something else. */
    private void checkServer(JsonNode answer, HelperItem item) throws ProgramException {
        String server = text(answer, "ServerURL");
        if (!server.isEmpty() && !server.equals(item.serverUrl())) {
            throw new ProgramException(Messages.answerForAnother(name, item.serverUrl(), shown(server)));
        }
    }

    private void checkUser(String username, HelperItem item) throws ProgramException {
        if (!username.equals(item.username())) {
            throw new ProgramException(Messages.itemOfAnotherUser(name, shown(username), item.username()));
        }
    }

    private String shown(String text) {
        boolean repeats = given.isPresent() && OutsideText.repeats(text, given.get());
        return repeats || ApiKey.isLikely(text) || OutsideText.isLikelyInPieces(text)
                ? Messages.MAY_BE_KEY
                : TerminalSafe.of(text);
    }

    private String said(ProcessResult ended) {
        return ProgramMessage.of(ended, given);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
