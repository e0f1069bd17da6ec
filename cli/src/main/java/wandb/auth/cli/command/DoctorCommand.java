package wandb.auth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.option.Flags;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.report.HookReport;
import wandb.auth.cli.report.LocationJson;
import wandb.auth.domain.Account;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.json.JsonWriter;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.sdk.ProgramLocator.Program;
import wandb.auth.domain.spi.Interaction;

/** {@code wandb auth doctor}: what is wrong on this machine, and how to fix it. */
public final class DoctorCommand implements Command {

    private static final String JSON = "--json";

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Command.emptySpec();
        spec.addOption(OptionSpec.builder(JSON)
                .description("Print one JSON array instead of text.")
                .build());
        ProfileOption.addTo(spec, "Examine this profile too, wherever a key for it is kept.");
        spec.usageMessage()
                .description(
                        "Tells what is wrong with the credentials of this machine, and how to fix it: file modes, keys"
                                + " in plaintext and in shell histories, variables that hide a stored key, files that"
                                + " programs read differently, stores that lose a key. Each store other than a plain"
                                + " file gets a throwaway item to keep, which is erased again. Exit code 1 if"
                                + " something is wrong. Every wandb on PATH is listed, and whose it is.");
        return spec;
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("Find out what is wrong on this machine", "wandb auth doctor"),
                new Example("Examine the key of another profile too", "wandb auth doctor --profile work"),
                new Example("Answer a script", "wandb auth doctor --json"));
    }

    @Override
    public boolean needsPolicy() {
        return false;
    }

    @Override
    public int run(ParseResult arguments, CommandContext context) {
        Interaction interaction = context.query(new Account(Host.PUBLIC_CLOUD, Profile.DEFAULT))
                .interaction(); // whichever account is meant
        List<Complaint> complaints =
                context.compositionRoot().examineMachine(interaction).examine(ProfileOption.named(arguments));
        String answer = Flags.isOn(arguments, JSON)
                ? json(complaints)
                : machine(context) + text(complaints);
        context.out().print(context.console().program().in(answer));
        return complaints.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** What is nothing wrong, but answers many a question. */
    private static String machine(CommandContext context) {
        String text = programs(context.compositionRoot().programs()) + new HookReport(context).ofEnvironments();
        return text.isEmpty() ? "" : text + "\n";
    }

    private static String programs(List<Program> programs) {
        StringBuilder text = new StringBuilder();
        for (String name : List.of("wandb", "wandb-auth")) {
            String rank = ", which runs as '" + name + "'";
            for (Program program : programs) {
                if (program.isNamed(name)) {
                    String path = TerminalSafe.whole(program.path().toString());
                    text.append(path).append('\n').append("    ").append(whose(program));
                    text.append(rank).append('\n');
                    rank = ", hidden by the one before";
                }
            }
        }
        return text.toString();
    }

    private static String whose(Program program) {
        return switch (program.owner()) {
            case OURS -> "this program";
            case SDK ->
                "the Python SDK"
                        + program.version().map(version -> " " + version).orElse("");
            case OTHER -> "another program";
        };
    }

    private static String text(List<Complaint> complaints) {
        StringBuilder text = new StringBuilder();
        for (Complaint complaint : complaints) {
            text.append(complaint.location().text()).append('\n');
            text.append("    ").append(complaint.reason().problem()).append('\n');
            text.append("    ").append(complaint.reason().remedy()).append("\n\n");
        }
        return text.append(count(complaints.size())).append('\n').toString();
    }

    private static String count(int problems) {
        return switch (problems) {
            case 0 -> "No problems found.";
            case 1 -> "1 problem found.";
            default -> problems + " problems found.";
        };
    }

    private static String json(List<Complaint> complaints) {
        JsonWriter json = new JsonWriter().open('[');
        for (Complaint complaint : complaints) {
            json.open('{').name("location");
            new LocationJson(json).write(Optional.of(complaint.location()));
            json.name("problem").string(complaint.reason().problem());
            json.name("remedy").string(complaint.reason().remedy());
            json.close('}');
        }
        return json.close(']') + "\n";
    }
}
