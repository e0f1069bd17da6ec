package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Run;

/** Many processes of one machine that ask by the hook at once, as the jobs of an array do. */
@Tag("slow")
class HookCrowdIT {

    private static final String KEY = "a".repeat(40);

    /** Nobody answers there, and nobody is asked for more than a key. */
    private static final String SERVER = "http://127.0.0.1:9";

    @TempDir
    Path folder;

    /** Each is a copy of one process from before it was asked for a key: the start of a Python takes most of the time. */
    @Test
    void sixtyFourProcessesAtOnceEachGetIt() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED).withHelper().with(Map.of("WANDB_BASE_URL", SERVER));
        hooked.wandb("login", "--store", "helper:shelf", KEY).ends(0);
        Path asked = hooked.counted();
        Run run = hooked.python("""
                import os, sys, wandb
                from wandb.sdk.lib import wbauth
                copies = []
                for i in range(64):
                    copy = os.fork()
                    if not copy:
                        key = wbauth.read_netrc_auth(host=sys.argv[1])
                        os._exit(0 if key == "a" * 40 else 1)
                    copies.append(copy)
                print([os.waitpid(copy, 0)[1] for copy in copies].count(0))
                """, SERVER).ends(0);
        assertEquals("64\n", run.out(), run::toString);
        assertEquals(64, Files.readAllLines(asked).size());
    }
}
