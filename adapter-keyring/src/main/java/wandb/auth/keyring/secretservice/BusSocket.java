package wandb.auth.keyring.secretservice;

import wandb.auth.domain.TerminalSafe;

/**
 * A Unix socket at which a session bus may listen.
 *
 * @param name its path; or its name where it is in no folder (unix(7), "abstract")
 * @param isAbstract whether it is in no folder
 */
record BusSocket(String name, boolean isAbstract) {

    /** How messages name it. */
    String text() {
        return TerminalSafe.whole(isAbstract ? "unix:abstract=" + name : name);
    }
}
