package wandb.auth.cli;

import java.util.Optional;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.HandOut.HandedOut;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.IdentityToken;

/** Gets the credential for the commands that hand it out, or tells why there is none. */
final class KeyHandOut {

    private KeyHandOut() {}

    /** What a command does with the credential. */
    interface Receiver {

        /** Takes the key, and gives the exit code. */
        int key(Host host, ApiKey key);

        /** Takes the identity token that stands for a key, and gives the exit code. */
        int identity(Host host, IdentityToken token);
    }

    static int to(Session session, ParseResult arguments, Receiver receiver) {
        Optional<HostChoice> choice = HostOptions.choose(arguments, session);
        if (choice.isEmpty()) {
            return ExitCode.FAILED;
        }
        Host host = choice.get().host();
        LookupReport report = new LookupReport(choice.get(), session);
        return switch (session.wiring().handOut(choice.get()).key(session.query(host))) {
            case HandedOut.Key key -> receiver.key(host, key.key());
            case HandedOut.Identity identity -> receiver.identity(host, identity.token());
            case HandedOut.NotRecorded unrecorded -> {
                session.talk()
                        .fail("The hand-out of the key could not be recorded, so it was not done: "
                                + unrecorded.gap().location().text() + ": "
                                + unrecorded.gap().reason());
                yield ExitCode.FAILED;
            }
            case HandedOut.Blocked blocked -> report.blocked(blocked.step());
            case HandedOut.NoCredential none -> report.nothing(none.resolution());
        };
    }
}
