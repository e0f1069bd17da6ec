package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What reaches the JVM, and the programs that the launcher becomes, is what came in; nothing of the launcher's own does. */
class LauncherEnvironmentIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    /** In the place of the JVM: answers the question of {@code auth exec}, or shows what it was given. */
    private static final String SHOWING_JVM = """
            #!/bin/sh
            case "$*" in
                *exec-environment*) printf 'https://localhost\\n%s\\nwork\\nwork\\n' KEY ;;
                *) exec /usr/bin/env -0 ;;
            esac
            """.replace("KEY", KEY);

    /** Names that no shell can have itself, and some that every shell sets anew. */
    private static final Map<String, String> ODD_VARIABLES = Map.of(
            "foo.bar", "1",
            "a-b", "two\nlines",
            "BASH_FUNC_m%%", "() { :; }",
            "it's", "'quoted' $HOME `id` \\",
            "1st", "",
            "IFS", "x",
            "OPTIND", "3",
            "LINENO", "7",
            "PS4", "trace",
            "SHELLOPTS", "errexit:nounset");

    @TempDir
    Path folder;

    private Machine machine;
    private String launcher;

    @BeforeEach
    void startWithAJvmThatShowsItsEnvironment() throws IOException {
        machine = new Machine(folder);
        machine.writeProgram("image/bin/java", SHOWING_JVM);
        launcher = machine.writeProgram("image/bin/wandb", Files.readString(Machine.LAUNCHER))
                .toString();
    }

    static List<String> shells() {
        return Shells.all();
    }

    /** By the names in the image's own libraries, so that none of a later JDK is forgotten. */
    @Test
    void noVariableOfTheJvmsOrItsLaunchersReachesIt() throws Exception {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("lib/libjli.so", "lib/server/libjvm.so", "bin/java")) {
            names.addAll(variables(Machine.IMAGE.resolve(file)));
        }
        assertTrue(
                names.containsAll(Set.of("_JAVA_LAUNCHER_DEBUG", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "CLASSPATH")),
                names::toString);
        Map<String, String> given = new HashMap<>();
        names.forEach(name -> given.put(name, "marked"));
        Set<String> arrived =
                environment(machine.run(given, launcher, "login", KEY)).keySet();
        names.retainAll(arrived);
        assertEquals(Set.of(), names);
    }

    private static Set<String> variables(Path library) throws IOException {
        Set<String> names = new TreeSet<>();
        Matcher words = Pattern.compile("\0((?:(?:_|_ALT_)?(?:JAVA|JDK)_|_JVM_)[A-Z_]+|CLASSPATH)(?=\0)")
                .matcher(new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1));
        while (words.find()) {
            names.add(words.group(1));
        }
        return names;
    }

    @Test
    void noDebuggingOfTheJvmsLauncherShowsTheKey() throws Exception {
        Run run = machine.wandbWith(Map.of("_JAVA_LAUNCHER_DEBUG", "1"), "login", KEY);
        run.ends(0);
        assertFalse((run.out() + run.err()).contains(KEY), run::toString);
    }

    @ParameterizedTest
    @MethodSource("shells")
    void noVariableOfTheLaunchersCarriesTheKey(String shell) throws Exception {
        Map<String, String> given = namesInTheLauncher();
        Map<String, String> all = new HashMap<>(given);
        given.forEach((name, value) -> all.put("_wandb_" + name, value));
        Map<String, String> arrived =
                environment(machine.run(all, Shells.command(machine, shell, launcher, "login", KEY)));
        assertFalse(arrived.toString().contains(KEY), arrived::toString);
        given.forEach((name, value) -> assertEquals(value, arrived.get(name), name));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aShellThatExportsEverythingExportsNothingOfTheLaunchers(String shell) throws Exception {
        Map<String, String> arrived =
                environment(machine.run(Map.of(), Shells.command(machine, shell, "-a", launcher, "login", KEY)));
        assertFalse(arrived.toString().contains(KEY), arrived::toString);
        assertFalse(arrived.keySet().stream().anyMatch(name -> name.startsWith("_wandb_")), arrived::toString);
    }

    /** The names of the launcher's variables, without what they have in common: so one may call one's own. */
    private static Map<String, String> namesInTheLauncher() throws IOException {
        Map<String, String> names = new HashMap<>();
        Matcher variables = Pattern.compile("\\b_wandb_([a-z]+)\\b").matcher(Files.readString(Machine.LAUNCHER));
        while (variables.find()) {
            names.put(variables.group(1), "the user's");
        }
        assertTrue(names.containsKey("argument"), names::toString);
        return names;
    }

    @ParameterizedTest
    @MethodSource("shells")
    void aProgramGetsAllVariablesThatCameIn(String shell) throws Exception {
        Map<String, String> given = new HashMap<>(ODD_VARIABLES);
        given.putAll(namesInTheLauncher());
        given.put("JAVA_TOOL_OPTIONS", "-Xa");
        given.put("LC_ALL", "C");
        Map<String, String> arrived = environment(
                machine.run(given, Shells.command(machine, shell, launcher, "auth", "exec", "--", "env", "-0")));
        given.forEach((name, value) -> assertEquals(value, arrived.get(name), name));
        assertEquals(KEY, arrived.get("WANDB_API_KEY"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void theSdkGetsAllVariablesThatCameIn(String shell) throws Exception {
        Path bin = Files.createDirectories(machine.home().resolve("bin"));
        Files.copy(Path.of("/usr/bin/env").toRealPath(), bin.resolve("wandb"));
        Map<String, String> given = new HashMap<>(ODD_VARIABLES);
        given.put("PATH", bin + ":/usr/bin:/bin");
        Map<String, String> arrived = environment(machine.run(given, Shells.command(machine, shell, launcher, "-0")));
        given.forEach((name, value) -> assertEquals(value, arrived.get(name), name));
    }

    @Test
    void throughTheCheckoutTheyComeToo() throws Exception {
        SampleCheckout checkout = new SampleCheckout(folder);
        String jdk = checkout.addJdk("jdk", "25.0.9").toString();
        checkout.run(Map.of("JAVA25_HOME", jdk)).ends(0);
        Path bin = checkout.project().resolve("dist/target/image/bin");
        Files.writeString(bin.resolve("wandb"), Files.readString(Machine.LAUNCHER));
        Files.copy(machine.home().resolve("image/bin/java"), bin.resolve("java"));
        Map<String, String> given = new HashMap<>(ODD_VARIABLES);
        for (String name : List.of("self", "link", "project", "image", "log", "program")) {
            given.put(name, "the user's");
        }
        Map<String, String> arrived = environment(checkout.run(given, "auth", "exec", "--", "/usr/bin/env", "-0"));
        given.forEach((name, value) -> assertEquals(value, arrived.get(name), name));
        assertEquals(KEY, arrived.get("WANDB_API_KEY"));
        assertFalse(environment(checkout.run(given, "login", KEY)).toString().contains(KEY));
    }

    @Test
    void aHelperGetsTheUsersVariablesAndNoneOfTheLaunchers() throws Exception {
        Path seen = machine.home().resolve("seen");
        machine.writeProgram("bin/docker-credential-spy", "#!/bin/sh\nenv -0 >" + seen + "\nexit 1\n");
        Map<String, String> given = Map.of(
                "PATH", machine.home() + "/bin:/usr/bin:/bin",
                "JAVA_TOOL_OPTIONS", "-Xa",
                "CLASSPATH", "b.jar",
                "LC_ALL", "C",
                "LOCPATH", "/nowhere",
                "argument", "the user's");
        machine.wandbWith(given, "login", "--store", "helper:spy", KEY).ends(1);
        Map<String, String> arrived = variables(Files.readString(seen));
        given.forEach((name, value) -> assertEquals(value, arrived.get(name), name));
        assertFalse(arrived.containsKey("MALLOC_ARENA_MAX"), arrived::toString);
        assertFalse(arrived.keySet().stream().anyMatch(name -> name.startsWith("_WANDB_LOGIN_")), arrived::toString);
        assertFalse(arrived.toString().contains(KEY), arrived::toString);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aHelperGetsNoOpenFileButItsStreams() throws Exception {
        Path seen = machine.home().resolve("seen");
        String spy = "#!/bin/sh\nfor each in /proc/$$/fd/*; do readlink $each; done >" + seen + "\nexit 1\n";
        Path helper = machine.writeProgram("bin/docker-credential-spy", spy);
        String login = "exec " + Machine.LAUNCHER + " login --store helper:spy " + KEY + " 7</etc/passwd";
        machine.run(Map.of("PATH", machine.home() + "/bin:/usr/bin:/bin"), "sh", "-c", login)
                .ends(1);
        List<String> open = new ArrayList<>(Files.readAllLines(seen));
        assertTrue(open.remove(helper.toString()), open::toString); // which the shell reads
        open.removeIf(file -> file.startsWith("pipe:") || file.equals(seen.toString()));
        assertEquals(List.of(), open);
    }

    private static Map<String, String> environment(Run run) {
        run.ends(0);
        assertEquals("", run.err());
        return variables(run.out());
    }

    private static Map<String, String> variables(String text) {
        Map<String, String> variables = new HashMap<>();
        Arrays.stream(text.split("\0", -1))
                .filter(entry -> entry.contains("="))
                .forEach(entry ->
                        variables.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1)));
        return variables;
    }
}
