package wandb.auth.plugins;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import wandb.auth.domain.Location;
import wandb.auth.domain.Reason;
import wandb.auth.domain.Rule;
import wandb.auth.domain.port.OutsideText;

/** What a plugin says, cleaned. To be called where the plugin's own code is run: it may still answer. */
final class PluginText {

    private static final int MOST_REMARKS = 10;

    private PluginText() {}

    static Reason of(Reason reason) {
        return new Reason(sentence(reason.problem()), sentence(reason.remedy()));
    }

    static Rule of(Rule rule) {
        Optional<Location> setAt = rule.setAt().map(PluginText::of);
        return new Rule(sentence(rule.statement()), setAt);
    }

    static List<String> of(List<String> remarks) {
        List<String> cleaned = new ArrayList<>();
        for (String remark : remarks.subList(0, Math.min(remarks.size(), MOST_REMARKS))) {
            cleaned.add(sentence(remark));
        }
        return cleaned;
    }

    static Location of(Location location) {
        return switch (Objects.requireNonNull(location)) {
            case Location.Variable variable -> new Location.Variable(place(variable.name()));
            case Location.Place place -> new Location.Place(place(place.description()));
            case Location.File file -> of(file);
        };
    }

    /** A path may be of a file system that the plugin made. */
    private static Location of(Location.File file) {
        Path path = file.path();
        boolean isOurs = path.getFileSystem() == FileSystems.getDefault();
        String name = path.toString();
        String shown = place(name);
        return isOurs && shown.equals(name) ? new Location.File(path, file.line()) : new Location.Place(shown);
    }

    private static String sentence(String words) {
        return OutsideText.sentence(words, ProcessGuard.secrets());
    }

    private static String place(String name) {
        return OutsideText.place(name, ProcessGuard.secrets());
    }
}
