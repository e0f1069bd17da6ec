package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.config.audit.AuditLine;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Rule;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.AuditEvent;
import wandb.auth.domain.port.Parsed;

/** What {@code docs/policy.md} shows is what the program reads and writes. */
class PolicyDocumentationTest {

    private static final Path PAGE = Path.of("../docs/policy.md");
    private static final String ADMINISTRATORS = "# /etc/wandb/auth.ini\n";
    private static final String USERS = "# ~/.config/wandb/auth.ini\n";

    @TempDir
    private Path folder;

    static List<String> examples() throws IOException {
        return blocks("ini");
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        String[] parts = Files.readString(PAGE).split("```", -1);
        for (int i = 1; i < parts.length; i += 2) {
            if (parts[i].startsWith(language + "\n")) {
                blocks.add(parts[i].substring(language.length() + 1));
            }
        }
        return blocks;
    }

    @Test
    void thereIsAnExampleForEachOfTheUsualAims() throws IOException {
        assertEquals(4, examples().size());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsAPolicy(String example) throws IOException {
        Machine machine = Machine.in(folder);
        boolean isUsers = example.startsWith(USERS);
        assertTrue(isUsers || example.startsWith(ADMINISTRATORS), "whose file it is");
        Machine.write(isUsers ? machine.usersFile() : machine.administratorsFile(), example);
        ResolutionPolicy policy = machine.inForce();
        assertTrue(!policy.equals(ResolutionPolicy.documented()), "it changes something");
        assertInstanceOf(Parsed.Valid.class, machine.configuration().accounts());
    }

    @Test
    void theTableNamesEveryRule() throws IOException {
        Machine machine = Machine.in(folder);
        machine.administrator("[policy]\nx = y\n");
        String known = machine.unreadable().replaceAll("(?s).*the rules are (.*)\\.", "$1");
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("## The rules"), page.indexOf("## Settings of stores"));
        List<String> named = new ArrayList<>();
        for (String line : table.lines().toList()) {
            if (line.startsWith("| `")) {
                named.add(line.substring(3, line.indexOf('`', 3)));
            }
        }
        assertEquals(List.of(known.split(", | and ", -1)), named);
    }

    @Test
    void theLineOfTheAuditTrailIsOneThatWouldBeWritten() throws IOException {
        Machine machine = Machine.in(folder);
        machine.administrator(examples().getFirst());
        Rule rule = machine.inForce().forbidsWriting(ResolutionPolicy.NETRC).orElseThrow();
        String place = rule.setAt().orElseThrow().text().replace(folder.toString(), "");
        AuditEvent event = new AuditEvent(
                AuditEvent.Action.SAVE,
                new Account(Host.parse("https://wandb.example.com"), Profile.DEFAULT),
                Optional.of(new SourceId("netrc")),
                AuditEvent.Result.REFUSED,
                rule.statement() + " (" + place + ")");
        byte[] line = AuditLine.of(Instant.parse("2026-11-21T10:00:09Z"), "alice", event);
        assertEquals(List.of(new String(line, StandardCharsets.US_ASCII)), blocks("json"));
    }
}
