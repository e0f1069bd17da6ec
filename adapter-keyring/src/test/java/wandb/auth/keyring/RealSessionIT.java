package wandb.auth.keyring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.keyring.message.Messages;

/** Sessions with a real bus and no keychain that could keep a key, and what a lookup prints in one that has it. */
class RealSessionIT {

    @TempDir
    Path home;

    @Test
    void aBusWithoutASecretService() throws Exception {
        try (Desktop desktop = Desktop.withoutKeychain(home)) {
            Given.assertAllFail(Messages.noService().problem(), Given.store(desktop.environment()));
        }
    }

    @Test
    void aSecretServiceWithoutADefaultCollection() throws Exception {
        try (Desktop desktop = Desktop.withoutKeychain(home)) {
            desktop.startEmptyKeychain();
            Given.assertAllFail(Messages.noCollection().problem(), Given.store(desktop.environment()));
        }
    }

    @Test
    void aLookupPrintsNothing() throws Exception {
        try (Desktop desktop = Desktop.withKeychain(home)) {
            String address =
                    desktop.environment().variable("DBUS_SESSION_BUS_ADDRESS").orElseThrow();
            assertEquals("Absent\n", SilenceTest.outputOfLookup(address, 3_600_000));
        }
    }
}
