package wandb.auth.domain;

import java.util.Optional;

/**
 * A rule that kept a source from being used.
 *
 * @param statement the rule, as a sentence for a person
 * @param setAt where an administrator or user set it; empty for a rule of this program itself
 * @since 0.1
 */
public record Rule(String statement, Optional<Location> setAt) {

    /** The rule with the place that set it, where one did. */
    public String text() {
        return setAt.isPresent() ? statement + " (" + setAt.get().text() + ")" : statement;
    }

    /** A rule of this program itself. */
    public static Rule builtIn(String statement) {
        return new Rule(statement, Optional.empty());
    }
}
