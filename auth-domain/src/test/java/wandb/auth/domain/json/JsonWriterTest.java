package wandb.auth.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonWriterTest {

    @Test
    void separatesNamesAndValues() {
        JsonWriter json = new JsonWriter();
        json.open('{');
        json.name("text").string("x");
        json.name("number").number(-7);
        json.name("switches").open('[').bool(true).bool(false).none().close(']');
        json.name("empty").open('{').close('}');
        json.name("list").open('[').open('{').close('}').open('[').close(']').close(']');
        json.close('}');

        assertEquals(
                "{\"text\":\"x\",\"number\":-7,\"switches\":[true,false,null],\"empty\":{},\"list\":[{},[]]}",
                json.toString());
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                argumentSet("empty", "", "\"\""),
                argumentSet("quote", "a\"b", "\"a\\\"b\""),
                argumentSet("backslash", "a\\b", "\"a\\\\b\""),
                argumentSet("line end", "a\nb", "\"a\\u000ab\""),
                argumentSet("null character", "\0", "\"\\u0000\""),
                argumentSet("escape character", "\u001b[31m", "\"\\u001b[31m\""),
                argumentSet("delete", "\u007f", "\"\\u007f\""),
                argumentSet("letter beyond ASCII", "\u00e9", "\"\\u00e9\""),
                argumentSet("line separator", "\u2028", "\"\\u2028\""),
                argumentSet("character of two units", "\ud83d\ude00", "\"\\ud83d\\ude00\""));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void escapesWhatIsNotPlain(String text, String written) {
        assertEquals(written, new JsonWriter().string(text).toString());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isReadByOthersAsItWasMeant(String text, String written) throws JsonProcessingException {
        assertEquals(
                text, new ObjectMapper().readValue(new JsonWriter().string(text).toString(), String.class));
    }

    @Test
    void holdsOnlyPrintableAscii() {
        StringBuilder everything = new StringBuilder();
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            everything.append(c);
        }

        String written = new JsonWriter().string(everything.toString()).toString();

        assertTrue(written.chars().allMatch(c -> c >= ' ' && c <= '~'));
    }
}
