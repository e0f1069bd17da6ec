package wandb.auth.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Revision;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.OutsideText;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Saved;

/** Plugins as authors build them, good and bad. */
@Timeout(600)
class PluginTest {

    private static final Precondition ANYTHING = new Precondition.Anything();
    private static final ApiKey OTHER_KEY = ApiKey.parse("b".repeat(40));

    /** Says that it saved the key; what it holds then is another. */
    private static final String OVERTAKEN = "if (true) { keys.put(query.account(), ApiKey.parse(\"" + OTHER_KEY.reveal()
            + "\")); return new Saved.Stored(here, revision(key), List.of()); }";

    @TempDir
    Path folder;

    private GivenPlugin given;

    @BeforeEach
    void startWithoutPlugins() throws IOException {
        given = new GivenPlugin(folder);
    }

    private void assertUnusable(String plugin, Reason why) {
        assertEquals(
                new StoreLookup.Broken(Messages.unusable(new SourceId(plugin), why)),
                given.opening(plugin, GivenPlugin.ANYTHING));
    }

    @Test
    void itsStoreKeepsKeys() throws IOException {
        given.installs("safe", GivenPlugin.sources("safe"));
        CredentialStore store = given.store("safe");
        assertEquals(Protection.REMOTE, store.protection());
        assertInstanceOf(Outcome.Absent.class, store.find(GivenPlugin.query()).outcome());
        assertInstanceOf(Saved.Stored.class, store.save(GivenPlugin.query(), GivenPlugin.KEY, ANYTHING));
        assertEquals(
                GivenPlugin.KEY,
                assertInstanceOf(
                                Outcome.Found.class,
                                store.find(GivenPlugin.query()).outcome())
                        .credential());
        assertInstanceOf(Erased.Gone.class, store.erase(GivenPlugin.query(), ANYTHING));
        assertInstanceOf(Erased.Nothing.class, store.erase(GivenPlugin.query(), ANYTHING));
    }

    @Test
    void thoseOfTheMachineAndOfTheUserAreListed() throws IOException {
        given.installs("safe", GivenPlugin.sources("safe"));
        given.install(
                given.usersFolder().resolve("mine"), given.workshop().jar("mine.jar", GivenPlugin.sources("mine")));
        Files.createDirectory(given.systemFolder().resolve("Not An Id"));
        assertEquals(Set.of(new SourceId("safe"), new SourceId("mine")), given.names());
        assertEquals(Protection.REMOTE, given.store("mine").protection());
    }

    @Test
    void noneIsLookedForInTheWorkingDirectory() throws IOException {
        given.install(
                given.usersFolder().resolve("mine"), given.workshop().jar("mine.jar", GivenPlugin.sources("mine")));
        given.variable("WANDB_CONFIG_DIR", ".config/wandb");
        assertEquals(Set.of(), given.names());
        assertInstanceOf(StoreLookup.Unknown.class, given.opening("mine", GivenPlugin.ANYTHING));
    }

    @Test
    void anUnknownNameIsNone() {
        assertInstanceOf(StoreLookup.Unknown.class, given.opening("safe", GivenPlugin.ANYTHING));
        assertInstanceOf(StoreLookup.Unknown.class, given.opening("helper:/usr", GivenPlugin.ANYTHING));
    }

    @Test
    void eachHasItsOwnVersionOfALibrary() throws IOException {
        for (String version : List.of("one", "two")) {
            Path library = given.workshop()
                    .jar(
                            "library-1.0.jar",
                            Map.of(
                                    "lib/Version.java",
                                    "package lib; public class Version { public static final String NAME ="
                                            + " String.valueOf(\"" + version + "\"); }"));
            given.installs(
                    version,
                    GivenPlugin.sources(
                            version,
                            "requires library;",
                            "if (true) return new Finding(here, new Outcome.Unusable(new Reason(lib.Version.NAME, \"\")));",
                            ""),
                    library);
        }
        CredentialStore one = given.store("one");
        CredentialStore two = given.store("two");
        assertEquals("one", GivenPlugin.unusable(one, GivenPlugin.query()));
        assertEquals("two", GivenPlugin.unusable(two, GivenPlugin.query()));
    }

    @Test
    void aLibraryFindsItsFilesAndItsServices() throws IOException {
        Path library = given.workshop()
                .jar(
                        "greeting.jar",
                        Map.of(
                                "lib/Greeting.java",
                                """
                                package lib;
                                public interface Greeting extends java.util.function.Supplier<String> {
                                    static String all() throws Exception {
                                        String text = "";
                                        for (Greeting each : java.util.ServiceLoader.load(Greeting.class)) text += each.get();
                                        java.io.InputStream in = Greeting.class.getResourceAsStream("/texts/a b.txt");
                                        return text + new String(in.readAllBytes());
                                    }
                                }
                                """,
                                "lib/Hello.java",
                                "package lib; public class Hello implements Greeting { public String get() { return \"hello\"; } }",
                                "META-INF/services/lib.Greeting",
                                "# ours\nlib.Hello # the only one\n",
                                "texts/a b.txt",
                                " world"));
        given.installs(
                "polite",
                GivenPlugin.sources(
                        "polite",
                        "requires greeting;",
                        "String text; try { text = lib.Greeting.all(); } catch (Exception e) { throw new RuntimeException(e); }"
                                + " if (true) return new Finding(here, new Outcome.Unusable(new Reason(text, \"\")));",
                        ""),
                library);
        assertEquals("hello world", GivenPlugin.unusable(given.store("polite"), GivenPlugin.query()));
    }

    @Test
    void oneThatThrowsInItsConstructorIsNamed() throws IOException {
        Map<String, String> sources = GivenPlugin.sources("angry");
        sources.computeIfPresent(
                "corp/angry/Provider.java",
                (name, text) -> text.replace(
                        "public SourceId id",
                        "public Provider() { throw new IllegalStateException(\"secret words\"); }\npublic SourceId id"));
        given.installs("angry", sources);
        String problem = given.problem("angry");
        assertTrue(problem.startsWith("The plugin angry failed with java.lang.IllegalStateException at "), problem);
        assertFalse(problem.contains("secret words"), problem);
    }

    @Test
    void oneThatIgnoresInterruptsIsWaitedForOnce() throws IOException {
        given.installs(
                "deaf",
                GivenPlugin.sources(
                                "deaf",
                                "",
                                "while (true) { try { Thread.sleep(1000); } catch (InterruptedException e) { } }",
                                "")
                        .entrySet()
                        .stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> entry.getKey().endsWith("Store.java")
                                        ? entry.getValue().replace("while (true) {", "while (here != null) {")
                                        : entry.getValue())));
        CredentialStore store = given.store("deaf");
        String silence = Messages.silent(new SourceId("deaf")).problem();
        assertEquals(silence, GivenPlugin.unusable(store, GivenPlugin.query(Duration.ofMillis(1))));
        assertEquals(silence, GivenPlugin.unusable(store, GivenPlugin.query()));
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("plugin deaf"))
                .allMatch(Thread::isDaemon));
    }

    @Test
    void nullIsNoAnswer() throws IOException {
        given.installs("mute", GivenPlugin.sources("mute", "", "if (true) return null;", ""));
        String problem = GivenPlugin.unusable(given.store("mute"), GivenPlugin.query());
        assertTrue(problem.startsWith("The plugin mute failed with java.lang.NullPointerException"), problem);
    }

    @Test
    void anErrorOfTheMachineIsAnAnswerToo() throws IOException {
        given.installs("deep", GivenPlugin.sources("deep", "", "if (true) return find(query);", ""));
        String problem = GivenPlugin.unusable(given.store("deep"), GivenPlugin.query());
        assertTrue(problem.startsWith("The plugin deep failed with java.lang.StackOverflowError"), problem);
    }

    @Test
    void whatItSaysThatItSavedIsLookedAt() throws IOException {
        given.installs(
                "liar",
                GivenPlugin.sources(
                        "liar", "", "", "if (true) return new Saved.Stored(here, revision(key), List.of());"));
        Saved saved = given.store("liar").save(GivenPlugin.query(), GivenPlugin.KEY, ANYTHING);
        assertEquals(
                Messages.keyNotSaved(new SourceId("liar")),
                assertInstanceOf(Saved.Failed.class, saved).reason());
    }

    @Test
    void anotherKeyBehindASaveIsALieWhereItWasThereBefore() throws IOException {
        given.installs("liar", GivenPlugin.sources("liar", "", "", OVERTAKEN));
        CredentialStore store = given.store("liar");
        store.save(GivenPlugin.query(), OTHER_KEY, ANYTHING);
        Precondition other = new Precondition.Exactly(Revision.of(OTHER_KEY.reveal()));
        assertInstanceOf(Saved.Failed.class, store.save(GivenPlugin.query(), GivenPlugin.KEY, other));
        assertInstanceOf(Saved.Failed.class, store.save(GivenPlugin.query(), GivenPlugin.KEY, ANYTHING));
    }

    @Test
    void anotherWriterRightBehindASaveIsNoLie() throws IOException {
        given.installs("busy", GivenPlugin.sources("busy", "", "", OVERTAKEN));
        CredentialStore store = given.store("busy");
        Precondition another = new Precondition.Exactly(Revision.of("what was there before"));
        assertInstanceOf(Saved.Stored.class, store.save(GivenPlugin.query(), GivenPlugin.KEY, another));
        assertInstanceOf(
                Saved.Stored.class, store.save(GivenPlugin.query(), GivenPlugin.KEY, new Precondition.Absent()));
    }

    @Test
    void anotherWriterRightBehindASaveIsNoLieWhereAnythingMayBeThere() throws IOException {
        given.installs("busy", GivenPlugin.sources("busy", "", "", OVERTAKEN));
        assertInstanceOf(Saved.Stored.class, given.store("busy").save(GivenPlugin.query(), GivenPlugin.KEY, ANYTHING));
    }

    @Test
    void theKeyInItsWordsIsNotShown() throws IOException {
        given.installs(
                "chatty",
                GivenPlugin.sources(
                        "chatty",
                        "",
                        "",
                        "if (true) return new Saved.Failed(here, new Reason(\"Bad: \" + key.reveal(), \"Look\\u001b[2J.\"));"));
        Saved saved = given.store("chatty").save(GivenPlugin.query(), GivenPlugin.KEY, ANYTHING);
        String reason = assertInstanceOf(Saved.Failed.class, saved).reason().toString();
        assertTrue(reason.startsWith("Bad: *** Look"), reason);
        assertFalse(reason.contains("\u001b"), reason);
    }

    @Test
    void aJarThatIsNoModuleProvidesNothing() throws IOException {
        Map<String, String> sources = GivenPlugin.sources("plain");
        sources.remove("module-info.java");
        given.installs("plain", sources);
        assertUnusable("plain", Messages.providesNothing());
    }

    @Test
    void anUnexpectedModuleIsNamed() throws IOException {
        given.installs("window", GivenPlugin.sources("window", "requires java.desktop;", "", ""));
        assertUnusable("window", Messages.moduleMissing("window.jar", "java.desktop"));
    }

    @Test
    void modulesOfThisProgramAreNotForPlugins() throws IOException {
        given.installs("nosy", GivenPlugin.sources("nosy", "requires wandb.auth.files;", "", ""));
        assertTrue(given.problem("nosy").contains("needs the module wandb.auth.files, which"), given.problem("nosy"));
    }

    @Test
    void aCopyOfTheContractIsRefused() throws IOException {
        given.installs("double", GivenPlugin.sources("twofold"));
        given.install(
                given.systemFolder().resolve("double"),
                given.workshop().jar("domain.jar", Map.of("module-info.java", "module wandb.auth.domain {}")));
        assertUnusable("double", Messages.moduleTaken("domain.jar", "wandb.auth.domain"));
    }

    @Test
    void aNameLikeThoseOfOurModulesIsNone() throws IOException {
        Map<String, String> sources = GivenPlugin.sources("safe");
        sources.computeIfPresent("module-info.java", (name, text) -> text.replace("corp.safe {", "wandb.auth.safe {"));
        given.installs("safe", sources);
        assertEquals(Protection.REMOTE, given.store("safe").protection());
    }

    @Test
    void aFolderOfAnotherNameIsToldItsName() throws IOException {
        given.install(
                given.systemFolder().resolve("vault2"), given.workshop().jar("safe.jar", GivenPlugin.sources("safe")));
        assertUnusable("vault2", Messages.provides(List.of("safe")));
    }

    @Test
    void aFolderWithoutJarsAndAFileThatIsNoneAreSaid() throws IOException {
        Path empty = Files.createDirectory(given.systemFolder().resolve("empty"));
        assertUnusable("empty", Messages.noJarIn(empty));
        Path broken = Files.createDirectory(given.systemFolder().resolve("broken"));
        Files.write(broken.resolve("a.jar"), new byte[] {'P', 'K', 3, 4, 1, 2, 3});
        assertUnusable(
                "broken",
                Messages.unusableJar(broken.resolve("a.jar"), new ZipException(Messages.NO_CENTRAL_DIRECTORY)));
    }

    @Test
    void whatOthersCouldChangeIsNotLoaded() throws IOException {
        given.installs("safe", GivenPlugin.sources("safe"));
        Path jar = given.systemFolder().resolve("safe/safe.jar");
        Files.setAttribute(jar, "unix:mode", 0666);
        assertEquals(
                "The plugin safe cannot be used: " + jar + ": It is writable by group or others (mode 0666).",
                given.problem("safe"));
        Files.setAttribute(jar, "unix:mode", 0644);
        Files.setAttribute(given.systemFolder(), "unix:mode", 0777);
        assertEquals(
                "The plugin safe cannot be used: " + given.systemFolder()
                        + ": It is writable by group or others (mode 0777).",
                given.problem("safe"));
    }

    @Test
    void aFolderThatOthersCouldExchangeBehindALinkIsNotLoaded() throws IOException {
        Path elsewhere = Files.createDirectory(given.systemFolder().resolveSibling("elsewhere"));
        given.install(elsewhere.resolve("safe"), given.workshop().jar("safe.jar", GivenPlugin.sources("safe")));
        Files.createSymbolicLink(given.systemFolder().resolve("safe"), elsewhere.resolve("safe"));
        assertEquals(Protection.REMOTE, given.store("safe").protection());
        Files.setAttribute(elsewhere, "unix:mode", 0777);
        assertEquals(
                "The plugin safe cannot be used: " + elsewhere + ": It is writable by group or others (mode 0777).",
                given.problem("safe"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0777, 01777, 0775})
    void aFolderThatOthersMayWriteIsRefusedWhateverIsInIt(int mode) throws IOException {
        Path drop = Files.createDirectory(given.systemFolder().resolve("drop"));
        pipe(drop.resolve("a.jar"));
        Files.setAttribute(drop, "unix:mode", mode);
        assertUnusable("drop", Messages.folderWritableByOthers(drop));
    }

    @Test
    void aPipeInThePlaceOfAJarIsNeverOpened() throws IOException {
        given.installs("safe", GivenPlugin.sources("safe"));
        Path pipe = given.systemFolder().resolve("safe/a.jar");
        pipe(pipe);
        assertUnusable("safe", Messages.notRegularFile(pipe));
    }

    private static void pipe(Path path) throws IOException {
        try {
            assertEquals(
                    0,
                    new ProcessBuilder("/usr/bin/mkfifo", path.toString())
                            .start()
                            .waitFor());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    void aLibraryWhoseModuleIsNamedLikeThoseOfJavaLoads() throws IOException {
        Path library = given.workshop()
                .jar(
                        "javax.annotation-api-1.3.2.jar",
                        Map.of(
                                "META-INF/MANIFEST.MF",
                                "Manifest-Version: 1.0\nAutomatic-Module-Name: java.annotation\n",
                                "javax/annotation/Generated.java",
                                "package javax.annotation; public @interface Generated {}"));
        given.installs("safe", GivenPlugin.sources("safe", "requires java.annotation;", "", ""), library);
        assertEquals(Protection.REMOTE, given.store("safe").protection());
    }

    @Test
    void twoJarsWithOnePackageAreToldWhichAndWhatToDo() throws IOException {
        given.installs("safe", GivenPlugin.sources("safe"));
        for (String name : List.of("jsr305", "annotations")) {
            given.install(
                    given.systemFolder().resolve("safe"),
                    given.workshop()
                            .jar(
                                    name + ".jar",
                                    Map.of(
                                            "javax/annotation/" + name + ".java",
                                            "package javax.annotation; public @interface " + name + " {}",
                                            "lib/" + name + "/A.java",
                                            "package lib." + name + "; class A {}")));
        }
        assertUnusable(
                "safe",
                Messages.samePackages("annotations.jar", "jsr305.jar", new TreeSet<>(Set.of("javax.annotation"))));
    }

    @Test
    void nothingOfAJarIsUnpackedThatThePolicyForbids() throws Exception {
        Path bomb = Files.createDirectory(given.systemFolder().resolve("bomb"));
        Files.write(bomb.resolve("a.jar"), new byte[] {'n', 'o', ' ', 'j', 'a', 'r'});
        Rule rule = Rule.builtIn("None may run.");
        assertInstanceOf(StoreLookup.Forbidden.class, given.opening("bomb", (kind, sha256) -> Optional.of(rule)));
    }

    /** What a plugin may answer, and what is left of it. */
    static Stream<Arguments> hostileAnswers() {
        String here = "if (true) return new Finding(here, new Outcome.";
        String key = GivenPlugin.KEY.reveal();
        return Stream.of(
                argumentSet(
                        "rule with escapes",
                        here + "Refused(Rule.builtIn(\"No\\u001b[2J.\")));",
                        "Refused[rule=Rule[statement=No\\x1b[2J., setAt=Optional.empty]]"),
                argumentSet(
                        "rule of a place with escapes",
                        here + "Skipped(new Rule(\"No.\", Optional.of(new Location.Place(\"\\u001b\")))));",
                        "Skipped[rule=Rule[statement=No., setAt=Optional[Place[description=\\x1b]]]]"),
                argumentSet("no rule", here + "Refused(null));", "failed with java.lang.NullPointerException"),
                argumentSet("no reason", here + "Unusable(null));", "failed with java.lang.NullPointerException"),
                argumentSet(
                        "half a reason",
                        here + "Unusable(new Reason(\"a\", null)));",
                        "failed with java.lang.NullPointerException"),
                argumentSet(
                        "no place",
                        "if (true) return new Finding(null, new Outcome.Absent());",
                        "failed with java.lang.NullPointerException"),
                argumentSet(
                        "a huge text",
                        here + "Unusable(new Reason(\"an \".repeat(1 << 20), \"b\")));",
                        "an ".repeat(66) + "an..."),
                argumentSet(
                        "what may be a key",
                        here + "Unusable(new Reason(\"" + key + " is bad.\", \"b\")));",
                        "*** is bad."),
                argumentSet(
                        "an exception that is its own cause",
                        "if (true) throw new RuntimeException() { public Throwable getCause() { return this; } };",
                        "failed with corp.any.Store$1"),
                argumentSet(
                        "an exception whose cause is another without end",
                        "class E extends RuntimeException { public Throwable getCause() { return new E(); } }"
                                + " if (true) throw new E();",
                        "failed with corp.any.Store$1E"),
                argumentSet(
                        "an exception that throws when it is asked",
                        "if (true) throw new RuntimeException() { public Throwable getCause() { throw this; } };",
                        "failed with " + Messages.UNTELLABLE_ERROR),
                argumentSet(
                        "an exception without a trace",
                        "if (true) throw new RuntimeException() { public StackTraceElement[] getStackTrace() { return null; } };",
                        "failed with " + Messages.UNTELLABLE_ERROR),
                argumentSet(
                        "a trace with escapes",
                        "if (true) { RuntimeException e = new RuntimeException(); e.setStackTrace(new StackTraceElement[] {"
                                + " new StackTraceElement(\"\\u001b[2J\", \"a\", \"b\", 1) }); throw e; }",
                        "failed with java.lang.RuntimeException at \\x1b[2J.a(b:1)"),
                argumentSet(
                        "a thread that it interrupts",
                        "if (true) { Thread.currentThread().interrupt(); throw new RuntimeException(); }",
                        "failed with java.lang.RuntimeException"));
    }

    @ParameterizedTest
    @MethodSource("hostileAnswers")
    void nothingThatItAnswersReachesAPersonAsItIs(String beforeFinding, String shown) throws IOException {
        given.installs("any", GivenPlugin.sources("any", "", beforeFinding, ""));
        Outcome outcome = given.store("any").find(GivenPlugin.query()).outcome();
        assertTrue(outcome.toString().contains(shown), outcome::toString);
        assertTrue(outcome.toString().chars().allMatch(c -> c >= ' '), outcome::toString);
        assertTrue(outcome.toString().length() < 1000);
    }

    static Stream<Arguments> placesWithTheKey() {
        return Stream.of(
                argumentSet("as a place", "new Location.Place(\"vault/\" + key.reveal())"),
                argumentSet("as a variable", "new Location.Variable(key.reveal())"),
                argumentSet("as a file", "new Location.File(java.nio.file.Path.of(\"/tmp/\" + key.reveal()))"),
                argumentSet("in pieces", "new Location.Place(key.reveal().replaceAll(\"(.{7})\", \"$1 / \"))"),
                argumentSet("spelled", "new Location.Place(String.join(\" \", key.reveal().split(\"\")))"),
                argumentSet("in capitals", "new Location.Place(key.reveal().toUpperCase())"));
    }

    @ParameterizedTest
    @MethodSource("placesWithTheKey")
    void noPartOfTheKeyIsShownAsAPlace(String place) throws IOException {
        String answer = "if (true) { keys.put(query.account(), key); return new Saved.Stored(" + place
                + ", revision(key), List.of(\"It is \" + key.reveal() + \".\")); }";
        given.installs("any", GivenPlugin.sources("any", "", "", answer));
        Saved saved = given.store("any").save(GivenPlugin.query(), GivenPlugin.KEY, ANYTHING);
        String shown = assertInstanceOf(Saved.Stored.class, saved).location().text() + ((Saved.Stored) saved).remarks();
        assertFalse(OutsideText.repeats(shown, GivenPlugin.KEY), shown);
    }

    @Test
    void thePolicySeesTheDigestOfEachJar() throws Exception {
        Path library = given.workshop().jar("library.jar", Map.of("lib/A.java", "package lib; public class A {}"));
        given.installs("safe", GivenPlugin.sources("safe", "requires library;", "", ""), library);
        List<String> seen = new ArrayList<>();
        given.opening("safe", (kind, sha256) -> {
            seen.add(kind + " " + sha256);
            return Optional.empty();
        });
        Path plugin = given.systemFolder().resolve("safe/safe.jar");
        assertEquals(List.of("PLUGIN " + sha256(library), "PLUGIN " + sha256(plugin)), seen);
    }

    @Test
    void oneThatThePolicyDoesNotListRunsNothing() throws Exception {
        Map<String, String> sources = GivenPlugin.sources("safe");
        sources.computeIfPresent(
                "corp/safe/Provider.java",
                (name, text) -> text.replace(
                        "public SourceId id", "static { System.setProperty(\"ran\", \"yes\"); }\npublic SourceId id"));
        given.installs("safe", sources);
        Rule rule = Rule.builtIn("Only some may run.");
        Path jar = given.systemFolder().resolve("safe/safe.jar");
        assertEquals(
                new StoreLookup.Forbidden(Rule.builtIn(Messages.notAllowed("Only some may run.", jar, sha256(jar)))),
                given.opening("safe", (kind, sha256) -> Optional.of(rule)));
        assertEquals(null, System.getProperty("ran"));
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    @Test
    void whatOnlyGivesKeysIsNoStore() throws IOException {
        Map<String, String> sources = GivenPlugin.sources("reader");
        sources.replaceAll((name, text) -> text.replace("StoreProvider", "SourceProvider")
                .replace("CredentialStore open", "CredentialSource open"));
        given.installs("reader", sources);
        Finding finding = given.source("reader").find(GivenPlugin.query());
        assertInstanceOf(Outcome.Absent.class, finding.outcome());
    }
}
