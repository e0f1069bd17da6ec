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
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramFile;
import wandb.auth.helper.program.ProgramJson;
import wandb.auth.helper.program.ProgramSettings;

/** A section {@code [store.command:NAME]}, read strictly. */
public record CommandSection(ProgramSettings settings, Environment environment, Supplier<Iterable<NetrcFormat>> netrc) {

    private static final String COMMAND = "command";
    private static final String SAVE = "save";
    private static final String ERASE = "erase";
    private static final String TEMPLATE = "template";
    private static final List<String> NAMES = List.of(
            COMMAND,
            SAVE,
            ERASE,
            "field",
            TEMPLATE,
            "absent",
            "format",
            "host",
            "profile",
            "timeout",
            "protection",
            "sha256");

    /**
     * What a section is.
     *
     * @param source the source; a store if it can save
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
            throw new ProgramException(Messages.noCommand(settings.id()));
        }
        CommandTemplate command = template(COMMAND);
        return settings.text(SAVE).isPresent() || settings.text(ERASE).isPresent()
                ? store(command)
                : new Understood(source(command, Set.of(command.file())), Set.of(command.file()));
    }

    private CommandSource source(CommandTemplate command, Set<ProgramFile> programs) throws ProgramException {
        if (settings.text(TEMPLATE).isPresent() && settings.text(SAVE).isEmpty()) {
            throw new ProgramException(Messages.templateWithoutSave(settings.id()));
        }
        CommandReading reading = CommandReading.of(settings, settings.text(SAVE).isPresent(), netrc);
        return new CommandSource(
                settings.id(),
                command,
                settings.protection(programs),
                served(command, reading),
                reading,
                AbsentAnswers.of(settings),
                settings.timeout());
    }

    private ServedAccounts served(CommandTemplate command, CommandReading reading) throws ProgramException {
        Set<Placeholder> named = command.placeholders();
        boolean namesServer = named.contains(Placeholder.HOST) || named.contains(Placeholder.MACHINE);
        if (namesServer && settings.text("host").isPresent()) {
            throw new ProgramException(Messages.hostBesidePlaceholder(settings.id()));
        }
        if (named.contains(Placeholder.PROFILE) && settings.text("profile").isPresent()) {
            throw new ProgramException(Messages.profileBesidePlaceholder(settings.id()));
        }
        return reading.format() == CommandFormat.NETRC
                ? ServedAccounts.ALL
                : ServedAccounts.by(named, settings.host(), settings.profile());
    }

    private Understood store(CommandTemplate command) throws ProgramException {
        for (String name : List.of(SAVE, ERASE)) {
            if (settings.text(name).isEmpty()) {
                throw new ProgramException(
                        Messages.notOnlyOneOfSaveAndErase(settings.id(), name, name.equals(ERASE) ? SAVE : ERASE));
            }
        }
        if (CommandFormat.of(settings, true) == CommandFormat.NETRC) {
            throw new ProgramException(Messages.netrcIsOnlyRead(settings.id()));
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
                throw new ProgramException(Messages.placeholderOnlyInCommand(settings.id(), placeholder.text(), name));
            }
        }
    }

    private CommandTemplate template(String name) throws ProgramException {
        List<String> words = settings.words(name, environment);
        if (!Placeholder.in(words.getFirst()).isEmpty()) {
            throw new ProgramException(Messages.placeholderForProgram(settings.id(), name));
        }
        for (String word : words) {
            if (word.contains(KeyTemplate.KEY)) {
                throw new ProgramException(Messages.keyInArguments(settings.id(), name));
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
                .orElseThrow(() -> new ProgramException(Messages.templateIsNoJson(settings.id())));
        if (!template.hasKey()) {
            throw new ProgramException(Messages.templateWithoutKey(settings.id()));
        }
        return Optional.of(template);
    }
}
