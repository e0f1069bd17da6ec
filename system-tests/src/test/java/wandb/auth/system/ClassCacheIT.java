package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wandb.auth.server.AnsweringServer;

/** The launcher takes the larger class cache for a command that likely uses a keychain or a server: only its time depends on it. */
class ClassCacheIT {

    /** Its parts say: {"alg":"RS256","typ":"JWT"}, {"sub":"somebody","aud":"wandb"}, and no signature of anybody. */
    private static final String IDENTITY_TOKEN =
            "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJzb21lYm9keSIsImF1ZCI6IndhbmRiIn0.c2lnbmF0dXJl";

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void startWithAnEmptyHome() throws Exception {
        machine = new Machine(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "auth token, netrc, classes",
        "auth token, keyring, complete",
        "auth exec -- true, helper:corp, complete",
        "status, command:corp, complete",
        "login, keyring, complete",
        "logout, keyring, complete",
        "auth list, keyring, classes",
        "help login, keyring, classes",
    })
    void itDependsOnTheStoreThatKeysWereSavedTo(String command, String store, String cache) throws Exception {
        machine.write(".config/wandb/auth.ini", "[account https://api.wandb.ai]\nstore = " + store + "\n");

        assertCache(cache, Map.of(), command);
    }

    @ParameterizedTest
    @CsvSource({
        "auth token, classes",
        "login --verify, complete",
        "login --store=keyring, complete",
        "auth migrate --to keyring, complete",
        "auth doctor, complete",
    })
    void withoutAccountsItDependsOnTheCommand(String command, String cache) throws Exception {
        assertCache(cache, Map.of(), command);
    }

    @Test
    void aVariableThatHoldsTheKeyIsReadWithoutAStore() throws Exception {
        machine.write(".config/wandb/auth.ini", "[account https://api.wandb.ai]\nstore = keyring\n");

        assertCache("classes", Map.of("WANDB_API_KEY", "a".repeat(40)), "auth token");
    }

    @Test
    void anIdentityTokenIsExchangedByAServer() throws Exception {
        assertCache("complete", Map.of("WANDB_IDENTITY_TOKEN_FILE", "/run/token"), "auth token");
    }

    @Test
    void theLargerOneHasTheClassesThatAHelperNeeds() throws Exception {
        machine.writeProgram("bin/docker-credential-corp", """
                #!/bin/sh
                cat >/dev/null
                echo '{"ServerURL":"https://api.wandb.ai/wandb-login/default","Username":"default@api.wandb.ai","Secret":"%s"}'
                """.formatted(KEY));
        machine.write(".config/wandb/auth.ini", "[account https://api.wandb.ai]\nstore = helper:corp\n");

        assertNoneFromOutside(Map.of("PATH", machine.home() + "/bin:/usr/bin:/bin"), KEY);
    }

    @Test
    void theLargerOneHasTheClassesThatAnIdentityTokenNeeds() throws Exception {
        Path token = machine.write("token", IDENTITY_TOKEN);
        String answer = "{\"access_token\": \"wb_at_corp\", \"expires_in\": 3600}";
        try (AnsweringServer server = AnsweringServer.with(200, answer)) {
            Map<String, String> federated =
                    Map.of("WANDB_IDENTITY_TOKEN_FILE", token.toString(), "WANDB_BASE_URL", server.url());

            assertNoneFromOutside(federated, "wb_at_corp"); // is exchanged
            assertNoneFromOutside(federated, "wb_at_corp"); // was kept
        }
    }

    private void assertNoneFromOutside(Map<String, String> variables, String credential) throws Exception {
        machine.run(
                        variables,
                        Machine.IMAGE + "/bin/java",
                        "-XX:SharedArchiveFile=" + Machine.IMAGE + "/lib/server/complete.jsa",
                        "-Xlog:class+load:file=" + machine.home() + "/classes.log",
                        "-m",
                        "wandb.auth.cli/wandb.auth.cli.Main",
                        "auth",
                        "token")
                .leaves(0, credential + "\n", "");
        List<String> others = machine.read("classes.log")
                .lines()
                .filter(line -> line.contains(" wandb.auth.") && line.contains(" source: jrt:"))
                .toList();
        assertEquals(List.of(), others);
    }

    private void assertCache(String cache, Map<String, String> variables, String command) throws Exception {
        Map<String, String> traced = new HashMap<>(variables);
        traced.put("WANDB_AUTH_TRACE", "1");

        Run run = machine.wandbWith(traced, command.split(" "));

        String step = run.err().lines().findFirst().orElseThrow();
        assertTrue(step.endsWith(cache + ".jsa"), run::toString);
    }
}
