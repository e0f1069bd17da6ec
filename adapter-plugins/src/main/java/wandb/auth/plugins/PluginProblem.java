package wandb.auth.plugins;

import wandb.auth.domain.Printable;
import wandb.auth.domain.Reason;

/** Why a plugin cannot be used. Its message quotes nothing that the plugin said. */
final class PluginProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    PluginProblem(String problem, String remedy) {
        super(problem);
        this.reason = new Reason(Printable.of(problem), remedy);
    }

    Reason reason() {
        return reason;
    }
}
