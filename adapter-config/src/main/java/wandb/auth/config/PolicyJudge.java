package wandb.auth.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.config.file.AuthFileContent;
import wandb.auth.config.file.AuthFileContent.Broken;
import wandb.auth.config.file.AuthFileContent.Missing;
import wandb.auth.config.file.AuthFileContent.Understood;
import wandb.auth.config.file.KeyFiles;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;
import wandb.auth.files.ownership.Violation;

/**
 * Judges a file as the administrator's policy: everything that is wrong with it, where a run ends at the first.
 */
final class PolicyJudge {

    private final Environment environment;
    private final Path path;
    private final List<Complaint> mistakes = new ArrayList<>();
    private final List<Complaint> notes = new ArrayList<>();
    private final Map<SourceId, Location> named = new LinkedHashMap<>();
    private ResolutionPolicy policy = ResolutionPolicy.documented();

    PolicyJudge(Environment environment, Path path) {
        this.environment = environment;
        this.path = path;
    }

    PolicyDraft draft() {
        AuthFileContent content = content();
        switch (content) {
            case Missing missing -> mistakes.add(new Complaint(new Location.File(path), Messages.draftMissing()));
            case Broken broken -> mistakes.add(new Complaint(broken.location(), broken.reason()));
            case Understood file -> judge(file);
        }
        mistakes.sort(Comparator.comparingInt(PolicyJudge::line));
        return new PolicyDraft(policy, StoreSections.settings(content), named, mistakes, notes);
    }

    private static int line(Complaint complaint) {
        return complaint.location() instanceof Location.File file ? file.line() : 0;
    }

    private AuthFileContent content() {
        try {
            Optional<FileContent> content = new SharedFile(path).read();
            return content.isPresent() ? AuthFileContent.of(path, content.get().bytes()) : new Missing();
        } catch (FileException e) {
            boolean isFile = e.kind() != FileException.Kind.NOT_A_FILE;
            return new Broken(new Location.File(e.path()), isFile ? Messages.of(e) : Messages.draftIsNoFile(e));
        }
    }

    private void judge(Understood file) {
        for (Map.Entry<String, Integer> heading : file.ini().headings().entrySet()) {
            try {
                AuthIniSchema.check(heading.getKey(), heading.getValue(), ConfigScope.ADMINISTRATOR);
                judge(file.ini(), heading.getKey(), heading.getValue());
            } catch (PolicySyntaxException e) {
                mistake(e.line(), e.reason());
            } catch (IniException e) {
                mistake(e.line(), new Reason(e.problem(), e.remedy()));
            }
        }
        for (Restriction.Recorded recorded : policy.recorded()) {
            if (KeyFiles.are(environment, recorded.file())) {
                mistakes.add(new Complaint(recorded.rule().setAt().orElseThrow(), Messages.trailInFileOfKeys()));
            }
        }
        noteOwners();
    }

    private void judge(IniFile file, String section, int line) throws IniException {
        Map<String, IniValue> values = file.section(section).orElse(Map.of());
        if (section.startsWith(AuthIniSchema.STORE_PREFIX)) {
            name(new SourceId(section.substring(AuthIniSchema.STORE_PREFIX.length())), line);
        }
        if (section.equals(AuthIniSchema.POLICY)) {
            PolicyParser parser = new PolicyParser(path, values, ConfigScope.ADMINISTRATOR);
            values.forEach((rule, value) -> judge(parser, new PolicyValue(rule, value)));
        }
    }

    private void judge(PolicyParser parser, PolicyValue value) {
        try {
            policy = parser.with(policy, value);
            switch (value.rule()) {
                case "order", "sources_off", "default_store" -> name(value.ids(), value);
                case "stores" -> name(value.idsOrNone(), value);
                default -> {}
            }
        } catch (PolicySyntaxException e) {
            mistake(e.line(), e.reason());
        }
    }

    private void name(List<SourceId> ids, PolicyValue value) {
        ids.forEach(id -> name(id, value.value().line()));
    }

    private void name(SourceId id, int line) {
        named.putIfAbsent(id, new Location.File(path, line));
    }

    private void mistake(int line, Reason reason) {
        mistakes.add(new Complaint(new Location.File(path, line), reason));
    }

    /** Where the file is put, its owner and mode count; where it is judged it may be anybody's. */
    private void noteOwners() {
        Optional<Violation> violation = new FileOwnershipCheck(TrustedOwners.ROOT).breach(path);
        if (violation.isPresent()) {
            notes.add(new Complaint(
                    new Location.File(violation.get().path()),
                    new Reason(violation.get().problem(), violation.get().remedy())));
        }
    }
}
