package wandb.auth.plugins;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.zip.ZipException;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;

/** What this module says to a person. */
final class Messages {

    private static final String INSTALL_AGAIN = "Install the plugin again.";
    private static final String REPORT = "Report this to its author.";
    private static final int MOST_PACKAGES = 5;

    private Messages() {}

    // Reading a plugin's folder

    static Reason folderWritableByOthers(Path folder) {
        return new Reason(
                folder + ": It is writable by group or others.",
                "Remove that permission (chmod go-w) once you have checked what lies in it.");
    }

    static Reason unreadable(Path path) {
        return new Reason(path + " cannot be read.", "Give yourself permission to read it.");
    }

    static Reason noJarIn(Path folder) {
        return new Reason(folder + " holds no jar.", "Put the plugin's jars there, or remove the folder.");
    }

    static Reason notRegularFile(Path file) {
        return new Reason(file + " is not a regular file.", "Remove it, or put the plugin's jar there.");
    }

    static Reason largerThan(int mebibytes) {
        return new Reason("The plugin is larger than " + mebibytes + " MiB.", "Remove what it does not need.");
    }

    static Reason changing(Path file) {
        return new Reason(file + " changed while it was being read.", "Try again.");
    }

    // Asking the policy

    /** With the digest that would have to be listed. */
    static String notAllowed(String rule, Path jar, String sha256) {
        return rule + " That of " + TerminalSafe.whole(jar.toString()) + " is " + sha256 + ".";
    }

    // Taking a jar apart

    static Reason notJar(Path file) {
        return new Reason(file + " is not a jar.", INSTALL_AGAIN);
    }

    /** By the message of the exception, one of those below. */
    static Reason unusableJar(Path file, ZipException flaw) {
        return new Reason(file + " is not a usable jar: it has " + flaw.getMessage() + ".", INSTALL_AGAIN);
    }

    static final String NO_ENTRIES = "no entries";
    static final String NO_CENTRAL_DIRECTORY = "no central directory";
    static final String CENTRAL_DIRECTORY_MISPLACED = "a central directory that is not at its place";
    static final String CENTRAL_DIRECTORY_DAMAGED = "a damaged central directory";
    static final String LENGTH_OUT_OF_ARCHIVE = "a length that leads out of the archive";
    static final String LOCAL_HEADER_DIFFERS = "a local header that differs from the central directory";
    static final String ENTRY_UNREADABLE = "an entry that Java would not read";
    static final String NAME_TWICE = "a name twice";
    static final String DATA_DAMAGED = "damaged data";
    static final String DATA_TOO_SHORT = "less data than the directory says";
    static final String DATA_TOO_LONG = "more data than the directory says";

    static String unpacksToMoreThan(long mebibytes) {
        return "more than " + mebibytes + " MiB of files";
    }

    // Making modules of the jars

    static Reason damagedJar(String jar) {
        return new Reason(jar + " is damaged.", INSTALL_AGAIN);
    }

    static Reason notModule(String jar) {
        return new Reason(jar + " is not a module that Java can read.", INSTALL_AGAIN);
    }

    static Reason moduleTaken(String jar, String module) {
        return new Reason(
                jar + " is the module " + module + ", which this program or Java has already.",
                "Remove it from the plugin's folder.");
    }

    static Reason sameModule(String jar, String otherJar, String module) {
        return new Reason(jar + " and " + otherJar + " are both the module " + module + ".", "Remove one of them.");
    }

    static Reason moduleMissing(String jar, String module) {
        return new Reason(
                jar + " needs the module " + module
                        + ", which is neither in the plugin's folder nor promised by this program.",
                "Put its jar there; docs/plugins.md lists the modules of Java that are promised.");
    }

    static Reason samePackages(String jar, String otherJar, SortedSet<String> packages) {
        List<String> named = packages.stream().limit(MOST_PACKAGES).toList();
        int others = packages.size() - named.size();
        return new Reason(
                jar + " and " + otherJar + " both hold the package" + (packages.size() > 1 ? "s " : " ")
                        + String.join(", ", named) + (others > 0 ? " and " + others + " more" : "")
                        + ", which Java allows in one module only.",
                "Shade the plugin into one jar, or leave out the jar that it does not need.");
    }

    static Reason notFitting(RuntimeException why) {
        return new Reason(
                "Its jars do not fit together: " + why.getMessage() + ".",
                "Leave out what Java has already, or shade the plugin into one jar.");
    }

    // Loading the plugin

    static Reason unusable(SourceId plugin, Reason why) {
        return new Reason("The plugin " + plugin + " cannot be used: " + why.problem(), why.remedy());
    }

    static Reason outOfMemory() {
        return new Reason("It needs more memory than this program has.", "Leave out what it does not need.");
    }

    static Reason providesNothing() {
        return new Reason(
                "None of its jars is a module that provides a store or a source.",
                "Its author's module-info must say so: docs/plugins.md");
    }

    static Reason provides(List<String> otherIds) {
        return new Reason("It provides " + String.join(", ", otherIds) + ".", "Give its folder that name.");
    }

    static Reason openedNothing() {
        return new Reason("It opened nothing.", REPORT);
    }

    // Asking the plugin

    /** As a place. */
    static String plugin(SourceId plugin) {
        return "the plugin " + plugin;
    }

    static Reason returnedNull(SourceId plugin) {
        return new Reason("The plugin " + plugin + " returned null.", REPORT);
    }

    static Reason silent(SourceId plugin) {
        return new Reason(
                "The plugin " + plugin + " did not answer in time.",
                "Try again; if it happens again, report it to the author.");
    }

    static Reason failed(SourceId plugin, String error) {
        return new Reason("The plugin " + plugin + " failed with " + error + ".", REPORT);
    }

    static final String UNTELLABLE_ERROR = "an error that cannot be told";

    /** An error by its type and by where it comes from, if that is known. */
    static String error(String type, StackTraceElement[] trace) {
        return trace.length == 0 ? type : type + " at " + trace[0];
    }

    static Reason keyNotSaved(SourceId plugin) {
        return new Reason("The plugin " + plugin + " reported that it saved the key, but does not return it.", REPORT);
    }

    static Reason keyNotErased(SourceId plugin) {
        return new Reason(
                "The plugin " + plugin + " reported that it erased the key, but still returns it.",
                "Erase it where the plugin keeps it, and report this to its author.");
    }

    // The end of the process

    static String processEnded(String thread) {
        return "wandb: ERROR A plugin has ended this program (thread '" + thread + "'). " + REPORT;
    }
}
