package wandb.auth.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.IdentityToken;

/**
 * What {@code wandb auth exec} needs from this process: the server's address on one line and the key on the next, or a
 * dash where an identity token stands for a key. The launcher reads them from a pipe, sets the variables and becomes the program; it calls this, people do not.
 */
final class ExecEnvironmentCommand implements Command {

    private static final String NO_KEY = "-";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("wandb auth exec");
        HostOptions.addTo(spec);
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Session session) {
        return KeyHandOut.to(session, arguments, new Lines(session));
    }

    private record Lines(Session session) implements KeyHandOut.Receiver {

        @Override
        public int key(Host host, ApiKey key) {
            return lines(host, key.reveal());
        }

        /** The program finds the token by the variable that we found it by, and exchanges it itself. */
        @Override
        public int identity(Host host, IdentityToken token) {
            return lines(host, NO_KEY);
        }

        private int lines(Host host, String second) {
            session.out().println(host.url());
            session.out().println(second);
            return ExitCode.DONE;
        }
    }
}
