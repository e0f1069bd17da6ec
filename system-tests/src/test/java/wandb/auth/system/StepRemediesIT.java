package wandb.auth.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.server.AnsweringServer;
import wandb.auth.server.RefusingPort;

/** What a message says to do, where that is no command to type, works when it is done: unset a variable, correct or remove a line. */
class StepRemediesIT {

    private static final String KEY = "0123456789abcdef0123456789abcdef01234567";
    private static final String VIEWER = "{\"data\":{\"viewer\":{\"username\":\"ada\",\"entity\":\"engines\"}}}";

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void aUserIsLoggedIn() throws IOException {
        machine = new Machine(folder);
        machine.write(".netrc", "machine api.wandb.ai login user password " + KEY + "\n");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # variable               , value               , exit code, command
            WANDB_API_KEY            , short               , 1, auth token
            WANDB_API_KEY            , two words           , 1, auth token
            WANDB_API_KEY            , a.b.c               , 1, auth token
            WANDB_IDENTITY_TOKEN_FILE, /nowhere            , 1, auth token
            WANDB_IDENTITY_TOKEN_FILE, /                   , 1, auth token
            WANDB_IDENTITY_TOKEN_FILE, /etc/hostname       , 1, auth token
            WANDB_BASE_URL           , ftp://x             , 1, auth token
            WANDB_BASE_URL           , wandb.example.com   , 1, auth token
            WANDB_BASE_URL           , https://u:p@x       , 1, auth token
            WANDB_PROFILE            , a b                 , 1, auth token
            WANDB_AUTH_POLICY        , /nowhere            , 3, auth token
            WANDB_AUTH_POLICY        , policy              , 3, auth token
            WANDB_AUTH_POLICY        , /                   , 3, auth token
            WANDB_AUTH_TIMEOUT       , 0                   , 1, auth token
            WANDB_AUTH_TIMEOUT       , 3601                , 1, auth token
            NETRC                    , /                   , 1, auth token
            NETRC                    , /nowhere/netrc      , 1, login --relogin KEY
            NETRC                    , /dev/null           , 1, login --relogin KEY
            """)
    void aMistakenVariableIsNamedAndUnset(String variable, String value, int exitCode, String command)
            throws Exception {
        Run mistaken = run(Map.of(variable, value), command);

        assertEquals(exitCode, mistaken.exitCode(), mistaken::toString);
        assertTrue(mistaken.err().contains(variable), mistaken::toString);
        run(Map.of(), command).ends(0);
    }

    /** What stays is that nobody answers. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # variable        , value
            WANDB_HTTP_TIMEOUT, soon
            WANDB_HTTP_TIMEOUT, -1
            SSL_CERT_FILE     , /nowhere
            SSL_CERT_FILE     , /etc/hostname
            SSL_CERT_DIR      , /nowhere
            REQUESTS_CA_BUNDLE, /nowhere
            """)
    void aMistakenVariableOfTheConnectionIsNamedAndUnset(String variable, String value) throws Exception {
        try (RefusingPort nobody = new RefusingPort()) {
            String command =
                    "login --relogin --verify KEY --host " + nobody.url().replace("http:", "https:");

            Run mistaken = run(Map.of(variable, value), command).ends(6);

            assertTrue(mistaken.err().contains(variable), mistaken::toString);
            Run unset = run(Map.of(), command).ends(6);
            assertTrue(unset.err().contains("connection refused"), unset::toString);
        }
    }

    /** The corrected one leads to the server, which plays the proxy. */
    @ParameterizedTest
    @ValueSource(strings = {"foo://bar", "http://:", "http://127.0.0.1:none"})
    void aMistakenProxyIsNamedAndCorrected(String value) throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, VIEWER)) {
            String command = "login --relogin --verify KEY --allow-http --host http://wandb.example.com";

            Run mistaken = run(Map.of("HTTP_PROXY", value), command).ends(6);

            assertTrue(mistaken.err().contains("HTTP_PROXY"), mistaken::toString);
            run(Map.of("HTTP_PROXY", server.url()), command).ends(0);
        }
    }

    /** The place stands in the message as FILE:LINE; without that line nothing is wrong there any more. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # file                    | lines                                                        | command
            home/.config/wandb/auth.ini| no section                                                   | auth token
            home/.config/wandb/auth.ini| [account nonsense]                                           | auth list
            home/.config/wandb/auth.ini| [account https://x.example a b c]                            | auth list
            home/.config/wandb/auth.ini| [nonsense]                                                   | auth token
            home/.config/wandb/auth.ini| [policy];foo = x                                             | auth token
            home/.config/wandb/auth.ini| [policy];default_host = https://x.example                    | auth token
            home/.config/wandb/auth.ini| [policy];least_protection = strong                           | auth token
            home/.config/wandb/auth.ini| [policy];hosts = x y z                                       | auth token
            home/.config/wandb/auth.ini| [policy];key_argument = maybe                                | auth token
            home/.config/wandb/auth.ini| [policy];key_argument = allowed;key_argument = allowed       | auth token
            home/.config/wandb/settings| base_url = x                                                 | auth token
            home/.config/wandb/settings| [default];base_url = ftp://x                                 | auth token
            home/.config/wandb/settings| [default];api_key = short                                    | auth token
            home/.config/wandb/settings| [default];base_url = %(x)s                                   | auth token
            home/.config/wandb/settings| [default];base_url = https://api.wandb.ai;base_url = https://y | auth token
            home/.config/wandb/settings| [default];entity                                              | auth token
            work/wandb/settings        | [default];api_key = short                                    | auth token
            work/wandb/settings        | [default                                                     | auth token
            work/wandb/settings        | [default];base_url = nonsense                                | auth token
            home/.netrc                | bogus                                                        | auth token
            home/.netrc                | machine api.wandb.ai login user password short               | auth token
            home/.netrc                | machine api.wandb.ai login user                              | auth token
            home/.netrc                | machine api.wandb.ai password "unclosed                      | auth token
            """)
    void aMistakenLineIsNamedAndRemoved(String name, String lines, String command) throws Exception {
        Path file = machine.home().resolveSibling(name);
        Files.createDirectories(file.getParent());
        List<String> content = new ArrayList<>(List.of(lines.split(";")));
        boolean isNetrc = name.endsWith(".netrc");
        if (isNetrc) {
            content.addFirst("machine api.wandb.ai login user password " + KEY);
        }
        write(file, content);

        Run mistaken = run(Map.of(), command);

        assertTrue(mistaken.exitCode() == 1 || mistaken.exitCode() == 3, mistaken::toString);
        Matcher place =
                Pattern.compile(Pattern.quote(file.toString()) + ":([0-9]+)").matcher(mistaken.err());
        assertTrue(place.find(), mistaken::toString);
        content.remove(Integer.parseInt(place.group(1)) - 1);
        write(file, content);
        Run corrected = run(Map.of(), command).ends(0);
        assertFalse(corrected.err().contains("ERROR"), corrected::toString);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private Run run(Map<String, String> variables, String command) throws Exception {
        return machine.wandbWith(variables, command.replace("KEY", KEY).split(" "));
    }
}
