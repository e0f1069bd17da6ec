package wandb.auth.cli.context;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wandb.auth.app.lookup.CredentialLookup;
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
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.account.ProfileSwitcher;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationRepository;
import wandb.auth.domain.port.configuration.ConfiguredName;
import wandb.auth.domain.port.configuration.Parsed;
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
            case Availability.Usable usable -> "usable";
            case Availability.NotUsable not -> "not usable: " + not.reason();
            case Saved saved -> saved(saved);
            case Erased erased -> erased(erased);
            case StoreLookup lookup -> lookup(lookup);
            case Verdict verdict -> verdict(verdict);
            case TokenExchange.Granted granted ->
                "an access token, valid until " + granted.token().expiresAt();
            case TokenExchange.Rejected rejected -> "rejected: " + rejected.said();
            case TokenExchange.Unreachable unreachable -> "unreachable: " + unreachable.reason();
            case Configuration configuration -> configuration(configuration);
            case SdkSettings settings -> settings(settings);
            case null, default -> change(answer);
        };
    }

    private static String change(@Nullable Object answer) {
        return switch (answer) {
            case ConfigurationRepository.Done done -> "done";
            case ConfigurationRepository.Failed failed -> failed(failed.location(), failed.reason());
            case SdkSettingsRepository.Kept kept ->
                "done; " + places("set in ", kept.naming()) + places("taken out of ", kept.cleared());
            case SdkSettingsRepository.Failed failed -> failed(failed.location(), failed.reason());
            case ProfileSwitcher.Active active ->
                "active in " + active.location().text();
            case ProfileSwitcher.Inactive inactive -> "not the active profile";
            case ProfileSwitcher.NoneActive none ->
                none.location().text() + ": no key, so that no profile is active any more";
            case ProfileSwitcher.NoKey none -> none.location().text() + ": no key";
            case ProfileSwitcher.Failed failed -> failed(failed.location(), failed.reason());
            case Complaint complaint -> failed(complaint.location(), complaint.reason());
            case InstalledSdk sdk -> "SDK " + sdk.version() + " in " + sdk.installation();
            case SdkNetrc.Taken taken ->
                "the SDK takes the key in " + taken.location().text();
            case Parsed.Invalid<?> invalid -> failed(invalid.location(), invalid.reason());
            case Reason reason -> reason.toString();
            case Optional<?> optional -> optional.isPresent() ? of(optional.get()) : "nothing";
            case Collection<?> several -> several.size() + " found";
            case Boolean yes -> yes ? "yes" : "no";
            case null, default -> "done";
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
        String goesOn = step.finding().outcome().isPassedOver() ? "" : "; this ends the lookup";
        return "lookup: " + step.source() + ": " + of(step.finding()) + goesOn;
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found found -> "found " + found.credential().summary();
            case Outcome.Absent absent -> "nothing";
            case Outcome.Unusable unusable -> "unusable: " + unusable.reason();
            case Outcome.Refused refused -> "refused: " + refused.rule().text();
            case Outcome.Skipped skipped -> "skipped: " + skipped.rule().text();
        };
    }

    private static String saved(Saved saved) {
        return switch (saved) {
            case Saved.Stored stored ->
                "saved and read back: " + stored.location().text();
            case Saved.Conflict conflict -> conflict(conflict.location());
            case Saved.Failed failed -> failed(failed.location(), failed.reason());
        };
    }

    private static String erased(Erased erased) {
        return switch (erased) {
            case Erased.Gone gone -> "erased: " + gone.location().text();
            case Erased.Nothing nothing -> nothing.location().text() + ": nothing to erase";
            case Erased.Conflict conflict -> conflict(conflict.location());
            case Erased.Failed failed -> failed(failed.location(), failed.reason());
        };
    }

    private static String lookup(StoreLookup lookup) {
        return switch (lookup) {
            case StoreLookup.Opened opened -> "opened";
            case StoreLookup.Forbidden forbidden ->
                "forbidden: " + forbidden.rule().text();
            case StoreLookup.Broken broken -> "cannot be used: " + broken.reason();
            case StoreLookup.Unknown unknown -> "unknown here";
        };
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Confirmed confirmed ->
                "confirmed, user " + confirmed.identity().userName();
            case Verdict.Rejected rejected -> "rejected: " + rejected.said();
            case Verdict.Unreachable unreachable -> "unreachable: " + unreachable.reason();
        };
    }

    private static String configuration(Configuration configuration) {
        return policy(configuration.policy()) + "; saved accounts: "
                + configuration.savedAccounts().all().size() + "; " + profile(configuration.profile());
    }

    private static String policy(Parsed<ResolutionPolicy> policy) {
        return switch (policy) {
            case Parsed.Invalid<ResolutionPolicy> invalid -> failed(invalid.location(), invalid.reason());
            case Parsed.Valid<ResolutionPolicy> valid ->
                valid.value().restrictions().isEmpty()
                        ? "no policy restricts anything"
                        : String.join(" | ", rules(valid.value().restrictions()));
        };
    }

    private static List<String> rules(List<Restriction> restrictions) {
        return restrictions.stream().map(Restriction::rule).map(Rule::text).toList();
    }

    private static String profile(Parsed<Optional<ConfiguredName>> profile) {
        return switch (profile) {
            case Parsed.Invalid<Optional<ConfiguredName>> invalid -> failed(invalid.location(), invalid.reason());
            case Parsed.Valid<Optional<ConfiguredName>> valid ->
                valid.value()
                        .map(name -> "profile named by " + name.location().text())
                        .orElse("no profile named");
        };
    }

    private static String settings(SdkSettings settings) {
        return switch (settings.server()) {
            case Parsed.Invalid<Optional<ConfiguredAddress>> invalid -> failed(invalid.location(), invalid.reason());
            case Parsed.Valid<Optional<ConfiguredAddress>> valid ->
                valid.value()
                        .map(address -> "server named by " + address.location().text())
                        .orElse("no server named");
        };
    }

    private static String places(String verb, List<Location> places) {
        return places.isEmpty()
                ? ""
                : verb + String.join(", ", places.stream().map(Location::text).toList()) + " ";
    }

    private static String conflict(Location location) {
        return location.text() + ": something else is there now; unchanged";
    }

    private static String failed(Location location, Reason reason) {
        return location.text() + ": " + reason;
    }
}
