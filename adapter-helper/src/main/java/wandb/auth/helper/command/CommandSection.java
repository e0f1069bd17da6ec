package wandb.auth.helper.command;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramFile;
import wandb.auth.helper.program.ProgramJson;
import wandb.auth.helper.program.ProgramSettings;

/**
 * A section {@code [store.command:NAME]}, read strictly.
 *
 * @param settings what it says
 * @param environment this process
 * @param netrc who can read a netrc
 */
public record CommandSection(ProgramSettings settings, Environment environment, Supplier<Iterable<NetrcFormat>> netrc) {

    private static final String COMMAND = "command";
    private static final String SAVE = "save";
    private static final String ERASE = "erase";
    private static final String TEMPLATE = "template";
    private static final List<String> NAMES = List.of(
            COMMAND, SAVE, ERASE, "field", TEMPLATE, "absent", "format", "host", "profile", "timeout", "protection", "sha256");

    /**
     * What a section is.
     *
     * @param source the source; a store if it can save
     * @param programs the files of its commands
     */
    public record Understood(CredentialSource source, Set<ProgramFile> programs) {
        public Understood {
            programs = Set.copyOf(programs);
        }
    }

    /**
     * The source that it describes, or the store, if it says how to save.
     *
     * @throws ProgramException if it describes none
     */
    public Understood understood() throws ProgramException {
        settings.checkNames(NAMES);
        if (settings.text(COMMAND).isEmpty()) {
            throw settings.problem("has no command", "Write command = PROGRAM ARGUMENTS");
        }
        CommandTemplate command = template(COMMAND);
        return settings.text(SAVE).isPresent() || settings.text(ERASE).isPresent()
                ? store(command)
                : new Understood(source(command, Set.of(command.file())), Set.of(command.file()));
    }

    private CommandSource source(CommandTemplate command, Set<ProgramFile> programs) throws ProgramException {
        if (settings.text(TEMPLATE).isPresent() && settings.text(SAVE).isEmpty()) {
            throw settings.problem("has template and no save", "Add save and erase, or remove template");
        }
        CommandReading reading = CommandReading.of(settings, settings.text(SAVE).isPresent(), netrc);
        return new CommandSource(
                settings.id(),
                command,
                settings.protection(programs),
                served(command, reading),
                reading,
                AbsentAnswers.of(settings),
                new CommandRunner(settings.timeout()));
    }

    private ServedAccounts served(CommandTemplate command, CommandReading reading) throws ProgramException {
        Set<Placeholder> named = command.placeholders();
        if (named.contains(Placeholder.HOST) || named.contains(Placeholder.MACHINE)) {
            refuseBeside("host", "names the server by a placeholder");
        }
        if (named.contains(Placeholder.PROFILE)) {
            refuseBeside("profile", "names the profile by {profile}");
        }
        return reading.format() == CommandFormat.NETRC
                ? ServedAccounts.ALL
                : ServedAccounts.by(named, settings.host(), settings.profile());
    }

    private void refuseBeside(String name, String why) throws ProgramException {
        if (settings.text(name).isPresent()) {
            throw settings.problem("has " + name + ", and its command " + why, "Remove one of the two");
        }
    }

    private Understood store(CommandTemplate command) throws ProgramException {
        for (String name : List.of(SAVE, ERASE)) {
            if (settings.text(name).isEmpty()) {
                throw settings.problem(
                        "has no " + name + ", which a store that can " + (name.equals(ERASE) ? SAVE : ERASE) + " needs",
                        "Write " + name + " = PROGRAM ARGUMENTS");
            }
        }
        if (CommandFormat.of(settings, true) == CommandFormat.NETRC) {
            throw settings.problem("has save, and a netrc is only read", "Remove save and erase, or format");
        }
        CommandTemplate save = template(SAVE);
        CommandTemplate erase = template(ERASE);
        Optional<KeyTemplate> key = keyTemplate();
        Set<Placeholder> saved = save.placeholders();
        key.ifPresent(template -> saved.addAll(template.placeholders()));
        checkNamesWhat(command, SAVE, saved);
        checkNamesWhat(command, ERASE, erase.placeholders());
        Set<ProgramFile> programs = new HashSet<>(List.of(command.file(), save.file(), erase.file()));
        return new Understood(new CommandStore(source(command, programs), save, erase, key), programs);
    }

    /** What is saved or erased must be what is read. */
    private void checkNamesWhat(CommandTemplate command, String name, Set<Placeholder> named) throws ProgramException {
        for (Placeholder placeholder : command.placeholders()) {
            boolean isImplied = placeholder == Placeholder.MACHINE && named.contains(Placeholder.HOST);
            if (!named.contains(placeholder) && !isImplied) {
                throw settings.problem(
                        "names " + placeholder.text() + " in command and not in " + name,
                        "Let both name the same item");
            }
        }
    }

    private CommandTemplate template(String name) throws ProgramException {
        List<String> words = settings.words(name, environment);
        if (!Placeholder.in(words.getFirst()).isEmpty()) {
            throw settings.problem(
                    "has a placeholder in the program of " + name, "Name the program, and put it into an argument");
        }
        for (String word : words) {
            if (word.contains(KeyTemplate.KEY)) {
                throw settings.problem(
                        "has {key} in " + name + ", where other users of the machine could see it",
                        "Leave it out: save gets the key on its standard input");
            }
        }
        return new CommandTemplate(
                ProgramFile.of(words.getFirst(), environment), words.subList(1, words.size()), environment);
    }

    private Optional<KeyTemplate> keyTemplate() throws ProgramException {
        Optional<String> text = settings.text(TEMPLATE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        KeyTemplate template = ProgramJson.value(text.get().getBytes(StandardCharsets.UTF_8))
                .map(KeyTemplate::new)
                .orElseThrow(() -> settings.problem("has a template that is not JSON", "Correct it"));
        if (!template.hasKey()) {
            throw settings.problem(
                    "has a template without a place for the key", "Write {key} in one of its texts, as in {\"password\":\"{key}\"}");
        }
        return Optional.of(template);
    }
}
