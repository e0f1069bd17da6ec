package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.store.AccountCommand;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Decision;
import wandb.auth.domain.policy.Resolution;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.sdk.InstalledSdk;

/** What is wrong with where one account's credential comes from. */
final class AccountDiagnosis {

    private final Resolution resolution;
    private final Account account;
    private final Circumstances circumstances;
    private final List<Complaint> complaints = new ArrayList<>();

    /** An examination of what every source said. */
    AccountDiagnosis(Resolution resolution, Circumstances circumstances) {
        this.resolution = resolution;
        this.account = resolution.account();
        this.circumstances = circumstances;
    }

    /**
     * What besides the sources matters to an account.
     *
     * @param keeper the store that the key was last saved to
     * @param better a store that could keep it better than plaintext
     * @param sdk the SDK of this shell
     * @param isHostForbidden whether the policy forbids the server
     * @param isSavingToKeeperForbidden whether the policy forbids to save the key where it was saved last
     */
    record Circumstances(
            Optional<SourceId> keeper,
            Optional<SourceId> better,
            Optional<InstalledSdk> sdk,
            boolean isHostForbidden,
            boolean isSavingToKeeperForbidden) {

        boolean isKeeper(SourceId store) {
            return keeper.filter(store::equals).isPresent();
        }
    }

    List<Complaint> complaints() {
        for (Step step : resolution.steps()) {
            switch (step.finding().outcome()) {
                case Outcome.Unusable unusable -> complain(step, unusable.reason());
                case Outcome.Refused refused -> refused(step, refused.rule());
                case Outcome.Found found -> found(step, found);
                case Outcome.Absent absent -> absent(step);
                case Outcome.Skipped skipped -> {}
            }
        }
        return complaints;
    }

    private void found(Step step, Outcome.Found found) {
        if (resolution.decision() instanceof Decision.Use use) {
            if (!use.found().credential().equals(found.credential())) {
                hidden(step, use.step());
            }
            if (use.step().equals(step) && found.credential() instanceof ApiKey key) {
                circumstances.sdk().filter(sdk -> !sdk.accepts(key)).ifPresent(this::tooOld);
            }
        }
        Optional<SourceId> better = circumstances.better();
        boolean isKeptInPlaintext = step.protection() == Protection.PLAINTEXT && !isVariable(step);
        if (isKeptInPlaintext && better.isPresent() && found.credential() instanceof ApiKey) {
            complain(
                    step,
                    new Reason(
                            "The key for " + account.text() + " is kept in plaintext, though the store " + better.get()
                                    + " could keep it.",
                            moving(step, better.get())));
        }
    }

    private void tooOld(InstalledSdk sdk) {
        String problem = "The Python SDK of this shell, " + sdk.version() + ", fails with the key for " + account.text()
                + ": such a key needs " + InstalledSdk.FIRST_WITH_LONG_KEYS + ".";
        complaints.add(new Complaint(
                new Location.File(sdk.installation()), new Reason(problem, "Upgrade it: pip install --upgrade wandb")));
    }

    private void hidden(Step hidden, Step used) {
        String problem = (isVariable(used) ? "It" : "The key here") + " is used for " + account.text()
                + " and hides another one: " + hidden.finding().location().text() + ".";
        String remedy = isVariable(used)
                ? "Unset it, or set WANDB_BASE_URL to the server that it is for, or erase the other one: "
                : "Remove this one, or erase the other one: ";
        complain(used, new Reason(problem, remedy + AccountCommand.logOut(account)));
    }

    private void refused(Step step, Rule rule) {
        if (circumstances.isHostForbidden() && isVariable(step)) {
            return; // nothing ties it to this server
        }
        String place =
                rule.setAt().map(location -> " (" + location.text() + ")").orElse("");
        String problem =
                "A credential for " + account.text() + " is here, and a rule forbids it: " + rule.statement() + place;
        complain(step, new Reason(problem, circumstances.isHostForbidden() ? erasing() : allowing(step)));
    }

    private String erasing() {
        return "Erase it: " + AccountCommand.logOut(account);
    }

    private String allowing(Step step) {
        return circumstances
                .better()
                .map(store -> moving(step, store))
                .orElse("Move it to a store that the policy allows: 'wandb auth stores' tells which can be used.");
    }

    /** How the key of a plaintext place gets into the store. */
    private String moving(Step step, SourceId store) {
        boolean isInStore = step.source().equals(ResolutionPolicy.NETRC) || circumstances.isKeeper(step.source());
        if (isVariable(step)) {
            return "Unset it, and save a key: " + AccountCommand.logIn(account, "--store " + store + " ");
        }
        if (!isInStore) {
            return "Save the key elsewhere and remove the line: "
                    + AccountCommand.logIn(account, "--store " + store + " ");
        }
        return circumstances.isKeeper(store)
                ? "Save the key again, which erases this one: "
                        + AccountCommand.logIn(account, "--relogin --store " + store + " ")
                : "Move it: " + AccountCommand.migrate(account, store.value());
    }

    private void absent(Step step) {
        if (circumstances.isKeeper(step.source())) {
            complain(
                    step,
                    new Reason(
                            "The key for " + account.text() + " was saved in the store " + step.source()
                                    + ", and it is not there any more.",
                            circumstances.isSavingToKeeperForbidden()
                                    ? "Forget it: " + AccountCommand.logOut(account)
                                    : "Save it again: "
                                            + AccountCommand.logIn(account, "--relogin --store " + step.source() + " ")
                                            + " ; or forget it: " + AccountCommand.logOut(account)));
        }
    }

    private static boolean isVariable(Step step) {
        return step.finding().location() instanceof Location.Variable;
    }

    private void complain(Step step, Reason reason) {
        complaints.add(new Complaint(step.finding().location(), reason));
    }
}
