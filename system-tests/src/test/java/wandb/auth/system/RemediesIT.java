package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.server.AnsweringServer;
import wandb.auth.server.RefusingPort;

/**
 * What a message says to type works when it is typed: each command in it is pasted into a real shell, on a machine whose folders
 * have blanks and quotes in their names, and for a server whose address a shell would act on.
 */
class RemediesIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String OTHER_KEY = "fedcba9876".repeat(4);
    private static final String ODD_SERVER = "https://wandb.example.com/a;b&c(d)";

    /** What a person puts in place of a word. */
    private static final Map<String, String> MEANT = Map.of(
            "KEY", KEY, "PROGRAM", "true", "ID", "helper:f", "URL", "https://wandb.example.com", "PROFILE", "work");

    /** A command of ours or of the system's, behind a colon, up to the end of the line or of an alternative. */
    private static final Pattern COMMAND = Pattern.compile(
            "(?<=: )(?:wandb(?:-auth)?|chmod|rm) [^\\n]*?(?= ; |\\n|$)|(?<=(?:, add|Type one of): )--[^\\n]*?(?= ; |\\n)");

    @TempDir
    Path folder;

    private Machine machine;
    private Path home;
    private final Map<String, String> variables = new HashMap<>();

    /** Docker's protocol, with a file for each item. */
    private static final String HELPER_PLACE = "bin/docker-credential-f";

    /** By the second line a launcher knows another, to which it hands no command on. */
    @BeforeEach
    void moveIntoOddFolders() throws IOException {
        machine = new Machine(folder);
        home = Files.createDirectories(machine.home().resolve("it's \"my\" $HOME; home"));
        machine.writeProgram(HELPER_PLACE, HELPER);
        machine.write("key file", KEY + "\n");
        Files.createSymbolicLink(
                Files.createDirectories(machine.home().resolve("names")).resolve("wandb"), Machine.LAUNCHER);
        variables.put("HOME", home.toString());
        variables.put("SECRETS", machine.home().resolve("secrets").toString());
        variables.put(
                "PATH", machine.home().resolve("names") + ":" + machine.home().resolve("bin") + ":/usr/bin:/bin");
    }

    private static final String HELPER = """
            #!/usr/bin/python3
            import json, os, sys, hashlib
            folder = os.environ["SECRETS"]
            os.makedirs(folder, exist_ok=True)
            text = sys.stdin.read()
            def path(url): return os.path.join(folder, hashlib.sha256(url.encode()).hexdigest())
            if sys.argv[1] == "store":
                item = json.loads(text)
                open(path(item["ServerURL"]), "w").write(json.dumps(item))
            elif sys.argv[1] == "list":
                print(json.dumps({}))
            elif not os.path.exists(path(text.strip())):
                print("credentials not found in native keychain")
                sys.exit(1)
            elif sys.argv[1] == "get":
                print(open(path(text.strip())).read())
            elif sys.argv[1] == "erase":
                os.remove(path(text.strip()))
            """;

    /** One message: the files before, the command, its exit code, which of its commands is tried, and the exit code of that. */
    record Case(Map<String, String> files, int exitCode, int which, int then, List<String> command) {
        Case(Map<String, String> files, int exitCode, int which, int then, String... command) {
            this(files, exitCode, which, then, List.of(command));
        }
    }

    private static Case told(int exitCode, int then, String... command) {
        return new Case(Map.of(), exitCode, 0, then, command);
    }

    private static Case told(Map<String, String> files, int exitCode, int then, String... command) {
        return new Case(files, exitCode, 0, then, command);
    }

    static Stream<Arguments> cases() {
        Map<String, String> policy = Map.of("policy", "[policy]\nkey_argument = forbidden\n");
        Map<String, String> netrc = Map.of(".netrc", "machine api.wandb.ai login user password " + OTHER_KEY + "\n");
        return Stream.of(
                argumentSet("no key", told(4, 0, "auth", "token")),
                argumentSet("no key for an odd server", told(4, 0, "auth", "token", "--host", ODD_SERVER)),
                argumentSet("no key for a profile", told(4, 0, "auth", "token", "--cloud", "--profile", "a.b-c")),
                argumentSet(
                        "no key, and none may be an argument",
                        told(policy, 4, 0, "auth", "token", "--host", ODD_SERVER)),
                argumentSet(
                        "no terminal to ask on",
                        told(4, 0, "login", "--relogin", "--host", ODD_SERVER, "--profile", "p")),
                argumentSet("nothing to move", told(4, 0, "auth", "migrate", "--to", "helper:f", "--host", ODD_SERVER)),
                argumentSet("nothing at all to move", told(4, 0, "auth", "migrate", "--to", "helper:f", "--all")),
                argumentSet("no account", told(0, 0, "auth", "list")),
                argumentSet("a typed command", told(1, 0, "login", "help")),
                argumentSet("no key to show", told(4, 0, "status", "--host", ODD_SERVER)),
                argumentSet("the server is the default now", told(netrc, 0, 0, "login", "--host", ODD_SERVER, KEY)),
                argumentSet("logged in", new Case(Map.of(), 0, 1, 0, "login", "--host", ODD_SERVER, KEY)),
                argumentSet(
                        "logged in elsewhere, to run a program",
                        new Case(Map.of(), 0, 2, 0, "login", "--host", ODD_SERVER, "--store", "helper:f", KEY)),
                argumentSet(
                        "logged in as a profile, to run a program",
                        new Case(Map.of(), 0, 1, 0, "login", "--host", ODD_SERVER, "--profile", "p", KEY)),
                argumentSet("logged in already", told(netrc, 0, 0, "login")),
                argumentSet("a key elsewhere, to run a program", told(withHelper(), 1, 0, "auth", "switch", "default")),
                argumentSet(
                        "a key elsewhere, to move it", new Case(withHelper(), 1, 1, 0, "auth", "switch", "default")),
                argumentSet("no profile is named", told(netrc, 2, 4, "auth", "switch")),
                argumentSet("no file to judge", told(2, 1, "auth", "policy", "--check", "")),
                argumentSet("another key in the target", told(twoKeys(), 1, 0, "auth", "migrate", "--to", "helper:f")),
                argumentSet(
                        "another key in the target, to replace it",
                        new Case(twoKeys(), 1, 1, 4, "auth", "migrate", "--to", "helper:f")),
                argumentSet("a server of a workspace", told(workspace(), 1, 0, "login", KEY)),
                argumentSet(
                        "a switch on a server of a workspace", told(workspace(), 1, 4, "auth", "switch", "default")),
                argumentSet("open to others", told(open(), 1, 0, "auth", "doctor")));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet("a typo", told(2, 4, "lgoin", "--host", ODD_SERVER)),
                argumentSet("what another tool calls an option", told(2, 0, "login", "--api-key", KEY)),
                argumentSet("an option of the program", told(2, 0, "--verison")),
                argumentSet("a recipe", told(2, 0, "auth", "stores", "add", "pas", "prefix=x", "--dry-run")),
                argumentSet("no such store", told(2, 0, "login", "--store", "plaintext", KEY)),
                argumentSet("no such section", told(1, 0, "auth", "stores", "remove", "command:x")),
                argumentSet("a typed address", told(1, 4, "login", ODD_SERVER)),
                argumentSet("the typed name of a file", told(1, 0, "login", "./key file")),
                argumentSet("an address without a scheme", told(1, 4, "status", "--host", "localhost:8080")),
                argumentSet("a folder in place of a policy", told(1, 1, "auth", "policy", "--check", "/")),
                argumentSet("a profile without a key", told(4, 0, "auth", "switch", "work")),
                argumentSet("a key of a workspace", told(keyOfWorkspace(), 1, 4, "login", "--store", "netrc")));
    }

    /** Under the program's own name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "token --host https://wandb.example.com/a;b",
                "migrate --to helper:f --cloud",
                "login help",
                "tokn --help",
                "auth stores remove command:x"
            })
    void namesTheProgramAsItWasStarted(String words) throws Exception {
        Files.createSymbolicLink(machine.home().resolve("bin/wandb-auth"), Machine.LAUNCHER);
        List<String> line = new ArrayList<>(List.of("wandb-auth"));
        line.addAll(List.of(words.split(" ", -1)));
        Run run = machine.run(variables, line.toArray(String[]::new));
        String command = commands(run.err()).getFirst();

        assertTrue(command.startsWith("wandb-auth "), run::toString);
        inShell(command).ends(0);
    }

    private static Map<String, String> keyOfWorkspace() {
        return Map.of("wandb/settings", "[default]\napi_key = " + OTHER_KEY + "\n");
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void ofAMistakeWorks(Case told) throws Exception {
        works(told);
    }

    /** What a policy refuses. */
    static Stream<Arguments> refusals() {
        String key = "key_argument = forbidden\n";
        String store = "stores = helper:f\n";
        return Stream.of(
                argumentSet("a key argument", refused(key, "", 0, "login", "--host", ODD_SERVER, KEY)),
                argumentSet("a store", refused(store, "", 0, "login", "--profile", "p", KEY)),
                argumentSet("a move", refused(store, "--store helper:f " + KEY, 0, "auth", "migrate", "--to", "netrc")),
                argumentSet("a switch", refused(store, "--profile work " + KEY, 0, "auth", "switch", "work")));
    }

    private static Case refused(String rule, String login, int then, String... command) {
        Map<String, String> files = new HashMap<>(Map.of("policy", "[policy]\n" + rule));
        if (!login.isEmpty()) {
            files.put("+login", login);
        }
        return told(files, 3, then, command);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void ofARefusalIsAllowed(Case told) throws Exception {
        works(told);
    }

    private static Map<String, String> withHelper() {
        return Map.of("+login", "--store helper:f " + KEY);
    }

    private static Map<String, String> twoKeys() {
        return Map.of("+login", "--store helper:f " + KEY + "\n--store netrc " + OTHER_KEY);
    }

    private static Map<String, String> workspace() {
        return Map.of("wandb/settings", "[default]\nbase_url = " + ODD_SERVER + "\n");
    }

    private static Map<String, String> open() {
        return Map.of(".config/wandb/settings", "[default]\napi_key = " + KEY + "\n");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void works(Case told) throws Exception {
        prepare(told.files());
        Run run = wandb(told.command().toArray(String[]::new));
        assertEquals(told.exitCode(), run.exitCode(), run::toString);
        List<String> commands = commands(run.out() + run.err());
        assertTrue(commands.size() > told.which(), run::toString);
        String command = commands.get(told.which());
        Run remedy = inShell(
                command.startsWith("--") ? "wandb " + String.join(" ", told.command()) + " " + command : command);
        assertEquals(told.then(), remedy.exitCode(), () -> run + "\n" + remedy);
    }

    /** The server rejects a key, and the message says where to get another and how to save it. */
    @Test
    void theKeyAfterARejectedOneIsSavedByWhatIsSaid() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(401, "{\"error\":\"no such key\"}")) {
            String odd = server.url() + "/a;b&c(d)";
            works(told(5, 0, "login", "--verify", "--host", odd, OTHER_KEY));
            works(told(5, 0, "login", "--verify", "--host", odd));
        }
    }

    @Test
    void aKeyThatCouldNotBeVerifiedIsVerifiedLaterByWhatIsSaid() throws Exception {
        String address;
        try (RefusingPort nobody = new RefusingPort()) {
            address = nobody.url() + "/a;b&c(d)";
            wandb("login", "--host", address, KEY).ends(0);
            works(told(6, 6, "login", "--verify", "--host", address));
        }
    }

    private static final String LEFT = ".wandb-0123456789abcdef.tmp";
    private static final String NETRC_KEY = "machine api.wandb.ai login user password " + KEY + "\n";
    private static final String SETTINGS_KEY = "[default]\napi_key = " + KEY + "\n";

    private static Map<String, String> betterStore(String file, String content) {
        return Map.of(
                ".config/wandb/auth.ini",
                "[policy]\ndefault_store = helper:f\n[store.helper:f]\nprotection = encrypted\n",
                file,
                content);
    }

    static Stream<Arguments> complaints() {
        Map<String, String> noted =
                Map.of(".config/wandb/auth.ini", "[account " + ODD_SERVER + "]\nstore = netrc\n", ".netrc", "");
        Map<String, String> gone =
                Map.of(".config/wandb/auth.ini", "[account " + ODD_SERVER + "]\nstore = helper:gone\n");
        return Stream.of(
                argumentSet("a key that is gone, to save it again", new Case(noted, 1, 0, 4, "auth", "doctor")),
                argumentSet("a key that is gone, to forget it", new Case(noted, 1, 1, 0, "auth", "doctor")),
                argumentSet("a store that is gone", new Case(gone, 1, 0, 4, "auth", "doctor")),
                argumentSet("a file that was left", new Case(Map.of(LEFT, ""), 1, 0, 0, "auth", "doctor")),
                argumentSet(
                        "a key in plaintext", new Case(betterStore(".netrc", NETRC_KEY), 1, 0, 0, "auth", "doctor")),
                argumentSet(
                        "a key in the settings",
                        new Case(betterStore(".config/wandb/settings", SETTINGS_KEY), 1, 0, 0, "auth", "doctor")),
                argumentSet(
                        "a key of no active profile",
                        new Case(
                                Map.of(".netrc", NETRC_KEY.replace("api.wandb.ai", " api.wandb.ai+default")),
                                1,
                                0,
                                0,
                                "auth",
                                "doctor")),
                argumentSet(
                        "a key for a server that is forbidden",
                        new Case(
                                Map.of(".netrc", NETRC_KEY, "policy", "[policy]\nhosts = https://a.example\n"),
                                1,
                                0,
                                0,
                                "auth",
                                "doctor")),
                argumentSet("a netrc file for all", new Case(Map.of("+netrc", KEY), 1, 0, 0, "auth", "doctor")),
                argumentSet("a folder for all", new Case(Map.of("+folder", ""), 1, 0, 0, "auth", "doctor")));
    }

    /** A login asks for a key; without a terminal that is exit code 4, and the command was understood. */
    @ParameterizedTest
    @MethodSource("complaints")
    void whatTheDoctorAdvisesWorks(Case told) throws Exception {
        works(told);
    }

    /** A login that finds a key reports it, and one that finds something broken ends there: only another key helps. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "machine api.wandb.ai login user",
                "machine api.wandb.ai login user password short",
                "machine api.forge.coreweave.com login user password KEY\ndefault login a password b",
                "machine api.forge.coreweave.com login user password OTHER\nmachine api.wandb.ai login user password KEY"
            })
    void aKeyThatIsToBeSavedAgainIsSavedByWhatIsSaid(String netrc) throws Exception {
        prepare(Map.of(".netrc", netrc.replace("KEY", KEY).replace("OTHER", OTHER_KEY) + "\n"));
        String said = wandb("auth", "doctor").ends(1).out();
        assertTrue(said.contains("Log in again with --relogin"), said);

        inShell("wandb login --relogin --key-stdin < FILE").ends(0);

        wandb("auth", "doctor").ends(0);
    }

    private void prepare(Map<String, String> files) throws Exception {
        if (files.containsKey("+netrc")) {
            Path netrc = home.resolve(".netrc");
            Files.writeString(netrc, "machine api.wandb.ai login user password " + KEY + "\n");
            Files.setPosixFilePermissions(netrc, PosixFilePermissions.fromString("rw-r--r--"));
        }
        if (files.containsKey("+folder")) {
            Files.writeString(home.resolve(".netrc"), "");
            Files.setPosixFilePermissions(home.resolve(".netrc"), PosixFilePermissions.fromString("rw-------"));
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        if (files.containsKey("+login")) {
            for (String options : files.getOrDefault("+login", "").split("\n", -1)) {
                assertEquals(0, wandb(("login " + options).split(" ", -1)).exitCode());
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            if (!file.getKey().startsWith("+")) {
                Path base = file.getKey().equals("wandb/settings") ? machine.workingDirectory() : home;
                Path path = base.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
                boolean isOpen = file.getKey().endsWith("settings");
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(isOpen ? "rw-r--r--" : "rw-------"));
            }
        }
        if (files.containsKey("policy")) {
            variables.put("WANDB_AUTH_POLICY", home.resolve("policy").toString());
        }
    }

    private Run wandb(String... arguments) throws Exception {
        return machine.wandbWith(variables, arguments);
    }

    private static List<String> commands(String said) {
        List<String> commands = new ArrayList<>();
        Matcher matcher = COMMAND.matcher(said);
        while (matcher.find()) {
            commands.add(matcher.group());
        }
        return commands;
    }

    /** As somebody pastes it, with what is meant by the words in capitals. */
    private Run inShell(String command) throws Exception {
        StringBuilder words = new StringBuilder();
        for (String word : command.split(" ", -1)) {
            words.append(words.isEmpty() ? "" : " ").append(MEANT.getOrDefault(word, word));
        }
        String file = "'" + machine.home().resolve("key file") + "'";
        String pasted = words.toString().replace("< FILE", "< " + file).replace("--check FILE", "--check " + file);
        return machine.run(variables, "/bin/sh", "-c", pasted);
    }
}
