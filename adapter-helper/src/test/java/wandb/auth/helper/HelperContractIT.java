package wandb.auth.helper;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.domain.spi.StoreProvider;
import wandb.auth.testkit.CredentialStoreContract;
import wandb.auth.testkit.Limit;
import wandb.auth.testkit.Surroundings;

/**
 * The contract of a store, held by a helper that keeps each credential in a file named by its address. That a helper never
 * answers is no matter of its availability, which starts nothing: {@link HelperStoreIT} and {@link ProgramRunIT} have it.
 */
class HelperContractIT extends CredentialStoreContract {

    /** Starts as few programs as it can: it is run some thousand times. */
    private static final String KEEPER = """
            IFS= read -r input
            case $1 in
                store) address=${input#*'"ServerURL":"'}; address=${address%%'"'*} ;;
                *) address=$input ;;
            esac
            item=FOLDER/$address.item
            case $1 in
                get)
                    [ -e "$item" ] || { echo 'credentials not found in native keychain'; exit 1; }
                    IFS= read -r credential < "$item"
                    printf '%s\\n' "$credential" ;;
                store)
                    mkdir -p "${item%/*}"
                    printf '%s\\n' "$input" > "$item" ;;
                erase) rm -f "$item" ;;
            esac""";

    @TempDir
    private Path folder;

    @BeforeEach
    void install() throws IOException {
        String items = folder.resolve("items").toString();
        Workbench.script(folder, "docker-credential-keeper", KEEPER.replace("FOLDER", items));
    }

    @Override
    protected StoreProvider provider() {
        return new HelperProvider("keeper");
    }

    @Override
    protected Surroundings usable() {
        return in(folder);
    }

    /** Somebody has removed the helper. */
    @Override
    protected Surroundings unavailable() {
        return in(folder.resolve("empty"));
    }

    private Surroundings in(Path programs) {
        return Surroundings.of(folder, Map.of("PATH", "/usr/bin:/bin"), Map.of("folder", programs.toString()));
    }

    /** The protocol has no condition for a change. */
    @Override
    protected Set<Limit> limits() {
        return Set.of(Limit.NO_COMPARE_AND_SET);
    }
}
