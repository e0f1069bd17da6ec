package wandb.auth.domain.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.Location;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Revision;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.Terminal;
import wandb.auth.domain.policy.Resolution;

/** A marked secret goes through every value that can hold one; no text of theirs shows it. */
class SecretsStayHiddenTest {

    /** No part of the ending that a summary shows. */
    private static final String MARK = "S3CR3TMARK";

    private static final String KEY = MARK.repeat(5) + "abcd";
    private static final String TOKEN = "e30.e30." + MARK + MARK + MARK + "abcd";

    private static void assertHidden(String text) {
        assertFalse(text.toUpperCase(Locale.ROOT).contains(MARK), text);
    }

    @TestFactory
    List<DynamicTest> noTextOfAValueHoldsTheSecret() {
        ApiKey key = ApiKey.parse(KEY);
        IdentityToken token = IdentityToken.parse(TOKEN).orElseThrow();
        Revision revision = Revision.of(KEY);
        Outcome found = new Outcome.Found(key, revision);
        Location place = new Location.Place("a test");
        Finding finding = new Finding(place, found);
        Account account = new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT);
        Resolution.Step step = new Resolution.Step(new SourceId("netrc"), Protection.PLAINTEXT, finding);
        Resolution resolution = new Resolution(account, List.of(step));
        Environment environment = new Environment(
                Map.of("WANDB_API_KEY", KEY), Optional.empty(), Path.of("/"), OperatingSystem.LINUX, Terminal.NONE);
        List<Object> values = List.of(
                key,
                key.summary(),
                ApiKey.parse(TOKEN),
                token,
                token.summary(),
                revision,
                found,
                new Outcome.Found(token, revision),
                finding,
                new Precondition.Exactly(revision),
                new Saved.Stored(place, revision, List.of()),
                step,
                resolution,
                resolution.decision(),
                environment,
                new StoreConfig(Map.of("token", KEY)),
                new Query(account, Interaction.NONE, Deadline.after(Duration.ofSeconds(1), 0)));
        List<DynamicTest> tests = new ArrayList<>();
        for (Object value : values) {
            tests.add(dynamicTest(value.getClass().getSimpleName(), () -> assertHidden(value.toString())));
        }
        return tests;
    }

    @Test
    void whatIsShownInsteadTellsTheKindOfValue() {
        assertEquals("ApiKey[***]", ApiKey.parse(KEY).toString());
        assertEquals(
                "IdentityToken[***]", IdentityToken.parse(TOKEN).orElseThrow().toString());
        assertEquals("Revision[...]", Revision.of(KEY).toString());
        assertEquals("Section[token]", new StoreConfig(Map.of("token", KEY)).toString());
        Environment environment = new Environment(
                Map.of("WANDB_API_KEY", KEY), Optional.empty(), Path.of("/"), OperatingSystem.LINUX, Terminal.NONE);
        assertTrue(environment.toString().startsWith("Environment[home=Optional.empty, workingDirectory=/, "));
    }

    @TestFactory
    List<DynamicTest> noExceptionHoldsTheSecret() {
        String broken = KEY + " ";
        return List.of(
                dynamicTest("key with a blank", () -> assertHiddenInThrown(() -> ApiKey.parse(broken))),
                dynamicTest("key that is cut", () -> assertHiddenInThrown(() -> ApiKey.parse(KEY.substring(20)))),
                dynamicTest("key with a quote", () -> assertHiddenInThrown(() -> ApiKey.parse("'" + KEY + "'"))),
                dynamicTest("token with a line end", () -> assertHiddenInThrown(() -> ApiKey.parse(TOKEN + "\n"))),
                dynamicTest("key as host", () -> assertHiddenInThrown(() -> Host.parse(KEY))),
                dynamicTest("key with a blank as host", () -> assertHiddenInThrown(() -> Host.parse(broken))),
                dynamicTest(
                        "key as password of a host",
                        () -> assertHiddenInThrown(() -> Host.parse("https://api:" + KEY + "@api.wandb.ai"))),
                dynamicTest(
                        "key as port of a host",
                        () -> assertHiddenInThrown(() -> Host.parse("https://api.wandb.ai:" + KEY))),
                dynamicTest("key as profile", () -> assertHiddenInThrown(() -> new Profile(KEY + KEY))),
                dynamicTest("key as store", () -> assertHiddenInThrown(() -> new SourceId(KEY))));
    }

    private static void assertHiddenInThrown(Runnable parse) {
        RuntimeException thrown = assertThrows(RuntimeException.class, parse::run);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        assertHidden(trace.toString());
    }
}
