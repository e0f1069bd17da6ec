package wandb.auth.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static wandb.auth.cli.StatusFixture.NETRC;
import static wandb.auth.cli.StatusFixture.status;
import static wandb.auth.cli.StatusFixture.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.cli.StatusFixture;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Rule;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;

class StatusJsonTest {

    @Test
    void isOneLineWithTheServerTheDecisionAndEverySource() {
        String text = new StatusJson(
                        status(
                                step(new Location.Variable("WANDB_API_KEY"), new Outcome.Absent()),
                                step(NETRC, StatusFixture.found(), "Others could read it.")),
                        "https://pages.example.com",
                        Optional.empty())
                .text();

        assertEquals(
                "{\"host\":\"https://wandb.example.com\",\"host_origin\":\"option\",\"host_location\":null,"
                        + "\"web_app\":\"https://pages.example.com\",\"profile\":\"default\","
                        + "\"profile_origin\":\"default\",\"profile_location\":null,\"profile_shadowed_by\":null,\"decision\":\"use\",\"user\":null,\"sdk_uses\":null,\"sdk_differs\":false,\"sdk_location\":null,\"sdk_hook\":null,"
                        + "\"sources\":["
                        + "{\"id\":\"netrc\",\"protection\":\"plaintext\",\"location\":{\"variable\":\"WANDB_API_KEY\"},"
                        + "\"decides\":false,\"outcome\":\"absent\",\"credential\":null,\"problem\":null,"
                        + "\"remedy\":null,\"rule\":null,\"rule_location\":null,\"remarks\":[]},"
                        + "{\"id\":\"netrc\",\"protection\":\"plaintext\",\"location\":{\"file\":\"netrc\",\"line\":12},"
                        + "\"decides\":true,\"outcome\":\"found\",\"credential\":{\"kind\":\"API key\",\"length\":43,"
                        + "\"ending\":\"1234\"},\"problem\":null,\"remedy\":null,\"rule\":null,\"rule_location\":null,\"remarks\":[\"Others could read it.\"]}]}\n",
                text);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                argumentSet("found", StatusFixture.found(), "found", "use"),
                argumentSet("identity token", StatusFixture.foundToken(), "found", "use"),
                argumentSet("absent", new Outcome.Absent(), "absent", "nothing"),
                argumentSet("unusable", StatusFixture.unusable(), "unusable", "blocked"),
                argumentSet("refused", new Outcome.Refused(StatusFixture.RULE), "refused", "blocked"),
                argumentSet("skipped", new Outcome.Skipped(StatusFixture.RULE), "skipped", "nothing"));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void namesEveryOutcomeAndTheDecision(Outcome outcome, String name, String decision) throws JsonProcessingException {
        JsonNode json = read(status(step(NETRC, outcome)));

        assertEquals(name, json.at("/sources/0/outcome").asText());
        assertEquals(decision, json.at("/decision").asText());
        assertEquals(!decision.equals("nothing"), json.at("/sources/0/decides").asBoolean());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void hasTheSameNamesWhateverTheOutcome(Outcome outcome, String name, String decision)
            throws JsonProcessingException {
        List<String> names = new ArrayList<>();
        read(status(step(NETRC, outcome))).at("/sources/0").fieldNames().forEachRemaining(names::add);

        assertEquals(
                List.of(
                        "id",
                        "protection",
                        "location",
                        "decides",
                        "outcome",
                        "credential",
                        "problem",
                        "remedy",
                        "rule",
                        "rule_location",
                        "remarks"),
                names);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void neverHoldsASecret(Outcome outcome, String name, String decision) {
        assertFalse(new StatusJson(status(step(NETRC, outcome)), "https://pages.example.com", Optional.empty())
                .text()
                .contains("topsecret"));
    }

    @Test
    void givesTheProblemAndTheRemedyApart() throws JsonProcessingException {
        JsonNode source = read(status(step(NETRC, StatusFixture.unusable()))).at("/sources/0");

        assertEquals("It is broken.", source.get("problem").asText());
        assertEquals("Fix it.", source.get("remedy").asText());
    }

    @Test
    void givesARuleAndWhereItIsSet() throws JsonProcessingException {
        JsonNode source = read(status(step(NETRC, new Outcome.Refused(StatusFixture.RULE))))
                .at("/sources/0");

        assertEquals("It is off.", source.get("rule").asText());
        assertEquals("policy", source.at("/rule_location/file").asText());
        assertEquals(3, source.at("/rule_location/line").asInt());
    }

    @Test
    void givesNoPlaceForARuleOfThisProgram() throws JsonProcessingException {
        JsonNode source = read(status(step(NETRC, new Outcome.Skipped(Rule.builtIn("It is no key.")))))
                .at("/sources/0");

        assertTrue(source.get("rule_location").isNull());
    }

    static Stream<Arguments> locations() {
        return Stream.of(
                argumentSet("variable", new Location.Variable("NETRC"), "{\"variable\":\"NETRC\"}"),
                argumentSet("file", new Location.File(Path.of("netrc")), "{\"file\":\"netrc\"}"),
                argumentSet("line of a file", NETRC, "{\"file\":\"netrc\",\"line\":12}"),
                argumentSet("another place", new Location.Place("the keychain"), "{\"place\":\"the keychain\"}"));
    }

    @ParameterizedTest
    @MethodSource("locations")
    void tellsKindsOfPlacesApart(Location location, String written) throws JsonProcessingException {
        JsonNode json = read(status(step(location, new Outcome.Absent())));

        assertEquals(written, json.at("/sources/0/location").toString());
    }

    @Test
    void tellsWhatNamedTheServer() throws JsonProcessingException {
        Location place = new Location.File(Path.of("settings"), 2);
        JsonNode json =
                read(status(new HostChoice(StatusFixture.HOST, HostOrigin.SYSTEM_SETTINGS, Optional.of(place))));

        assertEquals("system-settings", json.get("host_origin").asText());
        assertEquals(
                "{\"file\":\"settings\",\"line\":2}", json.get("host_location").toString());
    }

    @Test
    void givesTheNameOfAPlaceUnchangedInsidePlainAscii() throws JsonProcessingException {
        Status status = status(step(new Location.Place(StatusFixture.OUTSIDE), new Outcome.Absent()));

        String text = new StatusJson(status, "https://pages.example.com", Optional.empty()).text();

        assertEquals(
                StatusFixture.OUTSIDE,
                read(status).at("/sources/0/location/place").asText());
        assertEquals(1, text.lines().count());
        assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), text);
    }

    private static JsonNode read(Status status) throws JsonProcessingException {
        return new ObjectMapper()
                .readTree(new StatusJson(status, "https://pages.example.com", Optional.empty()).text());
    }
}
