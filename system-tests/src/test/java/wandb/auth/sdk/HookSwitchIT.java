package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** What the hook puts into an environment and into a process, and that nothing is left of it. */
class HookSwitchIT {

    @TempDir
    Path folder;

    private static void assertSays(Run run, String text) {
        assertTrue((run.out() + run.err()).contains(text), () -> text + " is not said by " + run);
    }

    /** As a clock of a busy machine cannot tell: all that an import can take longer by is what these three do. */
    @Test
    @Tag("slow")
    void anImportOfTheSdkLoadsThreeSmallModulesMoreAndAsksNothing() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        Path asked = hooked.counted();
        String program = "import sys, wandb\nprint('\\n'.join(sorted(sys.modules)))\n";
        List<String> on = hooked.python(program).ends(0).out().lines().toList();
        assertFalse(Files.exists(asked));
        hooked.wandb("auth", "hook", "disable").ends(0);
        List<String> off = hooked.python(program).ends(0).out().lines().toList();
        assertEquals(
                List.of("wandb_auth", "wandb_auth.funnel", "wandb_auth.hook"),
                on.stream().filter(module -> !off.contains(module)).toList());
    }

    @Test
    void afterItIsSwitchedOffNothingIsLeft() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        SortedMap<String, String> on = hooked.environment().files();
        assertSays(hooked.wandb("auth", "hook", "status").ends(0), "on, asks " + Machine.LAUNCHER);
        assertSays(hooked.wandb("status").ends(4), "The hook is on in ");

        assertSays(hooked.wandb("auth", "hook", "disable").ends(0), "Removed ");
        SortedMap<String, String> off = hooked.environment().files();
        assertTrue(on.size() > off.size());
        assertEquals(
                List.of(),
                off.keySet().stream()
                        .filter(name -> name.contains("wandb_auth"))
                        .toList());
        assertSays(hooked.wandb("auth", "hook", "status").ends(0), "hook: off");
        assertSays(hooked.wandb("auth", "hook", "disable").ends(0), "The hook was not on.");
        hooked.wandb("auth", "hook", "enable").ends(0);
        assertEquals(on, hooked.environment().files());
    }

    @Test
    void anSdkThatItDoesNotKnowIsLeftAsItIsAndThatIsSaidOnce() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, Sdk.PINNED);
        hooked.machine()
                .write("other/wandb/__init__.py", "def termwarn(text): print('WARNING', text)\n__version__ = '9'\n");
        Run run = hooked.pythonWith(
                        Map.of("PYTHONPATH", hooked.machine().home() + "/other"), "import wandb\nimport wandb\n")
                .ends(0);
        assertEquals(
                "WARNING The hook of wandb-auth does not know SDK 9: it is left as it is. Update wandb-auth, or use"
                        + " 'wandb-auth exec'.\n",
                run.out());
    }
}
