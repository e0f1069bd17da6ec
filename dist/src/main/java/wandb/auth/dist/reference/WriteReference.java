package wandb.auth.dist.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import wandb.auth.domain.spi.StoreProvider;

/**
 * Writes what is made from the commands: the completion scripts, with the stores that are installed in the image that this
 * runs in, and the manual pages.
 */
public final class WriteReference {

    private WriteReference() {}

    /**
     * Writes files {@code completion.SHELL} and {@code own-completion.SHELL} for each shell and a page {@code *.1} for each command.
     *
     * @param args the folder to write to, which must exist, the date of the release (ISO 8601), and the name and version
     *     of the program
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        CommandModel program = CommandModels.of(stores());
        CommandModel ownName = CommandModels.underOwnName(stores());
        for (Shell shell : Shell.values()) {
            Files.writeString(folder.resolve("completion." + shell.id()), shell.script(program));
            Files.writeString(folder.resolve("own-completion." + shell.id()), shell.script(ownName));
        }
        CommandModel commands = CommandModels.of(List.of());
        ManualPage.Edition edition = new ManualPage.Edition(LocalDate.parse(args[1]), args[2], commands);
        for (CommandModel command : commands.all()) {
            ManualPage page = new ManualPage(command, edition);
            Files.writeString(folder.resolve(page.fileName()), page.text());
        }
    }

    private static List<String> stores() {
        List<String> stores = new ArrayList<>();
        for (StoreProvider store : ServiceLoader.load(StoreProvider.class)) {
            stores.add(store.id().value());
        }
        stores.sort(null);
        return stores;
    }
}
