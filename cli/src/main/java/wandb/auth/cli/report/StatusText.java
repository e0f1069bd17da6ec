package wandb.auth.cli.report;

import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.app.lookup.SdkChoice.SdkUse;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.HostOptions;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.ProfileChoice;

/** The status for a person. */
public final class StatusText {

    private static final int LABEL_WIDTH = 10;
    private static final String INDENT = "        ";

    private final Status status;
    private final String webApp;
    private final String login;
    private final StringBuilder text = new StringBuilder();

    /** The status, with what to do if there is no credential. */
    public StatusText(Status status, String webApp, String login) {
        this.status = status;
        this.webApp = webApp;
        this.login = login;
    }

    public String text() {
        HostChoice host = status.account().server();
        Resolution resolution = status.resolution();
        Decision decision = resolution.decision();
        labelled("Server", host.host() + " (" + HostOptions.origin(host) + ")");
        labelled("Web app", webApp);
        profile(status.account().profile());
        labelled("Login", summary(decision));
        status.user().ifPresent(name -> labelled("User", TerminalSafe.of(name) + " (when last verified)"));
        status.sdkUse().ifPresent(use -> labelled("SDK", sdk(use)));
        status.sdk().filter(difference -> !difference.isUsed()).ifPresent(might -> labelled("", might.text()));
        text.append("\nSources consulted, in order:\n");
        int number = 0;
        for (Step step : resolution.steps()) {
            number++;
            step(number, step, decision.isMadeBy(step));
        }
        return text.toString();
    }

    private void profile(ProfileChoice choice) {
        String name = choice.profile().name();
        labelled("Profile", choice.isMade() ? name + " (" + ProfileOption.origin(choice) + ")" : name);
        if (status.shadow().isPresent()) {
            labelled(
                    "",
                    place(status.shadow().get()) + " comes before its key, whichever profile is meant. To use its key:"
                            + " --profile " + name);
        }
    }

    private String summary(Decision decision) {
        return switch (decision) {
            case Decision.Use use -> use.found().credential().summary() + ", from " + place(use.step());
            case Decision.Blocked blocked -> "none: " + place(blocked.step()) + " cannot be used";
            case Decision.Nothing nothing -> "none; " + login;
        };
    }

    private String sdk(SdkUse use) {
        return switch (use) {
            case SAME -> "uses the same key by itself";
            case SAME_SINCE_0_31 -> "uses the same key by itself, from version 0.31 on";
            case OTHER ->
                status.sdk()
                        .filter(Difference::isUsed)
                        .map(Difference::text)
                        .orElse("uses another key by itself; " + exec());
            case NONE -> "does not find this key by itself; " + exec();
        };
    }

    private String exec() {
        return "with this one: wandb auth exec " + AccountOptions.options(status.account()) + "-- PROGRAM";
    }

    private static String place(Step step) {
        return step.finding().location().text();
    }

    private void labelled(String label, String value) {
        text.append(label)
                .repeat(' ', LABEL_WIDTH - label.length())
                .append(value)
                .append('\n');
    }

    private void step(int number, Step step, boolean decides) {
        text.append(decides ? "  > " : "    ").append(number).append(' ');
        text.append(step.source()).append(": ").append(place(step)).append('\n');
        text.append(INDENT).append(outcome(step.finding().outcome())).append('\n');
        for (String remark : step.finding().remarks()) {
            text.append(INDENT).append("Note: ").append(remark).append('\n');
        }
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> "found: " + found.credential().summary();
            case Outcome.Absent absent -> "nothing there";
            case Outcome.Unusable unusable -> "cannot be used: " + unusable.reason();
            case Outcome.Refused refused ->
                "found and refused: " + refused.rule().text();
            case Outcome.Skipped skipped -> "skipped: " + skipped.rule().text();
        };
    }
}
