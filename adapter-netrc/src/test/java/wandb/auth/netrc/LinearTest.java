package wandb.auth.netrc;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.fixtures.Growth;
import wandb.auth.netrc.entry.NetrcEntryEditor;
import wandb.auth.netrc.entry.ProfileRenamer;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.syntax.EntryEraser;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcParser;

/** An edit costs as much more as there are more entries of ours on one line, and not the square of it. */
@Tag("slow")
class LinearTest {

    private static final int FEW = 1_000;

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

    private static void assertLinear(Edit edit) throws Exception {
        Growth.assertLinear(FEW, entries -> {
            byte[] file = file(entries);
            return () -> edit.make(ServerEntries.of(NetrcParser.parse(file), Host.PUBLIC_CLOUD));
        });
    }

    private static byte[] file(int entries) {
        String entry = "machine api.wandb.ai login user password " + Fixture.OLD_KEY + " ";
        String works = "machine  api.wandb.ai+work login user password " + Fixture.NEW_KEY + "\n";
        return (entry.repeat(entries) + works).getBytes(StandardCharsets.UTF_8);
    }
}
