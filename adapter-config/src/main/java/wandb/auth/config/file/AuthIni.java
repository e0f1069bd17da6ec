package wandb.auth.config.file;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.port.Parsed;
import wandb.auth.domain.port.Parsed.Invalid;
import wandb.auth.domain.port.Parsed.Valid;
import wandb.auth.files.FileContent;
import wandb.auth.files.ini.IniException;
import wandb.auth.files.ini.IniFile;
import wandb.auth.files.ini.IniValue;

/**
 * What an {@code auth.ini} says; one that is absent says nothing.
 *
 * @param path the file
 * @param ini what it holds; empty if it is absent
 * @param headings the names of the sections in the order of the file, each with the line of its header, counted from 1
 */
public record AuthIni(Path path, Optional<IniFile> ini, Map<String, Integer> headings) {

    /** What a file of this content says. */
    public AuthIni(Path path, IniFile ini) {
        this(path, Optional.of(ini), ini.headings());
    }

    /** What a file of this content says; of none, one that is absent. */
    public static Parsed<AuthIni> of(Path path, Optional<FileContent> content) {
        if (content.isEmpty()) {
            return absent(path);
        }
        try {
            return new Valid<>(new AuthIni(path, IniFile.parseRaw(content.get().bytes())));
        } catch (IniException e) {
            return invalid(path, e);
        }
    }

    /** That there is no such file. */
    public static Parsed<AuthIni> absent(Path path) {
        return new Valid<>(new AuthIni(path, Optional.empty(), Map.of()));
    }

    /** That the file means nothing, for this reason. */
    public static <T> Invalid<T> invalid(Path path, IniException problem) {
        return new Invalid<>(new Location.File(path, problem.line()), new Reason(problem.problem(), problem.remedy()));
    }

    /** Why a part of it that is well-formed means nothing. */
    public static IniException problem(int line, Reason reason) {
        return new IniException(line, reason.problem(), reason.remedy());
    }

    /** Whether it has a section whose name begins so. */
    public boolean hasSection(String beginning) {
        for (String name : headings.keySet()) {
            if (name.startsWith(beginning)) {
                return true;
            }
        }
        return false;
    }

    /** The values of a section by the names of their options; none if there is no such section. */
    public Map<String, IniValue> section(String name) {
        try {
            return ini.isPresent() ? ini.get().section(name).orElse(Map.of()) : Map.of();
        } catch (IniException e) {
            throw new IllegalStateException("a percent sign is text here", e);
        }
    }
}
