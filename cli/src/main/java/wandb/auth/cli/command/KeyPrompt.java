package wandb.auth.cli.command;

import java.util.Optional;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.HostOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.terminal.Console;
import wandb.auth.cli.terminal.InputException;
import wandb.auth.cli.terminal.PageOpener;
import wandb.auth.cli.terminal.TerminalDevice;
import wandb.auth.cli.terminal.TerminalDevice.Typed;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.port.EnteredKey;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;

/** Asks a person for the key until it is one. */
final class KeyPrompt {

    private static final String PASTE_START = "\u001b[200~";
    private static final String PASTE_END = "\u001b[201~";

    private final AccountChoice account;
    private final CommandContext context;
    private final Console console;
    private final StoreHandle store;
    private final boolean opensPage;
    private boolean isIntroduced;

    /**
     * Asks for a key of the account.
     *
     * @param store where it is to go
     * @param opensPage whether the page that gives a key is to be opened
     */
    KeyPrompt(AccountChoice account, StoreHandle store, CommandContext context, boolean opensPage) {
        this.account = account;
        this.store = store;
        this.context = context;
        this.console = context.console();
        this.opensPage = opensPage;
    }

    /** The key; empty if the person ended the input, or where there is no terminal to ask at: that has been reported. */
    Optional<ApiKey> ask() {
        Optional<TerminalDevice> device =
                context.mayAsk() ? TerminalDevice.open(context.environment()) : Optional.empty();
        if (device.isEmpty()) {
            console.error(Messages.noTerminalForKey(new LoginAdvice(account, context).commandForFile(store)));
            return Optional.empty();
        }
        try (TerminalDevice terminal = device.get()) {
            introduce(terminal);
            return ask(terminal);
        }
    }

    private void introduce(TerminalDevice terminal) {
        if (!isIntroduced) {
            String page = account.host().appUrl(context.environment()) + "/authorize";
            say(loggingIn(), terminal);
            say(Messages.pageOfKeys(page), terminal);
            if (opensPage) {
                say(new PageOpener(context.environment()).open(page), terminal);
            }
            isIntroduced = true;
        }
    }

    private Optional<ApiKey> ask(TerminalDevice terminal) {
        while (true) {
            terminal.write(console.prefixed(Messages.KEY_PROMPT));
            Typed typed = terminal.read();
            terminal.write(length(typed) + "\n");
            if (typed instanceof Typed.EndOfInput) {
                say(console.asError(Messages.NO_KEY_TYPED), terminal);
                return Optional.empty();
            }
            try {
                EnteredKey entered =
                        GivenKey.parse(line(typed), context.compositionRoot().policy());
                if (!entered.removed().isEmpty()) {
                    say(Messages.leftOutAroundKey(entered.removed()), terminal);
                }
                return Optional.of(entered.key());
            } catch (InputException e) {
                say(e.getMessage() + (e.command().isEmpty() ? "" : " " + Messages.typeInstead(e.command())), terminal);
            }
        }
    }

    /** A workspace's file may be anybody's: what it names is shown before a key goes there. */
    private String loggingIn() {
        HostChoice server = account.server();
        return server.origin() == HostOrigin.WORKSPACE_SETTINGS
                ? Messages.loggingIn(account.account(), HostOptions.origin(server))
                : Messages.loggingIn(account.account());
    }

    private void say(String sentence, TerminalDevice terminal) {
        terminal.write(console.prefixed(sentence + "\n"));
    }

    /** How much was read, since nothing of it is shown. */
    private static String length(Typed typed) {
        if (!(typed instanceof Typed.Line line)) {
            return "";
        }
        String text = content(line);
        return Messages.charactersTyped(text.codePointCount(0, text.length()));
    }

    private static String line(Typed typed) {
        return switch (typed) {
            case Typed.Line line -> content(line);
            case Typed.SeveralLines several -> throw new InputException(Messages.SEVERAL_LINES_TYPED);
            case Typed.Cut cut -> throw new InputException(Messages.TYPED_LINE_CUT);
            case Typed.EndOfInput end -> throw new IllegalArgumentException("no key was typed");
        };
    }

    /** What was typed without the marks of a paste and the blanks around it. */
    private static String content(Typed.Line line) {
        String text = line.text().strip();
        String start = text.startsWith(PASTE_START) ? text.substring(PASTE_START.length()) : text;
        return (start.endsWith(PASTE_END) ? start.substring(0, start.length() - PASTE_END.length()) : start).strip();
    }
}
