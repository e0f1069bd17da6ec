package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Protection;
import wandb.auth.domain.spi.StoreConfig;

/** A provider is made and opened by runs that never use its store: that costs nothing and cannot fail. */
abstract class OpeningContract {

    private final Opened opened;

    @TempDir
    private Path folder;

    OpeningContract(Opened opened) {
        this.opened = opened;
    }

    @Test
    void itsIdStaysTheSame() {
        assertEquals(
                opened.contract().provider().id(), opened.contract().provider().id());
    }

    @Test
    void itOpensWithoutTouchingAFile() throws IOException {
        Environment environment = opened.contract().usable().environment();
        FileSystem files = FileSystems.newFileSystem(folder.resolve("none.zip"), Map.of("create", "true"));
        Path nowhere = files.getPath("/home");
        files.close(); // from here on every look into it throws
        Environment closed = new Environment(
                environment.variables(),
                Optional.of(nowhere),
                nowhere,
                environment.operatingSystem(),
                environment.terminal());
        assertNotNull(
                opened.open(new Surroundings(closed, opened.contract().usable().section())));
    }

    @Test
    void itOpensWhereItsPlaceIsNotThere() {
        assertNotNull(opened.open(opened.contract().unavailable()));
    }

    @Test
    void itOpensWithoutAHomeOrAVariableOrASetting() throws IOException {
        Environment usable = opened.contract().usable().environment();
        Environment bare = new Environment(
                Map.of(),
                Optional.empty(),
                Files.createDirectories(folder.resolve("work")),
                usable.operatingSystem(),
                usable.terminal());
        assertNotNull(opened.open(new Surroundings(bare, StoreConfig.EMPTY)));
    }

    @Test
    void howWellItProtectsAKeyDependsOnNothing() {
        Protection protection = opened.store().protection();
        assertEquals(protection, opened.open(opened.contract().unavailable()).protection());
        assertEquals(protection, opened.store().protection());
    }
}
