package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.domain.Outcome;
import wandb.auth.keyring.ScriptedService.Reply;
import wandb.auth.keyring.message.Messages;

/**
 * A Secret Service that has an item of the public cloud's name and gives one answer that it must not: what it says is no key, and
 * ends the lookup with a reason, or with none where the item is somebody else's.
 */
@Timeout(600)
class HostileServiceIT {

    private static final String PROBLEM = Messages.serviceMisunderstood().problem();
    private static final String COLLECTION = "/org/freedesktop/secrets/collection/login";
    private static final DBusPath SESSION = new DBusPath("/org/freedesktop/secrets/session/s1");
    private static final List<Byte> BLOCK = bytes(16, 7);

    @TempDir
    Path home;

    private Desktop desktop;

    @BeforeEach
    void start() throws Exception {
        desktop = Desktop.withoutKeychain(home);
    }

    @AfterEach
    void stop() {
        if (desktop != null) {
            desktop.close();
        }
    }

    private static List<Byte> bytes(int count, int value) {
        return Collections.nCopies(count, (byte) value);
    }

    private static Reply variant(String type, Object value) {
        return Reply.Values.of("v", (Object) new Object[] {type, value});
    }

    private static Reply items(int count) {
        return Reply.Values.of(
                "ao",
                Stream.iterate(1, number -> number + 1)
                        .limit(count)
                        .map(number -> new DBusPath(COLLECTION + "/" + number))
                        .toList());
    }

    private static Reply session(String type, Object key) {
        return Reply.Values.of("vo", new Object[] {type, key}, SESSION);
    }

    private static Reply secret(Object... struct) {
        return Reply.Values.of("(oayays)", (Object) struct);
    }

    private static Reply attributes(String... more) {
        Map<String, String> attributes = new HashMap<>(
                Map.of("service", "wandb:https://api.wandb.ai", "account", "default", "username", "default"));
        for (int i = 0; i < more.length; i += 2) {
            attributes.put(more[i], more[i + 1]);
        }
        return variant("a{ss}", attributes);
    }

    /** All but the key, which would need the number that the other side draws. */
    private static Reply proper(String question) {
        return switch (question) {
            case "Get Collections" -> variant("ao", List.of(new DBusPath(COLLECTION)));
            case "Get Locked" -> variant("b", false);
            case "Get Attributes" -> attributes();
            case "Get Modified" -> variant("t", new UInt64(1));
            case "SearchItems" -> items(1);
            case "OpenSession" -> session("ay", bytes(1, 2));
            case "GetSecret" -> secret(SESSION, BLOCK, List.of(), "text/plain");
            default -> new Reply.Failure("com.example.Unexpected");
        };
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                argumentSet("collections that are texts", "Get Collections", variant("as", List.of(COLLECTION))),
                argumentSet("collections that are one", "Get Collections", variant("o", new DBusPath(COLLECTION))),
                argumentSet("collections without a variant", "Get Collections", Reply.Values.of("as", List.of("a"))),
                argumentSet("items that are texts", "SearchItems", Reply.Values.of("as", List.of(COLLECTION + "/1"))),
                argumentSet("items that are none", "SearchItems", Reply.Values.of("s", "")),
                argumentSet("items and more", "SearchItems", Reply.Values.of("aoao", List.of(), List.of())),
                argumentSet("attributes that are a text", "Get Attributes", variant("s", "service")),
                argumentSet("attributes that are numbers", "Get Attributes", variant("a{su}", Map.of())),
                argumentSet("attributes that are a list", "Get Attributes", variant("as", List.of("service"))),
                argumentSet("a lock that is a text", "Get Locked", variant("s", "no")),
                argumentSet("no session", "OpenSession", Reply.Values.of("s", "")),
                argumentSet("half a session", "OpenSession", variant("ay", bytes(128, 1))),
                argumentSet("a public key that is a text", "OpenSession", session("s", "key")),
                argumentSet("a public key of other numbers", "OpenSession", session("as", List.of("1"))),
                argumentSet("a public key that is empty", "OpenSession", session("ay", List.of())),
                argumentSet("the public key 0", "OpenSession", session("ay", bytes(128, 0))),
                argumentSet("the public key 1", "OpenSession", session("ay", bytes(1, 1))),
                argumentSet("a public key beyond the group", "OpenSession", session("ay", bytes(128, 255))),
                argumentSet("a public key of a megabyte", "OpenSession", session("ay", bytes(1 << 20, 3))),
                argumentSet("a secret that is a text", "GetSecret", Reply.Values.of("s", "0123456789".repeat(4))),
                argumentSet("a secret without a type", "GetSecret", Reply.Values.of("(oayay)", (Object)
                        new Object[] {SESSION, BLOCK, BLOCK})),
                argumentSet("a secret in the clear", "GetSecret", secret(SESSION, List.of(), bytes(40, 'a'), "")),
                argumentSet("a short vector", "GetSecret", secret(SESSION, bytes(5, 7), BLOCK, "text/plain")),
                argumentSet("a long vector", "GetSecret", secret(SESSION, bytes(17, 7), BLOCK, "text/plain")),
                argumentSet("half a block", "GetSecret", secret(SESSION, BLOCK, bytes(8, 7), "text/plain")),
                argumentSet("blocks and a half", "GetSecret", secret(SESSION, BLOCK, bytes(40, 7), "text/plain")));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatMustNotBeEndsTheLookup(String question, Reply answer) throws Exception {
        assertEquals(PROBLEM, Given.problem(found(asked -> asked.equals(question) ? answer : proper(asked))));
    }

    static Stream<Arguments> itemsOfOthers() {
        return Stream.of(
                argumentSet("of another server", attributes("service", "wandb:https://wandb.example.com")),
                argumentSet("of another profile", attributes("account", "work")),
                argumentSet("of another schema", attributes("xdg:schema", "org.example.Other")),
                argumentSet("of another application", attributes("application", "Other")),
                argumentSet("of nobody", variant("a{ss}", Map.of())));
    }

    @ParameterizedTest
    @MethodSource("itemsOfOthers")
    void anItemThatIsNotOursIsNone(Reply attributes) throws Exception {
        assertInstanceOf(
                Outcome.Absent.class,
                found(asked -> asked.equals("Get Attributes")
                        ? attributes
                        : asked.equals("ReadAlias") ? Reply.Values.of("o", new DBusPath(COLLECTION)) : proper(asked)));
    }

    @ParameterizedTest
    @MethodSource("times")
    void aTimeThatIsNoneEndsTheLookupWhereTimesDecide(Reply time) throws Exception {
        assertEquals(PROBLEM, Given.problem(found(asked -> switch (asked) {
            case "SearchItems" -> items(2);
            case "Get Modified" -> time;
            default -> proper(asked);
        })));
    }

    static Stream<Arguments> times() {
        return Stream.of(
                argumentSet("a text", variant("s", "now")),
                argumentSet("a signed number", variant("x", Long.MIN_VALUE)));
    }

    private Outcome found(Function<String, Reply> script) throws Exception {
        try (ScriptedService hostile = new ScriptedService(desktop, script)) {
            Outcome outcome = Given.store(desktop.environment())
                    .find(Given.query(Given.account("https://api.wandb.ai")))
                    .outcome();
            assertTrue(hostile.calls().size() > 1, hostile.calls()::toString);
            return outcome;
        }
    }
}
