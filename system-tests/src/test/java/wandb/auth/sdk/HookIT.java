package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.server.HeaderServer;
import wandb.auth.system.Desktop;
import wandb.auth.system.HomeContent;
import wandb.auth.system.Run;

/** A real SDK in an environment where the hook is on: it finds the key that this program finds, and no other. */
class HookIT extends AtServer {

    private static final String KEY = "a".repeat(40);
    private static final String OLDER_KEY = "b".repeat(40);
    private static final String WORKS = "c".repeat(40);

    /** Tells of the key that the SDK has, and in how many variables and arguments of any process it stands. */
    private static final String SHOW = """
            import glob, hashlib, multiprocessing, os, sys

            def show(name):
                import wandb
                key = (wandb.setup().settings.api_key or "").encode()
                places = 0
                for place in glob.glob("/proc/[0-9]*/environ") + glob.glob("/proc/[0-9]*/cmdline"):
                    try:
                        places += bool(key) and key in open(place, "rb").read()
                    except OSError:
                        pass
                print(name, hashlib.sha256(key).hexdigest(), places, flush=True)

            def child(name):
                import wandb
                wandb.login()
                show(name)
            """;

    private static final String RUN = SHOW + """

            def log(name):
                import wandb
                run = wandb.init(project="hook", name=name)
                run.log({"loss": 0.5})
                show(name)
                run.finish()

            def start(method, target):
                process = multiprocessing.get_context(method).Process(target=target, args=(method,))
                process.start()
                process.join()

            if __name__ == "__main__":
                import wandb
                print("login", wandb.login())
                start("fork", log)
                start("spawn", child)
                log("init")
            """;

    private static final String LOG_IN = SHOW + """

            import wandb
            try:
                print("login", wandb.login())
            except Exception as error:
                print(type(error).__module__, type(error).__name__, error)
            show("key")
            """;

    private static String shown(String name, String key) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        return name + " " + HexFormat.of().formatHex(digest) + " 0\n";
    }

    private static void assertSays(Run run, String text) {
        assertTrue((run.out() + run.err()).contains(text), () -> text + " is not said by " + run);
    }

    /** A run of an unknown key would be the administrator's, so that the user's team has one proves whose key it was. */
    @Test
    void aRunAndTheProcessesOfItUseAKeyOfTheKeychainThatIsInNoFileVariableOrArgument() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk());
        String user = "hooked-" + sdk().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String key = server.newUser(user);
        try (Desktop desktop = Desktop.withKeychain(hooked.machine())) {
            hooked.with(desktop.with(Map.of()));
            Run login = hooked.wandb("login", "--store", "keyring", "--host", server.url(), key)
                    .ends(0);
            assertSays(login, "the Python SDK there gets this key");
            Path asked = hooked.counted();

            Run run = hooked.python(RUN).ends(0);
            assertSays(run, shown("init", key));
            assertSays(run, shown("spawn", key));
            assertSays(run, shown("fork", key));
            assertSays(run, "login True");
            assertEquals(2, server.runs(user, "hook").size(), run::toString);
            assertEquals(
                    2,
                    Files.readAllLines(asked).size(),
                    "one question of each Python that was started, none of a copy of one");
            Path everything = hooked.machine().home().getParent();
            assertEquals(List.of(), HomeContent.filesWith(key, everything));
        }
    }

    @Test
    void anApiSendsTheKeyOfAHelperToItsServerAndToNoOther() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk()).withHelper();
        try (HeaderServer mine = HeaderServer.start();
                HeaderServer other = HeaderServer.start()) {
            hooked.wandb("login", "--store", "helper:shelf", "--host", mine.url(), KEY)
                    .ends(0);
            hooked.python("""
                    import sys, wandb
                    wandb.Api()
                    try:
                        wandb.Api(overrides={"base_url": sys.argv[1]})
                    except Exception as error:
                        print("no other:", error)
                    """, other.url()).ends(0);
            assertEquals(List.of(KEY), mine.keys());
            assertEquals(List.of(), other.keys());
        }
    }

    @Test
    void eachProjectGetsTheKeyOfTheProfileThatItsFileNames() throws Exception {
        HookedMachine hooked =
                HookedMachine.in(folder, sdk()).withHelper().with(Map.of("WANDB_BASE_URL", server.url()));
        hooked.wandb("login", "--store", "helper:shelf", KEY).ends(0);
        hooked.wandb("login", "--store", "helper:shelf", "--profile", "work", WORKS)
                .ends(0);
        String program = SHOW + """

                import pathlib
                os.chdir(pathlib.Path(sys.argv[1]))
                child(sys.argv[2])
                """;
        hooked.machine().write("project/wandb/auth.ini", "[login]\nprofile = work\n");
        Path project = hooked.machine().home().resolve("project");
        assertSays(hooked.python(program, project.toString(), "work").ends(0), shown("work", WORKS));
        String home = hooked.machine().home().toString();
        assertSays(hooked.python(program, home, "default").ends(0), shown("default", KEY));
    }

    @Test
    void aServerThatOnlyAWorkspaceNamesGetsNothing() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk()).withHelper();
        try (HeaderServer mine = HeaderServer.start()) {
            String theirs = mine.url() + "/elsewhere";
            hooked.wandb("login", "--store", "helper:shelf", "--host", mine.url(), KEY)
                    .ends(0);
            hooked.machine().write(".netrc", "machine " + mine.machine() + " login user password " + OLDER_KEY + "\n");
            Files.createDirectory(hooked.machine().workingDirectory().resolve("wandb"));
            Files.writeString(
                    hooked.machine().workingDirectory().resolve("wandb/settings"),
                    "[default]\nbase_url = " + theirs + "\n");
            Run run = hooked.python(LOG_IN).ends(0);
            assertSays(run, "names this server, so a stored key is not used for it");
            assertSays(run, shown("key", ""));
            assertEquals(List.of(), mine.keys());
        }
    }

    @Test
    void aStoreThatDoesNotAnswerIsAnErrorOfTheSdkInOurWordsAndNoReasonToUseAnOlderKey() throws Exception {
        HookedMachine hooked =
                HookedMachine.in(folder, sdk()).withHelper().with(Map.of("WANDB_BASE_URL", server.url()));
        hooked.wandb("login", "--store", "helper:shelf", KEY).ends(0);
        hooked.machine().write(".netrc", netrcEntries(server.url().substring("http://".length()), OLDER_KEY));
        hooked.machine()
                .writeProgram("helpers/docker-credential-shelf", "#!/bin/sh\necho 'the shelf is locked'\nexit 1\n");
        String words = hooked.wandb("auth", "token").ends(1).err().strip();
        Run run = hooked.python(LOG_IN).ends(0);
        assertSays(run, "wandb.errors.errors AuthenticationError " + words.substring(words.indexOf("ERROR ") + 6));
        assertSays(run, shown("key", ""));
    }

    @Test
    void aStoreThatThePolicyForbidsIsAnErrorOfTheSdkToo() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk()).with(Map.of("WANDB_BASE_URL", server.url()));
        hooked.machine().write(".netrc", netrcEntries(server.url().substring("http://".length()), OLDER_KEY));
        hooked.machine().write(".config/wandb/auth.ini", "[policy]\nleast_protection = encrypted\n");
        Run run = hooked.python(LOG_IN).ends(0);
        assertSays(run, "wandb.errors.errors AuthenticationError ");
        assertSays(run, "found and refused");
        assertSays(run, shown("key", ""));
    }

    @Test
    void aTraceIsShownBesideAnErrorAndNotWithinIt() throws Exception {
        HookedMachine hooked =
                HookedMachine.in(folder, sdk()).with(Map.of("WANDB_BASE_URL", server.url(), "WANDB_AUTH_TRACE", "1"));
        hooked.machine().write(".netrc", netrcEntries(server.url().substring("http://".length()), OLDER_KEY));
        hooked.machine().write(".config/wandb/auth.ini", "[policy]\nleast_protection = encrypted\n");

        Run run = hooked.python(LOG_IN).ends(0);

        assertTrue(run.err().contains("wandb-auth: TRACE "), run::toString);
        String error = run.out()
                .lines()
                .filter(line -> line.startsWith("wandb.errors.errors AuthenticationError "))
                .findFirst()
                .orElse("");
        assertTrue(error.contains("found and refused"), run::toString);
        assertFalse(error.contains("TRACE"), error);
    }

    @Test
    void withoutTheProgramTheSdkWorksAsWithoutTheHookAndSaysSoOnce() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk());
        Files.writeString(hooked.recordedProgram(), hooked.machine().home() + "/gone/wandb-auth\n");
        Run run = usesTheKeyOfNetrc(hooked);
        assertEquals(2, run.err().split("looks for its key without wandb-auth", -1).length, run::toString);
    }

    @Test
    @Tag("slow")
    void aProgramOfTheWorkingDirectoryIsNotAsked() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk()).with(Map.of("WANDB_BASE_URL", server.url()));
        Path project = hooked.machine().workingDirectory();
        Path metadata = Files.createDirectory(project.resolve("wandb_auth-9.dist-info"));
        Files.writeString(metadata.resolve("METADATA"), "Metadata-Version: 2.1\nName: wandb-auth\nVersion: 9\n");
        Files.writeString(metadata.resolve("RECORD"), "wandb-auth,,\n");
        Path program = Files.writeString(project.resolve("wandb-auth"), "#!/bin/sh\necho " + KEY + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Run run = hooked.pythonWith(Map.of("PYTHONPATH", project.toString()), LOG_IN)
                .ends(0);
        assertSays(run, shown("key", ""));
    }

    @Test
    @Tag("slow")
    void aProgramThatIsBrokenIsPassedOverToo() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk());
        for (String broken : List.of("exit 1", "echo a; echo b", "kill -9 $$", "echo unknown option >&2; exit 2")) {
            Path program = hooked.machine().writeProgram("broken/wandb-auth", "#!/bin/sh\n" + broken + "\n");
            Files.writeString(hooked.recordedProgram(), program + "\n");
            assertSays(usesTheKeyOfNetrc(hooked), "looks for its key without wandb-auth");
        }
    }

    /** By what it sends: of a key in the netrc file the settings of old SDKs know nothing. */
    private static Run usesTheKeyOfNetrc(HookedMachine hooked) throws Exception {
        try (HeaderServer mine = HeaderServer.start()) {
            hooked.machine().write(".netrc", netrcEntries(mine.machine(), OLDER_KEY));
            Run run = hooked.with(Map.of("WANDB_BASE_URL", mine.url()))
                    .python("import wandb\nwandb.login()\nwandb.Api()\n")
                    .ends(0);
            assertEquals(List.of(OLDER_KEY), mine.keys(), run::toString);
            return run;
        }
    }

    /** Entries as every SDK reads them: some look for the port, some do not. */
    private static String netrcEntries(String machine, String key) {
        return "machine " + machine + " login user password " + key + "\nmachine 127.0.0.1 login user password " + key
                + "\n";
    }

    @Test
    void whatIsExplicitOrOfflineAsksNothing() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk()).with(Map.of("WANDB_BASE_URL", server.url()));
        Path asked = hooked.counted();
        String offline = """
                import wandb
                run = wandb.init(project="offline")
                run.log({"loss": 0.5})
                run.finish()
                """;
        hooked.pythonWith(Map.of("WANDB_MODE", "offline"), offline).ends(0);
        hooked.pythonWith(Map.of("WANDB_MODE", "disabled"), offline).ends(0);
        assertSays(hooked.pythonWith(Map.of("WANDB_API_KEY", KEY), LOG_IN).ends(0), "login True");
        assertFalse(Files.exists(asked), () -> "it was asked");
    }
}
