package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.spi.Availability;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.MemoryStore.Items;

/** Each promise can be broken: for each kind of broken store the test that must notice does. */
class BrokenStoresTest {

    /** Makes a store that breaks one promise. */
    interface Maker extends BiFunction<Items, Boolean, CredentialStore> {}

    /** The contract of whatever store is being tried. */
    static final class Subject extends CredentialStoreContract {

        static @Nullable StoreProvider provider;
        static Set<Limit> limits = Set.of();

        @Override
        protected StoreProvider provider() {
            return Optional.ofNullable(provider).orElseThrow();
        }

        @Override
        protected Surroundings usable() {
            return Surroundings.of(Path.of("/"), Map.of());
        }

        @Override
        protected Surroundings unavailable() {
            return Surroundings.of(Path.of("/"), Map.of("NO_MEMORY", "1"));
        }

        @Override
        protected Optional<Surroundings> silent() {
            return Optional.of(unavailable());
        }

        @Override
        protected Set<Limit> limits() {
            return limits;
        }

        @Override
        protected boolean isSharedWithOtherProcesses() {
            return false;
        }
    }

    private static Set<String> failuresOf(Maker maker, Limit... limits) {
        Subject.provider = new MemoryStoreProvider(new Items(), maker);
        Subject.limits = Set.of(limits);
        Set<String> failures = ConcurrentHashMap.newKeySet();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Subject.class))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    failures.add(test.getUniqueId());
                }
            }
        });
        return failures;
    }

    private static DynamicTest noticed(String name, String test, Maker maker) {
        return dynamicTest(name, () -> {
            Set<String> failures = failuresOf(maker);
            for (String profile : List.of("DefaultProfile", "NamedProfile")) {
                assertTrue(
                        failures.stream()
                                .anyMatch(failure -> failure.contains(profile) && failure.contains(":" + test + "(")),
                        () -> test + " did not fail; these did: " + failures);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> aBrokenPromiseIsNoticed() {
        return Stream.of(
                noticed("profiles are mixed", "profilesOfAServerAreTwo", Mixing::new),
                noticed("paths are mixed", "serversOfSimilarAddressesAreTwo", Pathless::new),
                noticed("the cloud's names are two servers", "theCloudsKeyIsFoundByEitherName", TwoClouds::new),
                noticed("nothing is erased", "whatWasErasedIsAbsent", Keeping::new),
                noticed("what is expected is passed over", "aSaveOverAnEarlierRevisionConflicts", Careless::new),
                noticed("writers do not take turns", "noChangeIsLostWhereEachExpectsWhatItRead", Racing::new),
                noticed("unavailable is absent", "aPlaceThatIsNotThereIsNotWithoutAKey", Forgetful::new),
                noticed("it is late and says absent", "aLookupThatIsTooLateDoesNotSayThatNothingIsThere", Hasty::new),
                noticed("the secret is in the place", "noAnswerShowsASecret", Telling::new),
                noticed("most of the secret is in the place", "noAnswerShowsASecret", TellingMost::new),
                noticed("a piece of the secret is in a message", "noAnswerShowsASecret", TellingAPiece::new),
                noticed("an exception has a piece of the secret", "noAnswerShowsASecret", Throwing::new),
                noticed("its own text has a piece of the secret", "noAnswerShowsASecret", Remembering::new),
                noticed("a text drives the terminal", "everyTextCanBeShownAsItIs", Raw::new),
                noticed("the protection changes", "howWellItProtectsAKeyDependsOnNothing", Changing::new),
                noticed("long keys are cut", "everyKeyComesBack", Cutting::new),
                noticed("long names are refused", "everyAddressOfAServerCanHoldAKey", ShortNamed::new),
                noticed("a silent place is waited for", "aPlaceThatNeverAnswersIsNotWaitedFor", Available::new));
    }

    @Test
    void aPlaceWithoutLongNamesMayRefuseThem() {
        assertEquals(Set.of(), failuresOf(ShortNamed::new, Limit.NO_LONG_NAMES));
    }

    @Test
    void aPlaceWithoutLongNamesMayNotPretend() {
        Set<String> failures = failuresOf(Pretending::new, Limit.NO_LONG_NAMES);
        assertTrue(
                failures.stream().anyMatch(failure -> failure.contains("everyAddressOfAServerCanHoldAKey")),
                failures::toString);
    }

    private static final class Mixing extends MemoryStore {
        Mixing(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        String name(Account account) {
            return account.host().toString();
        }
    }

    private static final class Pathless extends MemoryStore {
        Pathless(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        String name(Account account) {
            return account.host().isPublicCloud()
                    ? super.name(account)
                    : account.host().machine() + account.profile();
        }
    }

    private static final class TwoClouds extends MemoryStore {
        TwoClouds(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        String name(Account account) {
            return account.toString();
        }
    }

    private static final class Keeping extends MemoryStore {
        Keeping(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Erased erase(Query query, Precondition expected) {
            return items.byName.containsKey(name(query.account()))
                    ? new Erased.Gone(PLACE)
                    : super.erase(query, expected);
        }
    }

    private static final class Careless extends MemoryStore {
        Careless(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        boolean isExpected(Precondition expected, @Nullable Item present) {
            return true;
        }
    }

    /** Compares first and writes later. */
    private static final class Racing extends MemoryStore {
        Racing(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            Item present = items.byName.get(name(query.account()));
            if (!isExpected(expected, present)) {
                return new Saved.Conflict(PLACE);
            }
            LockSupport.parkNanos(2_000_000);
            return super.save(query, key, new Precondition.Anything());
        }
    }

    private static final class Forgetful extends MemoryStore {
        private final boolean usable;

        Forgetful(Items items, boolean usable) {
            super(items, usable);
            this.usable = usable;
        }

        @Override
        public Finding find(Query query) {
            return usable ? super.find(query) : new Finding(PLACE, new Outcome.Absent());
        }
    }

    private static final class Hasty extends MemoryStore {
        Hasty(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Finding find(Query query) {
            return query.deadline().hasPassed(System.nanoTime())
                    ? new Finding(PLACE, new Outcome.Absent())
                    : super.find(query);
        }
    }

    private static final class Telling extends MemoryStore {
        Telling(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Finding find(Query query) {
            Finding finding = super.find(query);
            return finding.outcome() instanceof Outcome.Found found
                    ? new Finding(new Location.Place(found.credential().reveal()), found)
                    : finding;
        }
    }

    /** All but the last character. */
    private static final class TellingMost extends MemoryStore {
        TellingMost(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Finding find(Query query) {
            Finding finding = super.find(query);
            return finding.outcome() instanceof Outcome.Found found
                    ? new Finding(new Location.Place(found.credential().reveal().substring(0, 39)), found)
                    : finding;
        }
    }

    /** Twelve characters, in capital letters. */
    private static final class TellingAPiece extends MemoryStore {
        TellingAPiece(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            String piece = key.reveal().substring(9, 21).toUpperCase(Locale.ROOT);
            return super.save(query, key, expected) instanceof Saved.Stored stored
                    ? new Saved.Stored(stored.location(), stored.revision(), List.of("Saved ..." + piece + "..."))
                    : new Saved.Failed(PLACE, new Reason("It is not " + piece + ".", "Try again."));
        }
    }

    private static final class Throwing extends MemoryStore {
        Throwing(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            throw new IllegalStateException("HTTP 500: " + key.reveal().substring(20, 32));
        }
    }

    private static final class Remembering extends MemoryStore {
        private String last = "";

        Remembering(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            last = key.reveal().substring(28);
            return super.save(query, key, expected);
        }

        @Override
        public String toString() {
            return "Remembering[" + last + "]";
        }
    }

    private static final class Raw extends MemoryStore {
        Raw(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Finding find(Query query) {
            return new Finding(PLACE, super.find(query).outcome(), List.of("\u001b[2J"));
        }
    }

    private static final class Changing extends MemoryStore {
        private final boolean usable;

        Changing(Items items, boolean usable) {
            super(items, usable);
            this.usable = usable;
        }

        @Override
        public Protection protection() {
            return usable ? Protection.REMOTE : Protection.PLAINTEXT;
        }
    }

    private static final class Cutting extends MemoryStore {
        Cutting(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            String text = key.reveal();
            return super.save(query, ApiKey.parse(text.substring(0, Math.min(text.length(), 90))), expected);
        }
    }

    private static final class Available extends MemoryStore {
        Available(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Availability availability(Deadline deadline) {
            return new Availability.Usable();
        }
    }

    private static class ShortNamed extends MemoryStore {
        ShortNamed(Items items, boolean usable) {
            super(items, usable);
        }

        static boolean isLong(Query query) {
            return query.account().host().toString().length() > 200;
        }

        @Override
        public Saved save(Query query, ApiKey key, Precondition expected) {
            return isLong(query)
                    ? new Saved.Failed(PLACE, new Reason("The name is too long.", "Use another store."))
                    : super.save(query, key, expected);
        }
    }

    /** Refuses what it keeps all the same. */
    private static final class Pretending extends ShortNamed {
        Pretending(Items items, boolean usable) {
            super(items, usable);
        }

        @Override
        public Finding find(Query query) {
            return isLong(query)
                    ? new Finding(PLACE, new Outcome.Found(ApiKey.parse("b".repeat(40)), Revision.of("b")))
                    : super.find(query);
        }
    }
}
