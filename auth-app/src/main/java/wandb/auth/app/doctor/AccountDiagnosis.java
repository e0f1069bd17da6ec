package wandb.auth.app.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.app.Messages;
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
            complain(step, new Reason(Messages.keptInPlaintext(account, better.get()), moving(step, better.get())));
        }
    }

    private void tooOld(InstalledSdk sdk) {
        complaints.add(new Complaint(new Location.File(sdk.installation()), Messages.sdkTooOld(sdk, account)));
    }

    private void hidden(Step hidden, Step used) {
        Location other = hidden.finding().location();
        String logOut = AccountCommand.logOut(account);
        complain(
                used,
                isVariable(used)
                        ? Messages.hiddenByVariable(account, other, logOut)
                        : Messages.hiddenByKey(account, other, logOut));
    }

    private void refused(Step step, Rule rule) {
        if (circumstances.isHostForbidden() && isVariable(step)) {
            return; // nothing ties it to this server
        }
        String remedy =
                circumstances.isHostForbidden() ? Messages.eraseIt(AccountCommand.logOut(account)) : allowing(step);
        complain(step, new Reason(Messages.credentialForbidden(account, rule), remedy));
    }

    private String allowing(Step step) {
        return circumstances.better().map(store -> moving(step, store)).orElse(Messages.MOVE_TO_ALLOWED_STORE);
    }

    /** How the key of a plaintext place gets into the store. */
    private String moving(Step step, SourceId store) {
        boolean isInStore = step.source().equals(ResolutionPolicy.NETRC) || circumstances.isKeeper(step.source());
        if (isVariable(step)) {
            return Messages.unsetAndSave(logIn("", store));
        }
        if (!isInStore) {
            return Messages.saveElsewhere(logIn("", store));
        }
        return circumstances.isKeeper(store)
                ? Messages.saveAgainErasing(logIn("--relogin ", store))
                : Messages.moveIt(AccountCommand.migrate(account, store.value()));
    }

    private String logIn(String option, SourceId store) {
        return AccountCommand.logIn(account, option + "--store " + store + " ");
    }

    private void absent(Step step) {
        if (circumstances.isKeeper(step.source())) {
            String logOut = AccountCommand.logOut(account);
            String remedy = circumstances.isSavingToKeeperForbidden()
                    ? Messages.forgetIt(logOut)
                    : Messages.saveAgainOrForget(logIn("--relogin ", step.source()), logOut);
            complain(step, new Reason(Messages.keyIsGone(account, step.source()), remedy));
        }
    }

    private static boolean isVariable(Step step) {
        return step.finding().location() instanceof Location.Variable;
    }

    private void complain(Step step, Reason reason) {
        complaints.add(new Complaint(step.finding().location(), reason));
    }
}
