package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.configuration.ConfigurationChange;

/** What a person can get wrong in the sections of accounts. */
class AccountSectionTest {

    @TempDir
    private Path folder;

    /** Why another account cannot be noted. */
    private String note(Machine machine) {
        SavedAccount account = new SavedAccount(
                new Account(Host.parse("https://other.example.com"), Profile.DEFAULT),
                new SourceId("netrc"),
                Optional.empty());
        Parsed.Invalid<?> failed =
                assertInstanceOf(Parsed.Invalid.class, machine.change(new ConfigurationChange.NoteAccount(account)));
        return failed.location().text().replace(folder + "/", "") + ": " + failed.reason();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                argumentSet(
                        "no store",
                        "[account https://api.wandb.ai]\nuser = a\n",
                        "1: " + Messages.accountWithoutStore().problem()),
                argumentSet(
                        "no id",
                        "[account https://api.wandb.ai]\nstore = A\n",
                        "2: " + Messages.noId("store", "A").problem()),
                argumentSet("no server", "[account]\nstore = a\n", "1: The server address is empty."),
                argumentSet(
                        "no address",
                        "[account api.wandb.ai]\nstore = a\n",
                        "1: 'api.wandb.ai' is not a server address: it must start with https:// (or http://)."),
                argumentSet(
                        "no profile",
                        "[account https://a.example.com -x]\nstore = a\n",
                        "1: '-x' is not a profile name: use up to 64 letters, digits, dots, dashes and underscores, not"
                                + " starting with a dash."),
                argumentSet(
                        "too much",
                        "[account https://a.example.com x y]\nstore = a\n",
                        "1: 'x y' is not a profile name: use up to 64 letters, digits, dots, dashes and underscores,"
                                + " not"
                                + " starting with a dash."),
                argumentSet(
                        "the same account",
                        "[account https://api.wandb.ai]\nstore = a\n[account https://api.forge.coreweave.com]\nstore = b\n",
                        "3: " + Messages.accountListedTwice(1).problem()),
                argumentSet("no INI", "x\n", "1: The line precedes the first section."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsLineAndNothingIsWritten(String text, String message) throws IOException {
        Machine machine = Machine.in(folder);
        machine.user(text);
        Parsed.Invalid<?> invalid =
                assertInstanceOf(Parsed.Invalid.class, machine.configuration().accounts());
        String said = folder.relativize(machine.usersFile()) + ":" + message;
        assertEquals(
                said,
                invalid.location().text().replace(folder + "/", "") + ": "
                        + invalid.reason().problem());
        assertEquals(said + " " + invalid.reason().remedy(), note(machine));
        assertEquals(text, Files.readString(machine.usersFile()));
    }
}
