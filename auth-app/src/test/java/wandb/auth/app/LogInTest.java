package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Named.named;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.InstalledSdk;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.Restriction;
import wandb.auth.domain.SdkLocator;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

class LogInTest {

    private static final InstalledSdk OLD_SDK =
            new InstalledSdk(new InstalledSdk.Version(0, 22, 2), Path.of("site-packages"));
    private static final InstalledSdk NEW_SDK =
            new InstalledSdk(new InstalledSdk.Version(0, 22, 3), Path.of("site-packages"));

    private final MemoryStore store = new MemoryStore();
    private final Query query = Given.query();

    @Test
    void savesTheKeyAndTellsWhere() {
        LoginResult.LoggedIn result = loggedIn(logIn().save(query, Given.KEY));

        assertEquals(Optional.of(Given.KEY), store.keyOf(query.account()));
        assertEquals(Given.KEY, result.key());
        assertEquals(MemoryStore.PLACE, result.saved().location());
    }

    @Test
    void replacesTheKeyThatWasThere() {
        store.keep(query.account(), Given.OTHER_KEY);

        loggedIn(logIn().save(query, Given.KEY));

        assertEquals(Optional.of(Given.KEY), store.keyOf(query.account()));
    }

    static Stream<Named<Restriction>> restrictionsOnASave() {
        return Stream.of(
                named("another server only", new Restriction.OnlyHosts(List.of(), Given.RULE)),
                named("read-only store", new Restriction.OnlyStores(List.of(), Given.RULE)),
                named("store that no lookup asks", new Restriction.SourceOff(MemoryStore.ID, Given.RULE)),
                named("store that keeps keys badly", new Restriction.LeastProtection(Protection.REMOTE, Given.RULE)));
    }

    @ParameterizedTest
    @MethodSource("restrictionsOnASave")
    void savesNothingThatThePolicyForbids(Restriction restriction) {
        LogIn logIn = logIn(ResolutionPolicy.documented().restricted(restriction), noSdk());

        assertEquals(new LoginResult.Forbidden(Given.RULE), logIn.save(query, Given.KEY));
        assertEquals(Optional.empty(), store.keyOf(query.account()));
    }

    static Stream<Named<Saved>> savesThatDidNotWork() {
        return Stream.of(
                named("failed", new Saved.Failed(MemoryStore.PLACE, new Reason("The disk is full.", "Make room."))),
                named("conflict", new Saved.Conflict(MemoryStore.PLACE)));
    }

    @ParameterizedTest
    @MethodSource("savesThatDidNotWork")
    void passesOnWhyTheStoreDidNotSave(Saved answer) {
        store.answersASaveWith(answer);

        assertEquals(new LoginResult.NotSaved(answer), logIn().save(query, Given.KEY));
    }

    @Test
    void hasNoShadowWhereTheNextRunUsesTheSavedKey() {
        assertEquals(Optional.empty(), loggedIn(logIn().save(query, Given.KEY)).shadow());
    }

    @Test
    void hasNoShadowWhereAnotherSourceGivesTheSameKey() {
        LoginResult result = logIn(variable(Given.found(Given.KEY))).save(query, Given.KEY);

        assertEquals(Optional.empty(), loggedIn(result).shadow());
    }

    static Stream<Named<Outcome>> outcomesBeforeTheStore() {
        return Stream.of(
                named("another key", Given.found(Given.OTHER_KEY)),
                named("identity token", Given.foundIdentityToken()),
                named("unusable", Given.unusable()),
                named("refused", Given.refused()));
    }

    @ParameterizedTest
    @MethodSource("outcomesBeforeTheStore")
    void tellsWhatTheNextRunComesAcrossBeforeTheSavedKey(Outcome outcome) {
        LoginResult result = logIn(variable(outcome)).save(query, Given.KEY);

        assertEquals(outcome, loggedIn(result).shadow().orElseThrow().finding().outcome());
    }

    @Test
    void tellsOfAnSdkThatIsTooOldForTheKey() {
        assertEquals(Optional.of(OLD_SDK), oldSdkAfterSaving(Given.LONG_KEY, environment -> Optional.of(OLD_SDK)));
    }

    @Test
    void saysNothingOfAnSdkThatCanUseTheKey() {
        assertEquals(Optional.empty(), oldSdkAfterSaving(Given.LONG_KEY, environment -> Optional.of(NEW_SDK)));
    }

    @Test
    void doesNotLookForAnSdkWhereEveryVersionCanUseTheKey() {
        SdkLocator unexpected = environment -> fail("looked for an SDK");

        assertEquals(Optional.empty(), oldSdkAfterSaving(Given.KEY, unexpected));
    }

    @Test
    void tellsWhichCredentialIsThereAlready() {
        store.keep(query.account(), Given.KEY);

        LoginResult.AlreadyLoggedIn result =
                assertInstanceOf(LoginResult.AlreadyLoggedIn.class, logIn().useExisting(query));

        assertEquals(MemoryStore.ID, result.step().source());
        assertEquals(Given.found(Given.KEY), result.step().finding().outcome());
    }

    @Test
    void tellsWhatBlocksTheLookup() {
        store.keep(query.account(), Given.KEY);

        LoginResult.Blocked result = assertInstanceOf(
                LoginResult.Blocked.class, logIn(variable(Given.unusable())).useExisting(query));

        assertEquals(Given.unusable(), result.step().finding().outcome());
    }

    @Test
    void tellsWhereItLookedInVain() {
        LoginResult.NoCredential result = assertInstanceOf(
                LoginResult.NoCredential.class, logIn(variable(Given.absent())).useExisting(query));

        assertEquals(2, result.resolution().steps().size());
    }

    @Test
    void isForbiddenForAServerThatThePolicyForbidsAlsoWhereNoKeyIsThere() {
        Restriction restriction = new Restriction.OnlyHosts(List.of(), Given.RULE);
        LogIn logIn = logIn(ResolutionPolicy.documented().restricted(restriction), noSdk());

        assertEquals(new LoginResult.Forbidden(Given.RULE), logIn.useExisting(query));
    }

    private Optional<InstalledSdk> oldSdkAfterSaving(ApiKey key, SdkLocator locator) {
        return loggedIn(logIn(ResolutionPolicy.documented(), locator).save(query, key))
                .oldSdk();
    }

    private LogIn logIn(NamedSource... sources) {
        return logIn(ResolutionPolicy.documented(), noSdk(), sources);
    }

    private LogIn logIn(ResolutionPolicy policy, SdkLocator locator, NamedSource... sources) {
        List<NamedSource> all = Stream.concat(
                        Stream.of(sources), Stream.of(store.named().asSource()))
                .toList();
        return new LogIn(new CredentialLookup(all, policy), store.named(), policy, locator, Given.environment());
    }

    private static NamedSource variable(Outcome outcome) {
        return FakeSource.giving("environment", outcome).named();
    }

    private static SdkLocator noSdk() {
        return environment -> Optional.empty();
    }

    private static LoginResult.LoggedIn loggedIn(LoginResult result) {
        return assertInstanceOf(LoginResult.LoggedIn.class, result);
    }
}
