package wandb.auth.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import wandb.auth.config.file.AuthFile;
import wandb.auth.config.file.AuthIni;
import wandb.auth.config.file.KeyFiles;
import wandb.auth.config.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Location;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.port.HealthCheck.Complaint;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.domain.port.configuration.PolicyDraft;
import wandb.auth.files.FileContent;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniValue;
import wandb.auth.files.ownership.FileOwnershipCheck;
import wandb.auth.files.ownership.TrustedOwners;

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
        Parsed<AuthIni> content = content();
        switch (content) {
            case Valid<AuthIni> file -> judge(file.value());
            case Invalid<AuthIni> broken -> mistakes.add(broken.complaint());
        }
        mistakes.sort(Comparator.comparingInt(PolicyJudge::line));
        return new PolicyDraft(policy, StoreSections.settings(content), named, mistakes, notes);
    }

    private static int line(Complaint complaint) {
        return complaint.location() instanceof Location.File file ? file.line() : 0;
    }

    private Parsed<AuthIni> content() {
        try {
            Optional<FileContent> content = new SharedFile(path).read();
            return content.isPresent()
                    ? AuthIni.of(path, content)
                    : new Invalid<>(new Location.File(path), Messages.draftMissing());
        } catch (FileException e) {
            boolean isFile = e.kind() != FileException.Kind.NOT_A_FILE;
            return new Invalid<>(new Location.File(e.path()), isFile ? Messages.of(e) : Messages.draftIsNoFile(e));
        }
    }

    private void judge(AuthIni file) {
        for (Map.Entry<String, Integer> heading : file.headings().entrySet()) {
            try {
                AuthIniSchema.check(heading.getKey(), heading.getValue(), false);
                judge(file, heading.getKey(), heading.getValue());
            } catch (IniException e) {
                mistake(e);
            }
        }
        for (Restriction.Recorded recorded : policy.recorded()) {
            if (KeyFiles.are(environment, recorded.file())) {
                mistakes.add(new Complaint(recorded.rule().setAt().orElseThrow(), Messages.trailInFileOfKeys()));
            }
        }
        noteOwners();
    }

    private void judge(AuthIni file, String section, int line) {
        if (section.startsWith(AuthIniSchema.STORE_PREFIX)) {
            name(new SourceId(section.substring(AuthIniSchema.STORE_PREFIX.length())), line);
        }
        if (section.equals(AuthIniSchema.POLICY)) {
            Map<String, IniValue> values = file.section(section);
            PolicyParser parser = new PolicyParser(path, values, false);
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
        } catch (IniException e) {
            mistake(e);
        }
    }

    private void name(List<SourceId> ids, PolicyValue value) {
        ids.forEach(id -> name(id, value.value().line()));
    }

    private void name(SourceId id, int line) {
        named.putIfAbsent(id, new Location.File(path, line));
    }

    private void mistake(IniException problem) {
        mistakes.add(AuthIni.invalid(path, problem).complaint());
    }

    /** Where the file is put, its owner and mode count; where it is judged it may be anybody's. */
    private void noteOwners() {
        new FileOwnershipCheck(TrustedOwners.ROOT)
                .breach(path)
                .map(AuthFile::complaint)
                .ifPresent(notes::add);
    }
}
