package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two accounts on one server, by the built program. */
class ProfilesIT {

    private static final String HOMES = "a".repeat(40);
    private static final String WORKS = "b".repeat(40);
    private static final String OTHER = "c".repeat(40);
    private static final String HOST = "http://127.0.0.1";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithTwoAccounts() throws Exception {
        machine = new Machine(folder);
        machine.wandb("login", "--host", HOST, HOMES).ends(0);
        machine.wandb("login", "--profile", "work", WORKS).ends(0);
    }

    private String token(Map<String, String> variables, String... options) throws Exception {
        String[] command = new String[options.length + 2];
        command[0] = "auth";
        command[1] = "token";
        System.arraycopy(options, 0, command, 2, options.length);
        return machine.wandbWith(variables, command).ends(0).out().strip();
    }

    private void workspace(String text) throws IOException {
        Path file = machine.workingDirectory().resolve("wandb/auth.ini");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void eachOfTheWaysToChooseIsStrongerThanTheNext() throws Exception {
        machine.write(".config/wandb/auth.ini", machine.read(".config/wandb/auth.ini") + "[login]\nprofile = work\n");
        assertEquals(WORKS, token(Map.of()));
        workspace("[login]\nprofile = default\n");
        assertEquals(HOMES, token(Map.of()));
        assertEquals(WORKS, token(Map.of("WANDB_PROFILE", "work")));
        assertEquals(HOMES, token(Map.of("WANDB_PROFILE", "work"), "--profile", "default"));
        assertEquals(OTHER, token(Map.of("WANDB_PROFILE", "work", "WANDB_API_KEY", OTHER)));
        assertEquals(WORKS, token(Map.of("WANDB_API_KEY", OTHER), "--profile", "work"));
    }

    @Test
    void statusTellsWhatChoseTheProfileAndWhatHidesIt() throws Exception {
        String status = machine.wandbWith(Map.of("WANDB_PROFILE", "work", "WANDB_API_KEY", OTHER), "status")
                .ends(0)
                .out();
        assertTrue(
                status.contains("\nProfile   work (WANDB_PROFILE)\n"
                        + "          WANDB_API_KEY comes before its key, whichever profile is meant."),
                status);
    }

    @Test
    void whatIsSaidOfTheSdkIsTrueWhicheverProfileIsActive() throws Exception {
        machine.wandb("auth", "switch", "work").ends(0);
        String ofDefault =
                machine.wandbWith(Machine.ON_PATH, "login", OTHER).ends(0).err();
        assertTrue(ofDefault.contains("\nwandb: The Python SDK does not find it there.\n"), ofDefault);
        assertTrue(ofDefault.endsWith("get this key with: wandb auth exec -- PROGRAM\n"), ofDefault);
        String status = machine.wandb("status").ends(0).out();
        assertTrue(status.contains("\nSDK       The Python SDK by itself uses another key: "), status);
        String ofWork = machine.wandbWith(Machine.ON_PATH, "login", "--profile", "work", OTHER)
                .ends(0)
                .err();
        assertTrue(ofWork.endsWith("The Python SDK uses it too. To check: wandb status --profile work\n"), ofWork);
    }

    @Test
    void aWorkspaceThatIsNotOneLineOfChoiceEndsTheRunAndWritesNothing() throws Exception {
        String before = machine.read(".netrc");
        for (String text :
                List.of("[login]\nprofile = -x\n", "[login]\nprofile = work\n[store.helper:x]\ncommand = x\n")) {
            workspace(text);
            Run run = machine.wandb("login", OTHER).ends(1);
            assertTrue(
                    run.err().startsWith("wandb: ERROR " + machine.workingDirectory() + "/wandb/auth.ini:"), run.err());
            assertEquals(1, run.err().lines().count(), run.err());
            assertEquals(before, machine.read(".netrc"));
        }
    }

    @Test
    void programsSideBySideHaveEachTheirOwnKey() throws Exception {
        Path pipes = Files.createDirectories(machine.home().resolve("pipes"));
        machine.run(Map.of(), "mkfifo", pipes + "/work", pipes + "/default").ends(0);
        String meet = "mkfifo_mine=$0; other=$1; echo \"$WANDB_API_KEY\" >" + pipes + "/$other & read -r theirs <"
                + pipes + "/$mkfifo_mine; echo \"$WANDB_API_KEY $theirs\"; wait";
        Path out = machine.home().resolve("out");
        Process other = machine.prepared(
                        Map.of(),
                        Machine.LAUNCHER.toString(),
                        "auth",
                        "exec",
                        "--profile",
                        "default",
                        "--",
                        "sh",
                        "-c",
                        meet,
                        "default",
                        "work")
                .redirectOutput(out.toFile())
                .start();
        try {
            machine.wandb("auth", "exec", "--profile=work", "--", "sh", "-c", meet, "work", "default")
                    .leaves(0, WORKS + " " + HOMES + "\n", "");
            assertEquals(0, Machine.exitCode(other));
            assertEquals(HOMES + " " + WORKS + "\n", Files.readString(out));
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void programsWithinEachOtherHaveEachTheirOwnKey() throws Exception {
        String wandb = Machine.LAUNCHER.toString();
        String show = "echo \"$WANDB_API_KEY\"; ";
        String inner = wandb + " auth exec --profile default -- sh -c 'echo \"$WANDB_API_KEY\"'; ";
        String byVariable = "WANDB_PROFILE=default " + wandb + " auth exec -- sh -c 'echo \"$WANDB_API_KEY\"'; ";
        String plain = wandb + " auth exec -- sh -c 'echo \"$WANDB_API_KEY $WANDB_PROFILE\"'; ";
        machine.wandb("auth", "exec", "--profile", "work", "--", "sh", "-c", show + inner + byVariable + plain + show)
                .leaves(0, WORKS + "\n" + HOMES + "\n" + HOMES + "\n" + WORKS + " work\n" + WORKS + "\n", "");
    }

    @Test
    void aLoginWithinAProgramIsForItsProfile() throws Exception {
        machine.wandb("auth", "exec", "--profile", "work", "--", Machine.LAUNCHER.toString(), "login", OTHER)
                .ends(0);
        assertEquals(OTHER, token(Map.of(), "--profile", "work"));
        assertEquals(HOMES, token(Map.of()));
    }

    @Test
    void aKeyTakesThePlaceOfAnIdentityToken() throws Exception {
        Map<String, String> variables = Map.of(
                "WANDB_IDENTITY_TOKEN_FILE",
                machine.write("token", "e30.e30." + "c".repeat(40)).toString());
        machine.wandbWith(
                        variables,
                        "auth",
                        "exec",
                        "--profile",
                        "work",
                        "--",
                        "sh",
                        "-c",
                        "echo \"$WANDB_API_KEY ${WANDB_IDENTITY_TOKEN_FILE-none}\"")
                .leaves(0, WORKS + " none\n", "");
    }

    @Test
    void thereAndBackLeavesTheNetrcFileAsItWas() throws Exception {
        String before = machine.read(".netrc");
        machine.wandb("auth", "switch", "work").ends(0);
        assertEquals(HOMES, token(Map.of()));
        assertEquals(WORKS, token(Map.of(), "--profile", "work"));
        machine.wandb("auth", "switch", "default").ends(0);
        assertEquals(before, machine.read(".netrc"));
    }

    @Test
    void whatCannotBeSwitchedToIsToldAndChangesNothing() throws Exception {
        String before = machine.read(".netrc");
        machine.wandb("auth", "switch", "nobody").ends(4);
        machine.wandb("auth", "switch", "no body").ends(2);
        machine.wandb("auth", "switch").ends(2);
        machine.write(".netrc", before + "nonsense\n");
        machine.wandb("auth", "switch", "work").ends(1);
        assertEquals(before + "nonsense\n", machine.read(".netrc"));
    }

    @Test
    void logoutOfAllErasesEveryProfile() throws Exception {
        machine.wandb("auth", "switch", "work").ends(0);
        machine.wandb("logout", "--all").ends(0);
        assertEquals("", machine.read(".netrc"));
    }

    @Test
    void otherReadersFindTheKeyOfTheProfileThatIsSwitchedTo() throws Exception {
        assertEquals(List.of(HOMES, HOMES, HOMES), readByOthers());
        machine.wandb("auth", "switch", "work").ends(0);
        assertEquals(List.of(WORKS, WORKS, WORKS), readByOthers());
    }

    /** What curl, git and Python take from the netrc file. */
    private List<String> readByOthers() throws Exception {
        machine.need("curl", "curl");
        machine.need("git", "git");
        List<String> passwords = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> passwords.addAll(asked(exchange)));
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            machine.run(Map.of(), "curl", "-sS", "--netrc", url).ends(0);
            machine.run(Map.of("GIT_TERMINAL_PROMPT", "0"), "git", "ls-remote", url + "x");
        } finally {
            server.stop(0);
        }
        String program = "import netrc; print(netrc.netrc().authenticators('127.0.0.1')[2])";
        String python =
                machine.run(Map.of(), "python3", "-c", program).ends(0).out().strip();
        return List.of(passwords.get(0), passwords.get(1), python);
    }

    /** The password that a question brings; one without is asked for it. */
    private static List<String> asked(HttpExchange exchange) throws IOException {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=x");
        exchange.sendResponseHeaders(header == null ? 401 : 404, -1);
        exchange.close();
        if (header == null) {
            return List.of();
        }
        byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
        return List.of(new String(pair, StandardCharsets.UTF_8).split(":", 2)[1]);
    }
}
