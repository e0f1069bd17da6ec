package wandb.auth.files.ini;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IniFileEditingTest {

    static Stream<Arguments> settings() {
        return Stream.of(
                argumentSet("in place", "# x\n[s]\n a\t:  1  \n# y\nb=2\n", "# x\n[s]\n a\t:  new  \n# y\nb=2\n"),
                argumentSet("in place of nothing", "[s]\na = \nb = 2\n", "[s]\na = new\nb = 2\n"),
                argumentSet("in place, without a line end", "[s]\na=1", "[s]\na=new"),
                argumentSet(
                        "in place, behind letters of several bytes",
                        "[s]\n# \u00fc\na\u3000= \u00fc\u00fc\n",
                        "[s]\n# \u00fc\na\u3000= new\n"),
                argumentSet(
                        "in place of a continued value",
                        "[s]\na = 1\n  2\n # y\n\n  3\n\nb = 2\n",
                        "[s]\na = new\n # y\n\nb = 2\n"),
                argumentSet("in the right section", "[r]\na = 1\n[s]\na = 1\n", "[r]\na = 1\n[s]\na = new\n"),
                argumentSet("name in upper case", "[s]\nA = 1\n", "[s]\nA = new\n"),
                argumentSet("behind the last option", "[s]\nb = 2\n\n# y\n[t]\n", "[s]\nb = 2\na = new\n\n# y\n[t]\n"),
                argumentSet("behind a continued option", "[s]\nb = 2\n  3\n", "[s]\nb = 2\n  3\na = new\n"),
                argumentSet("behind a last line without an end", "[s]\r\nb = 2", "[s]\r\nb = 2\r\na = new\r\n"),
                argumentSet("behind a header without an end", "[s]", "[s]\na = new\n"),
                argumentSet("in an empty section", "[s]\n[t]\n", "[s]\na = new\n[t]\n"),
                argumentSet("with CR LF", "[s]\r\nb = 2\r\n", "[s]\r\nb = 2\r\na = new\r\n"),
                argumentSet("with lone CR", "[s]\rb = 2\r", "[s]\rb = 2\ra = new\r"),
                argumentSet(
                        "with the line end of its neighbour", "[r]\r\n[s]\nb = 2\n", "[r]\r\n[s]\nb = 2\na = new\n"),
                argumentSet(
                        "indented as its neighbour", "[s]\n \tb = 2\n  [t]\n", "[s]\n \tb = 2\n \ta = new\n  [t]\n"),
                argumentSet("indented as the next header", "[s]\n  [t]\nb = 2\n", "[s]\n  a = new\n  [t]\nb = 2\n"),
                argumentSet("beside an inherited one", "[DEFAULT]\na = 1\n[s]\n", "[DEFAULT]\na = 1\n[s]\na = new\n"),
                argumentSet("in a new file", "", "[s]\na = new\n"),
                argumentSet("in a new section", "[t]\nb = 2\n", "[t]\nb = 2\n\n[s]\na = new\n"),
                argumentSet("in a new section behind a blank line", "# x\r\n\r\n", "# x\r\n\r\n[s]\r\na = new\r\n"),
                argumentSet("in a new section behind a line cut short", "[t]\rb = 2", "[t]\rb = 2\r\r[s]\ra = new\r"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void setsAnOptionAndLeavesEveryOtherByte(String before, String after) throws IniException {
        assertEquals(after, text(file(before).with("s", "a", "new")));
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                argumentSet("its line", "# x\n[s]\nb = 1\na = 2\n\nc = 3\n", "# x\n[s]\nb = 1\n\nc = 3\n"),
                argumentSet("its only line", "[s]\r\na = 2\r\n", "[s]\r\n"),
                argumentSet(
                        "its continuation, not the comments",
                        "[s]\na = 1\n  2\n# y\n\n  3\n\n[t]\n",
                        "[s]\n# y\n\n[t]\n"),
                argumentSet(
                        "not the same name elsewhere",
                        "[r]\na = 1\n[s]\na = 1\n[DEFAULT]\na = 1\n",
                        "[r]\na = 1\n[s]\n[DEFAULT]\na = 1\n"),
                argumentSet("a last line without an end", "[s]\nb = 1\na = 2", "[s]\nb = 1\n"),
                argumentSet("nothing where it is not there", "[s]\nb = 1\n", "[s]\nb = 1\n"),
                argumentSet("nothing where the section is not there", "[t]\na = 1", "[t]\na = 1"));
    }

    @ParameterizedTest
    @MethodSource("removals")
    void removesTheLinesOfAnOptionAndNothingElse(String before, String after) throws IniException {
        assertEquals(after, text(file(before).without("s", "a")));
    }

    @Test
    void addsADefaultUnderTheLastOfItsHeaders() throws IniException {
        IniFile edited = file("[DEFAULT]\nb = 1\n[s]\n[DEFAULT]\n").with("DEFAULT", "a", "2");

        assertEquals("[DEFAULT]\nb = 1\n[s]\n[DEFAULT]\na = 2\n", text(edited));
    }

    @Test
    void anEmptyFileIsOneToBeginWith() {
        assertEquals("[s]\na = new\n", text(IniFile.empty().with("s", "a", "new")));
    }

    @Test
    void escapesPercentSigns() throws IniException {
        IniFile edited = file("[s]\n").with("s", "a", "%(b)s 100%");

        assertEquals("[s]\na = %%(b)s 100%%\n", text(edited));
        assertEquals(
                Map.of("a", new IniValue("%(b)s 100%", 2)), edited.section("s").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\0b", "\0b", " a", "a\u3000", "\ud800"})
    void refusesAValueThatWouldNotReadBack(String value) throws IniException {
        IniFile file = file("[s]\na = 1\n");

        assertThrows(IllegalArgumentException.class, () -> file.with("s", "a", value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=b", "a:b", "#a", "[a]", "", "A", "a\n"})
    void refusesANameThatWouldNotReadBack(String name) throws IniException {
        IniFile file = file("[s]\n");

        assertThrows(IllegalArgumentException.class, () -> file.with("s", name, "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\n[b", " a"})
    void refusesASectionThatWouldNotReadBack(String section) throws IniException {
        IniFile file = file("[s]\n");

        assertThrows(IllegalArgumentException.class, () -> file.with(section, "a", "1"));
    }

    @Test
    void editsAHundredThousandOptionsInOnePass() throws IniException {
        StringBuilder text = new StringBuilder("[s]\n");
        for (int i = 0; i < 100_000; i++) {
            text.append("option" + i + " = " + i + "\n");
        }
        IniFile edited = file(text.toString()).with("s", "option99999", "new").without("s", "option0");

        assertEquals(99_999, edited.section("s").orElseThrow().size());
    }

    private static IniFile file(String text) throws IniException {
        return IniFile.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(IniFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    static Stream<Arguments> sections() {
        return Stream.of(
                argumentSet("alone", "[s]\na = 1\n", ""),
                argumentSet("at the end", "[r]\na = 1\n\n[s]\na = 1\n", "[r]\na = 1\n"),
                argumentSet("at the end, without a line end", "[r]\na = 1\n[s]\na = 1", "[r]\na = 1\n"),
                argumentSet("at the start", "[s]\na = 1\n\n[r]\na = 1\n", "\n[r]\na = 1\n"),
                argumentSet("between", "[q]\n\n[s]\na = 1\n\n[r]\n", "[q]\n\n[r]\n"),
                argumentSet(
                        "its comments stay",
                        "# x\n[s]\n# y\na = 1\n  # z\n  2\n\n  3\n# e\n",
                        "# x\n# y\n  # z\n# e\n"),
                argumentSet("another of the same beginning", "[ss]\na = 1\n", "[ss]\na = 1\n"),
                argumentSet("CR LF", "[r]\r\n\r\n[s]\r\na=1\r\n", "[r]\r\n"));
    }

    @ParameterizedTest
    @MethodSource("sections")
    void aSectionIsTakenOut(String before, String after) throws IniException {
        IniFile file = IniFile.parse(before.getBytes(StandardCharsets.UTF_8));
        assertEquals(after, new String(file.without("s").bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void severalSectionsAreTakenOutAsIfOneByOne() throws IniException {
        IniFile file = file("[a]\nx = 1\n # kept\n  2\n\n[b]\n\n\n[c]\ny = 2\n\n[d]\nz = 3");

        assertEquals(" # kept\n\n\n[d]\nz = 3", text(file.without(Set.of("c", "a", "b", "none"))));
        assertEquals(text(file.without("a").without("b").without("c")), text(file.without(Set.of("a", "b", "c"))));
        assertSame(file, file.without(Set.of("none")));
    }

    @Test
    void aSectionStaysWhereTheNextHeaderWouldBecomeAValue() throws IniException {
        IniFile file = file("[q]\nb = 1\n[r]\na = 1\n[s]\n  a = 1\n  [t]\n");
        assertThrows(IllegalArgumentException.class, () -> file.without("s"));
        assertThrows(IllegalArgumentException.class, () -> file.without(Set.of("q", "s")));
    }

    @Test
    void whereAPercentSignIsTextItStaysOne() throws IniException {
        IniFile file = IniFile.emptyRaw().with("s", "a", "50%(b)s");
        assertEquals("[s]\na = 50%(b)s\n", new String(file.bytes(), StandardCharsets.UTF_8));
        assertEquals(Map.of("a", new IniValue("50%(b)s", 2)), file.section("s").orElseThrow());
    }

    @Test
    void theHeadingsAreInTheOrderOfTheFile() throws IniException {
        IniFile file = IniFile.parse("[z]\n\n[DEFAULT]\n[b]\n[DEFAULT]\n[a]\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("{z=1, DEFAULT=3, b=4, a=6}", file.headings().toString());
    }
}
