package wandb.auth.cli.reference;

import java.io.PrintStream;
import java.lang.module.ModuleDescriptor;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.terminal.ProgramName;
import wandb.auth.domain.Environment;

/** {@code wandb version}: the same as {@code --version}. */
public final class VersionCommand implements TextCommand {

    /** The program's name and the version of its module, which the build takes from the project. */
    public static String line() {
        ModuleDescriptor descriptor = VersionCommand.class.getModule().getDescriptor();
        String version = descriptor == null ? "" : descriptor.rawVersion().orElse("");
        return "wandb-auth " + (version.isEmpty() ? Messages.VERSION_UNKNOWN : version);
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of("Prints the name and the version of this program, as --version does.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Show which version this is", "wandb version"),
                new Example("The same, for scripts that ask every program this way", "wandb --version"));
    }

    @Override
    public int print(ParseResult arguments, Environment environment, ProgramName program, PrintStream out) {
        out.println(line());
        return ExitCode.DONE;
    }
}
