package wandb.auth.helper.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProcessResult;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramSettings;

/**
 * By which answers a command says that there is nothing for the account: exit codes, each with words or without, since many
 * programs have one code for every trouble.
 */
public record AbsentAnswers(List<Answer> answers) {

    private static final String SETTING = "absent";
    private static final int HIGHEST_CODE = 255;

    /** One of them; the words are empty if the code alone counts. */
    record Answer(int exitCode, String words) {}

    public AbsentAnswers {
        answers = List.copyOf(answers);
    }

    /** What the setting says: {@code 1}, or {@code 254 ResourceNotFoundException, 44}. */
    static AbsentAnswers of(ProgramSettings settings) throws ProgramException {
        List<Answer> answers = new ArrayList<>();
        Optional<String> text = settings.text(SETTING);
        for (String part : text.isEmpty() ? new String[0] : text.get().split(",", -1)) {
            String answer = part.strip();
            int end = 0;
            while (end < answer.length() && !Character.isWhitespace(answer.charAt(end))) {
                end++;
            }
            int code = code(answer.substring(0, end));
            if (code < 1) {
                throw new ProgramException(Messages.noExitCodes(settings.id(), text.orElse(""), HIGHEST_CODE));
            }
            answers.add(new Answer(code, answer.substring(end).strip()));
        }
        return new AbsentAnswers(answers);
    }

    private static int code(String text) {
        try {
            int code = Integer.parseInt(text);
            return code <= HIGHEST_CODE ? code : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    boolean include(ProcessResult ended) {
        for (Answer answer : answers) {
            if (answer.exitCode() == ended.exitCode()
                    && new String(ended.errors(), StandardCharsets.UTF_8).contains(answer.words())) {
                return true;
            }
        }
        return false;
    }

    boolean areKnown() {
        return !answers.isEmpty();
    }
}
