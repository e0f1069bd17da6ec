package wandb.auth.cli.report;

import java.util.Optional;
import wandb.auth.app.lookup.SdkChoice.Difference;
import wandb.auth.app.lookup.SdkChoice.SdkUse;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.option.HostOptions;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.domain.Location;
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
        labelled(Messages.STATUS_SERVER, host.host() + " (" + HostOptions.origin(host) + ")");
        labelled(Messages.STATUS_WEB_APP, webApp);
        profile(status.account().profile());
        labelled(Messages.STATUS_LOGIN, summary(resolution.decision()));
        status.user().ifPresent(name -> labelled(Messages.STATUS_USER, Messages.statusUser(TerminalSafe.of(name))));
        status.sdkUse().ifPresent(use -> labelled(Messages.STATUS_SDK, sdk(use)));
        status.sdk().filter(difference -> !difference.isUsed()).ifPresent(might -> labelled("", might.text()));
        text.append("\n" + Messages.STATUS_SOURCES + "\n");
        int number = 0;
        for (Step step : resolution.steps()) {
            number++;
            step(number, step, resolution.decisive().equals(Optional.of(step)));
        }
        return text.toString();
    }

    private void profile(ProfileChoice choice) {
        String name = choice.profile().name();
        labelled(Messages.STATUS_PROFILE, choice.isMade() ? name + " (" + ProfileOption.origin(choice) + ")" : name);
        if (status.shadow().isPresent()) {
            labelled("", Messages.statusProfileBehind(place(status.shadow().get()), choice.profile()));
        }
    }

    private String summary(Decision decision) {
        return switch (decision) {
            case Decision.Use use ->
                Messages.statusLogin(use.found().credential().summary(), place(use.step()));
            case Decision.Blocked blocked -> Messages.statusLoginBlocked(place(blocked.step()));
            case Decision.Nothing nothing -> Messages.statusLoginNone(login);
        };
    }

    private String sdk(SdkUse use) {
        String options = AccountOptions.options(status.account());
        return switch (use) {
            case SAME -> Messages.STATUS_SDK_SAME;
            case SAME_SINCE_0_31 -> Messages.STATUS_SDK_SAME_SINCE_0_31;
            case OTHER ->
                status.sdk().filter(Difference::isUsed).map(Difference::text).orElse(Messages.statusSdkOther(options));
            case NONE -> Messages.statusSdkNone(options);
        };
    }

    private static Location place(Step step) {
        return step.finding().location();
    }

    private void labelled(String label, String value) {
        text.append(label)
                .repeat(' ', LABEL_WIDTH - label.length())
                .append(value)
                .append('\n');
    }

    private void step(int number, Step step, boolean decides) {
        text.append(decides ? "  > " : "    ").append(number).append(' ');
        text.append(step.source()).append(": ").append(place(step).text()).append('\n');
        text.append(INDENT).append(outcome(step.finding().outcome())).append('\n');
        for (String remark : step.finding().remarks()) {
            text.append(INDENT).append(Messages.NOTE_MARK).append(remark).append('\n');
        }
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> Messages.statusFound(found.credential().summary());
            case Outcome.Absent absent -> Messages.STATUS_ABSENT;
            case Outcome.Unusable unusable -> Messages.cannotBeUsed(unusable.reason());
            case Outcome.Refused refused -> Messages.statusRefused(refused.rule());
            case Outcome.Skipped skipped -> Messages.skipped(skipped.rule());
        };
    }
}
