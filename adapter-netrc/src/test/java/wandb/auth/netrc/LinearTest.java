package wandb.auth.netrc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.netrc.entry.NetrcEntryEditor;
import wandb.auth.netrc.entry.ProfileRenamer;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.syntax.EntryEraser;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcParser;

/** Eight times as many entries of ours on one line cost about eight times the work, and not sixty-four times. */
@Tag("slow")
class LinearTest {

    private static final int FEW = 1_000;
    private static final int FACTOR = 8;
    private static final int FAR_FROM_QUADRATIC = 3 * FACTOR;
    private static final int ATTEMPTS = 5;

    private interface Edit {
        void make(ServerEntries server) throws NetrcException;
    }

    @Test
    void aSave() throws Exception {
        assertLinear(server -> new NetrcEntryEditor(server.of(Profile.DEFAULT), Fixture.NEW_KEY).saved());
    }

    @Test
    void anErasure() throws Exception {
        assertLinear(server -> new EntryEraser(server.document(), defaults(server)).erased());
    }

    @Test
    void anErasureOfPasswordsAlone() throws Exception {
        assertLinear(server -> new EntryEraser(server.document(), defaults(server)).emptied());
    }

    @Test
    void aSwitch() throws Exception {
        assertLinear(server -> ProfileRenamer.activated(server, new Profile("work")));
    }

    private static List<Entry> defaults(ServerEntries server) {
        List<Entry> entries = new ArrayList<>();
        server.of(Profile.DEFAULT).entries().forEach(entry -> entries.add(entry.entry()));
        return entries;
    }

    /** By the shortest of several times, which nothing else on the machine made longer. */
    private static void assertLinear(Edit edit) throws Exception {
        byte[] few = file(FEW);
        byte[] many = file(FEW * FACTOR);
        long shortestOfFew = Long.MAX_VALUE;
        long shortestOfMany = Long.MAX_VALUE;
        for (int i = 0; i < ATTEMPTS; i++) {
            shortestOfMany = Math.min(shortestOfMany, time(many, edit));
            shortestOfFew = Math.min(shortestOfFew, time(few, edit));
        }
        long factor = shortestOfMany / shortestOfFew;
        assertTrue(factor <= FAR_FROM_QUADRATIC, "the work grew by a factor of " + factor);
    }

    private static long time(byte[] file, Edit edit) throws Exception {
        long start = System.nanoTime();
        edit.make(ServerEntries.of(NetrcParser.parse(file), Host.PUBLIC_CLOUD));
        return System.nanoTime() - start;
    }

    private static byte[] file(int entries) {
        String entry = "machine api.wandb.ai login user password " + Fixture.OLD_KEY + " ";
        String works = "machine  api.wandb.ai+work login user password " + Fixture.NEW_KEY + "\n";
        return (entry.repeat(entries) + works).getBytes(StandardCharsets.UTF_8);
    }
}
