package wandb.auth.netrc.message;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Host;
import wandb.auth.domain.Location;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.files.EditResult;
import wandb.auth.files.FileException;
import wandb.auth.files.FileMode;

/** What the module says to a person. */
public final class Messages {

    private Messages() {}

    // Choosing the file

    public static Reason homeOfAnotherUser() {
        return new Reason("NETRC names another user's home directory.", "Write the path out, or begin it with ~/.");
    }

    public static Reason noPathInVariable() {
        return new Reason("NETRC is not the path of a file.", "Set it to one, or unset it.");
    }

    public static Reason noHome() {
        return new Reason("There is no home directory to look for a netrc file in.", "Set HOME, or NETRC.");
    }

    // Opening it

    /** For somebody who is told the path as well. */
    public static Reason unusableFile(Path told, FileException problem) {
        return problem.path().equals(told)
                ? new Reason("It " + problem.predicate() + ".", problem.remedy())
                : unusableFile(problem);
    }

    public static Reason unusableFile(FileException problem) {
        return new Reason(
                TerminalSafe.whole(problem.path().toString()) + " " + problem.predicate() + ".", problem.remedy());
    }

    // Parsing it

    public static final String MACHINE_NAME = "the machine's name";
    public static final String TOP_LEVEL_KEYWORD = "machine, default or macdef";
    public static final String KEYWORD_IN_ENTRY = "login, password, account, " + TOP_LEVEL_KEYWORD;

    public static String endOfMacro(int line) {
        return "an empty line to end the macro of line " + line;
    }

    public static Reason syntaxError(int line, int column, String expected, String remedy) {
        return new Reason("Line " + line + ", column " + column + ": " + expected + " was expected.", remedy);
    }

    public static final String FIX_FILE = "Fix the file there; the Python SDK cannot read it either.";
    public static final String FILE_IS_UTF_16 =
            "The file is UTF-16, as PowerShell writes redirected output: save it as UTF-8 without a byte order mark.";
    public static final String KEYWORD_IN_UPPER_CASE =
            "Write the keyword in lower case: curl and git accept any case, the Python SDK does not.";
    public static final String COMMENT_AFTER_EMPTY_LINE =
            "Put a line with a lone # above the comment: after an empty line or a quoted word Python does not take it"
                    + " for a comment.";
    public static final String HASH_WITHOUT_BLANK =
            "Put a blank after the # of the comment: otherwise Python reads its words.";

    public static Reason openQuote(int line) {
        return new Reason(
                "The quote on line " + line + " is not closed: it contains the rest of the file.", "Close it.");
    }

    public static Reason emptyWord(int line) {
        return new Reason("Python takes the empty word on line " + line + " for the end of the file.", "Remove it.");
    }

    public static Reason missingValue(int line) {
        return new Reason("The last keyword, on line " + line + ", lacks its value.", "Complete it.");
    }

    // Looking up a key

    public static final String DEFAULT_ENTRY_IS_NO_KEY =
            "A default entry is never used as a W&B key: its password belongs to other servers.";

    public static Reason noPassword() {
        return invalidPassword("The netrc entry for this server has no password.");
    }

    public static Reason invalidPassword(String problem) {
        return new Reason(problem, "Log in again with --relogin, or remove the entry.");
    }

    // What is wrong with a file that can be read

    public static Reason openToOthers(Path file, FileMode mode, boolean isOfAnotherUser) {
        return new Reason(
                "The file is accessible to other users (mode " + mode + ").",
                (isOfAnotherUser ? "Have its owner restrict it" : "Restrict it") + ": chmod 600 "
                        + TerminalSafe.shellWord(file.toString()));
    }

    public static Reason byteOrderMark() {
        return new Reason(
                "The file begins with a byte order mark, so the Python SDK cannot read it.",
                "Save it without that mark.");
    }

    public static Reason notUtf8(int line) {
        return new Reason(
                "Line " + line + " is not UTF-8, so the Python SDK crashes on the file.", "Save it as UTF-8.");
    }

    public static Reason severalEntries(int count, String name) {
        return new Reason(
                "There are " + count + " entries for " + name
                        + ": the Python SDK takes the last, curl and git the first.",
                "Remove all but one.");
    }

    public static Reason nameInUpperCase(int line, String name) {
        return new Reason(
                "The Python SDK does not see the entry on line " + line + ": it looks for " + name + " in lower case.",
                "Write the name in lower case.");
    }

    private static final String LOG_IN_AGAIN = "Log in again with --relogin to fix it.";

    public static Reason onlyUnderOtherName(String name, String other) {
        return new Reason("The Python SDK does not take the entry of " + other + " for " + name + ".", LOG_IN_AGAIN);
    }

    public static Reason differentKeys(String name, String other) {
        return new Reason(
                "The entries of " + name + " and " + other + ", two names of one server, hold different keys.",
                LOG_IN_AGAIN);
    }

    public static Reason defaultEntryFirst(String name) {
        return new Reason(
                "From version 0.31 on the Python SDK takes the default entry before the one of " + name + ".",
                LOG_IN_AGAIN);
    }

    public static Reason defaultProfileIsInactive(Optional<Profile> active, Host host) {
        return new Reason(
                active.isPresent()
                        ? "The profile " + active.get() + " is active, so the Python SDK finds its key."
                        : "No profile is active, so the Python SDK finds no key.",
                "To let it find the key of default: wandb auth switch default --host "
                        + TerminalSafe.shellWord(host.toString()));
    }

    public static Reason nameNobodyLooksFor(int line, String written, String name) {
        return new Reason(
                "The entry on line " + line + " is for " + TerminalSafe.of(written)
                        + ", which no program looks for: the name of this server is " + name + ".",
                "Correct the name, or log in and remove the entry.");
    }

    public static Reason nameWithoutPort(int line, String written, String name) {
        return new Reason(
                "The entry on line " + line + " is for " + TerminalSafe.of(written)
                        + ", without a port: the name of this server is " + name + ".",
                "If it is meant, add the port, or log in.");
    }

    // Saving and erasing a key

    public static Reason notTakenOver() {
        return new Reason(
                "Your auth.ini still has sections [netrc ...] of an earlier version, which could not be taken over.",
                "Make it and the netrc file writable, and try again.");
    }

    public static Reason serverNamedDefault() {
        return new Reason(
                "In a netrc file the name 'default' means every machine.", "Use the server's full host name.");
    }

    public static Reason otherWordsChangeWithKey() {
        return new Reason(
                "With the key in this file, readers would understand its other words differently than before.",
                "Insert the key by hand.");
    }

    public static Reason otherWordsChangeWithNames() {
        return new Reason(
                "With other names, readers would understand other words of this file differently than before.",
                "Rename the entries by hand.");
    }

    public static Reason backslashInName() {
        return new Reason("The name of the machine is written with a backslash.", "Write it without.");
    }

    public static Reason otherWordsChangeWithoutEntry() {
        return new Reason(
                "Without the entry, readers would understand other words of this file differently than before.",
                "Put a blank after the # of every comment that lacks one, and try again.");
    }

    public static Reason otherWordsChangeWithoutPassword() {
        return new Reason(
                "Without the password, readers would understand other words of this file differently than before.",
                "Remove it by hand.");
    }

    public static Reason keyNotReadBack() {
        return new Reason(
                "The key was written but could not be read back: another program wrote the file.", "Log in again.");
    }

    public static Reason entryIsThereAgain() {
        return new Reason("The entry is there again: another program wrote the file.", "Try again.");
    }

    /** What an edit of the file did besides, each a sentence. */
    public static List<String> sideEffects(EditResult<?> edited) {
        List<String> effects = new ArrayList<>();
        if (edited.created()) {
            effects.add(FILE_CREATED);
        }
        if (edited.tightenedFrom().isPresent()) {
            effects.add(restricted(edited.tightenedFrom().get()));
        }
        if (edited.inPlace()) {
            effects.add(OVERWRITTEN_IN_PLACE);
        }
        return effects;
    }

    public static final String FILE_CREATED = "The file was created.";

    private static String restricted(FileMode before) {
        return "Other users had access to the file: its mode " + before + " was changed to " + before.withoutOthers()
                + ".";
    }

    private static final String OVERWRITTEN_IN_PLACE =
            "The file was overwritten in place instead of replaced: it is a mount point, has several hard links, or"
                    + " its folder takes no new files.";
    public static final String NOT_FOUND_BY_SDK = "The Python SDK does not find it there.";

    public static String onlyPasswordRemoved(int line, String problem) {
        return "Only the password was removed from the entry on line " + line + ". " + problem
                + " Put a blank after the # of the comment that follows, and remove the entry.";
    }

    public static String otherKeyLeft(Location location) {
        return location.text()
                + " has another key for this server, which was left there. Remove it if you do not need it.";
    }

    // Only the doctor asks

    public static Reason fileOfAnotherUser(Path file) {
        return new Reason(
                "The file belongs to another user, who can read and change it.",
                "Check what it says, then make it your own: sudo chown \"$(id -u)\" "
                        + TerminalSafe.shellWord(file.toString()));
    }

    public static Reason openFolder(Path folder, String mode) {
        return new Reason(
                "Other users can replace the file: they can write to its folder (mode " + mode + ").",
                "Remove that permission: chmod go-w " + TerminalSafe.shellWord(folder.toString()));
    }

    public static Reason machineNamedDefault() {
        return new Reason(
                "Python treats 'machine default' as an entry for every machine, curl and git as one named default.",
                "Remove it, or write it as a default entry at the end of the file.");
    }

    public static Reason defaultEntryNotLast() {
        return new Reason(
                "A default entry precedes others: curl and git never reach the others; Python does.",
                "Move it to the end of the file.");
    }

    public static Reason passwordIsHash() {
        return new Reason(
                "The password begins with a hash: curl and git treat it as a comment, Python does not.",
                "Log in again with --relogin and a valid key.");
    }

    public static Reason doubleQuotes() {
        return new Reason(
                "A word is in double quotes, which Go programs and curl before 7.84 treat as part of it.",
                "Write it without them.");
    }

    public static Reason backslash() {
        return new Reason("A word contains a backslash, which Python drops and curl and git keep.", "Remove it.");
    }

    public static Reason singleQuotes() {
        return new Reason("A word is in single quotes, which every reader treats as part of it.", "Remove them.");
    }

    public static Reason nameInSingleQuotes() {
        return new Reason(
                "The name of the machine is in single quotes, as an SDK wrote it; no reader finds the entry.",
                "Remove the entry, and log in again.");
    }

    public static Reason entryWithoutPort(String name) {
        return new Reason(
                "curl and git never look for a port, and so take this entry's password for " + name + ".",
                "Remove the entry unless another service on that machine needs it.");
    }

    public static Reason secondFile() {
        return new Reason(
                "It exists beside .netrc: the Python SDK never reads it, programs on Windows read it first.",
                "Move what is needed into .netrc, and remove it.");
    }

    public static Reason leftByKilledRun(Path file) {
        return new Reason(
                "A run that was killed left this file behind; it may contain a key.",
                "Remove it: rm " + TerminalSafe.shellWord(file.toString())
                        + " ; the next login or logout does so too.");
    }
}
