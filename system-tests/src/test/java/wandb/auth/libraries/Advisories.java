package wandb.auth.libraries;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wandb.auth.system.Checkout;

/** What is known against the libraries that are shipped, as {@code dist/src/main/advisories.txt} has it. */
public final class Advisories {

    private final Map<String, Entry> libraries = new HashMap<>();
    private final Set<String> tools = new HashSet<>();
    private @Nullable LocalDate lookedUp;
    private @Nullable Entry library;

    private Advisories() {}

    /** Those of this checkout. */
    public static Advisories ofThisCheckout() throws IOException {
        return parse(Files.readString(Checkout.ROOT.resolve("dist/src/main/advisories.txt")));
    }

    /**
     * Reads.
     *
     * @throws IllegalArgumentException for a line of another form, or one that does not belong where it is
     */
    static Advisories parse(String text) {
        Advisories advisories = new Advisories();
        for (String line : text.lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                advisories.read(line);
            }
        }
        advisories.lookedUp();
        return advisories;
    }

    private void read(String line) {
        String[] words = line.split(" ", 3);
        String rest = words.length < 3 ? "" : words[2].strip();
        switch (words[0]) {
            case "looked-up" -> lookedUp = LocalDate.parse(words[1]);
            case "library" -> {
                library = new Entry(ReleaseVersion.parse(rest));
                require(words[1].matches("[^:]+:[^:]+") && libraries.putIfAbsent(words[1], library) == null, line);
            }
            case "advisory" -> current(line).add(Advisory.parse(words[1], rest));
            case "answer" -> require(current(line).answer(words[1], rest), line);
            case "tool" ->
                tools.addAll(List.of(line.substring("tool".length()).strip().split(" ", -1)));
            default -> require(false, line);
        }
    }

    private Entry current(String line) {
        if (library == null) {
            throw unreadable(line);
        }
        return library;
    }

    private static void require(boolean condition, String line) {
        if (!condition) {
            throw unreadable(line);
        }
    }

    private static IllegalArgumentException unreadable(String line) {
        return new IllegalArgumentException("cannot read this line, or not in this place: " + line);
    }

    /** The day. */
    LocalDate lookedUp() {
        if (lookedUp == null) {
            throw new IllegalArgumentException("no line says when the advisories were looked up");
        }
        return lookedUp;
    }

    /** The libraries that it names, each as {@code GROUP:ARTIFACT}. */
    Set<String> libraries() {
        return libraries.keySet();
    }

    /** Whether an artifact only builds or tests. */
    boolean isTool(String artifact) {
        return tools.contains(artifact);
    }

    /**
     * What keeps a library from being shipped.
     *
     * @param name as {@code GROUP:ARTIFACT}
     */
    public List<String> objections(String name, String version) {
        Entry entry = libraries.get(name);
        if (entry == null) {
            return List.of(name + " " + version + " was never looked up");
        }
        List<String> objections = new ArrayList<>();
        ReleaseVersion shipped = ReleaseVersion.parse(version);
        if (shipped.compareTo(entry.version) != 0) {
            objections.add(name + " " + version + " was not looked up, but " + entry.version.text());
        }
        for (Advisory advisory : entry.advisories) {
            if (advisory.affects(shipped) && !entry.answered.contains(advisory.id())) {
                objections.add(name + " " + version + " is affected by " + advisory.id() + " " + advisory.words());
            }
        }
        return objections;
    }

    /** A library. */
    private static final class Entry {

        private final ReleaseVersion version;
        private final List<Advisory> advisories = new ArrayList<>();
        private final Set<String> answered = new HashSet<>();

        Entry(ReleaseVersion version) {
            this.version = version;
        }

        void add(Advisory advisory) {
            advisories.add(advisory);
        }

        /** Answers the advisory that was added last, if the answer is for this version and says something. */
        boolean answer(String answeredVersion, String text) {
            return answeredVersion.equals(version.text())
                    && !text.isEmpty()
                    && !advisories.isEmpty()
                    && answered.add(advisories.getLast().id());
        }
    }
}
