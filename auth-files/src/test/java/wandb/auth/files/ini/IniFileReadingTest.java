package wandb.auth.files.ini;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.files.message.Messages;

class IniFileReadingTest {

    static Stream<Arguments> files() {
        return Stream.of(
                argumentSet("equals sign", "[s]\na = 1\n", Map.of("a", "1")),
                argumentSet("colon", "[s]\na: 1\n", Map.of("a", "1")),
                argumentSet("first delimiter counts", "[s]\na : = 1 : 2\n", Map.of("a", "= 1 : 2")),
                argumentSet("no white space", "[s]\na=1", Map.of("a", "1")),
                argumentSet("empty value", "[s]\na =\n", Map.of("a", "")),
                argumentSet("names in lower case", "[s]\nBASE_Url = X\n", Map.of("base_url", "X")),
                argumentSet("comment lines", "# a\n[s]\n; b\n  # c\na = 1\n\t; d\n", Map.of("a", "1")),
                argumentSet("no other comments", "[s]\na = 1 # b ; c\n", Map.of("a", "1 # b ; c")),
                argumentSet("continued value", "[s]\na = 1\n  2\n\t3\n", Map.of("a", "1\n2\n3")),
                argumentSet("value that begins on the next line", "[s]\na =\n  1\n", Map.of("a", "\n1")),
                argumentSet("blank line in a value", "[s]\na = 1\n\n  2\n\n\nb = 3\n", Map.of("a", "1\n\n2", "b", "3")),
                argumentSet("lines behind a blank one", "[s]\na = 1\n\n  2\n  3\n", Map.of("a", "1\n\n2\n3")),
                argumentSet("comment in a value", "[s]\na = 1\n# b\n  2\n", Map.of("a", "1\n2")),
                argumentSet(
                        "indented options", "[s]\n  a = 1\n  b = 2\n c = 3\n", Map.of("a", "1", "b", "2", "c", "3")),
                argumentSet("header like text in a value", "[s]\na = 1\n  [t]\n", Map.of("a", "1\n[t]")),
                argumentSet("text behind a header", "[s] etc.\na = 1\n", Map.of("a", "1")),
                argumentSet("CR LF", "[s]\r\na = 1\r\n  2\r\n", Map.of("a", "1\n2")),
                argumentSet("lone CR", "[s]\ra = 1\rb = 2\r", Map.of("a", "1", "b", "2")),
                argumentSet("other separators of lines", "[s]\na = 1\u20282\u000b3\n", Map.of("a", "1\u20282\u000b3")),
                argumentSet("white space of Unicode", "[s]\n\u00a0a\u3000=\u2003 1 \u0085\n", Map.of("a", "1")),
                argumentSet("NUL", "[s]\na = 1\0002\n", Map.of("a", "1\0002")),
                argumentSet("inherited", "[DEFAULT]\na = 1\nb = 2\n[s]\nb = 3\n", Map.of("a", "1", "b", "3")),
                argumentSet(
                        "defaults in two places",
                        "[DEFAULT]\na = 1\n[s]\n[DEFAULT]\nb = 2\n",
                        Map.of("a", "1", "b", "2")),
                argumentSet("reference", "[s]\na = x%(B)sy\nb = 1\n", Map.of("a", "x1y", "b", "1")),
                argumentSet("reference to a default", "[DEFAULT]\nb = 1\n[s]\na = %(b)s\n", Map.of("a", "1", "b", "1")),
                argumentSet(
                        "reference to a reference",
                        "[s]\na = %(b)s\nb = %(c)s\nc = 1\n",
                        Map.of("a", "1", "b", "1", "c", "1")),
                argumentSet("escaped percent sign", "[s]\na = 100%%\n", Map.of("a", "100%")),
                argumentSet("other sections", "[r]\na = %\n[s]\na = 1\n[t]\na = 2\n", Map.of("a", "1")),
                argumentSet("no option", "[s]\n", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAsPythonDoes(String text, Map<String, String> values) throws IniException {
        IniFile file = IniFile.parse(text.getBytes(StandardCharsets.UTF_8));

        Map<String, String> read = new TreeMap<>();
        file.section("s").orElseThrow().forEach((name, value) -> read.put(name, value.text()));
        assertEquals(new TreeMap<>(values), read);
        assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), concatenated(file));
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                argumentSet("byte order mark", "\ufeff[s]\n", 1, Messages.BYTE_ORDER_MARK),
                argumentSet("byte order mark alone", "\ufeff", 1, Messages.BYTE_ORDER_MARK),
                argumentSet("option before a section", "# a\n\na = 1\n", 3, Messages.BEFORE_FIRST_SECTION),
                argumentSet("empty header", "[]\n", 1, Messages.BEFORE_FIRST_SECTION),
                argumentSet("no delimiter", "[s]\na = 1\n!!!\n", 3, Messages.NO_EQUALS_SIGN),
                argumentSet("no name", "[s]\n= 1\n", 2, Messages.NO_OPTION_NAME),
                argumentSet("no name, but the other delimiter", "[s]\n= 1 : 2\n", 2, Messages.NO_OPTION_NAME),
                argumentSet("no name before a colon", "[s]\n: 1 = 2\n", 2, Messages.NO_OPTION_NAME),
                argumentSet("section twice", "[s]\r\n[t]\r\n[s]\r\n", 3, Messages.SECTION_TWICE),
                argumentSet("option twice", "[s]\na = 1\n\nA = 2\n", 4, Messages.optionTwice(2)),
                argumentSet("default twice", "[DEFAULT]\na = 1\n[DEFAULT]\na = 2\n", 4, Messages.optionTwice(2)),
                argumentSet("lone percent sign", "[s]\n\na = 5%\n", 3, Messages.LONE_PERCENT_SIGN),
                argumentSet("unclosed reference", "[s]\na = %(b\n", 2, Messages.LONE_PERCENT_SIGN),
                argumentSet("empty reference", "[s]\na = %()s\n", 2, Messages.LONE_PERCENT_SIGN),
                argumentSet("reference of another kind", "[s]\na = %(a)d\n", 2, Messages.LONE_PERCENT_SIGN),
                argumentSet("reference to nothing", "[s]\na = %(b)s\n", 2, Messages.REFERENCE_TO_NOTHING),
                argumentSet("circle", "[s]\na = %(b)s\nb = %(a)s\n", 2, Messages.REFERENCES_IN_A_CIRCLE));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void saysWhichLineIsWrongAndHow(String text, int line, String problem) {
        IniException e = assertThrows(
                IniException.class,
                () -> IniFile.parse(text.getBytes(StandardCharsets.UTF_8)).section("s"));

        assertEquals(line, e.line());
        assertEquals(problem, e.problem());
        assertFalse(e.remedy().isBlank());
    }

    @ParameterizedTest
    @MethodSource("invalidUtf8")
    void saysWhichLineIsNotUtf8(byte[] bytes, int line) {
        IniException problem = assertThrows(IniException.class, () -> IniFile.parse(bytes));

        assertEquals(line, problem.line());
        assertEquals(Messages.NOT_UTF_8, problem.problem());
    }

    static Stream<Arguments> invalidUtf8() {
        return Stream.of(
                argumentSet("a Latin-1 letter", latin1("# \u00fc\n[s]\n"), 1),
                argumentSet("behind a valid letter", latin1("# \u00c3\u00bc\r\n[s]\r\na = \u00fc\r\n"), 3),
                argumentSet("a letter cut short by the end", latin1("[s]\ra = \u00c3"), 2),
                argumentSet("half of a pair", latin1("[s]\n\u00ed\u00a0\u0080\n"), 2),
                argumentSet("far behind", latin1("[s]\n" + "# \u00c3\u00bc\n".repeat(2000) + "\u00fc"), 2002));
    }

    private static byte[] latin1(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void hasNoValuesOfASectionThatIsNotThere() throws IniException {
        assertEquals(Optional.empty(), IniFile.parse(latin1("[S]\na = 1\n")).section("s"));
    }

    @Test
    void doesNotInheritWhereTheSectionIsNotThere() throws IniException {
        assertEquals(
                Optional.empty(), IniFile.parse(latin1("[DEFAULT]\na = 1\n")).section("s"));
    }

    @Test
    void tellsTheLineOfAValue() throws IniException {
        Map<String, IniValue> values = IniFile.parse(
                        latin1("[DEFAULT]\r\na = 1\r\n\r\n[s]\r\nb = 2\r\n  3\r\nc = 4\r\n"))
                .section("s")
                .orElseThrow();

        assertEquals(
                Map.of("a", new IniValue("1", 2), "b", new IniValue("2\n3", 5), "c", new IniValue("4", 7)), values);
    }

    @Test
    void followsReferencesAsFarAsPythonDoes() throws IniException {
        assertEquals(
                new IniValue("end", 2), chain("end").section("s").orElseThrow().get("a"));
        assertThrows(IniException.class, () -> chain("100%%").section("s"));
    }

    /** An option that refers to another through nine between them. */
    private static IniFile chain(String last) throws IniException {
        StringBuilder text = new StringBuilder("[s]\na = %(step1)s\n");
        for (int step = 1; step < 10; step++) {
            text.append("step" + step + " = %(step" + (step + 1) + ")s\n");
        }
        return IniFile.parse(latin1(text + "step10 = " + last + "\n"));
    }

    @Test
    void refusesASmallFileThatWouldGrowWithoutBound() throws IniException {
        StringBuilder text = new StringBuilder("[s]\na0 = aaaaaaaaaa\n");
        for (int i = 1; i < 10; i++) {
            text.append("a" + i + " = " + ("%(a" + (i - 1) + ")s").repeat(100) + "\n");
        }
        IniFile file = IniFile.parse(latin1(text.toString()));

        assertThrows(IniException.class, () -> file.section("s"));
    }

    @Test
    void showsNothingOfItsContent() throws IniException {
        IniFile file = IniFile.parse(latin1("[s]\na = secret\n"));

        assertEquals("IniFile[15 bytes]", file.toString());
        assertEquals("IniValue[line 2]", new IniValue("secret", 2).toString());
        assertFalse(file.section("s").toString().contains("secret"));
    }

    private static byte[] concatenated(IniFile file) {
        StringBuilder text = new StringBuilder();
        for (IniNode node : file.nodes()) {
            text.append(new String(file.bytes(), node.start(), node.end() - node.start(), StandardCharsets.ISO_8859_1));
        }
        return latin1(text.toString());
    }
}
