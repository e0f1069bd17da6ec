package wandb.auth.domain;

/** Where the profile is chosen apart from the command line. A port that only a room of this project fills. */
public interface ProfileSettings {

    /** What is chosen; never an exception. */
    Configured profile(Environment environment);

    /** What is chosen. */
    sealed interface Configured {}

    /**
     * A profile's name as somebody wrote it, not yet judged.
     *
     * @param text the name as written
     * @param origin what kind of place it was written in
     * @param location the place itself
     */
    record ConfiguredName(String text, ProfileOrigin origin, Location location) implements Configured {}

    /** No profile: the default one is meant. */
    record NotConfigured() implements Configured {}

    /**
     * A file that may choose a profile cannot be read, relied on or understood, so that nobody knows whose key is meant.
     *
     * @param location the file, and its line where one is to blame
     * @param reason why, and what to do
     */
    record Unreadable(Location location, Reason reason) implements Configured {}
}
