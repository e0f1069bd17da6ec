package wandb.auth.cli;

import wandb.auth.domain.Rule;

/** A rule in words, with the place that set it. */
final class RuleText {

    private RuleText() {}

    static String of(Rule rule) {
        return rule.setAt()
                .map(location -> rule.statement() + " (" + location.text() + ")")
                .orElse(rule.statement());
    }
}
