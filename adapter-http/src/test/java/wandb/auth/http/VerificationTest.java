package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wandb.auth.http.Given.ALICE;
import static wandb.auth.http.Given.answer;
import static wandb.auth.http.Given.confirmed;
import static wandb.auth.http.Given.rejected;
import static wandb.auth.http.Given.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.port.server.Identity;
import wandb.auth.http.message.Messages;

/** What is asked of a server, and what its own answers mean. */
class VerificationTest {

    private final MockWebServer server = Given.server();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aKnownKeyIsConfirmedWithNameDefaultTeamAndTeams() {
        server.enqueue(answer(200, ALICE));
        assertEquals(
                new Identity("alice", Optional.of("vision"), List.of("vision", "speech")), confirmed(verdict(server)));
    }

    @Test
    void theKeyGoesIntoOneHeaderOfOneRequest() throws Exception {
        server.enqueue(answer(200, ALICE));
        verdict(server);
        RecordedRequest request = server.takeRequest();
        assertEquals("POST /graphql HTTP/1.1", request.getRequestLine());
        assertEquals(Given.BASIC, request.getHeaders().get("Authorization"));
        assertEquals("application/json", request.getHeaders().get("Content-Type"));
        assertEquals(1, server.getRequestCount());
        String all = request.getRequestLine() + request.getHeaders() + request.getBody();
        assertFalse(all.replace(Given.BASIC, "").contains("MDEyMzQ1"), all);
        assertFalse(all.contains(Given.KEY), all);
    }

    @Test
    void onlyWhatEveryServerKnowsIsAskedFor() throws Exception {
        server.enqueue(answer(200, ALICE));
        verdict(server);
        byte[] body = Objects.requireNonNull(server.takeRequest().getBody()).toByteArray();
        JsonNode question = JsonText.read(body).orElseThrow();
        assertEquals(
                "query Viewer { viewer { id entity username teams { edges { node { name } } } } }",
                question.get("query").asText());
    }

    @ParameterizedTest
    @CsvSource({"/wandb, /wandb/graphql", "/a/b%20c, /a/b%20c/graphql"})
    void thePathOfTheAddressStaysInFront(String path, String target) throws Exception {
        server.enqueue(answer(200, ALICE));
        confirmed(verdict(Given.address(server) + path, Map.of()));
        assertEquals(target, server.takeRequest().getTarget());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"viewer\":{\"username\":\"alice\"}}}",
                "{\"data\":{\"viewer\":{\"username\":\"alice\",\"entity\":null,\"teams\":null}}}",
                "{\"data\":{\"viewer\":{\"username\":\"alice\",\"entity\":\"\",\"teams\":{\"edges\":[]}}},\"errors\":[]}",
                "{\"data\":{\"viewer\":{\"username\":\"alice\",\"teams\":{\"edges\":[{},{\"node\":null},7]}}},\"errors\":null}",
            })
    void aUserMayHaveNoTeam(String body) {
        server.enqueue(answer(200, body));
        assertEquals(new Identity("alice", Optional.empty(), List.of()), confirmed(verdict(server)));
    }

    @Test
    void aServiceAccountWithoutANameGoesByItsTeam() {
        server.enqueue(answer(200, "{\"data\":{\"viewer\":{\"username\":null,\"entity\":\"vision\"}}}"));
        assertEquals("vision", confirmed(verdict(server)).userName());
    }

    @Test
    void namesAreHandedOnAsTheServerGivesThem() {
        server.enqueue(answer(200, "{\"data\":{\"viewer\":{\"username\":\"\\u001b[31mali\\u202ece\"}}}"));
        assertEquals("\u001b[31mali\u202ece", confirmed(verdict(server)).userName());
    }

    /** Each with what a person is told that the server said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "401 | | status 401",
                "403 | | status 403",
                "401 | user is not logged in | user is not logged in",
                "401 | <html>sign in</html> | status 401",
                "401 | {\"errors\":[{\"message\":\"invalid api key\"}]} | invalid api key",
                "403 | {\"errors\":[\"permission denied\"]} | permission denied",
                "403 | {\"error\":\"no seat left\"} | no seat left",
                "401 | {\"detail\":\"Authentication required\"} | Authentication required",
                "401 | {\"message\":\" come \\u001b[2Jback \"} | come \\x1b[2Jback",
                "401 | {} | status 401",
                "200 | {\"errors\":[{\"message\":\"user is not logged in\"}],\"data\":null} | user is not logged in",
                "200 | {\"errors\":[{\"message\":\"Permission Denied\"}],\"data\":{\"viewer\":null}} | Permission Denied",
                "200 | {\"errors\":[{\"message\":\"no such key\"}]} | no such key",
                "200 | {\"errors\":[{\"message\":\"The token has expired\"}]} | The token has expired",
                "400 | {\"errors\":[{\"message\":\"invalid API key\"},{\"message\":\"worse\"}]} | invalid API key",
                "200 | {\"data\":{\"viewer\":null},\"errors\":{}} | " + Messages.CREDENTIAL_UNKNOWN,
                "200 | {\"data\":{\"viewer\":null}} | " + Messages.CREDENTIAL_UNKNOWN,
            })
    void aRefusalIsToldInTheServersOwnWords(int status, String body, String said) {
        server.enqueue(answer(status, body == null ? "" : body));
        assertEquals(said, rejected(verdict(server)));
        assertEquals(1, server.getRequestCount());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"viewer\":{\"username\":\"alice\",\"teams\":null}},\"errors\":[{\"message\":\"no teams\"}]}",
                "{\"data\":{\"viewer\":{\"username\":\"alice\"}},\"errors\":[\"permission denied for teams\"]}",
                "{\"data\":{\"viewer\":{\"username\":\"alice\"}},\"errors\":{}}",
            })
    void aServerThatNamesTheUserConfirmsWhateverElseIsWrong(String body) {
        server.enqueue(answer(200, body));
        assertEquals("alice", confirmed(verdict(server)).userName());
    }

    /** Each with the server's words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "200 | {\"errors\":[{\"message\":\"internal server error\"}],\"data\":null} | internal server error",
                "200 | {\"errors\":[{\"message\":\"who?\"}],\"data\":{\"viewer\":null}} | who?",
                "400 | {\"errors\":[{\"message\":\"bad\"},{\"message\":\"worse\"}]} | bad",
                "200 | {\"errors\":[{\"message\":\"Unexpected token < in JSON\"}]} | Unexpected token < in JSON",
                "200 | {\"errors\":[{\"message\":\"duplicate key in table\"}]} | duplicate key in table",
                "200 | {\"errors\":[{}]} | " + Messages.ERROR_WITHOUT_MESSAGE,
            })
    void anErrorThatIsNotAboutTheCredentialTellsNothingOfIt(int status, String body, String said) {
        server.enqueue(answer(status, body));
        assertEquals(Messages.identityUntold(Given.host(server), said), Given.unreachable(verdict(server)));
    }

    @Test
    void theHeadersOfTheVariableGoAlongAndNeverReplaceOurs() throws Exception {
        server.enqueue(answer(200, ALICE));
        String headers = "{\"X-Gateway\": \"open sesame\", \"Authorization\": \"other\"}";
        confirmed(verdict(Given.address(server), Map.of("WANDB_X_EXTRA_HTTP_HEADERS", headers)));
        RecordedRequest request = server.takeRequest();
        assertEquals("open sesame", request.getHeaders().get("X-Gateway"));
        assertEquals(List.of(Given.BASIC), request.getHeaders().values("Authorization"));
    }

    @Test
    void theOtherNameOfTheVariableIsNamedWhereThatIsWrong() {
        assertEquals(
                Messages.extraHeadersInvalid("WANDB__EXTRA_HTTP_HEADERS"),
                Given.unreachable(verdict(Given.address(server), Map.of("WANDB__EXTRA_HTTP_HEADERS", "hunter2"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hunter2", "[]", "{\"a\": 1}", "{\"a b\": \"hunter2\"}", "{\"a\": \"hunter2\\r\\nb: c\"}", "{"})
    void headersThatAreNoneAreNotQuoted(String headers) {
        assertEquals(
                Messages.extraHeadersInvalid("WANDB_X_EXTRA_HTTP_HEADERS"),
                Given.unreachable(verdict(Given.address(server), Map.of("WANDB_X_EXTRA_HTTP_HEADERS", headers))));
    }

    @Test
    void whatItRepeatsOfTheCredentialIsNotTold() {
        server.enqueue(answer(401, "{\"error\":\"not " + Given.KEY + ", sent as " + Given.BASIC + "\"}"));
        assertEquals("not ***, sent as Basic ***", rejected(verdict(server)));
    }

    @Test
    void whatItRepeatsOfTheCredentialInPiecesIsNotTold() {
        String key = Given.KEY.toUpperCase(Locale.ROOT);
        String pieces = key.substring(0, 10) + " " + key.substring(10, 20) + "-" + key.substring(20);
        server.enqueue(answer(401, "{\"error\":\"not " + pieces + "!\"}"));
        assertEquals("not ***!", rejected(verdict(server)));
    }

    /** Backwards, in hexadecimal, with words between. */
    @ParameterizedTest
    @CsvSource({
        "76543210fedcba9876543210fedcba9876543210, ***",
        "no 6132633361326333613263336132633361326333, no ***",
        "a9f3c2 and d17b60 and 4e58a9 and d2c0b7 and e5f413, (words that are not shown: they may hold a key)",
        "a9f3c2d und 17b604e und 58a9d2c und 0b7e5f4 und 13, (words that are not shown: they may hold a key)",
    })
    void whatMayBeTheCredentialInAnotherFormIsNotTold(String said, String shown) {
        server.enqueue(answer(401, "{\"error\":\"" + said + "\"}"));
        assertEquals(shown, rejected(verdict(server)));
    }

    @Test
    void aNameThatRepeatsTheCredentialIsNotTold() {
        server.enqueue(answer(
                200,
                "{\"data\":{\"viewer\":{\"username\":\"" + Given.KEY + "\",\"entity\":\"a " + Given.KEY + "\"}}}"));
        assertEquals(new Identity("***", Optional.of("a ***"), List.of()), confirmed(verdict(server)));
    }

    /** Backwards, in hexadecimal, in base64, in pieces with words between: it would be kept in auth.ini. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "76543210fedcba9876543210fedcba9876543210",
                "6132633361326333613263336132633361326333",
                "OWY4NmQwODE4ODRjN2Q2NTlhMmZlYWEwYzU1YWQwMTVhM2JmNGYxYg",
                "a9f3c2d und 17b604e und 58a9d2c und 0b7e5f4 und 13",
            })
    void aNameThatMayBeTheCredentialInAnotherFormIsNotTold(String name) {
        server.enqueue(answer(200, "{\"data\":{\"viewer\":{\"username\":\"" + name + "\",\"entity\":\"team\"}}}"));
        assertEquals(new Identity("***", Optional.of("team"), List.of()), confirmed(verdict(server)));
    }

    @Test
    void aLongAnswerIsCut() {
        server.enqueue(answer(401, "{\"error\":\"" + "no ".repeat(1000) + "\"}"));
        String said = rejected(verdict(server));
        assertTrue(said.length() < 250, said);
    }

    @Test
    void aLongTextThatIsNoJsonIsNotQuoted() {
        server.enqueue(answer(401, "no ".repeat(1000)));
        assertEquals("status 401", rejected(verdict(server)));
    }
}
