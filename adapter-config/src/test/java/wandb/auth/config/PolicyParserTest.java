package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.config.message.Messages;
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
import wandb.auth.domain.policy.Restriction.OnlyPrograms.Kind;

/** Each rule of {@code [policy]}: what its values mean, and which it refuses. */
class PolicyParserTest {

    private static final SourceId NETRC = new SourceId("netrc");
    private static final SourceId KEYRING = new SourceId("keyring");
    private static final SourceId VAULT = new SourceId("vault");
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    /** The rule is always on this line. */
    private static final int LINE = 3;

    @TempDir
    private Path folder;

    private Machine machine = new Machine(Path.of(""), java.util.Map.of());

    @BeforeEach
    void makeMachine() throws IOException {
        machine = Machine.in(folder);
    }

    private ResolutionPolicy policy(String rule) throws IOException {
        machine.administrator("[policy]\n# why\n" + rule + "\n");
        return machine.inForce();
    }

    private Location place() {
        return new Location.File(machine.administratorsFile(), LINE);
    }

    private Rule rule(String statement) {
        return new Rule(statement, Optional.of(place()));
    }

    private void restricts(String rule, Restriction... restrictions) throws IOException {
        assertEquals(List.of(restrictions), policy(rule).restrictions());
    }

    @Test
    void defaultHostIsTheServerWhereNothingNamesAnother() throws IOException {
        assertEquals(
                Optional.of(new Configured<>(Host.parse("https://wandb.example.com"), Optional.of(place()))),
                policy("default_host = https://wandb.example.com").defaultHost());
    }

    @Test
    void defaultHostIsForTheAdministrator() throws IOException {
        machine.user("[policy]\ndefault_host = https://wandb.example.com\n");

        assertEquals("home/.config/wandb/auth.ini:2: " + Messages.defaultHostOfUser(), machine.unreadable());
    }

    @Test
    void guessesARuleThatIsMistyped() throws IOException {
        machine.administrator("[policy]\nsotres = keyring\n");

        assertTrue(machine.unreadable().contains("There is no rule 'sotres'. Did you mean 'stores'? "));
    }

    @Test
    void orderNamesTheSourcesInTheOrderInWhichTheyAreAsked() throws IOException {
        assertEquals(
                new Configured<>(List.of(KEYRING, new SourceId("helper:pass"), NETRC), Optional.of(place())),
                policy("order = keyring, helper:pass,netrc").order());
    }

    @Test
    void defaultStoreIsTheOneThatIsSavedToUnlessOneIsNamed() throws IOException {
        assertEquals(
                new Configured<>(KEYRING, Optional.of(place())),
                policy("default_store = keyring").defaultStore());
    }

    @Test
    void sourcesOffAreNotUsed() throws IOException {
        restricts(
                "sources_off = netrc, keyring",
                new Restriction.SourceOff(NETRC, rule("Keys in netrc are not used.")),
                new Restriction.SourceOff(KEYRING, rule("Keys in keyring are not used.")));
    }

    @Test
    void storesAreTheOnesThatMayBeWritten() throws IOException {
        restricts(
                "stores = keyring, vault",
                new Restriction.OnlyStores(
                        List.of(KEYRING, VAULT), rule("Keys may be saved only in keyring and vault.")));
        restricts("stores = none", new Restriction.OnlyStores(List.of(), rule(Messages.NO_STORE_SAVES)));
    }

    @Test
    void leastProtectionIsTheWeakestThatCounts() throws IOException {
        restricts("least_protection = plaintext");
        restricts(
                "least_protection = encrypted",
                new Restriction.LeastProtection(Protection.ENCRYPTED, rule(Messages.NO_PLAINTEXT)));
        restricts(
                "least_protection = remote",
                new Restriction.LeastProtection(Protection.REMOTE, rule(Messages.NONE_ON_THIS_MACHINE)));
    }

    @Test
    void hostsAreTheOnlyServers() throws IOException {
        restricts(
                "hosts = https://api.wandb.ai, https://*.example.com",
                new Restriction.OnlyHosts(
                        List.of(HostPattern.parse("https://api.wandb.ai"), HostPattern.parse("https://*.example.com")),
                        rule("Keys may be used only for https://api.wandb.ai and https://*.example.com.")));
    }

    @Test
    void aKeyArgumentMayBeForbidden() throws IOException {
        restricts("key_argument = allowed");
        restricts("key_argument = forbidden", new Restriction.NoKeyArgument(rule(Messages.NO_KEY_ARGUMENT)));
    }

    @Test
    void verificationMayBeRequired() throws IOException {
        restricts("verification = optional");
        restricts("verification = required", new Restriction.VerifiedOnly(rule(Messages.ONLY_VERIFIED)));
    }

    @ParameterizedTest
    @CsvSource({
        "plugins, PLUGIN, " + Messages.NO_PLUGIN + ", " + Messages.ONLY_LISTED_PLUGINS,
        "helpers, HELPER, " + Messages.NO_HELPER + ", " + Messages.ONLY_LISTED_HELPERS
    })
    void programsRunByTheirDigestsOnly(String name, Kind kind, String ifNone, String ifListed) throws IOException {
        restricts(
                name + " = " + DIGEST + "," + DIGEST.replace('0', 'F'),
                new Restriction.OnlyPrograms(kind, Set.of(DIGEST, DIGEST.replace('0', 'f')), rule(ifListed)));
        restricts(name + " = none", new Restriction.OnlyPrograms(kind, Set.of(), rule(ifNone)));
    }

    @Test
    void theAuditFileIsRecordedIn() throws IOException {
        restricts(
                "audit_file = /var/log/wandb/50%.jsonl",
                new Restriction.Recorded(
                        Path.of("/var/log/wandb/50%.jsonl"),
                        rule("What is done with keys is recorded in /var/log/wandb/50%.jsonl.")));
    }

    @Test
    void aListMayGoOnOverLinesWithCommentsBetweenThem() throws IOException {
        restricts(
                "stores =\n    keyring,\n    # ours\n    vault",
                new Restriction.OnlyStores(
                        List.of(KEYRING, VAULT), rule("Keys may be saved only in keyring and vault.")));
    }

    static Stream<Arguments> mistakes() {
        String ids = "Write ids as 'wandb auth stores' and 'wandb status' name them.";
        String digits = "Write its 64 hexadecimal digits, as sha256sum prints them, or none.";
        String path = "Write the absolute path of a file.";
        return Stream.of(
                argumentSet("order, no id", "order = Netrc", Messages.noId("order", "Netrc")),
                argumentSet("order, none", "order = none", Messages.noId("order", "none")),
                argumentSet("order, twice", "order = netrc, keyring, netrc", Messages.itemTwice("order", "netrc")),
                argumentSet("order, nothing", "order =", Messages.noItems("order")),
                argumentSet("order, commas", "order = , ,", Messages.noItems("order")),
                argumentSet(
                        "default_store, two",
                        "default_store = netrc, keyring",
                        Messages.noId("default_store", "netrc, keyring")),
                argumentSet("default_store, none", "default_store = none", Messages.noId("default_store", "none")),
                argumentSet("default_store, nothing", "default_store =", Messages.noId("default_store", "")),
                argumentSet("sources_off, none", "sources_off = none", Messages.noId("sources_off", "none")),
                argumentSet(
                        "stores, a comment behind",
                        "stores = keyring ; only this",
                        Messages.noId("stores", "keyring ; only this")),
                argumentSet("stores, none and more", "stores = none, netrc", Messages.noId("stores", "none")),
                argumentSet("stores, blanks", "stores = keyring vault", Messages.noId("stores", "keyring vault")),
                argumentSet(
                        "a key",
                        "stores = " + DIGEST.substring(0, 40).toUpperCase(java.util.Locale.ROOT),
                        new Reason(
                                "The option stores says a text that may be a key, which is not the id of a source or store.",
                                ids)),
                argumentSet(
                        "least_protection",
                        "least_protection = Encrypted",
                        new Reason(
                                "The option least_protection says 'Encrypted'. Did you mean 'encrypted'?",
                                "Write plaintext, encrypted or remote.")),
                argumentSet(
                        "hosts, no address",
                        "hosts = api.wandb.ai",
                        Messages.noServerAmongHosts(
                                "'api.wandb.ai' is not a server address: it must start with https:// (or http://).")),
                argumentSet(
                        "key_argument, yes",
                        "key_argument = yes",
                        Messages.noneOfTheWords("key_argument", "yes", List.of("allowed", "forbidden"))),
                argumentSet(
                        "verification",
                        "verification = on",
                        Messages.noneOfTheWords("verification", "on", List.of("optional", "required"))),
                argumentSet("plugins, a name", "plugins = vault", Messages.noDigest("plugins", "vault")),
                argumentSet(
                        "helpers, too short",
                        "helpers = " + DIGEST.substring(1),
                        new Reason(
                                "The option helpers says a text that may be a key, which is not a SHA-256 digest.",
                                digits)),
                argumentSet(
                        "audit_file, relative",
                        "audit_file = audit.jsonl",
                        Messages.noAbsolutePath("audit_file", "audit.jsonl")),
                argumentSet(
                        "audit_file, NUL",
                        "audit_file = /a\0b",
                        new Reason("The option audit_file says '/a\\x00b'.", path)),
                argumentSet(
                        "audit_file, two lines",
                        "audit_file = /a\n /b",
                        new Reason("The option audit_file says '/a\\x0a/b'.", path)),
                argumentSet(
                        "mistyped",
                        "source_off = netrc",
                        new Reason(
                                "There is no rule 'source_off'. Did you mean 'sources_off'?",
                                "Correct or remove the line: the rules are order,"
                                        + " default_store, default_host, sources_off, stores, least_protection, hosts, key_argument,"
                                        + " verification, plugins, helpers and audit_file.")));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsLineAndForbidsEverything(String rule, Reason reason) throws IOException {
        machine.administrator("[policy]\n# why\n" + rule + "\n");
        assertEquals("etc/wandb/auth.ini:" + LINE + ": " + reason, machine.unreadable());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeOfTheUserForbidsEverythingToo(String rule, Reason reason) throws IOException {
        machine.user("[policy]\n# why\n" + rule + "\n");
        assertEquals("home/.config/wandb/auth.ini:" + LINE + ": " + reason, machine.unreadable());
    }

    @Test
    void noMessageQuotesAKey() throws IOException {
        String key = "wandb_v1_" + DIGEST;
        for (String name : List.of("order", "stores", "hosts", "plugins", "key_argument", "audit_file", key)) {
            machine.administrator("[policy]\n" + name + " = " + key + "\n");
            assertTrue(!machine.unreadable().contains(DIGEST), name);
        }
    }
}
