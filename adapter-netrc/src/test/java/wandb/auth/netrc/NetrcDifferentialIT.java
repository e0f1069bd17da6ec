package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.fixtures.PythonReadings;

/**
 * Generated files, and what our edits make of them, read by us and by Python's own module. The files are the same in
 * every run; the system properties {@code wandb.test.seed} and {@code wandb.test.cases} give others, and more.
 */
class NetrcDifferentialIT {

    private static final long SEED = Long.getLong("wandb.test.seed", 20261121L);
    private static final int CASES = Integer.getInteger("wandb.test.cases", 2_000);

    @TempDir
    private Path folder;

    /** A file, what an edit for the account makes of it, and what Python reads in both. */
    private record Case(String shown, MachineNameSet names, JsonNode before, JsonNode after) {}

    private interface Edit {
        Optional<byte[]> of(byte[] file, MachineNameSet names);
    }

    @Test
    void filesReadAsPythonReadsThem() throws Exception {
        int readable = 0;
        List<byte[]> files = files();
        List<JsonNode> readings = python().of(withoutMarks(files));
        for (int i = 0; i < files.size(); i++) {
            String shown = shown(i, files.get(i));
            assertEquals(pythons(readings.get(i)), ours(files.get(i)), shown);
            readable += readings.get(i).has("hosts") ? 1 : 0;
        }
        assertMostOf(CASES, readable);
    }

    @Test
    void afterASavePythonReadsTheKeyAndAllElseAsBefore() throws Exception {
        List<Case> cases = cases((file, names) -> new NetrcPromises(file, names).saved());
        for (Case each : cases) {
            Map<String, List<String>> expected = hosts(each.before());
            expected.replaceAll((host, words) -> isOwn(host, each.names()) ? withKey(words) : words);
            Map<String, List<String>> found = hosts(each.after());
            for (String name : each.names().names()) {
                boolean mayBeAdded = name.equals(each.names().main()) || found.containsKey(name);
                if (mayBeAdded) {
                    expected.putIfAbsent(name, List.of("user", "", NetrcPromises.KEY));
                }
            }
            assertEquals(expected, found, each.shown());
            assertEquals(each.before().get("macros"), each.after().get("macros"), each.shown());
        }
        assertMostOf(CASES / 2, cases.size());
    }

    @Test
    void afterAnErasurePythonReadsAllElseAsBefore() throws Exception {
        List<Case> cases = cases(NetrcPromises::erased);
        for (Case each : cases) {
            Map<String, List<String>> expected = hosts(each.before());
            expected.keySet().removeIf(host -> isOwn(host, each.names()));
            assertEquals(expected, hosts(each.after()), each.shown());
            assertEquals(each.before().get("macros"), each.after().get("macros"), each.shown());
        }
        assertMostOf(CASES / 2, cases.size());
    }

    private static List<byte[]> files() {
        Random random = new Random(SEED);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            files.add(NetrcFiles.next(random));
        }
        return files;
    }

    /** The files that the edit is made in; those that it is refused for are left out. */
    private List<Case> cases(Edit edit) throws Exception {
        List<MachineNameSet> accounts = NetrcPropertyTest.accounts();
        List<String> shown = new ArrayList<>();
        List<MachineNameSet> names = new ArrayList<>();
        List<byte[]> befores = new ArrayList<>();
        List<byte[]> afters = new ArrayList<>();
        List<byte[]> files = files();
        for (int i = 0; i < files.size(); i++) {
            MachineNameSet account = accounts.get(i % accounts.size());
            Optional<byte[]> edited = edit.of(files.get(i), account);
            if (edited.isPresent()) {
                shown.add(account.main() + ", " + shown(i, files.get(i)));
                names.add(account);
                befores.add(files.get(i));
                afters.add(edited.get());
            }
        }
        PythonReadings python = python();
        List<JsonNode> before = python.of(withoutMarks(befores));
        List<JsonNode> after = python.of(withoutMarks(afters));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            cases.add(new Case(shown.get(i), names.get(i), before.get(i), after.get(i)));
        }
        return cases;
    }

    /** Python takes a byte order mark for a part of the first word; we read past it and say so. */
    private static List<byte[]> withoutMarks(List<byte[]> files) {
        List<byte[]> without = new ArrayList<>();
        for (byte[] file : files) {
            without.add(Arrays.copyOfRange(file, new NetrcText(file).start(), file.length));
        }
        return without;
    }

    private static String shown(int index, byte[] file) {
        return "file " + index + " of the seed " + SEED + ": " + NetrcPromises.shown(file);
    }

    private static Object pythons(JsonNode reading) {
        if (reading.has("refused")) {
            return reading.get("refused").asText();
        }
        Map<String, String> macros = new HashMap<>();
        for (Map.Entry<String, JsonNode> macro : reading.get("macros").properties()) {
            macros.put(macro.getKey(), macro.getValue().asText());
        }
        return List.of(hosts(reading), macros);
    }

    private static Object ours(byte[] file) {
        try {
            NetrcContent reading = NetrcContent.of(NetrcParser.parse(file));
            Map<String, List<String>> hosts = new HashMap<>();
            reading.logins()
                    .forEach(
                            (host, login) -> hosts.put(host, List.of(login.name(), login.account(), login.password())));
            reading.macros()
                    .replaceAll((name, body) -> body.replace("\r\n", "\n").replace('\r', '\n'));
            return List.of(hosts, reading.macros());
        } catch (NetrcSyntaxException e) {
            return refusal(e.reason().problem());
        }
    }

    /** Our error in Python's words. */
    private static String refusal(String problem) {
        if (problem.contains("an empty line to end the macro")) {
            return "Macro";
        }
        if (problem.contains("the machine's name")) {
            return "missing";
        }
        return problem.contains("login, password") ? "bad follower" : "bad toplevel";
    }

    private static Map<String, List<String>> hosts(JsonNode reading) {
        Map<String, List<String>> hosts = new HashMap<>();
        for (Map.Entry<String, JsonNode> host : reading.get("hosts").properties()) {
            JsonNode words = host.getValue();
            hosts.put(
                    host.getKey(),
                    List.of(
                            words.get(0).asText(),
                            words.get(1).asText(),
                            words.get(2).asText()));
        }
        return hosts;
    }

    private static boolean isOwn(String host, MachineNameSet names) {
        return !host.equals("default") && names.contain(host);
    }

    private static List<String> withKey(List<String> words) {
        return List.of(words.get(0), words.get(1), NetrcPromises.KEY);
    }

    /** Files that are refused are compared too, but must not be all that is. */
    private static void assertMostOf(int all, int counted) {
        assertTrue(counted > all / 2, () -> "only " + counted + " of " + all + " files could be read");
    }

    private PythonReadings python() {
        return new PythonReadings(
                folder, Objects.requireNonNull(NetrcDifferentialIT.class.getResource("read_netrc.py")));
    }
}
