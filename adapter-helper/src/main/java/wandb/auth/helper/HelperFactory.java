package wandb.auth.helper;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Rule;
import wandb.auth.domain.policy.Restriction.OnlyPrograms.Kind;
import wandb.auth.domain.port.DynamicStoreProvider.Approval;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.domain.port.StoreLookup;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.helper.command.CommandSection;
import wandb.auth.helper.file.FileSource;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.Program;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramFile;
import wandb.auth.helper.program.ProgramSettings;

/** Opens one helper, command or file: finds its program and asks the policy about it. Nothing is started. */
record HelperFactory(
        ProgramSettings settings, Environment environment, Approval approval, Supplier<Iterable<NetrcFormat>> netrc) {

    private static final String PREFIX = "docker-credential-";

    /** What every rule about programs forbids: if it is allowed, no such rule exists and no file need be read. */
    private static final String NO_DIGEST = "";

    StoreLookup helper(String name) throws ProgramException {
        settings.checkNames(List.of("command", "protection", "sha256"));
        List<String> words = settings.text("command").isPresent()
                ? settings.words("command", environment)
                : List.of(name.indexOf('/') < 0 ? PREFIX + name : name);
        ProgramFile file = ProgramFile.of(words.getFirst(), environment);
        Program program = new Program(file, words.subList(1, words.size()), environment);
        Set<ProgramFile> files = Set.of(file);
        return opened(files, new HelperStore(settings.id(), program, settings.protection(files)));
    }

    StoreLookup command() throws ProgramException {
        CommandSection.Understood understood = new CommandSection(settings, environment, netrc).understood();
        return opened(understood.programs(), understood.source());
    }

    StoreLookup file() throws ProgramException {
        return new StoreLookup.Opened(FileSource.of(settings, environment, netrc));
    }

    private StoreLookup opened(Set<ProgramFile> files, CredentialSource source) throws ProgramException {
        if (approval.forbids(Kind.HELPER, NO_DIGEST).isEmpty()) {
            return new StoreLookup.Opened(source);
        }
        for (ProgramFile file : files) {
            String digest = file.digest();
            Optional<Rule> rule = approval.forbids(Kind.HELPER, digest);
            if (rule.isPresent()) {
                return new StoreLookup.Forbidden(new Rule(
                        Messages.digestNotListed(rule.get().statement(), file.path(), digest),
                        rule.get().setAt()));
            }
        }
        return new StoreLookup.Opened(source);
    }
}
