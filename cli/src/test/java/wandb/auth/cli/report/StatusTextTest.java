package wandb.auth.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;
import static wandb.auth.cli.StatusFixture.NETRC;
import static wandb.auth.cli.StatusFixture.status;
import static wandb.auth.cli.StatusFixture.step;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.app.status.ShowStatus.Status;
import wandb.auth.cli.StatusFixture;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Rule;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;

class StatusTextTest {

    @Test
    void showsTheServerEverySourceInOrderAndWhichOneWins() {
        String text = textOf(status(
                step(new Location.Variable("WANDB_API_KEY"), new Outcome.Absent()),
                step(NETRC, StatusFixture.found(), "Others could read it.")));

        assertEquals("""
                Server    https://wandb.example.com (--host)
                Web app   https://pages.example.com
                Profile   default
                Login     API key, 43 characters, ending in 1234, from netrc:12

                Sources consulted, in order:
                    1 netrc: WANDB_API_KEY
                        nothing there
                  > 2 netrc: netrc:12
                        found: API key, 43 characters, ending in 1234
                        Note: Others could read it.
                """, text);
    }

    static Stream<Arguments> outcomes() {
        return Stream.of(
                argumentSet("found", StatusFixture.found(), "found: API key, 43 characters, ending in 1234"),
                argumentSet(
                        "identity token",
                        StatusFixture.foundToken(),
                        "found: identity token, 48 characters, ending in ture"),
                argumentSet("absent", new Outcome.Absent(), Messages.STATUS_ABSENT),
                argumentSet("unusable", StatusFixture.unusable(), "cannot be used: It is broken. Fix it."),
                argumentSet(
                        "refused", new Outcome.Refused(StatusFixture.RULE), Messages.statusRefused(StatusFixture.RULE)),
                argumentSet(
                        "skipped by an administrator",
                        new Outcome.Skipped(StatusFixture.RULE),
                        Messages.skipped(StatusFixture.RULE)),
                argumentSet(
                        "skipped by a rule of this program",
                        new Outcome.Skipped(Rule.builtIn("It is no key.")),
                        "skipped: It is no key."));
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void tellsEveryOutcomeInWords(Outcome outcome, String words) {
        String text = textOf(status(step(NETRC, outcome)));

        assertTrue(text.endsWith("netrc: netrc:12\n        " + words + "\n"), text);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void neverShowsASecret(Outcome outcome, String words) {
        assertFalse(textOf(status(step(NETRC, outcome))).contains("topsecret"));
    }

    static Stream<Arguments> logins() {
        return Stream.of(
                argumentSet("unusable", StatusFixture.unusable(), Messages.statusLoginBlocked(NETRC)),
                argumentSet("refused", new Outcome.Refused(StatusFixture.RULE), Messages.statusLoginBlocked(NETRC)),
                argumentSet(
                        "absent", new Outcome.Absent(), Messages.statusLoginNone("save a key with: wandb login KEY")));
    }

    @ParameterizedTest
    @MethodSource("logins")
    void saysWhatALoginComesToWithoutACredential(Outcome outcome, String login) {
        String text = textOf(status(step(NETRC, outcome)));

        assertTrue(text.contains("\nLogin     " + login + "\n"), text);
    }

    static Stream<Arguments> origins() {
        Location variable = new Location.Variable("WANDB_BASE_URL");
        Location file = new Location.File(Path.of("settings"), 2);
        return Stream.of(
                argumentSet("option", HostOrigin.OPTION, Optional.empty(), "--host"),
                argumentSet("cloud", HostOrigin.CLOUD_OPTION, Optional.empty(), "--cloud"),
                argumentSet("default", HostOrigin.DEFAULT, Optional.empty(), Messages.CHOSEN_BY_DEFAULT),
                argumentSet("variable", HostOrigin.VARIABLE, Optional.of(variable), "WANDB_BASE_URL"),
                argumentSet("workspace", HostOrigin.WORKSPACE_SETTINGS, Optional.of(file), "settings:2"),
                argumentSet("system", HostOrigin.SYSTEM_SETTINGS, Optional.of(file), "settings:2"));
    }

    @ParameterizedTest
    @MethodSource("origins")
    void saysWhatNamedTheServer(HostOrigin origin, Optional<Location> location, String words) {
        String text = textOf(status(new HostChoice(StatusFixture.HOST, origin, location)));

        assertTrue(text.startsWith("Server    https://wandb.example.com (" + words + ")\n"), text);
    }

    static Stream<Arguments> placesThatWouldActOnTheTerminal() {
        return Stream.of(
                argumentSet(
                        "file",
                        new Location.File(Path.of(StatusFixture.OUTSIDE_IN_ANY_LOCALE), 1),
                        "\\x1b[31mred\\x0a:1\n"),
                argumentSet(
                        "variable", new Location.Variable(StatusFixture.OUTSIDE), "\\x1b[31mred\\x0a\\u202e\\u2028\n"),
                argumentSet("another", new Location.Place(StatusFixture.OUTSIDE), "\\x1b[31mred\\x0a\\u202e\\u2028\n"));
    }

    @ParameterizedTest
    @MethodSource("placesThatWouldActOnTheTerminal")
    void escapesWhatWouldActOnTheTerminal(Location location, String written) {
        String text = textOf(status(step(location, StatusFixture.found())));

        assertTrue(text.contains(written), text);
        assertTrue(text.chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), text);
    }

    private static String textOf(Status status) {
        return new StatusText(status, "https://pages.example.com", "save a key with: wandb login KEY").text();
    }
}
