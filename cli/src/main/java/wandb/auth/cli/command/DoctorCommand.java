package wandb.auth.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import wandb.auth.cli.context.CommandContext;
import wandb.auth.cli.context.ExitCode;
import wandb.auth.cli.message.Messages;
import wandb.auth.cli.option.Options;
import wandb.auth.cli.option.ProfileOption;
import wandb.auth.cli.report.Answer;
import wandb.auth.cli.report.ComplaintReport;
import wandb.auth.cli.report.HookReport;
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

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Options.of(
                "Tells what is wrong with the credentials of this machine, and how to fix it: file modes, keys"
                        + " in plaintext and in shell histories, variables that hide a stored key, files that"
                        + " programs read differently, stores that lose a key. Each store other than a plain"
                        + " file gets a probe credential to keep, which is erased again. Exit code 1 if"
                        + " something is wrong. Every wandb on PATH is listed, and whose it is.");
        Options.addFlag(spec, Options.JSON, "Print one JSON array instead of text.");
        ProfileOption.addTo(spec, "Examine this profile too, wherever a key for it is kept.");
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
        if (Options.isOn(arguments, Options.JSON)) {
            context.out().print(context.console().program().inJson(json(complaints)));
        } else {
            new Answer(context).print(machine(context) + ComplaintReport.text(complaints));
        }
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
            boolean isFirst = true;
            for (Program program : programs) {
                if (program.isNamed(name)) {
                    String path = TerminalSafe.whole(program.path().toString());
                    String whose = whose(program);
                    text.append(path).append("\n    ");
                    text.append(isFirst ? Messages.doctorRunsAs(name, whose) : Messages.doctorHidden(whose));
                    text.append('\n');
                    isFirst = false;
                }
            }
        }
        return text.isEmpty() ? "" : Messages.DOCTOR_PROGRAMS + "\n" + text;
    }

    private static String whose(Program program) {
        return switch (program.owner()) {
            case OURS -> Messages.DOCTOR_OUR_PROGRAM;
            case SDK -> program.version().map(Messages::doctorProgramOfSdk).orElse(Messages.DOCTOR_PROGRAM_OF_SDK);
            case OTHER -> Messages.DOCTOR_OTHER_PROGRAM;
        };
    }

    private static String json(List<Complaint> complaints) {
        JsonWriter json = new JsonWriter();
        ComplaintReport.write(complaints, json);
        return json + "\n";
    }
}
