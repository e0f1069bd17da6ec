package wandb.auth.cli.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The recipes that are shipped, and what may be put into one. */
class RecipeTest {

    static final List<String> NAMES = Recipe.NAMES;

    @ParameterizedTest
    @FieldSource("NAMES")
    void eachIsAWholeStore(String name) {
        Recipe recipe = Recipe.named(name).orElseThrow();
        assertFalse(recipe.summary().isBlank());
        for (String setting : List.of("command", "save", "erase", "absent", "protection")) {
            assertTrue(recipe.settings().containsKey(setting), setting);
        }
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void nothingIsLeftOpenOnceItsQuestionsAreAnswered(String name) {
        Recipe recipe = Recipe.named(name).orElseThrow();
        Map<String, String> answers = new HashMap<>();
        recipe.questions().forEach(question -> answers.put(question.name(), "/x"));
        recipe.filled(answers).forEach((setting, value) -> {
            assertFalse(value.contains("<"), value);
            assertFalse(value.contains("{key}"), value);
        });
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void anUsualAnswerIsAnAnswer(String name) {
        for (Recipe.Question question : Recipe.named(name).orElseThrow().questions()) {
            assertFalse(question.text().isBlank());
            question.usual().ifPresent(usual -> assertEquals(Optional.empty(), Recipe.objection(usual)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "a b", "a'b", "a\"b", "$HOME", "a;b", "a\nb", "../x", "a{host}", "\u00e4"})
    void whatCouldBeMoreThanOneArgumentIsNoAnswer(String answer) {
        assertTrue(Recipe.objection(answer).isPresent());
    }
}
