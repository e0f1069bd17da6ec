package wandb.auth.cli;

import java.util.Optional;
import java.util.function.BiConsumer;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.HandOut.HandedOut;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.HostChoice;

/** Gets the key for the commands that hand it out, or tells why there is none. */
final class KeyHandOut {

    private KeyHandOut() {}

    static int to(Session session, ParseResult arguments, BiConsumer<Host, ApiKey> receiver) {
        Optional<HostChoice> choice = HostOptions.choose(arguments, session);
        if (choice.isEmpty()) {
            return ExitCode.FAILED;
        }
        Host host = choice.get().host();
        LookupReport report = new LookupReport(choice.get(), session);
        return switch (session.wiring().handOut(choice.get()).key(session.query(host))) {
            case HandedOut.Key key -> {
                receiver.accept(host, key.key());
                yield ExitCode.DONE;
            }
            case HandedOut.NoKey noKey -> {
                session.talk()
                        .fail(
                                noKey.step().finding().location().text() + " gives an identity token. This version"
                                        + " cannot exchange it for a key; unset WANDB_IDENTITY_TOKEN_FILE to use another source.");
                yield ExitCode.FAILED;
            }
            case HandedOut.Blocked blocked -> report.blocked(blocked.step());
            case HandedOut.NoCredential none -> report.nothing(none.resolution());
        };
    }
}
