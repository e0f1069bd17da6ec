package wandb.auth.app.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Effects;
import wandb.auth.app.FakeSource;
import wandb.auth.app.Given;
import wandb.auth.app.MemoryStore;
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

    private void hasStores(int line, SourceId... ids) {
        has(new Restriction.OnlyStores(List.of(ids), new Rule("Only some.", at(line))));
    }

    private void switchesOff(int line, SourceId id) {
        has(new Restriction.SourceOff(id, new Rule("Off.", at(line))));
    }

    private Judgement judge() {
        return new CheckPolicy(
                        new PolicyDraft(policy, Map.of(), named, mistakes, List.of()),
                        new CredentialStores(
                                List.of(FakeSource.giving("environment", Given.absent())
                                        .named()),
                                stores,
                                Optional.empty()))
                .judge();
    }

    private List<String> problems() {
        return judge().problems().stream()
                .map(problem ->
                        problem.location().text() + ": " + problem.reason().problem())
                .toList();
    }

    @Test
    void hasNoProblemWhereNothingContradictsAnything() {
        policy = policy.savingTo(new Configured<>(KEYRING, at(1)))
                .on(new Configured<>(Host.parse("https://wandb.example.com"), at(2)));
        hasStores(3, KEYRING);
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
                        "draft:2: There is no source or store 'keyrnig' here. Did you mean 'keyring'?",
                        "draft:3: There is no source or store 'vault' here."),
                problems());
    }

    @Test
    void tellsWhyAStoreCannotBeOpened() {
        SourceId helper = new SourceId("helper:x");
        stores.add(new StoreHandle(
                helper, () -> new StoreLookup.Broken(new Reason("There is no docker-credential-x.", "Install it."))));
        named.put(helper, line(2));
        policy = policy.savingTo(new Configured<>(helper, at(2)));

        assertEquals(
                List.of("draft:2: The store helper:x cannot be used here: There is no docker-credential-x."),
                problems());
    }

    @Test
    void savesWhereNoKeyMayBeSaved() {
        policy = policy.savingTo(new Configured<>(KEYRING, at(1)));
        hasStores(2, ResolutionPolicy.NETRC);

        assertEquals(
                List.of("draft:1: Keys are saved to keyring by default, which is forbidden: Only some." + " (draft:2)"),
                problems());
    }

    @Test
    void savesWhereNoKeyMayBeSavedSinceItNamesNoStore() {
        hasStores(2, KEYRING);

        assertEquals(
                List.of("draft:2: Keys are saved to netrc by default, which is forbidden: Only some." + " (draft:2)"),
                problems());
    }

    @Test
    void needsNoStoreWhereNothingMayBeSaved() {
        hasStores(2);

        assertEquals(List.of(), problems());
    }

    @Test
    void savesWhereAKeyIsKeptTooBadly() {
        has(new Restriction.LeastProtection(Protection.ENCRYPTED, new Rule("Not in plaintext.", at(2))));

        assertEquals(1, problems().size());
    }

    @Test
    void allowsAStoreThatIsSwitchedOff() {
        hasStores(1, ResolutionPolicy.NETRC, KEYRING);
        switchesOff(2, KEYRING);

        assertEquals(List.of("draft:1: Keys may be saved in keyring, and may not: Off. (draft:2)"), problems());
    }

    @Test
    void asksWhatIsSwitchedOff() {
        policy = policy.ordered(new Configured<>(List.of(KEYRING, ResolutionPolicy.NETRC), at(1)));
        switchesOff(2, KEYRING);

        assertEquals(List.of("draft:1: The order names keyring, which is turned off: Off. (draft:2)"), problems());
    }

    @Test
    void leadsEverybodyToAServerThatIsForbidden() {
        policy = policy.on(new Configured<>(Host.parse("https://wandb.example.com"), at(1)));
        has(new Restriction.OnlyHosts(
                List.of(HostPattern.parse("https://*.example.org")), new Rule("Only some servers.", at(2))));

        assertEquals(
                List.of(
                        "draft:1: The default_host https://wandb.example.com is forbidden: Only some servers. (draft:2)"),
                problems());
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
                Set.of("policy:3"), Set.of(judge().notes().getFirst().location().text()));
    }
}
