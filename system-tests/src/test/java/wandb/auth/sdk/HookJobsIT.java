package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.server.HeaderServer;
import wandb.auth.server.KeyValueServer;
import wandb.auth.system.Checkout;
import wandb.auth.system.HomeContent;
import wandb.auth.system.Run;

/** The hook where there is no command to write a program in front of: notebooks, agents and jobs. */
@Tag("slow")
class HookJobsIT extends AtServer {

    private static final String KEY = "a".repeat(40);
    private static final Path NOTEBOOK = Checkout.brought("WANDB_TEST_NOTEBOOK", "notebook");

    String newUser(String what) {
        return what + "-" + sdk().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    HookedMachine loggedIn(String user) throws Exception {
        HookedMachine hooked =
                HookedMachine.in(folder, sdk()).withHelper().with(Map.of("WANDB_BASE_URL", server.url()));
        hooked.wandb("login", "--store", "helper:shelf", server.newUser(user)).ends(0);
        return hooked;
    }

    @Test
    void aSyncOfARunThatWasLoggedOfflineSendsTheKey() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk()).withHelper();
        try (HeaderServer mine = HeaderServer.start()) {
            hooked.with(Map.of("WANDB_BASE_URL", mine.url()));
            hooked.wandb("login", "--store", "helper:shelf", KEY).ends(0);
            Run run = synchronised(hooked);
            assertEquals(List.of(KEY), mine.keys(), run::toString);
        }
    }

    /** Logs a run offline and synchronises it. */
    static Run synchronised(HookedMachine hooked) throws Exception {
        hooked.pythonWith(Map.of("WANDB_MODE", "offline"), """
                import wandb
                run = wandb.init(project="synced")
                run.log({"loss": 0.5})
                run.finish()
                """).ends(0);
        try (DirectoryStream<Path> runs =
                Files.newDirectoryStream(hooked.machine().workingDirectory().resolve("wandb"), "offline-run-*")) {
            return hooked.program("wandb", "sync", runs.iterator().next().toString());
        }
    }

    @Test
    void anAgentAndTheProgramThatItStartsFindIt() throws Exception {
        HookedMachine hooked = HookedMachine.in(folder, sdk()).withHelper();
        try (HeaderServer agents = HeaderServer.start()) {
            hooked.with(Map.of("WANDB_BASE_URL", agents.url()));
            hooked.wandb("login", "--store", "helper:shelf", KEY).ends(0);
            Path asked = hooked.counted();
            Files.writeString(hooked.machine().workingDirectory().resolve("train.py"), """
                    import os, wandb
                    print("variable", os.environ.get("WANDB_API_KEY"), "login", wandb.login())
                    """);
            Run run = hooked.program("wandb", "agent", "--count", "1", "ada/project/sweep")
                    .ends(0);
            assertTrue((run.out() + run.err()).contains("variable None login True"), run::toString);
            assertEquals(List.of(KEY), agents.keys());
            assertTrue(Files.readAllLines(asked).size() >= 2, run::toString);
        }
    }

    @Test
    void aKeyInVaultIsFound() throws Exception {
        String user = newUser("vault");
        String key = server.newUser(user);
        HookedMachine hooked =
                HookedMachine.in(folder, sdk()).withVaultPlugin().with(Map.of("WANDB_BASE_URL", server.url()));
        try (KeyValueServer vault = KeyValueServer.start()) {
            hooked.with(Map.of("VAULT_ADDR", vault.url(), "VAULT_TOKEN", KeyValueServer.TOKEN));
            hooked.wandb("login", "--store", "vault", key).ends(0);
            hooked.python("""
                    import wandb
                    run = wandb.init(project="vault")
                    run.log({"loss": 0.5})
                    run.finish()
                    """).ends(0);
        }
        assertEquals(1, server.runs(user, "vault").size());
        assertEquals(
                List.of(), HomeContent.filesWith(key, hooked.machine().home().getParent()));
    }

    @Test
    void aNotebookFindsItAfterItHasLoadedTheExtension() throws Exception {
        assumeTrue(Files.isDirectory(NOTEBOOK), "there are no packages for notebooks: see ./verify");
        String user = newUser("notebook");
        HookedMachine hooked = loggedIn(user);
        // What needs no hook in the environment: the package is there, and the switch is not.
        hooked.environment().add(NOTEBOOK);
        Files.delete(hooked.recordedProgram().resolveSibling("../wandb_auth_hook.pth"));
        Run run = hooked.python("""
                import nbclient, nbformat
                from nbformat import v4
                cells = [
                    "import wandb",
                    "%load_ext wandb_auth",
                    "run = wandb.init(project='notebook'); run.log({'loss': 0.5}); run.finish()",
                    "import os; print('WANDB_API_KEY' in os.environ)",
                ]
                notebook = v4.new_notebook(cells=[v4.new_code_cell(cell) for cell in cells])
                nbclient.NotebookClient(notebook, timeout=600, kernel_name="python3").execute()
                print(notebook.cells[-1].outputs[0].text)
                """).ends(0);
        assertTrue(run.out().contains("False"), run::toString);
        assertEquals(1, server.runs(user, "notebook").size(), run::toString);
    }
}
