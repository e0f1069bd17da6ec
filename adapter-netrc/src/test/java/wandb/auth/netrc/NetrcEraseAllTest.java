package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Revision;
import wandb.auth.domain.port.OneFileStore;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Precondition;
import wandb.auth.domain.spi.Query;

/** Several accounts' entries at once. */
class NetrcEraseAllTest {

    private static final Query A = Fixture.query("https://a.example");
    private static final Query WORK = Fixture.query("https://a.example", new Profile("work"));
    private static final Query B = Fixture.query("https://b.example");
    private static final Query C = Fixture.query("https://c.example");
    private static final Precondition ANYTHING = new Precondition.Anything();

    @TempDir
    private Path home;

    private List<Erased> eraseAll(Precondition expected, Query... queries) {
        return assertInstanceOf(OneFileStore.class, Fixture.store(home)).eraseAll(List.of(queries), expected);
    }

    private void holds(String netrc) throws IOException {
        Fixture.write(netrc(), netrc, "0600");
    }

    private Path netrc() {
        return home.resolve(".netrc");
    }

    private Location line(int line) {
        return new Location.File(netrc(), line);
    }

    @Test
    void goInOneChange() throws IOException {
        holds("""
                # mine
                machine a.example
                  login user
                  password a
                machine x.example password p
                machine  a.example+work
                  login user
                  password w
                machine b.example password b
                """);
        Files.createLink(home.resolve("before"), netrc()); // a file with two names is written in place, once

        List<Erased> erased = eraseAll(ANYTHING, B, C, A, WORK);

        assertEquals("# mine\nmachine x.example password p\n", Fixture.text(netrc()));
        Erased.Gone first = assertInstanceOf(Erased.Gone.class, erased.getFirst());
        assertEquals(line(9), first.location());
        assertEquals(1, first.remarks().size(), first.remarks()::toString);
        assertTrue(first.remarks().getFirst().startsWith("The file was overwritten in place"), first::toString);
        assertEquals(
                List.of(
                        new Erased.Nothing(new Location.File(netrc())),
                        new Erased.Gone(line(4)),
                        new Erased.Gone(line(8))),
                erased.subList(1, 4));
    }

    @Test
    void leaveTheFileAloneWhereThereAreNone() throws IOException {
        holds("machine x.example password p\n");
        Object before = Files.getAttribute(netrc(), "unix:ino");

        assertEquals(
                List.of(new Erased.Nothing(new Location.File(netrc())), new Erased.Nothing(new Location.File(netrc()))),
                eraseAll(ANYTHING, A, B));
        assertEquals(before, Files.getAttribute(netrc(), "unix:ino"));
    }

    @Test
    void stayWhereAnotherKeyIsExpected() throws IOException {
        holds("machine a.example password a\nmachine b.example password b\n");

        assertEquals(
                List.of(new Erased.Conflict(line(1)), new Erased.Gone(line(2))),
                eraseAll(new Precondition.Exactly(Revision.of("b")), A, B));
        assertEquals("machine a.example password a\n", Fixture.text(netrc()));
    }

    @Test
    void areErasedOnceWhereTwoAccountsHaveTheSame() throws IOException {
        holds("machine a.example password a\n");

        assertEquals(
                List.of(new Erased.Gone(line(1)), new Erased.Nothing(line(1))),
                eraseAll(ANYTHING, A, Fixture.query("https://a.example/path")));
        assertEquals("", Fixture.text(netrc()));
    }

    /** Without the first entry, Python would take a word of the comment for one of the file. */
    @Test
    void goOneByOneWhereTheyCannotGoTogether() throws IOException {
        holds("machine a.example password a\n#c d\nmachine b.example password b\n");

        List<Erased> erased = eraseAll(ANYTHING, A, B);

        Erased.Gone first = assertInstanceOf(Erased.Gone.class, erased.getFirst());
        assertTrue(first.remarks().getFirst().startsWith("Only the password was removed"), first::toString);
        assertEquals(new Erased.Gone(line(3)), erased.getLast());
        assertEquals("machine  a.example+\n#c d\n", Fixture.text(netrc()));
    }

    @Test
    void stayWhereTheFileIsReadOnlyAsEachIsTold() throws IOException {
        String netrc = "machine a.example password a\nmachine b.example password b\n";
        Fixture.write(netrc(), netrc, "0400");

        List<Erased> erased = eraseAll(ANYTHING, A, B);

        assertEquals(
                List.of(
                        Fixture.store(home).erase(A, ANYTHING),
                        Fixture.store(home).erase(B, ANYTHING)),
                erased);
        assertInstanceOf(Erased.Failed.class, erased.getFirst());
        assertEquals(netrc, Fixture.text(netrc()));
    }

    @Test
    void areEachToldWhyTheyStay() throws IOException {
        holds("machine a.example password a\nmachine b.example password b\nbad\n");

        List<Erased> erased = eraseAll(ANYTHING, A, B);

        assertEquals(
                List.of(
                        Fixture.store(home).erase(A, ANYTHING),
                        Fixture.store(home).erase(B, ANYTHING)),
                erased);
        assertInstanceOf(Erased.Failed.class, erased.getFirst());
    }
}
