package wandb.auth.cli.context;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.app.lookup.CredentialLookup;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.terminal.Trace;
import wandb.auth.domain.Credential;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Resolution.Step;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.sdk.ConfiguredAddress;
import wandb.auth.domain.port.sdk.InstalledSdk;
import wandb.auth.domain.port.sdk.SdkNetrc;
import wandb.auth.domain.port.sdk.SdkSettings;
import wandb.auth.domain.port.sdk.SdkSettingsRepository;
import wandb.auth.domain.port.server.ServerRequest;
import wandb.auth.domain.port.server.TokenExchange;
import wandb.auth.domain.port.server.Verdict;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

/** The answers of ports in the words of a trace: only what {@code status} and messages show too, never text as it was read. */
final class TraceText {

    private TraceText() {}

    /** The secret that is asked about or answered with; empty if absent. */
    static Optional<String> secret(@Nullable Object value) {
        return switch (value) {
            case Credential credential -> Optional.of(credential.reveal());
            case Finding finding -> secret(finding.outcome());
            case Outcome.Found found -> secret(found.credential());
            case SdkNetrc.Taken taken -> secret(taken.key());
            case TokenExchange.Granted granted -> Optional.of(granted.token().reveal());
            case Optional<?> optional -> optional.flatMap(TraceText::secret);
            case null, default -> Optional.empty();
        };
    }

    /** What an argument says of the question, after a blank; empty if it says nothing. */
    static String subject(@Nullable Object argument) {
        return switch (argument) {
            case SourceId id -> " " + id;
            case Host host -> " " + host;
            case ServerRequest request -> " " + request.host();
            case Query query -> " " + query.account().host();
            case null, default -> "";
        };
    }

    /** The answer in words. */
    static String of(@Nullable Object answer) {
        return switch (answer) {
            case Finding finding -> finding.location().text() + ": " + outcome(finding.outcome());
            case Availability.Usable usable -> Messages.STORE_USABLE;
            case Availability.NotUsable not -> Messages.storeNotUsable(not.reason());
            case Saved saved -> saved(saved);
            case Erased erased -> erased(erased);
            case StoreLookup lookup -> lookup(lookup);
            case Verdict verdict -> verdict(verdict);
            case TokenExchange.Granted granted ->
                Messages.tracedAccessToken(granted.token().expiresAt());
            case Configuration configuration -> configuration(configuration);
            case SdkSettings settings -> settings(settings);
            case null, default -> change(answer);
        };
    }

    private static String change(@Nullable Object answer) {
        return switch (answer) {
            case Parsed.Valid<?>(SdkSettingsRepository.Kept kept) ->
                Messages.tracedServerKept(kept.naming(), kept.cleared());
            case ProfileSwitcher.Active active -> Messages.tracedActive(active.location());
            case ProfileSwitcher.Inactive inactive -> Messages.TRACED_INACTIVE;
            case ProfileSwitcher.NoneActive none -> Messages.tracedNoneActive(none.location());
            case ProfileSwitcher.NoKey none -> Messages.tracedNoKey(none.location());
            case ProfileSwitcher.Failed failed -> failed(failed.location(), failed.reason());
            case Complaint complaint -> failed(complaint.location(), complaint.reason());
            case InstalledSdk sdk -> Messages.tracedSdk(sdk);
            case SdkNetrc.Taken taken -> Messages.tracedKeyOfSdk(taken.location());
            case Parsed.Invalid<?> invalid -> failed(invalid.location(), invalid.reason());
            case Reason reason -> reason.toString();
            case Optional<?> optional -> optional.isPresent() ? of(optional.get()) : Messages.TRACED_NOTHING;
            case Collection<?> several -> Messages.tracedSeveral(several.size());
            case Boolean yes -> yes ? Messages.YES : Messages.NO;
            case null, default -> Messages.TRACED_DONE;
        };
    }

    /** The lookup, of which each step is one of the trace. */
    static CredentialLookup shown(CredentialLookup lookup, Trace trace) {
        return lookup.watchedBy(step -> {
            secret(step.finding()).ifPresent(trace::hide);
            trace.step(of(step));
        });
    }

    /** What the lookup makes of a source's answer, by the policy. */
    static String of(Step step) {
        String answer = of(step.finding());
        return step.finding().outcome().isPassedOver()
                ? Messages.tracedLookup(step.source(), answer)
                : Messages.tracedEndOfLookup(step.source(), answer);
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> Messages.tracedFound(found.credential().summary());
            case Outcome.Absent absent -> Messages.TRACED_NOTHING;
            case Outcome.Unusable unusable -> Messages.tracedUnusable(unusable.reason());
            case Outcome.Refused refused -> Messages.tracedRefused(refused.rule());
            case Outcome.Skipped skipped -> Messages.skipped(skipped.rule());
        };
    }

    private static String saved(Saved saved) {
        return switch (saved) {
            case Saved.Stored stored -> Messages.tracedSaved(stored.location());
            case Saved.Conflict conflict -> Messages.tracedConflict(conflict.location());
            case Saved.Failed failed -> failed(failed.location(), failed.reason());
        };
    }

    private static String erased(Erased erased) {
        return switch (erased) {
            case Erased.Gone gone -> Messages.tracedErased(gone.location());
            case Erased.Nothing nothing -> Messages.tracedNothingToErase(nothing.location());
            case Erased.Conflict conflict -> Messages.tracedConflict(conflict.location());
            case Erased.Failed failed -> failed(failed.location(), failed.reason());
        };
    }

    private static String lookup(StoreLookup lookup) {
        return switch (lookup) {
            case StoreLookup.Opened opened -> Messages.TRACED_OPENED;
            case StoreLookup.Forbidden forbidden -> Messages.storeForbidden(forbidden.rule());
            case StoreLookup.Broken broken -> Messages.cannotBeUsed(broken.reason());
            case StoreLookup.Unknown unknown -> Messages.TRACED_UNKNOWN;
        };
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Confirmed confirmed ->
                Messages.tracedConfirmed(confirmed.identity().userName());
            case Verdict.Rejected rejected -> Messages.tracedRejected(rejected.said());
            case Verdict.Unreachable unreachable -> Messages.tracedUnreachable(unreachable.reason());
        };
    }

    private static String configuration(Configuration configuration) {
        return Messages.tracedConfiguration(
                policy(configuration.policy()),
                configuration.savedAccounts().all().size(),
                profile(configuration.profile()));
    }

    private static String policy(Parsed<ResolutionPolicy> policy) {
        return switch (policy) {
            case Parsed.Invalid<ResolutionPolicy> invalid -> failed(invalid.location(), invalid.reason());
            case Parsed.Valid<ResolutionPolicy> valid ->
                valid.value().restrictions().isEmpty()
                        ? Messages.TRACED_NO_RULES
                        : String.join(" | ", rules(valid.value().restrictions()));
        };
    }

    private static List<String> rules(List<Restriction> restrictions) {
        return restrictions.stream().map(Restriction::rule).map(Rule::text).toList();
    }

    private static String profile(Parsed<ProfileChoice> profile) {
        return switch (profile) {
            case Parsed.Invalid<ProfileChoice> invalid -> failed(invalid.location(), invalid.reason());
            case Parsed.Valid<ProfileChoice> valid ->
                valid.value().location().map(Messages::tracedProfileNamedBy).orElse(Messages.TRACED_NO_PROFILE);
        };
    }

    private static String settings(SdkSettings settings) {
        return switch (settings.server()) {
            case Parsed.Invalid<Optional<ConfiguredAddress>> invalid -> failed(invalid.location(), invalid.reason());
            case Parsed.Valid<Optional<ConfiguredAddress>> valid ->
                valid.value()
                        .map(address -> Messages.tracedServerNamedBy(address.location()))
                        .orElse(Messages.TRACED_NO_SERVER);
        };
    }

    private static String failed(Location location, Reason reason) {
        return location.text() + ": " + reason;
    }
}
