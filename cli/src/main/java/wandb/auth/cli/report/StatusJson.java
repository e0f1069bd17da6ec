package wandb.auth.cli.report;

import java.util.Locale;
import java.util.Optional;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Rule;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.ProfileChoice;

/** The status for a program: one JSON object on one line. Names are only ever added to it. */
public final class StatusJson {

    private final Status status;
    private final String webApp;
    private final JsonWriter json = new JsonWriter();

    public StatusJson(Status status, String webApp) {
        this.status = status;
        this.webApp = webApp;
    }

    public String text() {
        HostChoice host = status.account().server();
        Resolution resolution = status.resolution();
        Decision decision = resolution.decision();
        json.open('{');
        json.name("host").string(host.host().url());
        json.name("host_origin").string(word(host.origin()));
        json.name("host_location");
        location(host.location());
        json.name("web_app").string(webApp);
        json.name("profile").string(resolution.account().profile().name());
        profile(status.account().profile());
        json.name("decision").string(decisionWord(decision));
        json.name("sources").open('[');
        for (Step step : resolution.steps()) {
            step(step, decision);
        }
        return json.close(']').close('}') + "\n";
    }

    /** How it was chosen, where anything chose it. */
    private void profile(ProfileChoice choice) {
        if (choice.isMade()) {
            json.name("profile_origin").string(word(choice.origin()));
            json.name("profile_location");
            location(choice.location());
            json.name("profile_shadowed_by");
            location(status.shadow().map(step -> step.finding().location()));
        }
    }

    private static String decisionWord(Decision decision) {
        return switch (decision) {
            case Decision.Use use -> "use";
            case Decision.Blocked blocked -> "blocked";
            case Decision.Nothing nothing -> "nothing";
        };
    }

    private void step(Step step, Decision decision) {
        Finding finding = step.finding();
        json.open('{');
        json.name("id").string(step.source().value());
        json.name("protection").string(word(step.protection()));
        json.name("location");
        location(Optional.of(finding.location()));
        json.name("decides").bool(decision.isMadeBy(step));
        outcome(finding.outcome());
        json.name("remarks").open('[');
        finding.remarks().forEach(json::string);
        json.close(']').close('}');
    }

    private void outcome(Outcome outcome) {
        switch (outcome) {
            case Outcome.Found found -> {
                json.name("outcome").string("found");
                credential(found.credential().summary());
            }
            case Outcome.Absent absent -> json.name("outcome").string("absent");
            case Outcome.Unusable unusable -> {
                json.name("outcome").string("unusable");
                json.name("problem").string(unusable.reason().problem());
                json.name("remedy").string(unusable.reason().remedy());
            }
            case Outcome.Refused refused -> rule("refused", refused.rule());
            case Outcome.Skipped skipped -> rule("skipped", skipped.rule());
        }
    }

    private void credential(Credential.Summary summary) {
        json.name("credential").open('{');
        json.name("kind").string(summary.kind());
        json.name("length").number(summary.length());
        json.name("ending").string(summary.ending());
        json.close('}');
    }

    private void rule(String outcome, Rule rule) {
        json.name("outcome").string(outcome);
        json.name("rule").string(rule.statement());
        json.name("rule_location");
        location(rule.setAt());
    }

    private void location(Optional<Location> location) {
        new LocationJson(json).write(location);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
