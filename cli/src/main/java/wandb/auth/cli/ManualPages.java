package wandb.auth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import wandb.auth.cli.reference.CommandModel;
import wandb.auth.cli.reference.ManualPage;

/** Writes the manual pages, while the packages are built. */
public final class ManualPages {

    private ManualPages() {}

    /**
     * Writes a page for each command.
     *
     * @param args the folder to write to, which must exist, and the date of the release (ISO 8601)
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        CommandModel program = CommandTree.of(List.of());
        ManualPage.Edition edition = new ManualPage.Edition(LocalDate.parse(args[1]), Version.line(), program);
        for (CommandModel command : program.all()) {
            ManualPage page = new ManualPage(command, edition);
            Files.writeString(folder.resolve(page.fileName()), page.text());
        }
    }
}
