package wandb.auth.domain.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction.LeastProtection;
import wandb.auth.domain.policy.Restriction.NoKeyArgument;
import wandb.auth.domain.policy.Restriction.OnlyHosts;
import wandb.auth.domain.policy.Restriction.OnlyPrograms;
import wandb.auth.domain.policy.Restriction.OnlyPrograms.Kind;
import wandb.auth.domain.policy.Restriction.OnlyStores;
import wandb.auth.domain.policy.Restriction.Recorded;
import wandb.auth.domain.policy.Restriction.SourceOff;
import wandb.auth.domain.policy.Restriction.VerifiedOnly;
import wandb.auth.domain.policy.WorkspaceTrust.Consent;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.account.SavedAccounts;

class ResolutionPolicyTest {

    private static final SourceId COMMAND = new SourceId("command:aws");

    private static final SourceId NETRC = new SourceId("netrc");
    private static final SourceId KEYRING = new SourceId("keyring");
    private static final Rule RULE = Rule.builtIn("Company rule.");
    private static final Host OTHER = Host.parse("https://wandb.example.com");

    private static ResolutionPolicy with(Restriction restriction) {
        return ResolutionPolicy.documented().restricted(restriction);
    }

    @Test
    void theDocumentedOrderIsEnvironmentThenSettingsThenNetrc() {
        assertEquals(
                List.of(
                        new SourceId("environment"),
                        new SourceId("workspace-settings"),
                        new SourceId("system-settings"),
                        NETRC),
                ResolutionPolicy.documented().order().value());
    }

    @Test
    void theDocumentedPolicyForbidsNothing() {
        ResolutionPolicy policy = ResolutionPolicy.documented();
        assertEquals(Optional.empty(), policy.forbidsSource(NETRC));
        assertEquals(Optional.empty(), policy.forbidsWriting(NETRC));
        assertEquals(Optional.empty(), policy.forbidsHost(OTHER));
        for (Protection protection : Protection.values()) {
            assertEquals(Optional.empty(), policy.forbidsProtection(protection));
        }
    }

    @Test
    void aSourceThatIsOffIsForbiddenAndNoOther() {
        ResolutionPolicy policy = with(new SourceOff(NETRC, RULE));
        assertEquals(Optional.of(RULE), policy.forbidsSource(NETRC));
        assertEquals(Optional.empty(), policy.forbidsSource(KEYRING));
        assertEquals(Optional.empty(), policy.forbidsWriting(NETRC));
    }

    @Test
    void aServerThatOnlyAWorkspaceNamesGetsNoCredentialOfTheEnvironment() {
        SourceId environment = new SourceId("environment");
        for (HostOrigin origin : HostOrigin.values()) {
            HostChoice choice = new HostChoice(OTHER, origin, Optional.of(new Location.Place("./wandb/settings")));
            ResolutionPolicy policy = ResolutionPolicy.documented().forServer(trust(choice));

            assertEquals(
                    origin == HostOrigin.WORKSPACE_SETTINGS || origin == HostOrigin.PROGRAM,
                    policy.forbidsUse(environment).isPresent());
            assertEquals(Optional.empty(), policy.forbidsUse(NETRC));
            assertEquals(Optional.empty(), policy.forbidsSource(environment));
        }
    }

    @Test
    void noCommandIsRunForAServerThatOnlyAWorkspaceNames() {
        for (HostOrigin origin : HostOrigin.values()) {
            HostChoice choice = new HostChoice(OTHER, origin, Optional.of(new Location.Place("./wandb/settings")));
            ResolutionPolicy policy = ResolutionPolicy.documented().forServer(trust(choice));
            boolean isNobodys = origin == HostOrigin.WORKSPACE_SETTINGS || origin == HostOrigin.PROGRAM;

            assertEquals(isNobodys, policy.forbidsRunning(COMMAND).isPresent());
            assertEquals(Optional.empty(), policy.forbidsRunning(NETRC));
            assertEquals(Optional.empty(), policy.forbidsRunning(new SourceId("helper:pass")));
        }
    }

    @Test
    void aCommandWhoseSettingsNameTheServerIsRunForIt() {
        HostChoice choice = new HostChoice(OTHER, HostOrigin.WORKSPACE_SETTINGS, Optional.empty());
        WorkspaceTrust trust = new WorkspaceTrust(
                new AccountChoice(choice, ProfileChoice.NONE), new SavedAccounts(List.of()), Set.of(COMMAND), Set.of());
        ResolutionPolicy policy = ResolutionPolicy.documented().forServer(trust);

        assertEquals(Optional.empty(), policy.forbidsRunning(COMMAND));
        assertTrue(policy.forbidsRunning(new SourceId("command:other")).isPresent());
    }

    @Test
    void theRuleAboutAWorkspaceNamesItsFile() {
        HostChoice known = new HostChoice(
                OTHER, HostOrigin.WORKSPACE_SETTINGS, Optional.of(new Location.Place("./wandb/settings")));
        HostChoice unknown = new HostChoice(OTHER, HostOrigin.WORKSPACE_SETTINGS, Optional.empty());

        assertTrue(statement(known).startsWith("Only ./wandb/settings names this server"));
        assertTrue(statement(unknown).startsWith("Only the settings file of the working directory names"));
        HostChoice asked = new HostChoice(OTHER, HostOrigin.PROGRAM, Optional.empty());
        assertTrue(statement(asked).startsWith("Only the program that asks for its key names this server"));
    }

    @Test
    void aProfileThatTheCommandLineNamesGetsNoCredentialOfTheEnvironment() {
        for (ProfileOrigin origin : ProfileOrigin.values()) {
            ResolutionPolicy policy = ResolutionPolicy.documented()
                    .forProfile(new ProfileChoice(new Profile("work"), origin, Optional.empty()));

            assertEquals(
                    origin == ProfileOrigin.OPTION,
                    policy.forbidsUse(ResolutionPolicy.ENVIRONMENT).isPresent());
            assertEquals(Optional.empty(), policy.forbidsUse(NETRC));
        }
    }

    @Test
    void theKeyOfASettingsFileIsOfTheDefaultProfile() {
        ResolutionPolicy work = ResolutionPolicy.documented().forProfile(ProfileChoice.named(new Profile("work")));
        ResolutionPolicy plain = ResolutionPolicy.documented().forProfile(ProfileChoice.named(Profile.DEFAULT));

        for (String settings : List.of("workspace-settings", "system-settings")) {
            assertTrue(work.forbidsUse(new SourceId(settings)).isPresent());
            assertEquals(Optional.empty(), plain.forbidsUse(new SourceId(settings)));
        }
        assertTrue(plain.forbidsUse(ResolutionPolicy.ENVIRONMENT).isPresent());
    }

    private static WorkspaceTrust trust(HostChoice choice) {
        return new WorkspaceTrust(new AccountChoice(choice, ProfileChoice.NONE), new SavedAccounts(List.of()));
    }

    private static String statement(HostChoice choice) {
        return ResolutionPolicy.documented()
                .forServer(trust(choice))
                .forbidsUse(new SourceId("environment"))
                .orElseThrow()
                .statement();
    }

    @Test
    void aStoreThatIsNotNamedMayBeAskedButNotWritten() {
        ResolutionPolicy policy = with(new OnlyStores(List.of(KEYRING), RULE));
        assertEquals(Optional.of(RULE), policy.forbidsWriting(NETRC));
        assertEquals(Optional.empty(), policy.forbidsWriting(KEYRING));
        assertEquals(Optional.empty(), policy.forbidsSource(NETRC));
    }

    @Test
    void theLeastProtectionForbidsWhatIsWeaker() {
        ResolutionPolicy policy = with(new LeastProtection(Protection.ENCRYPTED, RULE));
        assertEquals(Optional.of(RULE), policy.forbidsProtection(Protection.PLAINTEXT));
        assertEquals(Optional.empty(), policy.forbidsProtection(Protection.ENCRYPTED));
        assertEquals(Optional.empty(), policy.forbidsProtection(Protection.REMOTE));
    }

    @Test
    void onlyTheNamedServersMayBeLoggedInTo() {
        ResolutionPolicy policy = with(new OnlyHosts(List.of(HostPattern.parse("https://api.wandb.ai")), RULE));
        assertEquals(Optional.of(RULE), policy.forbidsHost(OTHER));
        assertEquals(Optional.empty(), policy.forbidsHost(Host.PUBLIC_CLOUD));
        assertEquals(Optional.empty(), policy.forbidsHost(Host.parse("https://api.forge.coreweave.com")));
    }

    @Test
    void ofSeveralRulesTheFirstThatForbidsIsNamed() {
        Rule second = Rule.builtIn("Another rule.");
        ResolutionPolicy policy = with(new LeastProtection(Protection.ENCRYPTED, RULE))
                .restricted(new LeastProtection(Protection.REMOTE, second));
        assertEquals(Optional.of(RULE), policy.forbidsProtection(Protection.PLAINTEXT));
        assertEquals(Optional.of(second), policy.forbidsProtection(Protection.ENCRYPTED));
    }

    @Test
    void anotherOrderKeepsWhatIsForbidden() {
        ResolutionPolicy policy = with(new SourceOff(NETRC, RULE)).ordered(Configured.builtIn(List.of(KEYRING)));
        assertEquals(List.of(KEYRING), policy.order().value());
        assertEquals(Optional.of(RULE), policy.forbidsSource(NETRC));
    }

    @Test
    void theStoreThatHoldsTheKeyIsAskedBeforeNetrc() {
        List<SourceId> order =
                ResolutionPolicy.documented().withKeyIn(KEYRING).order().value();
        assertEquals(order.indexOf(NETRC) - 1, order.indexOf(KEYRING));
    }

    @Test
    void anOrderThatNamesTheStoreKeepsItsPlace() {
        ResolutionPolicy policy = ResolutionPolicy.documented().ordered(Configured.builtIn(List.of(NETRC, KEYRING)));
        assertEquals(policy, policy.withKeyIn(KEYRING));
    }

    @Test
    void whatIsForbiddenForEveryRunIsNamed() {
        assertEquals(Optional.empty(), ResolutionPolicy.documented().forbidsKeyArgument());
        assertEquals(Optional.of(RULE), with(new NoKeyArgument(RULE)).forbidsKeyArgument());
        assertEquals(Optional.empty(), with(new NoKeyArgument(RULE)).requiresVerification());
        assertEquals(Optional.of(RULE), with(new VerifiedOnly(RULE)).requiresVerification());
    }

    @Test
    void everyFileToRecordInIsNamed() {
        Recorded one = new Recorded(Path.of("/var/log/one"), RULE);
        Recorded other = new Recorded(Path.of("/var/log/other"), RULE);
        assertEquals(
                List.of(one, other),
                with(one).restricted(new VerifiedOnly(RULE)).restricted(other).recorded());
    }

    @Test
    void onlyTheProgramsWithTheNamedDigestsRun() {
        ResolutionPolicy policy = with(new OnlyPrograms(Kind.HELPER, Set.of("0a1b"), RULE));
        assertEquals(Optional.empty(), policy.forbidsProgram(Kind.HELPER, "0a1b"));
        assertEquals(Optional.of(RULE), policy.forbidsProgram(Kind.HELPER, "0a1c"));
        assertEquals(Optional.of(RULE), policy.forbidsProgram(Kind.HELPER, ""));
        assertEquals(Optional.empty(), policy.forbidsProgram(Kind.PLUGIN, "0a1c"));
    }

    @Test
    void theStoreAndTheServerOfWhoNamesNoneCanBeOthers() {
        ResolutionPolicy policy = with(new SourceOff(NETRC, RULE))
                .savingTo(Configured.builtIn(KEYRING))
                .on(Configured.builtIn(OTHER));
        assertEquals(KEYRING, policy.defaultStore().value());
        assertEquals(Optional.of(OTHER), policy.defaultHost().map(Configured::value));
        assertEquals(Optional.of(RULE), policy.forbidsSource(NETRC));
    }

    /** The address, whether the workspace's key is all that it gets, and whether netrc's is another account's. */
    @ParameterizedTest
    @CsvSource({
        "https://wandb.example.com, false, false",
        "https://wandb.example.com/path, true, false",
        "http://wandb.example.com, true, false",
        "http://127.0.0.1:8080, false, false",
        "http://127.0.0.1:8080/path, true, false",
        "https://shared.example.com, false, true"
    })
    void ofWhatIsStoredAServerThatOnlyAWorkspaceNamesGetsWhatWasSavedForItsAddress(
            String address, boolean isOnlyWorkspace, boolean isOfAnother) {
        Account shared = new Account(Host.parse("https://shared.example.com/theirs"), Profile.DEFAULT);
        SavedAccounts saved = new SavedAccounts(List.of(new SavedAccount(shared, NETRC, Optional.empty())));
        HostChoice choice = new HostChoice(Host.parse(address), HostOrigin.WORKSPACE_SETTINGS, Optional.empty());
        ResolutionPolicy policy = ResolutionPolicy.documented()
                .forAccount(new WorkspaceTrust(new AccountChoice(choice, ProfileChoice.NONE), saved));

        assertEquals(isOnlyWorkspace, policy.forbidsUse(KEYRING).isPresent());
        assertEquals(isOnlyWorkspace || isOfAnother, policy.forbidsUse(NETRC).isPresent());
        assertEquals(Optional.empty(), policy.forbidsUse(ResolutionPolicy.WORKSPACE_SETTINGS));
    }

    @Test
    void theKeyOfAWorkspaceIsTheUsersOnlyByConsent() {
        HostChoice choice = new HostChoice(OTHER, HostOrigin.WORKSPACE_SETTINGS, Optional.empty());
        WorkspaceTrust trust = trust(choice);

        assertTrue(trust.isKeyOfWorkspace(ResolutionPolicy.WORKSPACE_SETTINGS));
        assertFalse(trust.isKeyOfWorkspace(ResolutionPolicy.SYSTEM_SETTINGS));
        assertFalse(trust.with(Consent.KEY).isKeyOfWorkspace(ResolutionPolicy.WORKSPACE_SETTINGS));
        assertFalse(trust.with(Consent.KEY).isServerNamedByUser());
        assertTrue(trust.with(Consent.SERVER).isServerNamedByUser());
    }
}
