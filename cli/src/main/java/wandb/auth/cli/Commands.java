package wandb.auth.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import wandb.auth.cli.command.Command;
import wandb.auth.cli.command.DoctorCommand;
import wandb.auth.cli.command.Example;
import wandb.auth.cli.command.ExecCommand;
import wandb.auth.cli.command.ExecEnvironmentCommand;
import wandb.auth.cli.command.HookCommand;
import wandb.auth.cli.command.ListCommand;
import wandb.auth.cli.command.LoginCommand;
import wandb.auth.cli.command.LogoutCommand;
import wandb.auth.cli.command.MigrateCommand;
import wandb.auth.cli.command.PolicyCommand;
import wandb.auth.cli.command.StatusCommand;
import wandb.auth.cli.command.StoresCommand;
import wandb.auth.cli.command.SwitchCommand;
import wandb.auth.cli.command.TokenCommand;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.reference.CandidatesCommand;
import wandb.auth.cli.reference.CompletionCommand;
import wandb.auth.cli.reference.VersionCommand;

/**
 * The commands, in the order of the help: the one list that routing, help, completion scripts and manual pages are made
 * from. The options of each are declared by its class, which is loaded for that command only.
 */
public enum Commands {
    LOGIN(HelpText.PROGRAM, "login", "Save an API key, or report the one in use."),
    LOGOUT(HelpText.PROGRAM, "logout", "Erase the API key of a server."),
    STATUS(HelpText.PROGRAM, "status", "Show the server and where its credential comes from."),
    COMPLETION(HelpText.PROGRAM, "completion", "Print the completion script of a shell."),
    HELP(HelpText.PROGRAM, "help", "Show what a command does, its options and examples."),
    VERSION(HelpText.PROGRAM, "version", "Show the version of this program."),
    TOKEN(HelpText.AUTH, "token", "Print the API key, for a program that needs it."),
    EXEC(HelpText.AUTH, "exec", "Run a program with the API key in its environment."),
    LIST(HelpText.AUTH, "list", "List the accounts and the stores that hold their keys."),
    STORES(HelpText.AUTH, "stores", "List the stores, and whether they can be used."),
    MIGRATE(HelpText.AUTH, "migrate", "Move keys to another store."),
    SWITCH(HelpText.AUTH, "switch", "Choose the profile whose key the Python SDK finds."),
    HOOK(HelpText.AUTH, "hook", "Let the Python SDK find the key by itself, also in notebooks."),
    POLICY(HelpText.AUTH, "policy", "Show the rules in force, and where they are set."),
    DOCTOR(HelpText.AUTH, "doctor", "Find problems on this machine, and how to fix them."),
    /** The part of {@link #EXEC} that runs in this process. The launcher calls it, people do not. */
    EXEC_ENVIRONMENT(HelpText.AUTH, "exec-environment", ""),
    /** The words that an option can be given here. Completion scripts call it, people do not. */
    CANDIDATES(HelpText.AUTH, "candidates", "");

    /** The word that the commands of {@link HelpText#AUTH} follow. */
    static final String AUTH_WORD = "auth";

    private final String group;
    private final String word;
    private final String summary;

    Commands(String group, String word, String summary) {
        this.group = group;
        this.word = word;
        this.summary = summary;
    }

    /** The words before its own: {@code wandb} or {@code wandb auth}. */
    public String group() {
        return group;
    }

    /** The word that it is called by within its group. */
    public String word() {
        return word;
    }

    /** What it does, in one sentence; empty if it is not listed. */
    public String summary() {
        return summary;
    }

    /** Whether people call it. */
    public boolean isListed() {
        return !summary.isEmpty();
    }

    /** Whether more than a text of the program is needed: those are for everybody, wherever he is. */
    boolean worksWithFiles() {
        return this != COMPLETION && this != HELP && this != VERSION;
    }

    /** The command as people type it. */
    public String line() {
        return this == EXEC_ENVIRONMENT ? EXEC.line() : group + " " + word;
    }

    /** Its options and arguments and the texts of its help, as they are parsed with. */
    @SuppressWarnings("exports") // for our build, which needs the parser too
    public CommandSpec spec() {
        return parser(command()).getCommandSpec();
    }

    /** Two to four ways to use it; none if it is not listed. */
    @SuppressWarnings("exports") // for our build, which needs the values too
    public List<Example> examples() {
        return command().examples();
    }

    /** The parser of its arguments, set up so that it neither guesses nor reads files that an argument names. */
    CommandLine parser(Command command) {
        CommandSpec spec = command.spec().name(line());
        Options.addHelp(spec);
        return new CommandLine(spec)
                .setExpandAtFiles(false)
                .setOverwrittenOptionsAllowed(true) // the last counts, as with the SDK
                .setStopAtPositional(this == EXEC); // what follows is the program's
    }

    /** Those that have the option, in the order of the help. */
    static List<Commands> having(String option) {
        List<Commands> having = new ArrayList<>();
        for (Commands command : values()) {
            if (command.isListed() && command.spec().optionsMap().containsKey(option)) {
                having.add(command);
            }
        }
        return having;
    }

    /** A new one, ready to run. */
    Command command() {
        return switch (this) {
            case LOGIN -> new LoginCommand();
            case LOGOUT -> new LogoutCommand();
            case STATUS -> new StatusCommand();
            case COMPLETION -> new CompletionCommand();
            case HELP -> new HelpCommand();
            case VERSION -> new VersionCommand();
            case TOKEN -> new TokenCommand();
            case EXEC -> new ExecCommand();
            case LIST -> new ListCommand();
            case STORES -> new StoresCommand();
            case MIGRATE -> new MigrateCommand();
            case SWITCH -> new SwitchCommand();
            case HOOK -> new HookCommand();
            case POLICY -> new PolicyCommand();
            case DOCTOR -> new DoctorCommand();
            case EXEC_ENVIRONMENT -> new ExecEnvironmentCommand();
            case CANDIDATES -> new CandidatesCommand();
        };
    }
}
