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
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Account;
import wandb.auth.fixtures.PythonReadings;
import wandb.auth.netrc.syntax.NetrcContent;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcParser;
import wandb.auth.netrc.syntax.NetrcText;

/**
 * Generated files, and what our edits make of them, read by us and by Python's own module. The files are the same in
 * every run; the system properties {@code wandb.test.seed} and {@code wandb.test.cases} give others, and more.
 */
class NetrcDifferentialIT {

    private static final long SEED = Long.getLong("wandb.test.seed", 20261121L);
    private static final int CASES = Integer.getInteger("wandb.test.cases", 2_000);

    @TempDir
    private Path folder;

    /** What an edit of a file is to leave for readers, and what Python reads then. */
    private record Case(String shown, NetrcContent expected, JsonNode after) {}

    private interface Edit {
        Optional<byte[]> of(NetrcPromises file);
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
        assertAllReadAsExpected(cases(NetrcPromises::saved, NetrcPromises::expectedWithKey));
    }

    @Test
    void afterAnErasurePythonReadsAllElseAsBefore() throws Exception {
        assertAllReadAsExpected(cases(NetrcPromises::erased, (file, after) -> file.expectedWithout()));
    }

    private static void assertAllReadAsExpected(List<Case> cases) {
        for (Case each : cases) {
            assertEquals(ours(each.expected()), pythons(each.after()), each.shown());
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
    private List<Case> cases(Edit edit, BiFunction<NetrcPromises, byte[], NetrcContent> expectation) throws Exception {
        List<Account> accounts = NetrcPropertyTest.accounts();
        List<String> shown = new ArrayList<>();
        List<NetrcContent> expected = new ArrayList<>();
        List<byte[]> afters = new ArrayList<>();
        List<byte[]> files = files();
        for (int i = 0; i < files.size(); i++) {
            NetrcPromises file = new NetrcPromises(files.get(i), accounts.get(i % accounts.size()));
            Optional<byte[]> edited = edit.of(file);
            if (edited.isPresent()) {
                shown.add("file " + i + " of the seed " + SEED + ": " + file);
                expected.add(expectation.apply(file, edited.get()));
                afters.add(edited.get());
            }
        }
        List<JsonNode> after = python().of(withoutMarks(afters));
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            cases.add(new Case(shown.get(i), expected.get(i), after.get(i)));
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
            return ours(NetrcContent.of(NetrcParser.parse(file).nodes()));
        } catch (NetrcException e) {
            return refusal(e.reason().problem());
        }
    }

    private static Object ours(NetrcContent content) {
        Map<String, List<String>> hosts = new HashMap<>();
        content.logins()
                .forEach((host, login) -> hosts.put(host, List.of(login.name(), login.account(), login.password())));
        content.macros().replaceAll((name, body) -> body.replace("\r\n", "\n").replace('\r', '\n'));
        return List.of(hosts, content.macros());
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

    /** Files that are refused are compared too, but must not be all that is. */
    private static void assertMostOf(int all, int counted) {
        assertTrue(counted > all / 2, () -> "only " + counted + " of " + all + " files could be read");
    }

    private PythonReadings python() {
        return new PythonReadings(
                folder, Objects.requireNonNull(NetrcDifferentialIT.class.getResource("read_netrc.py")));
    }
}
