package wandb.auth.cli;

import java.util.Optional;
import wandb.auth.app.HostRequest;
import wandb.auth.app.HostSelection.Selected;
import wandb.auth.app.LoginResult;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Resolution.Step;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.ServerMemory.Remembered;
import wandb.auth.domain.spi.Saved;

/** Tells what came of a login. */
final class LoginReport {

    private final HostChoice host;
    private final Session session;
    private final Talk talk;

    LoginReport(HostChoice host, Session session) {
        this.host = host;
        this.session = session;
        this.talk = session.talk();
    }

    /** Tells the result, and gives the exit code that it means. */
    int tell(LoginResult result) {
        return switch (result) {
            case LoginResult.LoggedIn loggedIn -> loggedIn(loggedIn);
            case LoginResult.NotSaved notSaved -> notSaved(notSaved.why());
            case LoginResult.AlreadyLoggedIn already -> alreadyLoggedIn(already);
            case LoginResult.Blocked blocked -> new LookupReport(host, session).blocked(blocked.step());
            case LoginResult.NoCredential none -> new LookupReport(host, session).nothing(none.resolution());
            case LoginResult.Forbidden forbidden -> {
                talk.fail(RuleText.of(forbidden.rule()));
                yield ExitCode.FORBIDDEN;
            }
        };
    }

    private int loggedIn(LoginResult.LoggedIn result) {
        talk.say("Saved the key for " + host.host() + " in "
                + result.saved().location().text() + " (" + result.key().summary() + ").");
        for (String remark : result.saved().remarks()) {
            talk.say(remark);
        }
        if (host.origin() == HostOrigin.WORKSPACE_SETTINGS) {
            talk.warn("Only " + HostOptions.origin(host) + " names this server. Is it the one you mean?");
        }
        result.shadow().ifPresent(this::warnOfShadow);
        result.oldSdk().ifPresent(this::warnOfOldSdk);
        return tellOfServer(result.server());
    }

    private int tellOfServer(Optional<Remembered> server) {
        if (server.isEmpty()) {
            return ExitCode.DONE;
        }
        return switch (server.get()) {
            case ServerMemory.Kept kept -> {
                for (Location changed : kept.changed()) {
                    talk.say("Remembered the server in " + changed.text() + ".");
                }
                tellOfStrongerChoice();
                yield ExitCode.DONE;
            }
            case ServerMemory.Failed failed -> {
                talk.fail("The server was not remembered: " + failed.location().text() + ": " + failed.reason());
                yield ExitCode.FAILED;
            }
        };
    }

    private void warnOfShadow(Step step) {
        String before = step.finding().location().text() + " comes before the saved key";
        talk.warn(
                switch (step.finding().outcome()) {
                    case Outcome.Unusable unusable -> before + " and cannot be used: " + unusable.reason();
                    case Outcome.Refused refused -> before + " and is refused: " + RuleText.of(refused.rule());
                    case Outcome.Found found -> before + ": unset or correct it to use the saved one.";
                    case Outcome.Absent absent -> throw new IllegalArgumentException("nothing is there");
                    case Outcome.Skipped skipped -> throw new IllegalArgumentException("it is passed over");
                });
    }

    private void warnOfOldSdk(InstalledSdk sdk) {
        talk.warn("The Python SDK of this shell is " + sdk.version() + " ("
                + new Location.File(sdk.installation()).text()
                + "): before " + InstalledSdk.FIRST_WITH_LONG_KEYS + " it fails with this key (\"API key must be 40"
                + " characters long\"). Upgrade it: pip install --upgrade wandb");
    }

    /** What was remembered is weaker than a variable. */
    private void tellOfStrongerChoice() {
        Selected next = session.wiring().hostSelection().select(new HostRequest.AsConfigured());
        boolean used =
                next instanceof Selected.Chosen chosen && chosen.choice().host().isSameServer(host.host());
        if (!used) {
            talk.warn("WANDB_BASE_URL names another server: unset it, and programs use " + host.host() + ".");
        }
    }

    private int notSaved(Saved why) {
        switch (why) {
            case Saved.Failed failed ->
                talk.fail("The key was not saved: " + failed.location().text() + ": " + failed.reason());
            case Saved.Conflict conflict ->
                talk.fail("The key was not saved: " + conflict.location().text()
                        + " was changed by another program meanwhile. Try again.");
            case Saved.Stored stored -> throw new IllegalArgumentException("the key was saved");
        }
        return ExitCode.FAILED;
    }

    private int alreadyLoggedIn(LoginResult.AlreadyLoggedIn already) {
        Step step = already.step();
        Outcome.Found found = (Outcome.Found) step.finding().outcome();
        talk.say("Logged in to " + host.host() + " already: "
                + found.credential().summary() + ", from "
                + step.finding().location().text() + ".");
        for (String remark : step.finding().remarks()) {
            talk.warn(remark);
        }
        int exitCode = tellOfServer(already.server());
        talk.say("To save another key: " + HostOptions.loginCommand(host));
        return exitCode;
    }
}
