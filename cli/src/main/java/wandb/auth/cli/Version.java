package wandb.auth.cli;

import java.lang.module.ModuleDescriptor;
import wandb.auth.cli.message.Messages;

/** The version of this program: that of its module, which the build takes from the project. */
final class Version {

    private Version() {}

    static String line() {
        ModuleDescriptor descriptor = Version.class.getModule().getDescriptor();
        String version = descriptor == null ? "" : descriptor.rawVersion().orElse("");
        return "wandb-auth " + (version.isEmpty() ? Messages.VERSION_UNKNOWN : version);
    }
}
