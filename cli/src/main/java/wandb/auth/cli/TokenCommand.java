package wandb.auth.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wandb auth token}: the key itself on standard output, and nothing else. */
final class TokenCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("wandb auth token");
        HostOptions.addTo(spec);
        spec.usageMessage().description("Prints the API key of this machine, for a program that needs it.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Session session) {
        return KeyHandOut.to(session, arguments, (host, key) -> session.out().println(key.reveal()));
    }
}
