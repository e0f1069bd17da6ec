package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code wandb} of a checkout where Java or Maven is missing; a server of the test gives a small archive of a JDK. */
class FreshMachineIT {

    private static final String ARCHIVE = "/jdk.tar.gz";

    @TempDir
    Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private SampleCheckout checkout;
    private Machine machine;
    private HttpServer server;

    @BeforeEach
    void startWithoutJava() throws IOException {
        checkout = new SampleCheckout(folder);
        machine = checkout.machine();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void java25IsDownloadedOnceAndTheBuildRunsOnIt() throws Exception {
        serve(archiveOfJdk("25.0.9"));
        Run run = checkout.run(address(), "login").ends(0);
        assertEquals("[login]", run.out());
        assertEquals(
                "wandb: downloading Java 25 into .jdk (once, about 140 MB) from " + url() + "\n"
                        + SampleCheckout.BUILDING,
                run.err());
        assertEquals(List.of("jdk-25.0.9", "lock"), downloaded());
        assertEquals(checkout.project().resolve(".jdk/jdk-25.0.9"), checkout.jdkOfTheBuild());

        Files.delete(checkout.project().resolve("dist/src/main/java/Deleted.java"));
        checkout.run(Map.of()).leaves(0, "[]", SampleCheckout.BUILDING);
        assertEquals(1, requests.get());
    }

    @Test
    void wgetDoesWhereThereIsNoCurl() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/wget")), "wget is missing (Debian: wget)");
        checkout.remove("curl");
        serve(archiveOfJdk("25.0.9"));
        checkout.run(address()).ends(0);
        assertEquals(List.of("jdk-25.0.9", "lock"), downloaded());
    }

    @Test
    void theInputIsLeftToTheProgram() throws Exception {
        serve(archiveOfJdk("25.0.9"));
        Run run =
                machine.runReading("a key\n", checkout.environment(address()), checkout.project() + "/wandb", "login");
        assertEquals("[login]a key\n", run.ends(0).out());
    }

    @Test
    void ofTwoAtOnceOneDownloadsAndBothRun() throws Exception {
        serve(archiveOfJdk("25.0.9"));
        for (Process process : List.of(start(), start())) {
            assertEquals(0, Machine.exitCode(process));
        }
        assertEquals(1, requests.get());
    }

    private Process start() throws IOException {
        return checkout.prepared(address()).redirectInput(new File("/dev/null")).start();
    }

    @Test
    void anArchiveWithAnotherDigestIsDeleted() throws Exception {
        serve(archiveOfJdk("25.0.9"));
        Map<String, String> variables = new HashMap<>(address());
        variables.put("WANDB_JDK_SHA256", "0".repeat(64));
        refuses(checkout.run(variables), "is not the expected Java 25 and was deleted");
    }

    @Test
    void aDownloadThatIsCutOffLeavesNothing() throws Exception {
        byte[] archive = Files.readAllBytes(archiveOfJdk("25.0.9"));
        server.createContext(ARCHIVE, exchange -> {
            exchange.sendResponseHeaders(200, archive.length);
            exchange.getResponseBody().write(archive, 0, archive.length / 2);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        refuses(checkout.run(address()), "the download of Java 25 failed (");
    }

    @Test
    void anAddressWithoutTheArchiveIsNamed() throws Exception {
        archiveOfJdk("25.0.9");
        Run run = checkout.run(address());
        refuses(run, "the download of Java 25 failed (");
        assertTrue(run.err().contains("404"), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "6, curl: (6) Could not resolve host: example.org",
        "23, curl: (23) Failure writing output to destination",
    })
    void whatCurlSaysIsPassedOn(int exitCode, String words) throws Exception {
        archiveOfJdk("25.0.9");
        machine.writeProgram("bin/curl", "#!/bin/sh\necho '" + words + "' >&2\nexit " + exitCode + "\n");
        refuses(checkout.run(address()), "failed (" + words.substring("curl: ".length()) + ")");
    }

    @ParameterizedTest
    @CsvSource({"25.0.9, exit 1, does not run here", "24.0.2, exit 0, holds no JDK 25"})
    void anArchiveOfSomethingElseIsRefused(String version, String java, String words) throws Exception {
        checkout.addJdk("packed/jdk", version);
        machine.writeProgram("packed/jdk/bin/java", "#!/bin/sh\n" + java + "\n");
        serve(pack());
        refuses(checkout.run(address()), words);
    }

    @Test
    void whatAKilledDownloadLeftIsNoJdkAndIsRemoved() throws Exception {
        checkout.addJdk("a project/.jdk/incomplete.abc/unpacked/jdk", "25.0.9");
        serve(archiveOfJdk("25.0.9"));
        checkout.run(address()).ends(0);
        assertEquals(List.of("jdk-25.0.9", "lock"), downloaded());
    }

    @ParameterizedTest
    @CsvSource({
        "curl wget, neither curl nor wget",
        "tar, tar and gzip",
        "gzip, tar and gzip",
        "sha256sum, 'neither sha256sum, shasum nor openssl'"
    })
    void whatTheDownloadNeedsIsNamed(String tools, String words) throws Exception {
        for (String tool : tools.split(" ", -1)) {
            checkout.remove(tool);
        }
        archiveOfJdk("25.0.9");
        refusesAtOnce(checkout.run(address()), words);
    }

    @Test
    void aCheckoutThatCannotBeWrittenIsNamed() throws Exception {
        archiveOfJdk("25.0.9");
        machine.write("a project/.jdk", "");
        refusesAtOnce(checkout.run(address()), "/.jdk cannot be written");
    }

    @Test
    void forAnotherSystemNothingIsDownloaded() throws Exception {
        machine.writeProgram("bin/uname", "#!/bin/sh\necho Plan9\n");
        refusesAtOnce(checkout.run(Map.of()), "none is downloaded for this system");
    }

    @Test
    void anArchiveWithoutADigestIsNotTaken() throws Exception {
        refusesAtOnce(checkout.run(Map.of("WANDB_JDK_URL", url())), "belong together");
    }

    @Test
    void aFolderThatIsNoJdk25IsNotReplacedInSilence() throws Exception {
        Path jdk = checkout.addJdk("old", "17.0.9");
        refusesAtOnce(checkout.run(Map.of("JAVA25_HOME", jdk.toString())), "is not a JDK 25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usr/lib/jvm/any", ".sdkman/candidates/java/any", ".jdks/any", "a project/.jdk/jdk-any"})
    void aJdk25InAUsualPlaceIsFound(String place) throws Exception {
        checkout.addJdk("usr/lib/jvm/a-first", "17.0.9");
        Path jdk = checkout.addJdk(place, "25");
        checkout.run(Map.of()).leaves(0, "[]", SampleCheckout.BUILDING);
        assertEquals(jdk, checkout.jdkOfTheBuild());
    }

    @Test
    void theJdkOfTheEnvironmentGoesFirst() throws Exception {
        checkout.addJdk(".jdks/any", "25.0.1");
        Path jdk = checkout.addJdk("chosen", "25.0.9");
        checkout.run(Map.of("JAVA_HOME", jdk.toString())).ends(0);
        assertEquals(jdk, checkout.jdkOfTheBuild());
    }

    @Test
    void theJdkOfThePathIsFoundThroughLinks() throws Exception {
        Path jdk = checkout.addJdk("chosen", "25.0.9");
        Files.createSymbolicLink(machine.home().resolve("bin/javac"), jdk.resolve("bin/javac"));
        checkout.run(Map.of()).ends(0);
        assertEquals(jdk, checkout.jdkOfTheBuild());
    }

    @Test
    void mavenIsInstalledFromDebiansPackagesByRoot() throws Exception {
        checkout.addJdk(".jdks/any", "25");
        Files.move(machine.home().resolve("bin/mvn"), machine.home().resolve("mvn"));
        machine.writeProgram("bin/id", "#!/bin/sh\necho 0\n");
        machine.writeProgram("bin/apt-get", "#!/bin/sh\n[ \"$1\" = update ] || mv \"$HOME/mvn\" \"$HOME/bin/mvn\"\n");
        checkout.run(Map.of())
                .leaves(
                        0,
                        "[]",
                        "wandb: installing Maven from this system's packages (apt-get install maven)\n"
                                + SampleCheckout.BUILDING);
    }

    @ParameterizedTest
    @CsvSource({"apt-get, sudo apt-get install maven", "dnf, install Maven"})
    void whereMavenCannotBeInstalledNothingIsDownloaded(String packager, String words) throws Exception {
        Files.delete(machine.home().resolve("bin/mvn"));
        machine.writeProgram("bin/id", "#!/bin/sh\necho 1000\n");
        machine.writeProgram("bin/" + packager, "#!/bin/sh\n");
        serve(archiveOfJdk("25.0.9"));
        refusesAtOnce(checkout.run(address()), words);
        assertEquals(0, requests.get());
    }

    /** One line, nothing tried before. */
    private void refusesAtOnce(Run run, String words) throws IOException {
        assertEquals(1, run.err().lines().count(), run.err());
        refuses(run, words);
    }

    private void refuses(Run run, String words) throws IOException {
        run.ends(1);
        String line = run.err().lines().toList().getLast();
        assertTrue(line.startsWith("wandb: ") && line.contains(words), run.err());
        assertEquals(0, checkout.builds());
        assertTrue(Files.isRegularFile(checkout.project().resolve(".jdk"))
                || List.of("lock").containsAll(downloaded()));
    }

    private List<String> downloaded() throws IOException {
        Path jdks = checkout.project().resolve(".jdk");
        if (Files.notExists(jdks)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(jdks)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Path archiveOfJdk(String version) throws IOException, InterruptedException {
        checkout.addJdk("packed/jdk-" + version + "+1", version);
        return pack();
    }

    private Path pack() throws IOException, InterruptedException {
        Path packed = machine.home().resolve("packed");
        machine.run(Map.of(), "tar", "-C", packed.toString(), "-czf", archive().toString(), ".")
                .ends(0);
        return archive();
    }

    private Path archive() {
        return machine.home().resolve("archive.tar.gz");
    }

    private void serve(Path archive) throws IOException {
        byte[] content = Files.readAllBytes(archive);
        server.createContext(ARCHIVE, exchange -> answer(exchange, content));
    }

    private void answer(HttpExchange exchange, byte[] content) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + ARCHIVE;
    }

    private Map<String, String> address() throws IOException {
        return Map.of("WANDB_JDK_URL", url(), "WANDB_JDK_SHA256", sha256(Files.readAllBytes(archive())));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
