package wandb.auth.cli;

import java.util.Optional;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.HandOut.HandedOut;
import wandb.auth.domain.AccountChoice;
import wandb.auth.domain.IdentityToken;

/** Gets the credential for the commands that hand it out, or tells why there is none. */
final class KeyHandOut {

    private KeyHandOut() {}

    /** What a command does with the credential. */
    interface Receiver {

        /** Takes the key, and gives the exit code. */
        int key(AccountChoice account, HandedOut.Key key);

        /** Takes the identity token that stands for a key, and gives the exit code. */
        int identity(AccountChoice account, IdentityToken token);
    }

    static int to(Session session, ParseResult arguments, Receiver receiver) {
        Optional<AccountChoice> choice = AccountOptions.choose(arguments, session);
        if (choice.isEmpty()) {
            return ExitCode.FAILED;
        }
        LookupReport report = new LookupReport(choice.get(), session);
        return switch (session.wiring()
                .handOut(choice.get())
                .key(session.query(choice.get().account()))) {
            case HandedOut.Key key -> receiver.key(choice.get(), key);
            case HandedOut.Identity identity -> receiver.identity(choice.get(), identity.token());
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
