package wandb.auth.cli.report;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.app.lookup.SdkChoice.SdkUse;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.ProfileChoice;

/** The status for a program: one JSON object on one line. Each name is always there, and names are only ever added. */
public final class StatusJson {

    private final Status status;
    private final String webApp;
    private final Optional<Path> hook;
    private final JsonWriter json = new JsonWriter();

    /** The status, and the active Python environment in which the hook of the SDK is on. */
    public StatusJson(Status status, String webApp, Optional<Path> hook) {
        this.status = status;
        this.webApp = webApp;
        this.hook = hook;
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
        json.name("user").string(status.user());
        json.name("sdk_uses").string(status.sdkUse().map(StatusJson::sdkWord));
        json.name("sdk_differs").bool(status.sdk().filter(Difference::isUsed).isPresent());
        json.name("sdk_location");
        location(status.sdk().map(Difference::location));
        json.name("sdk_hook").string(hook.map(Path::toString));
        json.name("sources").open('[');
        for (Step step : resolution.steps()) {
            step(step, resolution.decisive());
        }
        return json.close(']').close('}') + "\n";
    }

    private void profile(ProfileChoice choice) {
        json.name("profile_origin").string(word(choice.origin()));
        json.name("profile_location");
        location(choice.location());
        json.name("profile_shadowed_by");
        location(status.shadow().map(step -> step.finding().location()));
    }

    private static String decisionWord(Decision decision) {
        return switch (decision) {
            case Decision.Use use -> "use";
            case Decision.Blocked blocked -> "blocked";
            case Decision.Nothing nothing -> "nothing";
        };
    }

    private static String sdkWord(SdkUse use) {
        return switch (use) {
            case SAME, SAME_SINCE_0_31 -> "same";
            case OTHER -> "other";
            case NONE -> "none";
        };
    }

    private void step(Step step, Optional<Step> decisive) {
        Finding finding = step.finding();
        json.open('{');
        json.name("id").string(step.source().value());
        json.name("protection").string(word(step.protection()));
        json.name("location");
        location(Optional.of(finding.location()));
        json.name("decides").bool(decisive.equals(Optional.of(step)));
        outcome(finding.outcome());
        json.name("remarks").open('[');
        finding.remarks().forEach(json::string);
        json.close(']').close('}');
    }

    private void outcome(Outcome outcome) {
        json.name("outcome").string(outcomeWord(outcome));
        json.name("credential");
        if (outcome instanceof Outcome.Found found) {
            credential(found.credential().summary());
        } else {
            json.none();
        }
        Optional<Reason> reason =
                outcome instanceof Outcome.Unusable unusable ? Optional.of(unusable.reason()) : Optional.empty();
        json.name("problem").string(reason.map(Reason::problem));
        json.name("remedy").string(reason.map(Reason::remedy));
        Optional<Rule> rule = rule(outcome);
        json.name("rule").string(rule.map(Rule::statement));
        json.name("rule_location");
        location(rule.flatMap(Rule::setAt));
    }

    private static String outcomeWord(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> "found";
            case Outcome.Absent absent -> "absent";
            case Outcome.Unusable unusable -> "unusable";
            case Outcome.Refused refused -> "refused";
            case Outcome.Skipped skipped -> "skipped";
        };
    }

    private static Optional<Rule> rule(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused refused -> Optional.of(refused.rule());
            case Outcome.Skipped skipped -> Optional.of(skipped.rule());
            case Outcome.Found found -> Optional.empty();
            case Outcome.Absent absent -> Optional.empty();
            case Outcome.Unusable unusable -> Optional.empty();
        };
    }

    private void credential(Credential.Summary summary) {
        json.open('{');
        json.name("kind").string(summary.kind());
        json.name("length").number(summary.length());
        json.name("ending").string(summary.ending());
        json.close('}');
    }

    private void location(Optional<Location> location) {
        LocationJson.write(location, json);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
