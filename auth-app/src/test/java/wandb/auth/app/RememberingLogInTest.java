package wandb.auth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.HostOrigin;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.ResolutionPolicy;
import wandb.auth.domain.ServerMemory;
import wandb.auth.domain.spi.Query;
import wandb.auth.domain.spi.Saved;

class RememberingLogInTest {

    private static final HostChoice BY_OPTION = new HostChoice(Given.HOST, HostOrigin.OPTION, Optional.empty());
    private static final ServerMemory.Kept KEPT = new ServerMemory.Kept(List.of(new Location.Place("settings")));
    private static final ServerMemory.Failed FAILED =
            new ServerMemory.Failed(new Location.Place("settings"), new Reason("It is read-only.", "Mend it."));

    private final MemoryStore store = new MemoryStore();
    private final Query query = Given.query();

    @ParameterizedTest
    @EnumSource(names = {"OPTION", "CLOUD_OPTION"})
    void remembersTheServerThatTheCommandLineNamesAfterTheKeyIsSaved(HostOrigin origin) {
        FakeMemory memory = new FakeMemory(Optional.empty(), KEPT);

        LoginResult.LoggedIn result = assertInstanceOf(
                LoginResult.LoggedIn.class,
                logIn(memory).save(new HostChoice(Given.HOST, origin, Optional.empty()), query, Given.KEY));

        assertEquals(Optional.of(KEPT), result.server());
        assertEquals(List.of("asked without a key", "remembered with a key"), memory.calls);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPTION", "CLOUD_OPTION"})
    void leavesTheServerAloneThatIsConfiguredAlready(HostOrigin origin) {
        FakeMemory memory = new FakeMemory(Optional.of(FAILED), FAILED);
        HostChoice choice = new HostChoice(Given.HOST, origin, Optional.empty());

        LoginResult.LoggedIn saved =
                assertInstanceOf(LoginResult.LoggedIn.class, logIn(memory).save(choice, query, Given.KEY));
        LoginResult.AlreadyLoggedIn there = assertInstanceOf(
                LoginResult.AlreadyLoggedIn.class, logIn(memory).useExisting(choice, query));

        assertEquals(Optional.empty(), saved.server());
        assertEquals(Optional.empty(), there.server());
        assertEquals(List.of(), memory.calls);
    }

    @Test
    void savesNothingWhereTheServerCouldNotBeRemembered() {
        LoginResult result = logIn(new FakeMemory(Optional.of(FAILED), FAILED)).save(BY_OPTION, query, Given.KEY);

        assertEquals(new LoginResult.NotSaved(new Saved.Failed(FAILED.location(), FAILED.reason())), result);
        assertEquals(Optional.empty(), store.keyOf(query.account()));
    }

    @Test
    void remembersNothingWhereTheKeyIsNotSaved() {
        FakeMemory memory = new FakeMemory(Optional.empty(), KEPT);
        store.answersASaveWith(new Saved.Conflict(MemoryStore.PLACE));

        assertInstanceOf(LoginResult.NotSaved.class, logIn(memory).save(BY_OPTION, query, Given.KEY));

        assertEquals(List.of("asked without a key"), memory.calls);
    }

    @Test
    void tellsWhereTheKeyIsSavedAndTheServerIsNotRemembered() {
        LoginResult.LoggedIn result = assertInstanceOf(
                LoginResult.LoggedIn.class,
                logIn(new FakeMemory(Optional.empty(), FAILED)).save(BY_OPTION, query, Given.KEY));

        assertEquals(Optional.of(FAILED), result.server());
    }

    @Test
    void remembersTheServerOfACredentialThatIsThereAlready() {
        store.keep(query.account(), Given.KEY);
        FakeMemory memory = new FakeMemory(Optional.empty(), KEPT);

        LoginResult.AlreadyLoggedIn result = assertInstanceOf(
                LoginResult.AlreadyLoggedIn.class, logIn(memory).useExisting(BY_OPTION, query));

        assertEquals(Optional.of(KEPT), result.server());
    }

    @Test
    void remembersNothingWhereThereIsNoCredential() {
        FakeMemory memory = new FakeMemory(Optional.empty(), KEPT);

        assertInstanceOf(LoginResult.NoCredential.class, logIn(memory).useExisting(BY_OPTION, query));

        assertEquals(List.of(), memory.calls);
    }

    private RememberingLogIn logIn(ServerMemory memory) {
        ResolutionPolicy policy = ResolutionPolicy.documented();
        CredentialLookup lookup = new CredentialLookup(List.of(store.named().asSource()), policy);
        LogIn logIn = new LogIn(lookup, store.named(), policy, environment -> Optional.empty(), Given.environment());
        return new RememberingLogIn(logIn, memory, Given.environment());
    }

    /** Gives prepared answers, and notes whether the store had a key when it was called. */
    private final class FakeMemory implements ServerMemory {

        private final Optional<Failed> obstacle;
        private final Remembered answer;
        private final List<String> calls = new ArrayList<>();

        FakeMemory(Optional<Failed> obstacle, Remembered answer) {
            this.obstacle = obstacle;
            this.answer = answer;
        }

        @Override
        public Optional<Failed> obstacle(Environment environment, Host host) {
            note("asked");
            return obstacle;
        }

        @Override
        public Remembered remember(Environment environment, Host host) {
            note("remembered");
            return answer;
        }

        private void note(String call) {
            calls.add(call + (store.keyOf(query.account()).isPresent() ? " with a key" : " without a key"));
        }
    }
}
