package wandb.auth.domain.port.sdk;

import java.nio.file.Path;
import wandb.auth.domain.ApiKey;

/** A Python SDK of W&amp;B on this machine. */
public record InstalledSdk(Version version, Path installation) {

    /** The first version that accepts keys of another length than 40 characters. */
    public static final Version FIRST_WITH_LONG_KEYS = new Version(0, 22, 3);

    /** The first version whose default server is the public cloud by its second name. */
    public static final Version FIRST_WITH_BOTH_CLOUD_NAMES = new Version(0, 31, 0);

    /** Whether it asks for the public cloud by its second name, and then by the documented one. */
    public boolean asksForBothCloudNames() {
        return version.compareTo(FIRST_WITH_BOTH_CLOUD_NAMES) >= 0;
    }

    /** Whether it can use the key: versions before {@link #FIRST_WITH_LONG_KEYS} want one of 40 characters. */
    public boolean accepts(ApiKey key) {
        return key.isAcceptedByOldSdks() || version.compareTo(FIRST_WITH_LONG_KEYS) >= 0;
    }

    /** The release part of a version (PEP 440); suffixes such as {@code rc1} are left out. */
    public record Version(int major, int minor, int patch) implements Comparable<Version> {

        @Override
        public int compareTo(Version other) {
            int byMajor = Integer.compare(major, other.major);
            int byMinor = Integer.compare(minor, other.minor);
            return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
        }

        @Override
        public String toString() {
            return major + "." + minor + "." + patch;
        }
    }
}
