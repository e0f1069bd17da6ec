package wandb.auth.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.KeyPlace;
import wandb.auth.domain.port.account.SavedAccount;
import wandb.auth.domain.port.configuration.Configuration;
import wandb.auth.domain.port.configuration.ConfigurationChange.ForgetAccounts;
import wandb.auth.domain.port.configuration.ConfigurationChange.NoteAccount;

/** The stores that an account was noted with before its present one. */
class EarlierPlacesTest extends OnAMachine {

    private static final Account CLOUD = new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT);

    private Path file() {
        return machine.usersFolder().resolve("auth.places");
    }

    private void note(String store) {
        note(machine.configuration(), store);
    }

    private void note(Configuration read, String store) {
        NoteAccount change = new NoteAccount(new SavedAccount(CLOUD, new SourceId(store), Optional.empty()));
        assertInstanceOf(
                Parsed.Valid.class, new FileConfiguration(machine.files()).change(machine.environment(), read, change));
    }

    private List<String> earlier() {
        List<String> stores = new ArrayList<>();
        Parsed<List<KeyPlace>> places = new FileConfiguration(machine.files()).earlierPlaces(machine.environment());
        if (!(places instanceof Parsed.Valid<List<KeyPlace>> valid)) {
            throw new AssertionError(places.toString());
        }
        for (KeyPlace place : valid.value()) {
            assertTrue(place.account().isSameAccount(CLOUD));
            stores.add(place.store().value());
        }
        return stores;
    }

    private Optional<?> forget(String store) {
        return new FileConfiguration(machine.files())
                .forgetEarlierPlaces(machine.environment(), List.of(new KeyPlace(CLOUD, new SourceId(store))));
    }

    @Test
    void areNotWrittenForAnAccountThatWasAlwaysInOneStore() {
        note("helper:f");
        note("helper:f");
        assertEquals(List.of(), earlier());
        assertFalse(Files.exists(file()));
    }

    @Test
    void areAllKeptUntilTheyAreForgotten() throws IOException {
        note("helper:f");
        note("keyring");
        note("netrc");
        note("helper:f");
        machine.change(new ForgetAccounts(List.of(new KeyPlace(CLOUD, new SourceId("helper:f")))));
        assertEquals("[account https://api.wandb.ai]\nstores = helper:f, keyring\n", Files.readString(file()));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));

        assertEquals(Optional.empty(), forget("helper:f"));
        assertEquals(List.of("keyring"), earlier());
        assertEquals(Optional.empty(), forget("keyring"));
        assertEquals(List.of(), earlier());
    }

    @Test
    void areForgottenTogether() throws IOException {
        Machine.write(file(), """
                [account https://api.wandb.ai]
                stores = helper:f, keyring

                [account https://wandb.example.com]
                stores = vault,keyring

                [account https://wandb.example.com work]
                stores = vault,helper:f
                """);
        Account server = new Account(Host.parse("https://wandb.example.com"), Profile.DEFAULT);
        List<KeyPlace> places = List.of(
                new KeyPlace(CLOUD, new SourceId("helper:f")),
                new KeyPlace(CLOUD, new SourceId("keyring")),
                new KeyPlace(CLOUD, new SourceId("netrc")),
                new KeyPlace(server, new SourceId("vault")),
                new KeyPlace(new Account(server.host(), new Profile("other")), new SourceId("vault")));

        assertEquals(
                Optional.empty(),
                new FileConfiguration(machine.files()).forgetEarlierPlaces(machine.environment(), places));
        assertEquals("""

                [account https://wandb.example.com]
                stores = keyring

                [account https://wandb.example.com work]
                stores = vault,helper:f
                """, Files.readString(file()));
    }

    @Test
    void keepTheStoreThatAnotherRunNotedSinceTheFileWasRead() {
        Configuration read = machine.configuration();
        note("helper:f");
        note(read, "keyring");
        assertEquals(List.of("helper:f"), earlier());
    }

    @Test
    void keepWhatALaterVersionWrote() throws IOException {
        String later = """
                [account https://api.wandb.ai a b]
                stores = x
                [new]
                a = b
                [account https://api.wandb.ai]
                since = 2027
                stores = of!a!kind, vault
                """;
        Machine.write(file(), later);
        note("helper:f");
        note("netrc");
        assertEquals(List.of("vault", "helper:f"), earlier());
        assertEquals(later.replace("vault", "vault, helper:f"), Files.readString(file()));
    }

    @Test
    void areUnknownWhereTheFileCannotBeRead() throws IOException {
        Machine.write(file(), "no section\n");
        Parsed.Invalid<?> invalid = assertInstanceOf(
                Parsed.Invalid.class, new FileConfiguration(machine.files()).earlierPlaces(machine.environment()));
        assertEquals(file() + ":1", invalid.location().text());
    }
}
