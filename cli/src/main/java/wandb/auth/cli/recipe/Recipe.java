package wandb.auth.cli.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.cli.message.Messages;

/**
 * How a command line of an organisation becomes a store: the settings of its section, and what has to be known for them. Each
 * is a text beside this class: {@code # about it}, {@code ? name | usual value | what it is}, and {@code setting = value} with
 * {@code <name>} in it.
 *
 * @param name its name
 * @param summary what it is for, in one sentence
 * @param questions what has to be known
 * @param settings the settings, in the order in which they are written
 */
public record Recipe(String name, String summary, List<Question> questions, Map<String, String> settings) {

    /** The recipes, in the order in which they are listed. */
    public static final List<String> NAMES =
            List.of("aws-secretsmanager", "aws-ssm", "sops", "age", "systemd-creds", "pass");

    /** What may stand in an answer: no blank or quote, so that it stays part of one argument. */
    private static final String SIGNS = "/._-+=@:,~";

    public Recipe {
        questions = List.copyOf(questions);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Something that has to be known.
     *
     * @param name its name
     * @param usual the usual answer; empty if absent
     * @param text what it is
     */
    public record Question(String name, Optional<String> usual, String text) {}

    /** The recipe of that name; empty if absent. */
    public static Optional<Recipe> named(String name) {
        return NAMES.contains(name) ? Optional.of(parsed(name, text(name))) : Optional.empty();
    }

    private static String text(String name) {
        try (InputStream in = Recipe.class.getResourceAsStream(name + ".recipe")) {
            if (in == null) {
                throw new IllegalStateException("the recipe " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recipe parsed(String name, String text) {
        String summary = "";
        List<Question> questions = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("# ")) {
                summary = summary.isEmpty() ? line.substring("# ".length()) : summary;
            } else if (line.startsWith("? ")) {
                String[] parts = line.substring("? ".length()).split("\\|", -1);
                Optional<String> usual = Optional.of(parts[1].strip()).filter(value -> !value.isEmpty());
                questions.add(new Question(parts[0].strip(), usual, parts[2].strip()));
            } else if (!line.isEmpty()) {
                int equals = line.indexOf(" = ");
                settings.put(line.substring(0, equals), line.substring(equals + " = ".length()));
            }
        }
        return new Recipe(name, summary, questions, settings);
    }

    /** Why the text is no answer to a question; empty if it is one. */
    public static Optional<String> objection(String answer) {
        if (answer.isEmpty() || answer.startsWith("-") || answer.contains("..")) {
            return Optional.of(Messages.RECIPE_ANSWER_NOT_SAFE);
        }
        for (int i = 0; i < answer.length(); i++) {
            char c = answer.charAt(i);
            boolean isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!isPlain && SIGNS.indexOf(c) < 0) {
                return Optional.of(Messages.recipeAnswerNotPlain(SIGNS));
            }
        }
        return Optional.empty();
    }

    /** The settings with these answers, by the names of their questions. */
    public Map<String, String> filled(Map<String, String> answers) {
        Map<String, String> filled = new LinkedHashMap<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            String value = setting.getValue();
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                value = value.replace("<" + answer.getKey() + ">", answer.getValue());
            }
            filled.put(setting.getKey(), value);
        }
        return filled;
    }
}
