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
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.HealthCheck;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.StaleTempFiles;
import wandb.auth.files.ownership.FileExposure;
import wandb.auth.netrc.entry.AccountEntries;
import wandb.auth.netrc.entry.ServerEntries;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcParser;
import wandb.auth.netrc.syntax.NetrcSyntaxException;

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
            case FileChoice.Undecided none -> List.of(new Complaint(none.location(), none.reason()));
            case FileChoice.Chosen file -> {
                List<Complaint> complaints = new ArrayList<>(examine(file.path(), accounts));
                second(file.path(), environment).ifPresent(complaints::add);
                leftOver(file.path(), complaints);
                yield complaints;
            }
        };
    }

    private static List<Complaint> examine(Path path, List<Account> accounts) {
        NetrcDiagnostics troubles = new NetrcDiagnostics(path);
        try {
            Optional<FileContent> content = new SharedFile(path).read();
            if (content.isPresent()) {
                troubles.mode(content.get().mode());
                FileExposure.of(path).ifPresent(exposure -> exposure(exposure, troubles));
                words(NetrcParser.parse(content.get().bytes()), accounts, troubles);
            }
            return troubles.complaints();
        } catch (FileException e) {
            return List.of(new Complaint(new Location.File(path), NetrcStore.reason(path, e)));
        } catch (NetrcSyntaxException e) {
            troubles.add(e.line(), e.reason());
            return troubles.complaints();
        }
    }

    private static void exposure(FileExposure exposure, NetrcDiagnostics troubles) {
        if (exposure.isForeign()) {
            troubles.add(
                    0,
                    "The file belongs to another user, who can read and change it.",
                    "Check what it says, then make it your own: sudo chown \"$(id -u)\" "
                            + TerminalSafe.shellWord(exposure.file().toString()));
        }
        exposure.openFolder()
                .ifPresent(mode -> troubles.add(
                        0,
                        "Other users can replace the file: they can write to its folder (mode " + mode + ").",
                        "Remove that permission: chmod go-w "
                                + TerminalSafe.shellWord(exposure.folder().toString())));
    }

    private static void words(NetrcDocument document, List<Account> accounts, NetrcDiagnostics troubles) {
        ReaderIncompatibilities disagreements = new ReaderIncompatibilities(document, troubles);
        troubles.encoding(document.text());
        troubles.hiddenRest(document);
        disagreements.defaults();
        for (Account each : accounts) {
            AccountEntries account = ServerEntries.of(document, each.host()).of(each.profile());
            troubles.duplicates(account);
            troubles.otherCase(account);
            troubles.otherNames(account);
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
            complaints.add(new Complaint(
                    new Location.File(file),
                    new Reason(
                            "A run that was killed left this file behind; it may contain a key.",
                            "Remove it: rm " + TerminalSafe.shellWord(file.toString())
                                    + " ; the next login or logout does so too.")));
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
                ? Optional.of(new Complaint(
                        new Location.File(other),
                        new Reason(
                                "It exists beside .netrc: the Python SDK never reads it, programs on Windows read it"
                                        + " first.",
                                "Move what is needed into .netrc, and remove it.")))
                : Optional.empty();
    }
}
