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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** The built program and a real SDK on one machine: what one stores, the other reads. */
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

    private static final List<String> HOSTS = List.of(
            "https://api.wandb.ai",
            "https://api.forge.coreweave.com",
            "https://wandb.example.com",
            "http://localhost:8080",
            "http://[::1]:8080",
            "https://example.com/wandb");

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws IOException {
        machine = new Machine(folder);
    }

    /** The SDK that these tests are beside. */
    Sdk sdk() {
        return Sdk.PINNED;
    }

    /** Each kind of server with each kind of key, each on a machine of its own. */
    private List<Sdk.Account> accounts(List<String> hosts) throws IOException {
        List<Sdk.Account> accounts = new ArrayList<>();
        for (String host : hosts) {
            for (String key : List.of(KEY, LONG_KEY, "local-" + KEY)) {
                accounts.add(new Sdk.Account(new Machine(folder), host, key));
            }
        }
        return accounts;
    }

    @Test
    void theSdkReadsWhatWeStore() throws Exception {
        List<Sdk.Account> accounts = accounts(HOSTS);
        for (Sdk.Account account : accounts) {
            account.machine()
                    .wandb("login", "--host", account.host(), account.key())
                    .ends(0);
        }
        assertEquals(accounts.stream().map(Sdk.Account::key).toList(), sdk().readAll(accounts));
    }

    @Test
    void weReadWhatTheSdkStores() throws Exception {
        // It cannot read back its own entry of an IPv6 host.
        List<Sdk.Account> accounts =
                accounts(HOSTS.stream().filter(host -> !host.contains("[")).toList());
        sdk().loginAll(accounts);
        for (Sdk.Account account : accounts) {
            account.machine().wandb("auth", "token", "--host", account.host()).leaves(0, account.key() + "\n", "");
        }
    }

    @Test
    void theDefaultServerOfTheSdkIsLoggedInToByAPlainLogin() throws Exception {
        machine.wandb("login", KEY).ends(0);
        assertEquals(KEY, sdk().read(machine, sdk().defaultHost(machine)));
    }

    @Test
    @Tag("slow")
    void theDefaultServerOfTheSdkIsLoggedInToAlsoWhereNetrcHasADefaultEntry() throws Exception {
        machine.write(".netrc", OTHERS);
        machine.wandb("login", KEY).ends(0);
        assertEquals(KEY, sdk().read(machine, sdk().defaultHost(machine)));
    }

    @Test
    void theSdkUsesTheServerThatWeRemembered() throws Exception {
        machine.wandb("login", "--host", "https://wandb.example.com/a%20b", KEY).ends(0);
        assertEquals("https://wandb.example.com/a%20b", sdk().configuredHost(machine));
        machine.wandb("login", "--cloud", KEY).ends(0);
        assertEquals(sdk().defaultHost(machine), sdk().configuredHost(machine));
    }

    @Test
    void weUseTheServerThatTheSdkRemembered() throws Exception {
        sdk().login(machine, "https://wandb.example.com", KEY);
        Run status = machine.wandb("status", "--json");
        assertTrue(status.out().startsWith("{\"host\":\"https://wandb.example.com\""), status.out());
        assertEquals(KEY + "\n", machine.wandb("auth", "token").out());
    }

    @Test
    void everyOtherEntryStaysReadableForPython() throws Exception {
        machine.write(".netrc", OTHERS);
        String before = sdk().python(machine, "import netrc; n = netrc.netrc(); print(n.hosts, n.macros)");
        machine.wandb("login", "--host", "https://wandb.example.com", KEY).ends(0);
        String without = "import netrc; n = netrc.netrc(); n.hosts.pop('wandb.example.com'); print(n.hosts, n.macros)";
        assertEquals(before, sdk().python(machine, without));
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

    @Test
    void anSdkOfTodayEarnsNoWarning() throws Exception {
        Run run = machine.wandbWith(Map.of("PATH", sdk().bin() + ":/usr/bin:/bin"), "login", LONG_KEY);
        assertEquals(0, run.exitCode());
        assertTrue(!run.err().contains("WARNING"), run.err());
    }

    @Test
    void otherCommandsReachTheSdk() throws Exception {
        Map<String, String> path = Map.of("PATH", sdk().bin() + ":/usr/bin:/bin");
        Run help = machine.wandbWith(path, "sync", "--help");
        assertEquals(0, help.exitCode(), help.err());
        assertTrue(help.out().contains("Usage: wandb sync"), help.out());
        Run settings = machine.wandbWith(path, "status", "--settings");
        assertEquals(0, settings.exitCode(), settings.err());
        assertTrue((settings.out() + settings.err()).contains("base_url"), settings.out() + settings.err());
    }

    @Test
    void anSdkStartedByExecHasTheKeyAndTheServer() throws Exception {
        machine.wandb("login", "--host", "http://localhost:8080", KEY).ends(0);
        String program = "import os; print(os.environ['WANDB_API_KEY'], os.environ['WANDB_BASE_URL'])";
        Run exec = machine.wandb(
                "auth", "exec", "--host", "http://localhost:8080", "--", sdk().bin() + "/python", "-c", program);
        assertEquals(KEY + " http://localhost:8080\n", exec.out(), exec.err());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
