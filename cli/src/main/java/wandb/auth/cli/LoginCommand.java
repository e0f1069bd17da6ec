package wandb.auth.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.app.LoginResult;
import wandb.auth.app.RememberingLogIn;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.HostChoice;
import wandb.auth.domain.InvalidApiKeyException;
import wandb.auth.domain.spi.Query;

/** {@code wandb login}: saves an API key, or tells which credential is there already. */
final class LoginCommand implements Command {

    private static final String KEY_STDIN = "--key-stdin";
    private static final String RELOGIN = "--relogin";
    private static final String NO_VERIFY = "--no-verify";
    private static final String ANONYMOUSLY = "--anonymously";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("wandb login");
        HostOptions.addTo(spec);
        spec.addOption(OptionSpec.builder(KEY_STDIN)
                .description("Read the key from standard input: one line.")
                .build());
        spec.addOption(OptionSpec.builder(RELOGIN)
                .description("Ask for a key, whatever is there already.")
                .build());
        // For scripts written for the SDK: not to ask the server is what happens anyway, the other is no longer
        // offered.
        spec.addOption(OptionSpec.builder(NO_VERIFY).hidden(true).build());
        spec.addOption(OptionSpec.builder(ANONYMOUSLY).hidden(true).build());
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("[KEY]")
                .hideParamSyntax(true) // which would promise several
                .arity("0..1")
                .index("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("The API key to save. It is not sent anywhere.")
                .build());
        spec.usageMessage()
                .description(
                        "Saves an API key in the netrc file, where the Python SDK finds it too.",
                        "Without a key, tells which one is there; where there is none, asks for one.",
                        "Looks in WANDB_API_KEY, then in the settings files (wandb/settings in this",
                        "folder and in ~/.config), then in the netrc file (NETRC, ~/.netrc, ~/_netrc).",
                        "Remembers --host and --cloud in the settings files, for the SDK too.");
        return spec;
    }

    @Override
    public int run(ParseResult arguments, Session session) {
        Optional<String> argument = keyArgument(arguments);
        boolean fromInput = Parser.isOn(arguments, KEY_STDIN);
        if (fromInput && argument.isPresent()) {
            throw new UsageException("KEY and --key-stdin exclude each other.");
        }
        if (Parser.isOn(arguments, ANONYMOUSLY)) {
            session.talk().warn("There are no anonymous logins any more: --anonymously changes nothing.");
        }
        try {
            // The key first: choosing the server may open files, and a bad key must not.
            Optional<ApiKey> key = key(argument, fromInput, session);
            Optional<HostChoice> host = HostOptions.choose(arguments, session);
            return host.isPresent()
                    ? logIn(host.get(), key, Parser.isOn(arguments, RELOGIN), session)
                    : ExitCode.FAILED;
        } catch (InvalidApiKeyException | InputException e) {
            session.talk().fail(String.valueOf(e.getMessage()) + " Nothing was saved.");
            return ExitCode.FAILED;
        } finally {
            hintAtHistory(argument, session);
        }
    }

    private static void hintAtHistory(Optional<String> argument, Session session) {
        if (!argument.orElse("").isEmpty() && session.environment().terminal().error()) {
            session.talk().say("Hint: a KEY argument stays in the shell's history; --key-stdin leaves no trace.");
        }
    }

    private static Optional<String> keyArgument(ParseResult arguments) {
        List<String> keys = arguments.matchedPositionalValue(0, List.of());
        if (keys.size() > 1) {
            throw new UsageException("More than one KEY is given.");
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.getFirst());
    }

    /** An empty KEY is what an unset variable leaves; as for the SDK, it is none. */
    private static Optional<ApiKey> key(Optional<String> argument, boolean fromInput, Session session) {
        if (fromInput) {
            return Optional.of(ApiKey.parse(new KeyInput(session).line()));
        }
        if (argument.isPresent() && argument.get().isEmpty()) {
            session.talk().warn("The KEY argument is empty, as if there were none.");
        }
        return argument.filter(key -> !key.isEmpty()).map(ApiKey::parse);
    }

    private static int logIn(HostChoice host, Optional<ApiKey> key, boolean relogin, Session session) {
        Query query = session.query(host.host());
        RememberingLogIn logIn = session.wiring().logIn(host);
        LoginReport report = new LoginReport(host, session);
        if (key.isPresent()) {
            return report.tell(logIn.save(host, query, key.get()));
        }
        if (!relogin) {
            LoginResult existing = logIn.useExisting(host, query);
            if (!(existing instanceof LoginResult.NoCredential && session.mayAsk())) {
                return report.tell(existing);
            }
        }
        Optional<ApiKey> typed = KeyPrompt.ask(host, session);
        return typed.isPresent() ? report.tell(logIn.save(host, query, typed.get())) : ExitCode.NO_CREDENTIAL;
    }
}
