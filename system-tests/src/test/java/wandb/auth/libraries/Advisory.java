package wandb.auth.libraries;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published advisory against a library.
 *
 * @param id its name in the database of advisories
 * @param affected the versions that it is about
 * @param words what it says
 */
record Advisory(String id, List<Range> affected, String words) {

    private static final Pattern RANGE = Pattern.compile("\\[([^,\\[\\])]+),([^,\\[\\])]+)\\)");

    /**
     * Reads.
     *
     * @param text ranges in a row, a space, and words
     * @throws IllegalArgumentException if it has another form
     */
    static Advisory parse(String id, String text) {
        Matcher line = Pattern.compile("((?:" + RANGE + ")+) +(\\S.*)").matcher(text);
        if (!line.matches()) {
            throw new IllegalArgumentException("not a range and words: " + text);
        }
        List<Range> affected = new ArrayList<>();
        Matcher range = RANGE.matcher(line.group(1));
        while (range.find()) {
            affected.add(new Range(ReleaseVersion.parse(range.group(1)), ReleaseVersion.parse(range.group(2))));
        }
        return new Advisory(id, affected, line.group(line.groupCount()));
    }

    boolean affects(ReleaseVersion version) {
        return affected.stream().anyMatch(range -> range.contains(version));
    }

    /**
     * Versions.
     *
     * @param first the first of them
     * @param fixed the first that is not among them
     */
    record Range(ReleaseVersion first, ReleaseVersion fixed) {

        Range {
            if (first.compareTo(fixed) >= 0) {
                throw new IllegalArgumentException("no version is between " + first.text() + " and " + fixed.text());
            }
        }

        boolean contains(ReleaseVersion version) {
            return version.compareTo(first) >= 0 && version.compareTo(fixed) < 0;
        }
    }
}
