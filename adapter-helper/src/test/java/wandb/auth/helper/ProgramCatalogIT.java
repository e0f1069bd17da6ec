package wandb.auth.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Location;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.Restriction.OnlyPrograms.Kind;
import wandb.auth.domain.port.DynamicStoreProvider.Approval;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.StoreConfig;
import wandb.auth.helper.command.CommandSource;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramFile;

/** Which helpers and commands there are, and what their settings and the policy make of them. */
class ProgramCatalogIT extends AtAWorkbench {

    private static final SourceId COMMAND = new SourceId("command:x");
    private static final Rule RULE =
            new Rule("A rule says so.", Optional.of(new Location.File(Path.of("/auth.ini"), 2)));

    private StoreLookup open(String id, Approval approval) {
        return new ProgramCatalog(List::of)
                .open(new SourceId(id), bench.environment(), new StoreConfig(Map.of("command", "op")), approval);
    }

    private HelperStore opened(String id) {
        StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open(id, Map.of()));
        return assertInstanceOf(HelperStore.class, opened.source());
    }

    private String problem(String id, Map<String, String> settings) {
        StoreLookup.Broken broken = assertInstanceOf(StoreLookup.Broken.class, bench.open(id, settings));
        return Given.shown(broken.reason()).problem();
    }

    @Test
    void thoseExistThatAFileMentions() {
        Set<SourceId> mentioned = new LinkedHashSet<>();
        for (String id : List.of("netrc", "helper:pass", "vault", "command:op", "helper", "helper:/opt/bin/x")) {
            mentioned.add(new SourceId(id));
        }
        assertEquals(
                List.of(new SourceId("helper:pass"), new SourceId("command:op"), new SourceId("helper:/opt/bin/x")),
                new ProgramCatalog().ids(bench.environment(), mentioned));
    }

    @Test
    void whateverElseIsNamedIsUnknown() {
        for (String id : List.of("netrc", "vault", "helper", "command", "plugin:x")) {
            assertInstanceOf(StoreLookup.Unknown.class, bench.open(id, Map.of("command", "true")), id);
        }
    }

    @Test
    void aCommandWithoutSettingsIsUnknown() {
        assertInstanceOf(StoreLookup.Unknown.class, bench.open("command:op", Map.of()));
    }

    @Test
    void aHelperIsAProgramOfThePath() throws Exception {
        Path file = bench.script("docker-credential-x", "true");
        assertEquals(file, opened("helper:x").program().file().path());
    }

    @Test
    void aHelperCanBeNamedByItsPath() throws Exception {
        Path file = Workbench.script(bench.home(), "x", "true");
        assertEquals(file, opened("helper:" + file).program().file().path());
    }

    @Test
    void ofSeveralTheFirstOfThePathIsTaken() throws Exception {
        Path second = Workbench.script(bench.home(), "docker-credential-x", "true");
        bench.with("PATH", bench.bin() + ":" + bench.home());
        assertEquals(second, opened("helper:x").program().file().path());
        Path first = bench.script("docker-credential-x", "true");
        assertEquals(first, opened("helper:x").program().file().path());
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "", "sub", "./", ":"})
    void theWorkingDirectoryIsNoPlaceForAProgram(String entry) throws Exception {
        Workbench.script(bench.workspace(), "docker-credential-x", "true");
        Workbench.script(Files.createDirectory(bench.workspace().resolve("sub")), "docker-credential-x", "true");
        bench.with("PATH", entry);
        assertEquals(Messages.notOnPath("docker-credential-x").problem(), problem("helper:x", Map.of()));
    }

    @Test
    void aFileOfThePathThatIsNoProgramIsPassedOver() throws Exception {
        Files.writeString(bench.bin().resolve("docker-credential-x"), "");
        Files.createDirectory(bench.bin().resolve("docker-credential-y"));
        assertEquals(Messages.notOnPath("docker-credential-x").problem(), problem("helper:x", Map.of()));
        assertEquals(Messages.notOnPath("docker-credential-y").problem(), problem("helper:y", Map.of()));
    }

    /** What is set up wrongly, or may not be started, is there and can be corrected. */
    @Test
    void aProgramThatIsNotThereIsNotInstalled() throws Exception {
        Path text = Files.writeString(bench.home().resolve("noprogram"), "");
        assertFalse(isInstalled("helper:x", Map.of()));
        assertFalse(isInstalled("helper:/no/such/file", Map.of()));
        assertFalse(isInstalled("command:x", Map.of("command", "/no/such/file")));
        assertTrue(isInstalled("helper:bin/x", Map.of()));
        assertTrue(isInstalled("helper:" + text, Map.of()));
        assertTrue(isInstalled("helper:x", Map.of("protection", "good")));
    }

    private boolean isInstalled(String id, Map<String, String> settings) {
        return assertInstanceOf(StoreLookup.Broken.class, bench.open(id, settings))
                .isInstalled();
    }

    @Test
    void aRelativePathIsNone() {
        assertEquals(Messages.relativeProgram("bin/x").problem(), problem("helper:bin/x", Map.of()));
        assertEquals(Messages.relativeProgram("./x").problem(), problem("helper:./x", Map.of()));
        assertEquals(Messages.relativeProgram("bin/x").problem(), problem("command:x", Map.of("command", "bin/x y")));
    }

    @Test
    void aPathThatLeadsNowhereIsSaid() throws Exception {
        assertEquals(Messages.noProgram(Path.of("/no/such/file")).problem(), problem("helper:/no/such/file", Map.of()));
        Path file = Files.writeString(bench.home().resolve("text"), "");
        assertEquals(Messages.notExecutable(file).problem(), problem("helper:" + file, Map.of()));
    }

    @Test
    void aCommandCanBeInTheHomeDirectory() throws Exception {
        Path file = Workbench.script(bench.home(), "key", "true");
        StoreLookup.Opened opened =
                assertInstanceOf(StoreLookup.Opened.class, bench.open("command:x", Map.of("command", "~/key a")));
        CommandSource source = assertInstanceOf(CommandSource.class, opened.source());
        assertEquals(file, source.command().file().path());
        assertEquals(List.of("a"), source.command().arguments());
    }

    @Test
    void aCommandIsNoStore() {
        StoreLookup.Opened opened =
                assertInstanceOf(StoreLookup.Opened.class, bench.open("command:x", Map.of("command", "true")));
        assertFalse(opened.source() instanceof CredentialStore);
    }

    @Test
    void withoutAWordForItAPlaceIsPlaintext() throws Exception {
        bench.script("docker-credential-x", "true");
        assertEquals(Protection.PLAINTEXT, opened("helper:x").protection());
    }

    @ParameterizedTest
    @EnumSource(Protection.class)
    void theSettingsVouchForIt(Protection protection) throws Exception {
        bench.script("docker-credential-x", "true");
        String word = protection.name().toLowerCase(Locale.ROOT);
        for (String id : List.of("helper:x", "command:x")) {
            Map<String, String> command = id.startsWith("helper") ? Map.of() : Map.of("command", "true");
            Map<String, String> settings = new HashMap<>(command);
            settings.put("protection", word);
            StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open(id, settings));
            assertEquals(protection, opened.source().protection());
        }
    }

    @Test
    void aProgramOfAnotherDigestThanTheOneVouchedForIsPlaintext() throws Exception {
        bench.script("docker-credential-x", "true");
        String digest =
                ProgramFile.of("docker-credential-x", bench.environment()).digest();
        for (String said : List.of(digest, "0".repeat(64))) {
            Map<String, String> settings = Map.of("protection", "encrypted", "sha256", said);
            StoreLookup.Opened opened = assertInstanceOf(StoreLookup.Opened.class, bench.open("helper:x", settings));
            assertEquals(
                    said.equals(digest) ? Protection.ENCRYPTED : Protection.PLAINTEXT,
                    opened.source().protection());
        }
    }

    static Stream<Arguments> whatMeansNothing() {
        return Stream.of(
                arguments("protection", "ENCRYPTED", Messages.noProtection(COMMAND, "ENCRYPTED")),
                arguments("protection", "", Messages.noProtection(COMMAND, "")),
                arguments("format", "json", Messages.noFormat(COMMAND, "json")),
                arguments("host", "ftp://x", Messages.noServer(COMMAND, "ftp://x")),
                arguments("profile", "-x", Messages.noProfile(COMMAND, "-x")),
                arguments("timeout", "0", Messages.noSeconds(COMMAND, "0", 600)),
                arguments("timeout", "601", Messages.noSeconds(COMMAND, "601", 600)),
                arguments("timeout", "5s", Messages.noSeconds(COMMAND, "5s", 600)),
                arguments("comand", "x", Messages.unknownSetting(COMMAND, "comand", List.of())));
    }

    @ParameterizedTest
    @MethodSource("whatMeansNothing")
    void aSettingThatMeansNothingIsSaid(String name, String value, Reason said) {
        assertEquals(said.problem(), problem("command:x", Map.of("command", "true", name, value)));
    }

    @Test
    void aSettingThatMayBeAKeyIsNotShown() {
        problem("command:x", Map.of("command", "true", "host", Given.KEY.reveal()));
        problem("command:x", Map.of("command", "true", Given.KEY.reveal(), "x"));
    }

    @Test
    void aCommandMustBeNamed() {
        assertEquals(Messages.noCommand(COMMAND).problem(), problem("command:x", Map.of("format", "key")));
    }

    @Test
    void aHelperHasNoOtherSettings() throws Exception {
        bench.script("docker-credential-x", "true");
        assertEquals(
                Messages.unknownSetting(new SourceId("helper:x"), "host", List.of())
                        .problem(),
                problem("helper:x", Map.of("host", "https://wandb.example.com")));
    }

    @Test
    void aHelperCanHaveArguments() throws Exception {
        bench.script("keep", "true");
        StoreLookup.Opened opened = assertInstanceOf(
                StoreLookup.Opened.class, bench.open("helper:x", Map.of("command", "keep --vault 'a b'")));
        HelperStore store = assertInstanceOf(HelperStore.class, opened.source());
        assertEquals(bench.bin().resolve("keep"), store.program().file().path());
        assertEquals(List.of("--vault", "a b"), store.program().arguments());
    }

    @Test
    void theDigestThatThePolicyIsAskedAboutIsThatOfTheFile() throws Exception {
        Path file = bench.script("op", "echo key");
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        Approval onlyThis =
                (kind, asked) -> kind == Kind.HELPER && asked.equals(digest) ? Optional.empty() : Optional.of(RULE);
        assertInstanceOf(StoreLookup.Opened.class, open("command:x", onlyThis));
        Files.writeString(file, "#!/bin/sh\necho other\n");
        StoreLookup.Forbidden forbidden = assertInstanceOf(StoreLookup.Forbidden.class, open("command:x", onlyThis));
        assertTrue(forbidden.rule().statement().startsWith("A rule says so. That of " + file + " is "));
        assertFalse(forbidden.rule().statement().contains(digest));
        assertEquals(RULE.setAt(), forbidden.rule().setAt());
    }

    @Test
    void aHelperIsForbiddenByItsDigestToo() throws Exception {
        Path file = Workbench.script(bench.home(), "x", "touch ran");
        StoreLookup opening = new ProgramCatalog(List::of)
                .open(
                        new SourceId("helper:" + file),
                        bench.environment(),
                        StoreConfig.EMPTY,
                        (kind, digest) -> Optional.of(RULE));
        assertInstanceOf(StoreLookup.Forbidden.class, opening);
        assertFalse(Files.exists(bench.home().resolve("ran")), "nothing is started");
    }
}
