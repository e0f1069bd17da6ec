package wandb.auth.helper.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Finding;
import wandb.auth.domain.Location;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Protection;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.NetrcFormat;
import wandb.auth.domain.spi.CredentialSource;
import wandb.auth.domain.spi.Query;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.ownership.Custody;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.UnixStatus;
import wandb.auth.files.ownership.Violation;
import wandb.auth.helper.command.CommandFormat;
import wandb.auth.helper.command.CommandOutput;
import wandb.auth.helper.command.CommandReading;
import wandb.auth.helper.command.ServedAccounts;
import wandb.auth.helper.message.Messages;
import wandb.auth.helper.program.ProgramException;
import wandb.auth.helper.program.ProgramSettings;

/**
 * A file with a key, as a source: one that systemd, Docker or Kubernetes puts there, or that a person keeps. Only the user and
 * root may be able to change it, and of the user's own nobody else may read it; who may read what is root's, root decides.
 *
 * @param path its absolute path; empty if it begins with a variable that is not set, so that there is no file
 */
public record FileSource(Optional<Path> path, Protection protection, ServedAccounts accounts, CommandReading reading)
        implements CredentialSource {

    private static final String PATH = "path";
    private static final String VARIABLE = "CREDENTIALS_DIRECTORY";
    private static final List<String> NAMES = List.of(PATH, "host", "profile", "format", "field", "protection");
    private static final int OTHERS_READ = 044;

    /**
     * The file that a section {@code [store.file:NAME]} describes.
     *
     * @throws ProgramException if it describes none
     */
    public static FileSource of(
            ProgramSettings settings, Environment environment, Supplier<Iterable<NetrcFormat>> netrc)
            throws ProgramException {
        settings.checkNames(NAMES);
        CommandReading reading = CommandReading.of(settings, false, netrc);
        return new FileSource(
                path(settings, environment),
                settings.vouched(),
                reading.format() == CommandFormat.NETRC
                        ? ServedAccounts.ALL
                        : ServedAccounts.only(settings.host(), settings.profile()),
                reading);
    }

    private static Optional<Path> path(ProgramSettings settings, Environment environment) throws ProgramException {
        String text = settings.text(PATH).orElseThrow(() -> new ProgramException(Messages.noPath(settings.id())));
        try {
            if (text.startsWith("$" + VARIABLE + "/")) {
                Optional<String> folder = environment.variable(VARIABLE).filter(set -> !set.isEmpty());
                return folder.isPresent()
                        ? Optional.of(absolute(folder.get() + text.substring(text.indexOf('/')), settings, text))
                        : Optional.empty();
            }
            if (text.startsWith("~/") && environment.home().isPresent()) {
                return Optional.of(environment.home().get().toAbsolutePath().resolve(text.substring("~/".length())));
            }
            return Optional.of(absolute(text, settings, text));
        } catch (InvalidPathException e) {
            throw noPath(settings, text);
        }
    }

    private static Path absolute(String path, ProgramSettings settings, String text) throws ProgramException {
        Path absolute = Path.of(path);
        if (!absolute.isAbsolute()) {
            throw noPath(settings, text);
        }
        return absolute;
    }

    private static ProgramException noPath(ProgramSettings settings, String text) {
        return new ProgramException(Messages.relativePath(settings.id(), text));
    }

    @Override
    public Finding find(Query query) {
        Location location = path.<Location>map(Location.File::new).orElseGet(() -> new Location.Variable(VARIABLE));
        if (path.isEmpty() || !accounts.include(query.account())) {
            return new Finding(location, new Outcome.Absent());
        }
        try {
            return new Finding(location, outcome(path.get(), query));
        } catch (ProgramException e) {
            return new Finding(location, new Outcome.Unusable(e.reason()));
        }
    }

    private Outcome outcome(Path file, Query query) throws ProgramException {
        Custody custody = new FileOwnershipCheck(TrustedOwners.ROOT_OR_USER_AT_HOME).of(file);
        if (custody.violation().isPresent()) {
            Violation violation = custody.violation().get();
            return unusable(new Reason(violation.problem(), violation.remedy()));
        }
        if (custody.sound().isEmpty()) {
            return Files.isDirectory(folder(file)) ? new Outcome.Absent() : unusable(Messages.folderMissing());
        }
        return read(custody, custody.sound().get(), query);
    }

    private static Path folder(Path file) {
        Path folder = file.getParent();
        return folder == null ? file : folder;
    }

    private Outcome read(Custody custody, Path file, Query query) throws ProgramException {
        try {
            if (isReadByOthers(file)) {
                return unusable(Messages.readableByOthers(file));
            }
            Optional<FileContent> content = FileContent.of(custody);
            return content.isPresent()
                    ? reading.read(CommandOutput.ofFile(content.get().bytes()), query.account())
                    : unusable(Messages.justRemoved());
        } catch (FileException e) {
            return unusable(Messages.of(e));
        } catch (IOException e) {
            return unusable(Messages.unreadable());
        }
    }

    private static boolean isReadByOthers(Path file) throws IOException {
        if (!UnixStatus.isKnownFor(file)) {
            return false;
        }
        UnixStatus status = UnixStatus.ofEntry(file);
        return !TrustedOwners.ROOT.include(status.owner()) && (status.permissions() & OTHERS_READ) != 0;
    }

    private static Outcome unusable(Reason reason) {
        return new Outcome.Unusable(reason);
    }
}
