package wandb.auth.netrc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.netrc.syntax.NetrcNode.Entry;

class ExpectedContentTest {

    private static final String BEFORE = "machine a password 1\nmachine b password 2\nmachine c password 3\n";

    /** The key of b is to become 9. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    only b is changed,              machine a password 1~machine b password 9~machine c password 3, true
                    b stands elsewhere,             machine b password 9~machine a password 1~machine c password 3, true
                    b is written otherwise,         machine a password 1~machine b~password 9~machine c password 3, true
                    b is not changed,               machine a password 1~machine b password 2~machine c password 3, false
                    the change is not the last b,   machine b password 9~machine a password 1~machine b password 2~machine c password 3, false
                    the entry before is another,    machine a password 0~machine b password 9~machine c password 3, false
                    the entry behind is another,    machine a password 1~machine b password 9~machine c password 0, false
                    the entry behind is lost,       machine a password 1~machine b password 9, false
                    the entry before is lost,       machine b password 9~machine c password 3, false
                    another entry comes in,         machine a password 1~machine b password 9~machine x~machine c password 3, false
                    a later entry overrides,        machine a password 1~machine b password 9~machine c password 3~machine a password 4, false
                    a doubled entry says the same,  machine a password 1~machine b password 9~machine a password 1~machine c password 3, true
                    it cannot be read,              machine a password 1~machine b password 9~x machine c password 3, false
                    """)
    void anEditIsTakenOnlyIfAllElseReadsAsBefore(String name, String edited, boolean isTaken) throws Exception {
        NetrcDocument document = NetrcParser.parse(bytes(BEFORE));
        ExpectedContent wanted = new ExpectedContent(document);
        wanted.change(entryB(document), "b", new Login("", "", "9"));
        assertEquals(isTaken, wanted.in(bytes(edited.replace('~', '\n') + "\n")).isPresent());
    }

    @Test
    void anEntryThatIsToGoMustBeGone() throws Exception {
        NetrcDocument document = NetrcParser.parse(bytes(BEFORE));
        ExpectedContent wanted = new ExpectedContent(document);
        wanted.remove(entryB(document));
        assertTrue(
                wanted.in(bytes("machine a password 1\nmachine c password 3\n")).isPresent());
        assertFalse(wanted.in(bytes(BEFORE)).isPresent());
    }

    @Test
    void aMacroMustStayAsItIs() throws Exception {
        NetrcDocument document = NetrcParser.parse(bytes("macdef m\nput\n\nmachine b\n"));
        ExpectedContent wanted = new ExpectedContent(document);
        wanted.change(entryB(document), "b", new Login("", "", "9"));
        assertTrue(wanted.in(bytes("macdef m\nput\n\nmachine b password 9\n")).isPresent());
        assertFalse(wanted.in(bytes("macdef m\nget\n\nmachine b password 9\n")).isPresent());
    }

    private static Entry entryB(NetrcDocument document) {
        for (NetrcNode node : document.nodes()) {
            if (node instanceof Entry entry && entry.machine().equals("b")) {
                return entry;
            }
        }
        throw new AssertionError("there is no b");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
