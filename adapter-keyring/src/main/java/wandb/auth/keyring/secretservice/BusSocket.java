package wandb.auth.keyring.secretservice;

import wandb.auth.domain.TerminalSafe;

/**
 * A Unix socket at which a session bus may listen.
 *
 * @param name its path, or the name of an abstract one
 */
record BusSocket(String name, boolean isAbstract) {

    /** How messages name it. */
    String text() {
        return TerminalSafe.whole(isAbstract ? "unix:abstract=" + name : name);
    }
}
