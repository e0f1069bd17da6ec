package wandb.auth.netrc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.StaleTempFiles;
import wandb.auth.files.ownership.FileExposure;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcException;
import wandb.auth.netrc.syntax.NetrcParser;

/**
 * Who can get at the netrc file, and what its readers disagree on: in the file as a whole, and in the entries of the
 * accounts. The entries of other programs are not looked at. A local file answers at once, so the deadline is not either.
 */
public final class NetrcCheck implements HealthCheck {

    /** The check, for the module system. */
    public NetrcCheck() {}

    @Override
    public List<Complaint> examine(Environment environment, List<Account> accounts, Deadline deadline) {
        return switch (FileChoice.in(environment)) {
            case Invalid<Path> none -> List.of(new Complaint(none.location(), none.reason()));
            case Valid<Path> file -> {
                List<Complaint> complaints = new ArrayList<>(examine(file.value(), accounts));
                second(file.value(), environment).ifPresent(complaints::add);
                leftOver(file.value(), complaints);
                yield complaints;
            }
        };
    }

    private static List<Complaint> examine(Path path, List<Account> accounts) {
        NetrcDiagnostics troubles = new NetrcDiagnostics(path);
        try {
            Optional<FileContent> content = new SharedFile(path).read();
            if (content.isPresent()) {
                Optional<FileExposure> exposure = FileExposure.of(path);
                if (exposure.filter(FileExposure::isForeign).isEmpty()) { // nobody restricts another user's file
                    troubles.mode(content.get().mode());
                }
                exposure.ifPresent(found -> exposure(found, troubles));
                words(NetrcParser.parse(content.get().bytes()), accounts, troubles);
            }
            return troubles.complaints();
        } catch (FileException e) {
            return List.of(new Complaint(new Location.File(path), Messages.unusableFile(path, e)));
        } catch (NetrcException e) {
            troubles.add(e.line(), e.reason());
            return troubles.complaints();
        }
    }

    private static void exposure(FileExposure exposure, NetrcDiagnostics troubles) {
        if (exposure.isForeign()) {
            troubles.add(0, Messages.fileOfAnotherUser(exposure.file()));
        }
        exposure.openFolder().ifPresent(mode -> troubles.add(0, Messages.openFolder(exposure.folder(), mode)));
    }

    private static void words(NetrcDocument document, List<Account> accounts, NetrcDiagnostics troubles) {
        ReaderIncompatibilities disagreements = new ReaderIncompatibilities(document, troubles);
        troubles.encoding(document.text());
        troubles.hiddenRest(document);
        disagreements.defaults();
        for (Account each : accounts) {
            AccountEntries account = AccountEntries.of(document, each);
            troubles.names(account);
            disagreements.words(account);
            disagreements.names(account);
            if (each.profile().isDefault()) {
                if (account.server().active().isEmpty()) {
                    troubles.inactive(account);
                }
                if (account.deciding().isEmpty()) {
                    new NearMisses(each.host(), document).report(troubles);
                }
            }
        }
    }

    /** What a run left that was killed before its new file took the old one's place. */
    private static void leftOver(Path path, List<Complaint> complaints) {
        for (Path file : StaleTempFiles.beside(path)) {
            complaints.add(new Complaint(new Location.File(file), Messages.leftByKilledRun(file)));
        }
    }

    /** The file of the other name, which some programs read first, on Windows at least. */
    private static Optional<Complaint> second(Path chosen, Environment environment) {
        Path name = chosen.getFileName();
        boolean isDotted = name != null && name.toString().equals(".netrc");
        if (!isDotted || environment.variable("NETRC").isPresent()) {
            return Optional.empty();
        }
        Path other = chosen.resolveSibling("_netrc");
        return Files.exists(other)
                ? Optional.of(new Complaint(new Location.File(other), Messages.secondFile()))
                : Optional.empty();
    }
}
