package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.Parsed;

/** How the two files make one policy, and when there is none to rely on. */
class PolicyTest extends OnAMachine {

    private static final SourceId NETRC = new SourceId("netrc");
    private static final SourceId KEYRING = new SourceId("keyring");
    private static final String VARIABLE = "WANDB_AUTH_POLICY";

    private static Optional<Location> setAt(Optional<Rule> rule) {
        return rule.flatMap(Rule::setAt);
    }

    private Optional<Location> administrators(int line) {
        return Optional.of(new Location.File(machine.administratorsFile(), line));
    }

    private Optional<Location> users(int line) {
        return Optional.of(new Location.File(machine.usersFile(), line));
    }

    @Test
    void withoutFilesTheDocumentedPolicyIsInForce() {
        assertEquals(new Parsed.Valid<>(ResolutionPolicy.documented()), machine.policy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "[policy]\n", "[store.vault]\nurl = https://vault.example.com\n"})
    void aFileWithoutRulesForbidsNothing(String text) throws IOException {
        machine.administrator(text);
        machine.user(text);
        assertEquals(new Parsed.Valid<>(ResolutionPolicy.documented()), machine.policy());
    }

    @Test
    void theUsersRestrictionsComeOnTopAndTheAdministratorsAreNamedFirst() throws IOException {
        machine.user("[policy]\nstores = keyring\nsources_off = netrc\n");
        machine.administrator("[policy]\nstores = keyring, vault\n");
        ResolutionPolicy policy = machine.inForce();
        assertEquals(administrators(2), setAt(policy.forbidsWriting(NETRC)));
        assertEquals(users(2), setAt(policy.forbidsWriting(new SourceId("vault"))));
        assertEquals(users(3), setAt(policy.forbidsSource(NETRC)));
        assertEquals(Optional.empty(), policy.forbidsWriting(KEYRING));
    }

    @Test
    void theUserCannotAllowWhatTheAdministratorForbids() throws IOException {
        machine.administrator(
                "[policy]\nleast_protection = encrypted\nkey_argument = forbidden\nverification = required\n");
        machine.user("[policy]\nleast_protection = plaintext\nkey_argument = allowed\nverification = optional\n");
        ResolutionPolicy policy = machine.inForce();
        assertEquals(administrators(2), setAt(policy.forbidsProtection(Protection.PLAINTEXT)));
        assertEquals(administrators(3), setAt(policy.forbidsKeyArgument()));
        assertEquals(administrators(4), setAt(policy.requiresVerification()));
    }

    @Test
    void theUserChoosesWhatTheAdministratorLeavesOpen() throws IOException {
        machine.user("[policy]\norder = keyring, netrc\ndefault_store = keyring\n");
        assertEquals(
                new Configured<>(List.of(KEYRING, NETRC), users(2)),
                machine.inForce().order());
        assertEquals(new Configured<>(KEYRING, users(3)), machine.inForce().defaultStore());
        machine.administrator("[policy]\ndefault_store = netrc\norder = netrc\n");
        assertEquals(
                new Configured<>(List.of(NETRC), administrators(3)),
                machine.inForce().order());
        assertEquals(
                new Configured<>(NETRC, administrators(2)), machine.inForce().defaultStore());
    }

    @Test
    void eachFileMayAskForARecord() throws IOException {
        machine.administrator("[policy]\naudit_file = /var/log/wandb.jsonl\n");
        machine.user("[policy]\naudit_file = /home/alice/wandb.jsonl\n");
        assertEquals(
                List.of(Path.of("/var/log/wandb.jsonl"), Path.of("/home/alice/wandb.jsonl")),
                machine.inForce().recorded().stream().map(rule -> rule.file()).toList());
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("a section", "[polices]\n", "1: There is no section 'polices'. "),
                argumentSet("a capital", "\n[Policy]\n", "2: There is no section 'Policy'. "),
                argumentSet("defaults for all", "[DEFAULT]\nstores = x\n", "1: There is no section 'DEFAULT'. "),
                argumentSet(
                        "a store without an id", "[store.]\n", "1: The section is for the store '', which is not the"),
                argumentSet(
                        "a store's id", "[store.Vault]\n", "1: The section is for the store 'Vault', which is not the"),
                argumentSet("a section twice", "[policy]\n[policy]\n", "2: The section begins a second time. "),
                argumentSet(
                        "a rule twice",
                        "[policy]\nstores = a\nstores = b\n",
                        "3: The option is set a second time, after line 2. "),
                argumentSet("no section", "stores = a\n", "1: The line precedes the first section. "),
                argumentSet("no value", "[policy]\nstores\n", "2: The line is not an option: it has no equals sign. "),
                argumentSet("Latin-1", "[policy]\n# \u00fc\n", "2: The line is not UTF-8. "),
                argumentSet(
                        "a byte order mark",
                        "\u00ef\u00bb\u00bf[policy]\n",
                        "1: The file begins with a byte order mark. "));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aFileThatIsNotUnderstoodForbidsEverything(String text, String message) throws IOException {
        for (Path file : List.of(machine.usersFile(), machine.administratorsFile())) {
            Machine.write(file, "");
            Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
            String expected = folder.relativize(file) + ":" + message;
            assertEquals(expected, machine.unreadable().substring(0, expected.length()));
        }
    }

    @Test
    void accountsAreTheUsersOwn() throws IOException {
        machine.user("[account https://api.wandb.ai]\nstore = netrc\n");
        assertEquals(new Parsed.Valid<>(ResolutionPolicy.documented()), machine.policy());
        machine.administrator("[account https://api.wandb.ai]\nstore = netrc\n");
        assertEquals("etc/wandb/auth.ini:1: " + Messages.accountOfAdministrator(), machine.unreadable());
    }

    @Test
    void aVariableNamesThePolicyWhereTheAdministratorHasNone() throws IOException {
        Path own = folder.resolve("own.ini");
        Machine.write(own, "[policy]\nstores = keyring\n");
        machine.variables().put(VARIABLE, own.toString());
        assertEquals(
                Optional.of(new Location.File(own, 2)), setAt(machine.inForce().forbidsWriting(NETRC)));
    }

    @Test
    void theVariableIsNotEvenLookedAtWhereTheAdministratorHasOne() throws IOException {
        machine.administrator("[policy]\n");
        machine.variables().put(VARIABLE, "/nowhere");
        assertEquals(new Parsed.Valid<>(ResolutionPolicy.documented()), machine.policy());
    }

    @Test
    void theVariableDoesNotReplaceAPolicyThatCannotBeRead() throws IOException {
        Files.createDirectory(machine.administratorsFile());
        Path own = folder.resolve("own.ini");
        Machine.write(own, "");
        machine.variables().put(VARIABLE, own.toString());
        assertEquals(
                "etc/wandb/auth.ini: It is a directory, not a file. Name another file, or move this one away.",
                machine.unreadable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere/auth.ini", "auth.ini", "~/auth.ini", "a\0b"})
    void aVariableThatNamesNoFileForbidsEverything(String value) {
        machine.variables().put(VARIABLE, value);
        String said = machine.unreadable();
        assertEquals(
                VARIABLE + ": Set it to the absolute path of a policy, or unset it.",
                said.replaceAll(": It .*\\. Set", ": Set"));
    }

    @Test
    void aLinkThatLeadsNowhereIsNoMissingFile() throws IOException {
        Files.createSymbolicLink(machine.administratorsFile(), folder.resolve("not-mounted"));
        assertEquals("etc/wandb/auth.ini: " + Messages.nothingToRead(), machine.unreadable());
    }

    @Test
    void aFileThatItsOwnerMayNotReadForbidsEverything() throws IOException {
        machine.administrator("[policy]\n");
        Files.setPosixFilePermissions(machine.administratorsFile(), PosixFilePermissions.fromString("---------"));
        assertEquals(
                "etc/wandb/auth.ini: It may not be read by its owner (mode 0000). Give yourself permission to read it.",
                machine.unreadable());
    }

    @Test
    void aPipeInItsPlaceForbidsEverythingAndIsNotOpened() throws IOException, InterruptedException {
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", machine.administratorsFile().toString())
                        .start()
                        .waitFor());
        assertEquals(
                "etc/wandb/auth.ini: It is a pipe, a socket or a device, not a file. Name another file, or move this"
                        + " one away.",
                machine.unreadable());
    }

    @Test
    void aConfigurationAtNoFolderHasNoUsersFile() {
        machine.variables().put("WANDB_CONFIG_DIR", "/dev/null");
        assertEquals(new Parsed.Valid<>(ResolutionPolicy.documented()), machine.policy());
    }

    @Test
    void aUsersFolderThatCannotBeToldForbidsEverything() {
        machine.variables().put("WANDB_CONFIG_DIR", "~root/x");
        assertEquals(
                "WANDB_CONFIG_DIR: It names another user's home directory. Write the path out, or begin it with ~/.",
                machine.unreadable());
    }
}
