package wandb.auth.cli.command;

import java.util.Optional;
import wandb.auth.app.store.StoreHandle;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.option.HostOptions;
import wandb.auth.cli.option.LoginAdvice;
import wandb.auth.cli.terminal.Console;
import wandb.auth.cli.terminal.InputException;
import wandb.auth.cli.terminal.TerminalDevice.Typed;
import wandb.auth.cli.terminal.TerminalDevice;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.port.account.AccountChoice;
import wandb.auth.domain.port.account.HostChoice;
import wandb.auth.domain.port.account.HostOrigin;

/** Asks a person for the key until it is one. */
final class KeyPrompt {

    private static final String PASTE_START = "\u001b[200~";
    private static final String PASTE_END = "\u001b[201~";

    private final TerminalDevice terminal;
    private final Console console;
    private final ResolutionPolicy policy;

    private KeyPrompt(TerminalDevice terminal, CommandContext context) {
        this.terminal = terminal;
        this.console = context.console();
        this.policy = context.compositionRoot().policy();
    }

    /** The key; empty where the person ended the input, or where there is no terminal to ask at: that has been said. */
    static Optional<ApiKey> ask(AccountChoice account, StoreHandle store, CommandContext context) {
        Optional<TerminalDevice> device =
                context.mayAsk() ? TerminalDevice.open(context.environment()) : Optional.empty();
        if (device.isEmpty()) {
            context.console()
                    .error(noTerminal(context) + " Give the key: "
                            + new LoginAdvice(account, context).commandForFile(store));
            return Optional.empty();
        }
        try (TerminalDevice terminal = device.get()) {
            return new KeyPrompt(terminal, context).ask(account, account.host().appUrl(context.environment()));
        }
    }

    private static String noTerminal(CommandContext context) {
        return context.isDumbTerminal() && context.environment().terminal().input()
                ? "TERM is 'dumb', so nobody is asked for a key here, as by the Python SDK."
                : "There is no terminal to ask for a key on.";
    }

    private Optional<ApiKey> ask(AccountChoice choice, String webApp) {
        say("Logging in to " + choice.account().text() + namedBy(choice.server()));
        say("Get a key at " + webApp + "/authorize");
        while (true) {
            terminal.write(console.prefixed("Paste your API key and press Enter: "));
            Typed typed = terminal.read();
            terminal.write("\n");
            if (typed instanceof Typed.EndOfInput) {
                say("ERROR No key was given. Nothing was saved.");
                return Optional.empty();
            }
            try {
                return Optional.of(GivenKey.parse(line(typed), policy, this::say));
            } catch (InputException e) {
                say(e.getMessage() + (e.command().isEmpty() ? "" : " Type: " + e.command()));
            }
        }
    }

    /** A workspace's file may be anybody's: what it names is shown before a key goes there. */
    private static String namedBy(HostChoice host) {
        return host.origin() == HostOrigin.WORKSPACE_SETTINGS ? ", named by " + HostOptions.origin(host) : "";
    }

    private void say(String sentence) {
        terminal.write(console.prefixed(sentence + "\n"));
    }

    private static String line(Typed typed) {
        return switch (typed) {
            case Typed.Line line -> withoutPasteMarks(line.text().strip());
            case Typed.SeveralLines several ->
                throw new InputException("That was more than one line; give the key alone.");
            case Typed.Cut cut -> throw new InputException("The terminal has cut the line; use --key-stdin for it.");
            case Typed.EndOfInput end -> throw new IllegalArgumentException("no key was typed");
        };
    }

    private static String withoutPasteMarks(String text) {
        String start = text.startsWith(PASTE_START) ? text.substring(PASTE_START.length()) : text;
        return start.endsWith(PASTE_END) ? start.substring(0, start.length() - PASTE_END.length()) : start;
    }
}
