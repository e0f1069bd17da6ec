package wandb.auth.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * What {@code wandb auth exec} needs from this process: the server's address on one line and the key on the next. The
 * launcher reads them from a pipe, sets the variables and becomes the program; it calls this, people do not.
 */
final class ExecEnvironmentCommand implements Command {

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("wandb auth exec");
        HostOptions.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Session session) {
        return KeyHandOut.to(session, arguments, (host, key) -> {
            session.out().println(host.url());
            session.out().println(key.reveal());
        });
    }
}
