package wandb.auth.cli.command;

import java.util.Optional;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.token.GetCredential.HandedOut;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.AccountOptions;
import wandb.auth.cli.report.ResolutionPrinter;
import wandb.auth.domain.IdentityToken;
import wandb.auth.domain.port.account.AccountChoice;

/** Gets the credential for the commands that hand it out, or tells why there is none. */
final class CredentialAccess {

    private CredentialAccess() {}

    /** What a command does with the credential. */
    interface Receiver {

        /** Takes the key, and gives the exit code. */
        int key(AccountChoice account, HandedOut.Key key);

        /** Takes the identity token that stands for a key, and gives the exit code. */
        int identity(AccountChoice account, IdentityToken token);
    }

    static int to(CommandContext context, ParseResult arguments, Receiver receiver) {
        return of(AccountOptions.choose(arguments, context), context, receiver, true);
    }

    /** The SDK speaks to the server that it asks for, whoever named that, and uses the key that it gets. */
    static int toSdk(CommandContext context, ParseResult arguments, Receiver receiver) {
        return of(AccountOptions.chooseForProgram(arguments, context), context, receiver, false);
    }

    private static int of(
            Optional<AccountChoice> choice, CommandContext context, Receiver receiver, boolean isSdkApart) {
        if (choice.isEmpty()) {
            return ExitCode.FAILED;
        }
        ResolutionPrinter report = new ResolutionPrinter(choice.get(), context);
        return switch (context.compositionRoot()
                .handOut(choice.get())
                .key(context.query(choice.get().account()))) {
            case HandedOut.Key key -> {
                if (isSdkApart) {
                    context.compositionRoot()
                            .sdkChoice()
                            .from(key.step(), choice.get().account())
                            .ifPresent(difference -> context.console().warn(difference.text()));
                }
                yield receiver.key(choice.get(), key);
            }
            case HandedOut.Identity identity -> receiver.identity(choice.get(), identity.token());
            case HandedOut.NotRecorded unrecorded -> {
                context.console()
                        .error(Messages.tokenNotRecorded(
                                unrecorded.gap().location(), unrecorded.gap().reason()));
                yield ExitCode.FAILED;
            }
            case HandedOut.Blocked blocked -> report.blocked(blocked.step());
            case HandedOut.NoCredential none -> report.nothing(none.resolution());
        };
    }
}
