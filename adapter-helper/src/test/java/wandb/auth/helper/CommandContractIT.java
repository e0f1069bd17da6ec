package wandb.auth.helper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Limit;
import wandb.auth.testkit.Surroundings;

/** The contract of a store, held by three command lines over a shell script that keeps each key in a file. */
class CommandContractIT extends CredentialStoreContract {

    /** Starts as few programs as it can: it is run some thousand times. A key is there whole, or not at all. */
    private static final String KEEPER = """
            item=${0%/*}/items/$2/profile/$3
            case $1 in
                read)
                    [ -f "$item" ] || exit 44
                    IFS= read -r key < "$item"
                    printf '%s\\n' "$key" ;;
                save)
                    IFS= read -r key
                    [ -d "${item%/*}" ] || mkdir -p "${item%/*}"
                    printf '%s\\n' "$key" > "$item.$$" && mv "$item.$$" "$item" ;;
                erase) rm "$item" ;;
            esac""";

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        Workbench.script(folder, "keeper", KEEPER);
    }

    @Override
    protected StoreProvider provider() {
        return new CommandProvider();
    }

    @Override
    protected Surroundings usable() {
        return running("keeper");
    }

    /** Somebody removes the program after it was found. */
    @Override
    protected Surroundings unavailable() {
        try {
            Workbench.script(folder, CommandProvider.LEAVING, "exit 44");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return running(CommandProvider.LEAVING);
    }

    private Surroundings running(String program) {
        return Surroundings.of(
                folder,
                Map.of("PATH", "/usr/bin:/bin"),
                CommandProvider.settings(folder.resolve(program).toString()));
    }

    /** A command has no condition for a change; what holds two dots is no argument of one. */
    @Override
    protected Set<Limit> limits() {
        return Set.of(Limit.NO_COMPARE_AND_SET, Limit.NO_DOTTED_NAMES);
    }
}
