package wandb.auth.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Effects;
import wandb.auth.app.FakeSource;
import wandb.auth.app.Given;
import wandb.auth.app.MemoryStore;
import wandb.auth.app.Messages;
import wandb.auth.app.doctor.CheckPolicy.Judgement;
import wandb.auth.app.store.CredentialStores;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.HostPattern;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.port.configuration.PolicyDraft;

/** A policy that makes sense line by line and not as a whole. Each rule stands on a line of its own in the file {@code draft}. */
class CheckPolicyTest {

    private static final SourceId KEYRING = new SourceId("keyring");
    private static final Rule ONLY_SOME = new Rule("Only some.", at(2));
    private static final Rule OFF = new Rule("Off.", at(2));
    private static final Complaint MISTAKE = new Complaint(line(9), new Reason("It makes no sense.", "Correct it."));

    private final Map<SourceId, Location> named = new LinkedHashMap<>();
    private final List<Complaint> mistakes = new ArrayList<>();
    private final List<StoreHandle> stores = new ArrayList<>();
    private ResolutionPolicy policy = ResolutionPolicy.documented();

    @BeforeEach
    void install() {
        stores.add(new MemoryStore("netrc", Protection.PLAINTEXT, new Effects(() -> "")).named());
        stores.add(new MemoryStore("keyring", Protection.ENCRYPTED, new Effects(() -> "")).named());
    }

    private static Location line(int number) {
        return new Location.File(Path.of("draft"), number);
    }

    private static Optional<Location> at(int number) {
        return Optional.of(line(number));
    }

    private void has(Restriction restriction) {
        policy = policy.restricted(restriction);
    }

    private void hasStores(Rule rule, SourceId... ids) {
        has(new Restriction.OnlyStores(List.of(ids), rule));
    }

    private void switchesOff(Rule rule, SourceId id) {
        has(new Restriction.SourceOff(id, rule));
    }

    private Judgement judge() {
        return new CheckPolicy(
                        new PolicyDraft(policy, Map.of(), named, mistakes, List.of()),
                        new CredentialStores(
                                List.of(FakeSource.giving("environment", Given.absent())
                                        .named()),
                                stores))
                .judge();
    }

    private List<Complaint> problems() {
        return judge().problems();
    }

    @Test
    void hasNoProblemWhereNothingContradictsAnything() {
        policy = policy.savingTo(new Configured<>(KEYRING, at(1)))
                .on(new Configured<>(Host.parse("https://wandb.example.com"), at(2)));
        hasStores(new Rule("Only some.", at(3)), KEYRING);
        named.put(KEYRING, line(1));
        named.put(new SourceId("environment"), line(4));

        assertEquals(List.of(), problems());
    }

    @Test
    void hasTheMistakesOfTheLinesFirst() {
        mistakes.add(MISTAKE);
        named.put(new SourceId("vault"), line(1));

        assertEquals(MISTAKE, judge().problems().getFirst());
        assertEquals(2, judge().problems().size());
    }

    @Test
    void namesAStoreThatDoesNotExistAndTheNearest() {
        named.put(new SourceId("keyrnig"), line(2));
        named.put(new SourceId("vault"), line(3));

        assertEquals(
                List.of(
                        new Complaint(
                                line(2), Messages.unknownInPolicy(new SourceId("keyrnig"), Optional.of("keyring"))),
                        new Complaint(line(3), Messages.unknownInPolicy(new SourceId("vault"), Optional.empty()))),
                problems());
    }

    @Test
    void tellsWhyAStoreCannotBeOpened() {
        SourceId helper = new SourceId("helper:x");
        Reason gone = new Reason("There is no docker-credential-x.", "Install it.");
        stores.add(new StoreHandle(helper, () -> new StoreLookup.Broken(gone)));
        named.put(helper, line(2));
        policy = policy.savingTo(new Configured<>(helper, at(2)));

        assertEquals(List.of(new Complaint(line(2), Messages.brokenInPolicy(helper, gone))), problems());
    }

    @Test
    void savesWhereNoKeyMayBeSaved() {
        policy = policy.savingTo(new Configured<>(KEYRING, at(1)));
        hasStores(ONLY_SOME, ResolutionPolicy.NETRC);

        assertEquals(List.of(new Complaint(line(1), Messages.defaultAndForbidden(KEYRING, ONLY_SOME))), problems());
    }

    @Test
    void savesWhereNoKeyMayBeSavedSinceItNamesNoStore() {
        hasStores(ONLY_SOME, KEYRING);

        assertEquals(
                List.of(new Complaint(line(2), Messages.defaultAndForbidden(ResolutionPolicy.NETRC, ONLY_SOME))),
                problems());
    }

    @Test
    void needsNoStoreWhereNothingMayBeSaved() {
        hasStores(ONLY_SOME);

        assertEquals(List.of(), problems());
    }

    @Test
    void savesWhereAKeyIsKeptTooBadly() {
        has(new Restriction.LeastProtection(Protection.ENCRYPTED, new Rule("Not in plaintext.", at(2))));

        assertEquals(1, problems().size());
    }

    @Test
    void allowsAStoreThatIsSwitchedOff() {
        hasStores(new Rule("Only some.", at(1)), ResolutionPolicy.NETRC, KEYRING);
        switchesOff(OFF, KEYRING);

        assertEquals(List.of(new Complaint(line(1), Messages.allowedAndForbidden(KEYRING, OFF))), problems());
    }

    @Test
    void asksWhatIsSwitchedOff() {
        policy = policy.ordered(new Configured<>(List.of(KEYRING, ResolutionPolicy.NETRC), at(1)));
        switchesOff(OFF, KEYRING);

        assertEquals(List.of(new Complaint(line(1), Messages.orderedAndOff(KEYRING, OFF))), problems());
    }

    @Test
    void leadsEverybodyToAServerThatIsForbidden() {
        policy = policy.on(new Configured<>(Given.HOST, at(1)));
        has(new Restriction.OnlyHosts(List.of(HostPattern.parse("https://*.example.org")), ONLY_SOME));

        assertEquals(List.of(new Complaint(line(1), Messages.defaultHostForbidden(Given.HOST, ONLY_SOME))), problems());
    }

    /** What the policy in force forbids is not the fault of the one that is judged. */
    @Test
    void onlyNotesAStoreThatThePolicyInForceForbids() {
        SourceId vault = new SourceId("vault");
        stores.add(new StoreHandle(vault, () -> new StoreLookup.Forbidden(Given.RULE)));
        named.put(vault, line(1));
        policy = policy.savingTo(new Configured<>(vault, at(1)));

        assertEquals(List.of(), problems());
        assertEquals(
                new Complaint(Given.RULE.setAt().orElseThrow(), Messages.notChecked(vault, Given.RULE)),
                judge().notes().getFirst());
    }
}
