package wandb.auth.domain.port.sdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;

/** Finds the programs that this shell can mean by a name of ours. A port that only modules of this project implement. */
public interface ProgramLocator {

    /** The programs {@code wandb} and {@code wandb-auth} on PATH, in the order in which the shell looks. */
    List<Program> locate(Environment environment);

    /** Whose a program is. */
    enum Owner {
        /** Of this project. */
        OURS,
        /** The Python SDK's. */
        SDK,
        /** Of somebody else. */
        OTHER
    }

    /**
     * A program on PATH.
     *
     * @param path where it is, by the folder on PATH
     * @param version the SDK's version, where that is known
     */
    record Program(Path path, Owner owner, Optional<InstalledSdk.Version> version) {

        /** Whether it is called so; a program of Windows has an ending besides. */
        public boolean isNamed(String name) {
            String file = String.valueOf(path.getFileName());
            int dot = file.lastIndexOf('.');
            return name.equals(dot < 0 ? file : file.substring(0, dot));
        }
    }
}
