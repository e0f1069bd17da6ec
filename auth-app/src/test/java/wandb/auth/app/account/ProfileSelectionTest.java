package wandb.auth.app.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Messages;
import wandb.auth.app.account.ProfileSelection.Selected;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.account.ProfileChoice;
import wandb.auth.domain.port.account.ProfileOrigin;

class ProfileSelectionTest {

    private static final Location PLACE = new Location.File(Path.of("/project/wandb/auth.ini"), 2);

    private static Selected where(Parsed<ProfileChoice> configured) {
        return new ProfileSelection(configured).configured();
    }

    @Test
    void keepsWhatChoseTheProfile() {
        ProfileChoice choice = new ProfileChoice(new Profile("work"), ProfileOrigin.WORKSPACE_FILE, Optional.of(PLACE));

        assertEquals(new Selected.Chosen(choice), where(new Parsed.Valid<>(choice)));
    }

    @Test
    void doesNotGoOnWithoutAFileThatMayChoose() {
        Reason broken = new Reason("It is broken.", "Fix it.");
        Selected.Invalid invalid = assertInstanceOf(Selected.Invalid.class, where(new Parsed.Invalid<>(PLACE, broken)));

        assertEquals(PLACE, invalid.location());
        assertEquals(Messages.unknownProfile(broken), invalid.reason());
    }
}
