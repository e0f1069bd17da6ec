package wandb.auth.files.ini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.fixtures.PythonReadings;

/**
 * Generated files, and what our edits make of them, read by us and by Python's own module. The files are the same in
 * every run; the system properties {@code wandb.test.seed} and {@code wandb.test.cases} give others, and more.
 */
class IniDifferentialIT {

    private static final long SEED = Long.getLong("wandb.test.seed", 20261121L);
    private static final int CASES = Integer.getInteger("wandb.test.cases", 2_000);
    private static final String REFUSED = "refused";

    @TempDir
    private Path folder;

    /** An option and its new value. */
    private record Setting(String section, String option, String value) {}

    @Test
    void filesReadAsPythonReadsThem() throws Exception {
        List<byte[]> files = files();
        List<JsonNode> readings = python().of(files);
        int readable = 0;
        for (int i = 0; i < files.size(); i++) {
            String shown = shown(i, files.get(i));
            JsonNode python = readings.get(i);
            Optional<IniFile> ours = IniPromises.parsed(files.get(i));
            assertEquals(python.has(REFUSED), ours.isEmpty(), shown);
            if (ours.isPresent()) {
                assertEquals(pythonValues(python), values(ours.get()), shown);
                readable++;
            } else {
                assertSameLine(python, files.get(i), shown);
            }
        }
        assertMostOf(CASES, readable);
    }

    @Test
    void afterAnOptionIsSetPythonReadsItAndAllElseAsBefore() throws Exception {
        List<Integer> indexes = new ArrayList<>();
        List<byte[]> befores = new ArrayList<>();
        List<byte[]> afters = new ArrayList<>();
        List<byte[]> files = files();
        for (int i = 0; i < files.size(); i++) {
            Setting setting = setting(i);
            Optional<IniFile> before = IniPromises.parsed(files.get(i));
            if (before.isPresent()) {
                indexes.add(i);
                befores.add(files.get(i));
                afters.add(before.get()
                        .with(setting.section(), setting.option(), setting.value())
                        .bytes());
            }
        }
        List<JsonNode> before = python().of(befores);
        List<JsonNode> after = python().of(afters);
        for (int i = 0; i < indexes.size(); i++) {
            Setting setting = setting(indexes.get(i));
            Map<String, Map<String, String>> expected = raw(before.get(i));
            expected.computeIfAbsent(setting.section(), name -> new TreeMap<>())
                    .put(setting.option(), setting.value().replace("%", "%%"));
            assertEquals(expected, raw(after.get(i)), setting + " in " + shown(indexes.get(i), befores.get(i)));
        }
        assertMostOf(CASES, indexes.size());
    }

    @Test
    void afterAnOptionIsRemovedPythonReadsAllElseAsBefore() throws Exception {
        List<String> shown = new ArrayList<>();
        List<Map<String, Map<String, String>>> expected = new ArrayList<>();
        List<byte[]> afters = new ArrayList<>();
        List<byte[]> files = files();
        List<JsonNode> before = python().of(files);
        for (int i = 0; i < files.size(); i++) {
            Setting setting = setting(i);
            if (before.get(i).has("raw")) {
                Map<String, Map<String, String>> raw = raw(before.get(i));
                if (raw.containsKey(setting.section())) {
                    raw.get(setting.section()).remove(setting.option());
                }
                expected.add(raw);
                shown.add(setting + " in " + shown(i, files.get(i)));
                IniFile file = IniPromises.parsed(files.get(i)).orElseThrow();
                afters.add(file.without(setting.section(), setting.option()).bytes());
            }
        }
        List<JsonNode> after = python().of(afters);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), raw(after.get(i)), shown.get(i));
        }
        assertMostOf(CASES, expected.size());
    }

    private static List<byte[]> files() {
        Random random = new Random(SEED);
        List<byte[]> files = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            files.add(IniFiles.next(random));
        }
        return files;
    }

    private static Setting setting(int index) {
        Random random = new Random(SEED + index);
        return new Setting(
                one(IniFiles.SECTIONS, random),
                one(IniPropertyTest.writableOptions(), random),
                one(IniPropertyTest.NEW_VALUES, random));
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static String shown(int index, byte[] file) {
        return "file " + index + " of the seed " + SEED + ": " + IniPromises.shown(file);
    }

    /** Python collects lines that are no options and stops at another problem; we stop at the first of either. */
    private static void assertSameLine(JsonNode python, byte[] file, String shown) {
        int line = python.get("line").asInt();
        try {
            IniFile.parse(file);
        } catch (IniException e) {
            boolean isSame =
                    switch (python.get(REFUSED).asText()) {
                        case "line" -> e.line() == line || file[0] == (byte) 0xef;
                        case "other" -> e.line() <= line;
                        default -> true; // it does not tell the line
                    };
            assertTrue(isSame, () -> "line " + e.line() + " instead of " + line + " in " + shown);
        }
    }

    private static Map<String, Object> pythonValues(JsonNode reading) {
        Map<String, Object> sections = new TreeMap<>();
        for (Map.Entry<String, JsonNode> section : reading.get("values").properties()) {
            sections.put(section.getKey(), section.getValue().isTextual() ? REFUSED : texts(section.getValue()));
        }
        return sections;
    }

    private static Map<String, Object> values(IniFile file) {
        Map<String, Object> sections = new TreeMap<>();
        sections.put(IniFile.DEFAULTS, Map.of());
        for (String name : file.sections().keySet()) {
            Map<String, String> values = new TreeMap<>();
            try {
                file.section(name).orElseThrow().forEach((option, value) -> values.put(option, value.text()));
                sections.put(name, values);
            } catch (IniException e) {
                sections.put(name, REFUSED);
            }
        }
        return sections;
    }

    private static Map<String, Map<String, String>> raw(JsonNode reading) {
        Map<String, Map<String, String>> sections = new TreeMap<>();
        for (Map.Entry<String, JsonNode> section : reading.get("raw").properties()) {
            sections.put(section.getKey(), texts(section.getValue()));
        }
        return sections;
    }

    private static Map<String, String> texts(JsonNode values) {
        Map<String, String> texts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            texts.put(value.getKey(), value.getValue().asText());
        }
        return texts;
    }

    /** Files that are refused are compared too, but must not be all that is. */
    private static void assertMostOf(int all, int counted) {
        assertTrue(counted > all / 2, () -> "only " + counted + " of " + all + " files could be read");
    }

    private PythonReadings python() {
        return new PythonReadings(
                folder, Objects.requireNonNull(IniDifferentialIT.class.getResource("read_settings.py")));
    }
}
