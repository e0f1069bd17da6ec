package wandb.auth.libraries;

import java.lang.module.ModuleDescriptor;

/**
 * A version of a library, compared as Maven does: missing numbers are zero, and what follows a hyphen comes before the release.
 *
 * @param text as it is written
 */
record ReleaseVersion(String text, ModuleDescriptor.Version order) implements Comparable<ReleaseVersion> {

    /**
     * Reads.
     *
     * @throws IllegalArgumentException if it is not numbers with dots, and possibly a hyphen and more
     */
    static ReleaseVersion parse(String text) {
        if (!text.matches("\\d+(\\.\\d+)*(-[A-Za-z][A-Za-z0-9.]*)?")) {
            throw new IllegalArgumentException("not a version that can be compared: " + text);
        }
        return new ReleaseVersion(text, ModuleDescriptor.Version.parse(text.replaceFirst("(\\.0+)+(?=-|$)", "")));
    }

    @Override
    public int compareTo(ReleaseVersion other) {
        return order.compareTo(other.order);
    }
}
