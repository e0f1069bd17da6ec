package wandb.auth.cli;

import java.util.Arrays;
import java.util.Optional;

/**
 * Which command the arguments name, and what is left for it. Only that one command's model is built: building all of
 * them would be most of a run's time.
 */
final class Invocation {

    private final String name;
    private final Optional<Command> command;
    private final String[] rest;

    private Invocation(String name, Optional<Command> command, String... rest) {
        this.name = name;
        this.command = command;
        this.rest = rest;
    }

    static Invocation of(String... args) {
        String first = args.length == 0 ? "" : args[0];
        return switch (first) {
            case "login" -> command("wandb login", new LoginCommand(), args, 1);
            case "logout" -> command("wandb logout", new LogoutCommand(), args, 1);
            case "status" -> command("wandb status", new StatusCommand(), args, 1);
            case "completion" -> command("wandb completion", new CompletionCommand(), args, 1);
            case "auth" -> ofAuth(args);
            default -> new Invocation("wandb", Optional.empty(), args);
        };
    }

    private static Invocation ofAuth(String... args) {
        String second = args.length == 1 ? "" : args[1];
        return switch (second) {
            case "token" -> command("wandb auth token", new TokenCommand(), args, 2);
            case "exec" -> command("wandb auth exec", new ExecCommand(), args, 2);
            case "exec-environment" -> command("wandb auth exec", new ExecEnvironmentCommand(), args, 2);
            case "list" -> command("wandb auth list", new ListCommand(), args, 2);
            case "stores" -> command("wandb auth stores", new StoresCommand(), args, 2);
            case "migrate" -> command("wandb auth migrate", new MigrateCommand(), args, 2);
            case "switch" -> command("wandb auth switch", new SwitchCommand(), args, 2);
            case "doctor" -> command("wandb auth doctor", new DoctorCommand(), args, 2);
            case "policy" -> command("wandb auth policy", new PolicyCommand(), args, 2);
            default -> new Invocation("wandb auth", Optional.empty(), Arrays.copyOfRange(args, 1, args.length));
        };
    }

    private static Invocation command(String name, Command command, String[] args, int words) {
        return new Invocation(name, Optional.of(command), Arrays.copyOfRange(args, words, args.length));
    }

    /** The command as it is typed, or the group of commands. */
    String name() {
        return name;
    }

    /** The command; empty where the arguments name none. */
    Optional<Command> command() {
        return command;
    }

    /** The arguments after the name. */
    String[] rest() {
        return rest.clone();
    }
}
