package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The built program and real SDKs on one machine: what one stores, the other reads. */
class SdkIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String LONG_KEY = "wandb_v1_" + "Zy9_".repeat(20);
    private static final String OTHERS = """
            # shared with curl and git
            machine github.com login me password gh_token # do not touch
            macdef init
            cd /tmp

            machine 127.0.0.1
            \tlogin someone
            \tpassword "s3 cret"
            default login anonymous password me@example.com
            """;

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    /** Each SDK with each kind of server and key. */
    static Stream<Arguments> sdksAndServers() {
        return sdks().flatMap(sdk -> Stream.of(
                        "https://api.wandb.ai",
                        "https://api.forge.coreweave.com",
                        "https://wandb.example.com",
                        "http://localhost:8080",
                        "http://[::1]:8080",
                        "https://example.com/wandb")
                .flatMap(host -> Stream.of(KEY, LONG_KEY, "local-" + KEY).map(key -> Arguments.of(sdk, host, key))));
    }

    static Stream<Sdk> sdks() {
        return Stream.of(Sdk.PINNED, Sdk.NEWEST);
    }

    @ParameterizedTest
    @MethodSource("sdksAndServers")
    void theSdkReadsWhatWeStore(Sdk sdk, String host, String key) throws Exception {
        machine.wandb("login", "--host", host, key).ends(0);
        assertEquals(key, sdk.read(machine, host));
    }

    /** Not IPv6 hosts: the SDK cannot read back its own entry of one. */
    static Stream<Arguments> sdksAndServersThatTheyCanStore() {
        return sdksAndServers().filter(arguments -> !((String) arguments.get()[1]).contains("["));
    }

    @ParameterizedTest
    @MethodSource("sdksAndServersThatTheyCanStore")
    void weReadWhatTheSdkStores(Sdk sdk, String host, String key) throws Exception {
        sdk.login(machine, host, key);
        Run token = machine.wandb("auth", "token", "--host", host);
        assertEquals(key + "\n", token.out(), token.err());
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void theDefaultServerOfEachSdkIsLoggedInToByAPlainLogin(Sdk sdk) throws Exception {
        machine.wandb("login", KEY).ends(0);
        assertEquals(KEY, sdk.read(machine, sdk.defaultHost(machine)));
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void theDefaultServerOfEachSdkIsLoggedInToAlsoWhereNetrcHasADefaultEntry(Sdk sdk) throws Exception {
        machine.write(".netrc", OTHERS);
        machine.wandb("login", KEY).ends(0);
        assertEquals(KEY, sdk.read(machine, sdk.defaultHost(machine)));
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void theSdkUsesTheServerThatWeRemembered(Sdk sdk) throws Exception {
        machine.wandb("login", "--host", "https://wandb.example.com/a%20b", KEY).ends(0);
        assertEquals("https://wandb.example.com/a%20b", sdk.configuredHost(machine));
        machine.wandb("login", "--cloud", KEY).ends(0);
        assertEquals(sdk.defaultHost(machine), sdk.configuredHost(machine));
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void weUseTheServerThatTheSdkRemembered(Sdk sdk) throws Exception {
        sdk.login(machine, "https://wandb.example.com", KEY);
        Run status = machine.wandb("status", "--json");
        assertTrue(status.out().startsWith("{\"host\":\"https://wandb.example.com\""), status.out());
        assertEquals(KEY + "\n", machine.wandb("auth", "token").out());
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void everyOtherEntryStaysReadableForPython(Sdk sdk) throws Exception {
        machine.write(".netrc", OTHERS);
        String before = sdk.python(machine, "import netrc; n = netrc.netrc(); print(n.hosts, n.macros)");
        machine.wandb("login", "--host", "https://wandb.example.com", KEY).ends(0);
        String without = "import netrc; n = netrc.netrc(); n.hosts.pop('wandb.example.com'); print(n.hosts, n.macros)";
        assertEquals(before, sdk.python(machine, without));
    }

    @Test
    void everyOtherEntryStaysReadableForCurl() throws Exception {
        machine.write(".netrc", OTHERS.replace("s3 cret", "s3cret"));
        machine.wandb("login", KEY).ends(0);
        List<String> authorizations = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            Run curl = machine.run(
                    Map.of(),
                    "curl",
                    "-sS",
                    "--netrc-file",
                    machine.home().resolve(".netrc").toString(),
                    url);
            assertEquals(0, curl.exitCode(), curl.err());
        } finally {
            server.stop(0);
        }
        assertEquals(List.of("Basic " + base64("someone:s3cret")), authorizations);
    }

    @Test
    void anSdkBeforeTheLongKeysWarnsAndTellsTheUpgrade() throws Exception {
        Path packages = machine.home().resolve("old/lib/python3.11/site-packages/wandb-0.22.2.dist-info");
        Files.createDirectories(packages);
        Path bin = Files.createDirectories(machine.home().resolve("old/bin"));
        machine.writeProgram("old/bin/wandb", "#!/bin/sh\nexit 0\n");
        Map<String, String> path = Map.of("PATH", bin + ":/usr/bin:/bin");
        Run warned = machine.wandbWith(path, "login", LONG_KEY);
        assertEquals(0, warned.exitCode());
        assertTrue(
                warned.err().contains("0.22.2") && warned.err().contains("pip install --upgrade wandb"), warned.err());
        Run silent = machine.wandbWith(path, "login", KEY);
        assertTrue(!silent.err().contains("0.22.2"), silent.err());
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void anSdkOfTodayEarnsNoWarning(Sdk sdk) throws Exception {
        Run run = machine.wandbWith(Map.of("PATH", sdk.bin() + ":/usr/bin:/bin"), "login", LONG_KEY);
        assertEquals(0, run.exitCode());
        assertTrue(!run.err().contains("WARNING"), run.err());
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void otherCommandsReachTheSdk(Sdk sdk) throws Exception {
        Map<String, String> path = Map.of("PATH", sdk.bin() + ":/usr/bin:/bin");
        Run help = machine.wandbWith(path, "sync", "--help");
        assertEquals(0, help.exitCode(), help.err());
        assertTrue(help.out().contains("Usage: wandb sync"), help.out());
        Run settings = machine.wandbWith(path, "status", "--settings");
        assertEquals(0, settings.exitCode(), settings.err());
        assertTrue((settings.out() + settings.err()).contains("base_url"), settings.out() + settings.err());
    }

    @ParameterizedTest
    @MethodSource("sdks")
    void anSdkStartedByExecHasTheKeyAndTheServer(Sdk sdk) throws Exception {
        machine.wandb("login", "--host", "http://localhost:8080", KEY).ends(0);
        String program = "import os; print(os.environ['WANDB_API_KEY'], os.environ['WANDB_BASE_URL'])";
        Run exec = machine.wandb(
                "auth", "exec", "--host", "http://localhost:8080", "--", sdk.bin() + "/python", "-c", program);
        assertEquals(KEY + " http://localhost:8080\n", exec.out(), exec.err());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
