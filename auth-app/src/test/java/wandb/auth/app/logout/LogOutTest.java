package wandb.auth.app.logout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.app.Effects;
import wandb.auth.app.FakeRegistry;
import wandb.auth.app.FakeTokens;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.MemoryStore;
import wandb.auth.app.logout.LogOut.LogoutResult;
import wandb.auth.app.logout.LogOut.Removal;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.spi.Erased;

class LogOutTest {

    private static final Account GITHUB = new Account(Host.parse("https://github.com"), Profile.DEFAULT);
    private static final Account WORK = new Account(GITHUB.host(), new Profile("work"));

    private final Machine machine = new Machine();

    @Nested
    class OfAKnownAccount {

        @Test
        void erasesTheKeyFromEveryStoreThatCanBeUsed() {
            isIn(machine.keyring());
            machine.netrc().keep(Given.account(), Given.OTHER_KEY);

            LogoutResult.Done done = logOut();

            assertEquals(
                    List.of(gone(machine.netrc()), gone(machine.keyring()), nothing(machine.vault())), done.removals());
            assertEquals(List.of(), done.remaining());
            assertFalse(done.isNothing());
        }

        @Test
        void isForgottenAfterThat() {
            isIn(machine.keyring());

            assertEquals(Optional.empty(), logOut().unforgotten());
            assertEquals("netrc has none, keyring has none, nothing is noted, no server is chosen", machine.state());
            assertTrue(machine.effects().seen().getLast().startsWith("forget where netrc has none, keyring has none"));
        }

        @Test
        void erasesTheTokensThatTheServerGaveAndRecordsIt() {
            machine.recordedIn(Machine.TRAIL).tokens().keep(Given.HOST);
            isIn(machine.netrc());

            assertEquals(Optional.of(new Erased.Gone(FakeTokens.PLACE)), logOut().tokens());
            assertTrue(
                    machine.trail().lines().toString().contains("access-tokens"),
                    () -> machine.trail().lines().toString());
        }

        @Test
        void keepsTheTokensWhereThatCannotBeRecorded() {
            machine.recordedIn(Machine.TRAIL).tokens().keep(Given.HOST);
            machine.trail().cannotBeWritten(Machine.TRAIL);
            isIn(machine.netrc());

            assertInstanceOf(Erased.Failed.class, logOut().tokens().orElseThrow());
            assertTrue(machine.tokens().keepsTokens(Given.environment(), Given.HOST));
        }

        @Test
        void keepsTheTokensThatAreNoneOfANamedProfile() {
            machine.tokens().keep(Given.HOST);
            Account work = new Account(Given.HOST, new Profile("work"));
            machine.registry().holds(work, machine.netrc());

            assertEquals(
                    Optional.empty(),
                    assertInstanceOf(LogoutResult.Done.class, machine.logOut().logOut(Given.choice(work)))
                            .tokens());
        }

        @Test
        void leavesAKeychainOutThatCannotBeUsedHere() {
            isIn(machine.netrc());
            machine.keyring().breaks();

            LogoutResult.Done done = logOut();

            assertEquals(List.of(gone(machine.netrc()), nothing(machine.vault())), done.removals());
            assertEquals(Optional.empty(), machine.registry().entryOf(Given.account()));
        }

        @Test
        void failsWhereTheKeychainThatHasTheKeyCannotBeUsed() {
            isIn(machine.keyring());
            machine.keyring().breaks();

            LogoutResult.Done done = logOut();

            assertTrue(done.removals()
                    .contains(new Removal(
                            machine.keyring().id(),
                            new Erased.Failed(machine.keyring().place(), MemoryStore.BROKEN))));
            assertEquals(machine.keyring().id(), done.remaining().getFirst().source());
        }

        @Test
        void isNotForgottenWhereAStoreDidNotErase() {
            isIn(machine.keyring());
            machine.netrc()
                    .answersAnEraseWith(new Erased.Conflict(machine.netrc().place()));

            assertEquals(Optional.empty(), logOut().unforgotten());
            assertTrue(machine.registry().entryOf(Given.account()).isPresent());
        }

        @Test
        void erasesTheKeyFromEveryStoreThatItWasEverSavedTo() {
            machine.save(machine.vault());
            machine.save(machine.keyring());
            machine.save(machine.netrc());

            logOut();

            assertEquals("netrc has none, keyring has none, nothing is noted, no server is chosen", machine.state());
            assertEquals(Optional.empty(), machine.vault().keyOf(Given.account()));
            assertEquals(List.of(), machine.registry().earlier());
        }

        @Test
        void namesAnEarlierStoreThatCannotBeReachedAndKeepsItNoted() {
            machine.save(machine.keyring());
            machine.save(machine.netrc());
            machine.keyring().breaks();

            LogoutResult.Done done = logOut();

            assertTrue(done.removals()
                    .contains(new Removal(
                            machine.keyring().id(),
                            new Erased.Failed(machine.keyring().place(), MemoryStore.BROKEN))));
            assertEquals(
                    List.of(new KeyPlace(Given.account(), machine.keyring().id())),
                    machine.registry().earlier());
            assertEquals(Optional.empty(), done.unforgotten());
        }

        @Test
        void namesAnEarlierStoreThatIsNotInstalledAnyMore() {
            machine.registry().put(new SavedAccount(Given.account(), new SourceId("helper:gone"), Optional.empty()));
            machine.save(machine.netrc());

            LogoutResult.Done done = logOut();

            Removal last = done.removals().getLast();
            assertEquals("helper:gone", last.store().value());
            assertFalse(last.isClean());
            assertEquals(List.of(), machine.registry().earlier());
        }

        @Test
        void leavesTheEntryOfNetrcThatIsAnotherAccountsToo() {
            isIn(machine.netrc());
            Account other = new Account(Host.parse(Given.HOST + "/other"), Profile.DEFAULT);
            machine.registry().holds(other, machine.netrc());

            LogoutResult.Done done = logOut();

            assertEquals(Optional.of(other), done.shared());
            assertEquals(List.of(), done.remaining());
            assertEquals("netrc has the key, keyring has none, nothing is noted, no server is chosen", machine.state());
            assertTrue(machine.registry().entryOf(other).isPresent());
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void isForgottenWhereItsStoreIsNotInstalledAnyMoreAndThatItStaysThereIsSaid(boolean isSetUp) {
            if (isSetUp) {
                machine.isNotInstalled("helper:gone");
            }
            machine.registry().put(new SavedAccount(Given.account(), new SourceId("helper:gone"), Optional.empty()));

            LogoutResult.Done done = logOut();

            assertEquals("helper:gone", done.removals().getLast().store().value());
            assertFalse(done.removals().getLast().isClean());
            assertEquals(List.of(), done.remaining());
            assertEquals(Optional.empty(), machine.registry().entryOf(Given.account()));
            assertFalse(done.isNothing());
        }

        @Test
        void tellsThatItIsStillRemembered() {
            isIn(machine.netrc());
            machine.registry().cannotBeWritten();

            assertEquals(Optional.of(FakeRegistry.FAILED), logOut().unforgotten());
        }

        @Test
        void tellsWhatStillGivesACredential() {
            isIn(machine.netrc());
            machine.variableGives(Given.found(Given.OTHER_KEY));

            assertEquals("environment", logOut().remaining().getFirst().source().value());
        }

        @Test
        void erasesAKeyThatThePolicyRefuses() {
            isIn(machine.netrc());
            machine.restricted(new Restriction.LeastProtection(Protection.REMOTE, Given.RULE));
            machine.restricted(new Restriction.OnlyStores(List.of(), Given.RULE));

            logOut();

            assertEquals(Optional.empty(), machine.netrc().keyOf(Given.account()));
        }

        @Test
        void hasNothingToDoWhereNothingIsThere() {
            isKnownByTheSettings();

            assertTrue(logOut().isNothing());
        }

        @Test
        void erasesTheEntryThatTheSdkMade() {
            isKnownByTheSettings();
            machine.netrc().keep(Given.account(), Given.KEY);

            LogoutResult.Done done = logOut();

            assertEquals(gone(machine.netrc()), done.removals().getFirst());
            assertEquals(Optional.empty(), done.unforgotten());
        }

        @Test
        void isRecordedForEveryStoreThatHadAKey() {
            isIn(machine.keyring());
            machine.recordedIn(Machine.TRAIL);

            logOut();

            assertEquals(
                    List.of("/var/log/keys: erase keyring done"),
                    machine.trail().lines());
        }
    }

    @Nested
    class OfAnUnknownAccount {

        @Test
        void erasesTheTokensOfItsServerAndNothingElse() {
            machine.tokens().keep(GITHUB.host());
            machine.netrc().keep(GITHUB, Given.KEY);

            LogoutResult.Unknown unknown = assertInstanceOf(
                    LogoutResult.Unknown.class, machine.logOut().logOut(Given.choice(GITHUB)));

            assertEquals(Optional.of(new Erased.Gone(FakeTokens.PLACE)), unknown.tokens());
            assertFalse(unknown.isClear());
        }

        @Test
        void touchesNothingOfAnotherProgram() {
            machine.netrc().keep(GITHUB, Given.KEY);

            LogoutResult.Unknown unknown = assertInstanceOf(
                    LogoutResult.Unknown.class, machine.logOut().logOut(Given.choice(GITHUB)));

            assertEquals(Optional.of(Given.KEY), machine.netrc().keyOf(GITHUB));
            assertEquals(List.of(), machine.effects().seen());
            assertEquals(0, machine.keyring().timesAsked());
            assertFalse(unknown.isNothing());
        }

        @Test
        void hasNothingToDoWhereNothingIsThere() {
            assertTrue(machine.logOut().logOut(Given.choice(GITHUB)).isNothing());
        }

        /** A run may have been killed before it had noted the account. */
        @Test
        void hasTheNetrcFileEditedSoThatWhatAKilledRunLeftGoes() {
            machine.logOut().logOut(Given.choice(GITHUB));

            String effect = machine.effects().seen().getFirst();
            assertTrue(effect.startsWith("erase from netrc where netrc has none"), effect);
        }

        @Test
        void isNoneOfAProfileOnAServerThatAnOptionNames() {
            machine.netrc().keep(WORK, Given.KEY);

            assertInstanceOf(LogoutResult.Done.class, machine.logOut().logOut(Given.choice(WORK)));
            assertEquals(Optional.empty(), machine.netrc().keyOf(WORK));
        }

        /** The entry under the machine name may be that of another address. */
        @Test
        void isAProfileAtAnAddressThatItsMachineNameDoesNotImply() {
            Account path = new Account(Host.parse("https://github.com/path"), WORK.profile());
            machine.netrc().keep(path, Given.KEY);

            assertInstanceOf(LogoutResult.Unknown.class, machine.logOut().logOut(Given.choice(path)));
            assertEquals(Optional.of(Given.KEY), machine.netrc().keyOf(path));
        }

        @Test
        void isAProfileOnAServerThatOnlyAWorkspaceNames() {
            machine.netrc().keep(WORK, Given.KEY);
            AccountChoice choice = Given.choice(WORK, HostOrigin.WORKSPACE_SETTINGS);

            assertInstanceOf(LogoutResult.Unknown.class, machine.logOut().logOut(choice));
            assertEquals(Optional.of(Given.KEY), machine.netrc().keyOf(WORK));
        }

        @Test
        void isNotTakenForNothingIfTheAccountsAreUnknown() {
            machine.registry().cannotBeRead();

            assertFalse(machine.logOut().logOut(Given.choice(GITHUB)).isNothing());
        }
    }

    @Nested
    class OfSeveralAccounts {

        private static final int COUNT = 50;

        private final List<Account> many = new ArrayList<>();

        @BeforeEach
        void name() {
            for (int i = 0; i < COUNT; i++) {
                many.add(new Account(Host.parse("https://h" + i + ".example.com"), Profile.DEFAULT));
            }
        }

        @Test
        void changesEachFileOnceHoweverManyTheyAre() {
            areIn(machine.netrc());

            for (LogoutResult result : logOutAll()) {
                LogoutResult.Done done = assertInstanceOf(LogoutResult.Done.class, result);
                assertEquals(gone(machine.netrc()), done.removals().getFirst());
                assertEquals(Optional.empty(), done.unforgotten());
                assertEquals(List.of(), done.remaining());
            }
            assertEquals(1, times("erase from netrc"));
            assertEquals(1, times("forget"));
            assertNothingIsLeft();
        }

        @Test
        void changesTheFileOfEarlierPlacesOnce() {
            areIn(machine.vault());
            for (Account account : many) {
                machine.accounts().note(account, machine.netrc().id(), Optional.empty());
            }
            assertEquals(COUNT, machine.registry().earlier().size());

            logOutAll();

            assertEquals(1, machine.registry().editsOfEarlierPlaces());
            assertEquals(List.of(), machine.registry().earlier());
        }

        @Test
        void asksAStoreThatIsNoFileForEachOfThemAndForgetsThemTogether() {
            areIn(machine.keyring());

            logOutAll();

            assertEquals(COUNT, times("erase from keyring"));
            assertEquals(1, times("forget"));
            assertNothingIsLeft();
        }

        @Test
        void forgetsThemAfterTheLastErasure() {
            areIn(machine.keyring());

            logOutAll();

            List<String> effects = machine.effects().seen();
            assertTrue(effects.getLast().startsWith("forget "), effects::toString);
        }

        @Test
        void areRecordedOneByOneBeforeTheyAreErased() {
            machine.recordedIn(Machine.TRAIL);
            areIn(machine.netrc());

            logOutAll();

            assertEquals(
                    Collections.nCopies(COUNT, "/var/log/keys: erase netrc done"),
                    machine.trail().lines());
            assertEquals(1, times("forget"));
            assertNothingIsLeft();
        }

        @Test
        void oneThatCannotBeForgottenKeepsNoOther() {
            areIn(machine.netrc());
            machine.registry().cannotForget(many.get(1));

            List<LogoutResult> results = logOutAll();

            for (int i = 0; i < COUNT; i++) {
                boolean isForgotten = assertInstanceOf(LogoutResult.Done.class, results.get(i))
                        .unforgotten()
                        .isEmpty();
                assertEquals(i != 1, isForgotten);
                assertEquals(
                        isForgotten, machine.registry().entryOf(many.get(i)).isEmpty());
            }
        }

        @Test
        void oneWhoseStoreFailsStaysNotedAlone() {
            areIn(machine.netrc());
            machine.registry().holds(many.getFirst(), machine.keyring());
            machine.keyring().breaks();

            List<LogoutResult> results = logOutAll();

            assertEquals(
                    Optional.empty(),
                    assertInstanceOf(LogoutResult.Done.class, results.getFirst())
                            .unforgotten());
            assertTrue(machine.registry().entryOf(many.getFirst()).isPresent());
            assertTrue(machine.registry().entryOf(many.getLast()).isEmpty());
        }

        @Test
        void anEntryOfNetrcThatIsOfTwoOfThemGoesWithTheSecond() {
            Account other = new Account(Host.parse(many.getFirst().host() + "/other"), Profile.DEFAULT);
            many.add(1, other);
            areIn(machine.netrc());

            List<LogoutResult> results = logOutAll();

            assertEquals(
                    Optional.of(other),
                    assertInstanceOf(LogoutResult.Done.class, results.getFirst())
                            .shared());
            LogoutResult.Done second = assertInstanceOf(LogoutResult.Done.class, results.get(1));
            assertEquals(Optional.empty(), second.shared());
            assertEquals(gone(machine.netrc()), second.removals().getFirst());
        }

        /** Wherever a run is cut off, a key that is still there is that of a noted account, and the next run erases it. */
        @Test
        void leaveNoKeyThatNobodyKnowsOfWhereTheyAreCutOff() {
            for (int number = 0; number <= COUNT; number++) {
                areIn(machine.keyring());
                machine.effects().cutOffAt(number);

                assertThrows(Effects.CutOff.class, this::logOutAll);

                for (Account account : many) {
                    boolean isGone = machine.keyring().keyOf(account).isEmpty();
                    boolean isNoted = machine.registry().entryOf(account).isPresent();
                    assertTrue(isGone || isNoted, "cut off at effect " + number);
                }
                machine.effects().goOn();
                logOutAll();
                assertNothingIsLeft();
            }
        }

        private void areIn(MemoryStore store) {
            for (Account account : many) {
                store.keep(account, Given.KEY);
                machine.registry().holds(account, store);
            }
        }

        private List<LogoutResult> logOutAll() {
            return machine.logOut().logOut(many.stream().map(Given::choice).toList());
        }

        private long times(String effect) {
            return machine.effects().seen().stream()
                    .filter(seen -> seen.startsWith(effect + " where "))
                    .count();
        }

        private void assertNothingIsLeft() {
            for (Account account : many) {
                assertEquals(Optional.empty(), machine.netrc().keyOf(account));
                assertEquals(Optional.empty(), machine.keyring().keyOf(account));
                assertEquals(Optional.empty(), machine.registry().entryOf(account));
            }
        }
    }

    private void isIn(MemoryStore store) {
        store.keep(Given.account(), Given.KEY);
        machine.registry().holds(Given.account(), store);
    }

    private void isKnownByTheSettings() {
        machine.servers().hasChosen(Given.HOST);
    }

    private LogoutResult.Done logOut() {
        return assertInstanceOf(LogoutResult.Done.class, machine.logOut().logOut(Given.choice(Given.account())));
    }

    private static Removal gone(MemoryStore store) {
        return new Removal(store.id(), new Erased.Gone(store.place()));
    }

    private static Removal nothing(MemoryStore store) {
        return new Removal(store.id(), new Erased.Nothing(store.place()));
    }
}
