package wandb.auth.netrc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NetrcParseCacheTest {

    private final NetrcParseCache documents = new NetrcParseCache();

    @Test
    void theSameBytesAreParsedOnce() throws Exception {
        assertSame(documents.of(bytes("machine a")), documents.of(bytes("machine a")));
    }

    @Test
    void otherBytesOfTheSameLengthAreParsed() throws Exception {
        NetrcDocument first = documents.of(bytes("machine a"));
        NetrcDocument second = documents.of(bytes("machine b"));
        assertNotSame(first, second);
        assertEquals("machine b", second.text().slice(0, second.text().length()));
    }

    @Test
    void whatIsKeptIsNotParsed() throws Exception {
        NetrcDocument kept = NetrcParser.parse(bytes("machine a"));
        documents.keep(kept);
        assertSame(kept, documents.of(bytes("machine a")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
