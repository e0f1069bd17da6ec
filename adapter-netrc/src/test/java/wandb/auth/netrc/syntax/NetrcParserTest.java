package wandb.auth.netrc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.netrc.message.Messages;

class NetrcParserTest {

    private static final Map<String, String> EXPECTED_WHERE_REFUSED = Map.of(
            "bad toplevel", ": " + Messages.TOP_LEVEL_KEYWORD + " was expected",
            "bad follower", ": " + Messages.KEYWORD_IN_ENTRY + " was expected",
            "missing name", ": " + Messages.MACHINE_NAME + " was expected",
            "Macro not ended", "an empty line to end the macro");

    /** What Python makes of the texts is recorded beside this test. */
    @TestFactory
    List<DynamicTest> itReadsAsPythonDoes() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream in = NetrcParserTest.class.getResourceAsStream("python-readings.json")) {
            for (JsonNode recorded :
                    new ObjectMapper().readTree(Objects.requireNonNull(in)).get("cases")) {
                tests.add(DynamicTest.dynamicTest(recorded.get("name").asText(), () -> assertReadsAsPython(recorded)));
            }
        }
        return tests;
    }

    private static void assertReadsAsPython(JsonNode recorded) throws NetrcException {
        byte[] netrc = recorded.get("netrc").asText().getBytes(StandardCharsets.UTF_8);
        if (recorded.has("refused")) {
            NetrcException error = assertThrows(NetrcException.class, () -> NetrcParser.parse(netrc));
            String expected = EXPECTED_WHERE_REFUSED.get(recorded.get("refused").asText());
            assertTrue(error.reason().problem().contains(Objects.requireNonNull(expected)), error.getMessage());
            return;
        }
        NetrcDocument document = NetrcParser.parse(netrc);
        NetrcContent reading = NetrcContent.of(document.nodes());
        Map<String, Login> logins = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : recorded.get("entries").properties()) {
            JsonNode words = entry.getValue();
            logins.put(bytewise(entry.getKey()), new Login(word(words, 0), word(words, 1), word(words, 2)));
        }
        Map<String, String> macros = new HashMap<>();
        for (Map.Entry<String, JsonNode> macro : recorded.path("macros").properties()) {
            macros.put(macro.getKey(), macro.getValue().asText());
        }
        assertEquals(logins, reading.logins());
        reading.macros().replaceAll((name, body) -> body.replace("\r\n", "\n"));
        assertEquals(macros, reading.macros());
        Trees.assertIsWholeFile(document);
    }

    private static String word(JsonNode words, int index) {
        return bytewise(words.get(index).asText());
    }

    private static String bytewise(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aByteOrderMarkIsReadPast() throws Exception {
        byte[] netrc = "\ufeffmachine h login u".getBytes(StandardCharsets.UTF_8);
        NetrcDocument document = NetrcParser.parse(netrc);
        assertEquals(
                Map.of("h", new Login("u", "", "")),
                NetrcContent.of(document.nodes()).logins());
        Trees.assertIsWholeFile(document);
    }

    @Test
    void bytesThatAreNotUtf8ArePartOfAWord() throws Exception {
        byte[] netrc = "machine h login \u00fc\u00ff password p".getBytes(StandardCharsets.ISO_8859_1);
        NetrcDocument document = NetrcParser.parse(netrc);
        assertEquals(
                Map.of("h", new Login("\u00fc\u00ff", "", "p")),
                NetrcContent.of(document.nodes()).logins());
        Trees.assertIsWholeFile(document);
    }

    @Test
    void aWordOfAnyLengthIsRead() throws Exception {
        String word = "0123456789".repeat(500);
        assertEquals(
                Map.of("h", new Login("", "", word)),
                NetrcContent.of(parse("machine h password " + word).nodes()).logins());
    }

    @Test
    void whatIsShownOfATreeTellsTheKindOfValue() {
        assertEquals("Token[3..9]", new Token(3, 9, "secret", false).toString());
        assertEquals("Login[...]", new Login("u", "", "secret").toString());
    }

    @Test
    void theSecretsOfATreeAreNotShown() throws Exception {
        NetrcDocument document = parse("machine h login u password secret-word");
        String shown = document.nodes() + " " + NetrcContent.of(document.nodes());
        assertFalse(shown.contains("secret-word"), shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    the first word                       | what                            | 1 |  1
                    a word in an entry                   | machine h x                     | 1 | 11
                    an indented word on a later line     | machine h\\n\\n \\tport 22      | 3 |  3
                    the line after a CR LF               | machine h\\r\\nport 22          | 2 |  1
                    the line after a CR                  | machine h\\rport 22             | 2 |  1
                    characters and not bytes are counted | machine hü login é x            | 1 | 20
                    a byte order mark does not count     | \ufeffport 22                   | 1 |  1
                    the end of the file                  | # c d\\nmachine                 | 2 |  8
                    the end behind a line end            | machine\\n                      | 2 |  1
                    the end of a macro                   | macdef m\\nx\\n                 | 3 |  1
                    the second word of a glued comment   | machine h\\nmacdef m\\n\\n#c d  | 4 |  4
                    """)
    void anErrorTellsItsPlace(String name, String netrc, int line, int column) {
        NetrcException error = assertThrows(
                NetrcException.class,
                () -> parse(netrc.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t")));
        assertEquals(line, error.line());
        assertTrue(error.reason().problem().startsWith("Line " + line + ", column " + column + ": "));
    }

    @Test
    void anErrorDoesNotQuoteTheWord() {
        NetrcException error = assertThrows(NetrcException.class, () -> parse("machine h secret-word"));
        assertFalse(
                error.reason().toString().contains("secret-word"),
                error.reason().toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    glued to its hash                       | #c d                                 | Put a blank after the #
                    after an empty line                     | machine h login u\\n\\n# c d         | Put a line with a lone # above
                    after a quoted word                     | machine h login "u"\\n# c d          | Put a line with a lone # above
                    no comment                              | machine h\\nc d                      | Fix the file there
                    another line than the comment           | #c\\nd                               | Fix the file there
                    a macro that is named like a keyword    | macdef machine\\nx\\n               | Fix the file there
                    """)
    void anErrorInACommentTellsHowToWriteIt(String name, String netrc, String remedy) {
        NetrcException error = assertThrows(NetrcException.class, () -> parse(netrc.replace("\\n", "\n")));
        assertTrue(error.reason().remedy().startsWith(remedy), error.reason().remedy());
    }

    @Test
    void aRemedyForACommentHelps() throws Exception {
        parse("# c d");
        parse("machine h login u\n\n#\n# c d");
        parse("machine h login \"u\"\n#\n# c d");
    }

    private static NetrcDocument parse(String netrc) throws NetrcException {
        return NetrcParser.parse(netrc.getBytes(StandardCharsets.UTF_8));
    }
}
