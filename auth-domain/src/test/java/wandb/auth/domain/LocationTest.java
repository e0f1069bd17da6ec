package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LocationTest {

    @Test
    void aVariableIsShownByItsName() {
        assertEquals("WANDB_API_KEY", new Location.Variable("WANDB_API_KEY").text());
    }

    @Test
    void aFileIsShownWithItsLineWhereThatIsKnown() {
        assertEquals("/home/a/.netrc", new Location.File(Path.of("/home/a/.netrc")).text());
        assertEquals("/home/a/.netrc:3", new Location.File(Path.of("/home/a/.netrc"), 3).text());
    }

    @Test
    void aLongFileNameIsShownWhole() {
        String name = "/" + "a".repeat(400);
        assertEquals(name + ":3", new Location.File(Path.of(name), 3).text());
    }

    @Test
    void everyPlaceIsShownEscaped() {
        assertEquals("A\\x1b", new Location.Variable("A\u001b").text());
        assertEquals("/a\\x0ab:1", new Location.File(Path.of("/a\nb"), 1).text());
        assertEquals("item \\u202e", new Location.Place("item \u202e").text());
    }
}
