package wandb.auth.architecture;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Opens;
import java.lang.module.ModuleDescriptor.Provides;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A compiled module descriptor in words: a line for each thing that it says, in a fixed order. */
record ModuleText(ModuleDescriptor descriptor) {

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        lines.add((descriptor.isOpen() ? "open " : "") + "module " + descriptor.name());
        for (Requires requires : new TreeSet<>(descriptor.requires())) {
            lines.add("requires " + words(requires.modifiers()) + requires.name());
        }
        for (Exports exports : new TreeSet<>(descriptor.exports())) {
            lines.add("exports " + exports.source() + to(exports.targets()));
        }
        for (Opens opens : new TreeSet<>(descriptor.opens())) {
            lines.add("opens " + opens.source() + to(opens.targets()));
        }
        for (String service : new TreeSet<>(descriptor.uses())) {
            lines.add("uses " + service);
        }
        for (Provides provides : new TreeSet<>(descriptor.provides())) {
            lines.add("provides " + provides.service() + " with " + String.join(", ", provides.providers()));
        }
        return String.join("\n", lines) + "\n";
    }

    private static String words(Collection<? extends Enum<?>> modifiers) {
        StringBuilder words = new StringBuilder();
        for (Enum<?> modifier : modifiers.stream().sorted().toList()) {
            words.append(modifier.name().toLowerCase(Locale.ROOT)).append(' ');
        }
        return words.toString();
    }

    private static String to(Collection<String> targets) {
        return targets.isEmpty() ? "" : " to " + String.join(", ", new TreeSet<>(targets));
    }
}
