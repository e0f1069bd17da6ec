package wandb.auth.dist;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * What is released, and for which machines.
 *
 * @param version the version of this program
 * @param time when it was made: the time of everything in the packages
 */
record Release(String version, Instant time) {

    /** The name of the packages and of what they install. */
    static final String NAME = "wandb-login";

    /** The day of the release (ISO 8601). */
    String day() {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(time.atOffset(ZoneOffset.UTC));
    }

    /** The name that Debian calls this machine's processor by. */
    static String debianArchitecture() {
        String processor = System.getProperty("os.arch");
        return processor.equals("aarch64") ? "arm64" : processor;
    }

    /** The operating system and the processor, as the names of downloads have them. */
    static String platform() {
        String system = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
        String processor = System.getProperty("os.arch");
        return system + "-" + (processor.equals("amd64") ? "x64" : processor.equals("aarch64") ? "arm64" : processor);
    }
}
