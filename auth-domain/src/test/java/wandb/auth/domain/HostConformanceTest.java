package wandb.auth.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wandb.auth.domain.InvalidHostException.Problem;

/** Which addresses are accepted and what becomes of them, as recorded from the SDK. */
class HostConformanceTest {

    @TestFactory
    List<DynamicTest> addresses() {
        return RecordedCases.load("hosts", "cases").tests(HostConformanceTest::difference);
    }

    @TestFactory
    List<DynamicTest> addressesOfThePagesForPeople() {
        return RecordedCases.load("hosts", "app_url_cases").tests(recorded -> {
            Host host = Host.parse(recorded.get("url").asText());
            ObjectNode different = RecordedCases.noDifference();
            compare(different, recorded, "app_url", host.appUrl(environment(recorded.get("env"))));
            compare(different, recorded, "base_url_from_settings", host.url());
            return different;
        });
    }

    private static ObjectNode difference(JsonNode recorded) {
        boolean acceptedByPeer = recorded.get("accepted").asBoolean();
        ObjectNode different = RecordedCases.noDifference();
        try {
            Host host = Host.parse(recorded.get("url").asText());
            if (!acceptedByPeer) {
                different.put("accepted", true);
            }
            compare(different, recorded, "stored_url", host.url());
            compare(different, recorded, "app_url", host.appUrl());
            compare(different, recorded, "netrc_machine", host.machine());
        } catch (InvalidHostException e) {
            if (acceptedByPeer) {
                different.put("accepted", false);
            }
            if (!means(recorded.get("problem").asText(), e.problem())) {
                different.put("problem", e.problem().name());
            }
        }
        return different;
    }

    private static void compare(ObjectNode different, JsonNode recorded, String field, String ours) {
        if (!ours.equals(recorded.path(field).asText())) {
            different.put(field, ours);
        }
    }

    /** The SDK's parser tells other things apart than ours does; for the rest both have one kind. */
    private static boolean means(String recorded, Problem ours) {
        return switch (recorded) {
            case "not-a-url", "sloppy-url" -> ours == Problem.NOT_A_URL || ours == Problem.BAD_CHARACTERS;
            case "wrong-scheme" -> ours == Problem.WRONG_SCHEME;
            case "app-address-instead-of-api" -> ours == Problem.APP_ADDRESS;
            case "cloud-needs-https" -> ours == Problem.CLOUD_NEEDS_HTTPS;
            default -> false;
        };
    }

    private static Environment environment(JsonNode variables) {
        Map<String, String> map = new HashMap<>();
        for (Map.Entry<String, JsonNode> variable : variables.properties()) {
            map.put(variable.getKey(), variable.getValue().asText());
        }
        return new Environment(map, Optional.empty(), Path.of("/"), OperatingSystem.LINUX, Terminal.NONE);
    }
}
