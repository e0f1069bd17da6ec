package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.context.PathVariable;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.WorkspaceTrust;
import wandb.auth.domain.port.account.AccountChoice;

/** Tells why a lookup gave no credential. */
public record ResolutionPrinter(AccountChoice account, CommandContext context) {

    /** A source names the account but cannot give a valid, allowed credential. */
    public int blocked(Step step) {
        String place = PathVariable.named(step.finding().location(), context.environment());
        int exitCode =
                switch (step.finding().outcome()) {
                    case Outcome.Unusable unusable -> {
                        context.console().error(place + ": " + unusable.reason());
                        yield ExitCode.FAILED;
                    }
                    case Outcome.Refused refused -> {
                        context.console().error(Messages.lookupRefused(place, refused.rule()));
                        if (isHostForbidden(refused.rule())) {
                            context.console().info(Messages.FORBIDDEN_SERVER_REMEDY);
                        }
                        yield ExitCode.FORBIDDEN;
                    }
                    case Outcome.Found found -> throw blocksNothing(step);
                    case Outcome.Absent absent -> throw blocksNothing(step);
                    case Outcome.Skipped skipped -> throw blocksNothing(step);
                };
        remarks(step);
        if (isKeptTooBadly(step)) {
            context.console().info(moving());
        }
        return exitCode;
    }

    private boolean isKeptTooBadly(Step step) {
        return step.finding().outcome() instanceof Outcome.Refused refused
                && context.compositionRoot().store(step.source()).isPresent()
                && context.compositionRoot()
                        .policy()
                        .forbidsProtection(step.protection())
                        .equals(Optional.of(refused.rule()));
    }

    private boolean isHostForbidden(Rule rule) {
        return context.compositionRoot().policy().forbidsHost(account.host()).equals(Optional.of(rule));
    }

    /** A rule forbids to save a key in this way. */
    int forbidsSaving(Rule rule) {
        return forbidden(
                rule, unlessNoStoreMay(Messages.forbiddenSavingRemedy(new LoginAdvice(account, context).command())));
    }

    /** A rule forbids to move the key there. */
    int forbidsMoving(Rule rule) {
        return forbidden(rule, unlessNoStoreMay(moving()));
    }

    private String unlessNoStoreMay(String remedy) {
        return new LoginAdvice(account, context).isPossible() ? remedy : Messages.FORBIDDEN_STORES_REMEDY;
    }

    /**
     * A rule forbids what was asked for.
     *
     * @param instead what can be done where it is not the server that is forbidden
     */
    public int forbidden(Rule rule, String instead) {
        context.console().error(rule.text());
        context.console().info(isHostForbidden(rule) ? Messages.FORBIDDEN_SERVER_REMEDY : instead);
        return ExitCode.FORBIDDEN;
    }

    /** How the key gets into another store. */
    private String moving() {
        return Messages.forbiddenStoreRemedy(AccountOptions.options(account));
    }

    /** No source has a credential. */
    public int nothing(Resolution resolution) {
        context.console().error(Messages.lookupFoundNothing(account.account()));
        for (Step step : resolution.steps()) {
            Location place = step.finding().location();
            context.console()
                    .info(
                            step.finding().outcome() instanceof Outcome.Skipped skipped
                                    ? Messages.lookupSkipped(place, skipped.rule())
                                    : Messages.lookedIn(place));
            remarks(step);
        }
        Optional<Rule> forbidden = context.compositionRoot().policy().forbidsHost(account.host());
        if (forbidden.isPresent()) {
            context.console().info(forbidden.get().text() + " " + Messages.FORBIDDEN_SERVER_REMEDY);
        } else {
            WorkspaceTrust trust = context.compositionRoot().trust(account);
            String webApp = account.host().appUrl(context.environment());
            String login = new LoginAdvice(account, context).command();
            context.console()
                    .info(
                            trust.isServerNamedByUser()
                                    ? Messages.getKeyAndLogIn(webApp, login)
                                    : Messages.getKeyIfServerIsMeant(trust.file(), webApp, login));
        }
        return ExitCode.NO_CREDENTIAL;
    }

    private static IllegalArgumentException blocksNothing(Step step) {
        return new IllegalArgumentException(
                "the source " + step.source() + " does not end a lookup without credential");
    }

    private void remarks(Step step) {
        for (String remark : step.finding().remarks()) {
            context.console().info(remark);
        }
    }
}
