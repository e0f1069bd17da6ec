package wandb.auth.config.message;

import java.util.List;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Reason;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.port.NearestWord;
import wandb.auth.files.FileException;

/** What this module tells people. */
public final class Messages {

    private static final String NAME_THE_POLICY = "Name the file of the policy: wandb auth policy --check FILE";
    private static final String CORRECT_ACCOUNT = "Correct it, or remove the section: a login writes it again.";
    private static final String NAME_ANOTHER_TRAIL = "Name another file by audit_file in the policy.";
    private static final String WHERE_ONLY_ROOT_RENAMES =
            "Name a file by audit_file in the policy in a folder where only root can rename.";
    private static final String TRY_AGAIN = "Try again.";

    private Messages() {}

    // The rules of a policy, in parts where a value stands in them: a run that prints nothing passes them along too

    public static final String KEYS_IN = "Keys in ";
    public static final String ARE_NOT_USED = " are not used.";
    public static final String NO_STORE_SAVES = "Keys may not be saved in any store.";
    public static final String SAVED_ONLY_IN = "Keys may be saved only in ";
    public static final String NO_PLAINTEXT = "Keys in plaintext are neither saved nor used.";
    public static final String NONE_ON_THIS_MACHINE = "Keys kept on this machine are neither saved nor used.";
    public static final String USED_ONLY_FOR = "Keys may be used only for ";
    public static final String NO_KEY_ARGUMENT = "A key may not be an argument on the command line.";
    public static final String ONLY_VERIFIED = "A key is saved only after its server has confirmed it.";
    public static final String NO_PLUGIN = "No plugin may run.";
    public static final String NO_HELPER = "No helper may run.";
    public static final String ONLY_LISTED_PLUGINS = "A plugin may run only where its SHA-256 is listed.";
    public static final String ONLY_LISTED_HELPERS = "A helper may run only where its SHA-256 is listed.";
    public static final String RECORDED_IN = "What is done with keys is recorded in ";

    // Finding the administrator's policy by its variable

    public static Reason policyPathIsRelative() {
        return policyMisnamed("It is not an absolute path.");
    }

    public static Reason policyIsMissing() {
        return policyMisnamed("It names a file that does not exist.");
    }

    public static Reason policyPathIsInvalid() {
        return policyMisnamed("It is not the path of a file.");
    }

    private static Reason policyMisnamed(String problem) {
        return new Reason(problem, "Set it to the absolute path of a policy, or unset it.");
    }

    // Reading a file

    public static Reason of(FileException problem) {
        return new Reason(sentence(problem), problem.remedy());
    }

    private static String sentence(FileException problem) {
        return "It " + problem.predicate() + ".";
    }

    public static Reason nothingToRead() {
        return new Reason(
                "Nothing can be read there: it is a dangling link, or was just removed.",
                "Correct or remove it, then try again.");
    }

    // Reading the file of a workspace

    public static Reason workspaceUnreadable() {
        return new Reason("It cannot be read.", "Give yourself permission to read it and its folder.");
    }

    public static Reason workspaceOfAnother() {
        return new Reason(
                "It belongs to another user, who may not choose your profile.",
                "Make it your own (chown) once you have checked what it says.");
    }

    public static Reason workspaceOpenToEverybody(int permissions) {
        return new Reason(
                "Everybody may write it (mode 0" + Integer.toOctalString(permissions) + ").",
                "Remove that permission (chmod o-w).");
    }

    public static Reason onlyProfileInWorkspace(String section) {
        return new Reason(
                "The file of a workspace has no section " + quoted(section) + ": it can only choose a profile.",
                "Remove the section.");
    }

    // The sections of a file

    public static Reason noSection(String section, List<String> sections) {
        return new Reason(
                "There is no section " + quoted(section) + "." + guess(section, sections),
                "Correct it: there are [policy], [store.ID], and in a user's file [login] and [account URL].");
    }

    public static Reason accountOfAdministrator() {
        return new Reason(
                "The administrator's file contains an account.",
                "Remove it: accounts belong in each user's own auth.ini.");
    }

    public static Reason profileOfAdministrator() {
        return new Reason(
                "The administrator's file chooses a profile.",
                "Remove the section: it belongs in each user's own auth.ini.");
    }

    public static Reason noStoreId(String id) {
        return new Reason(
                "The section is for the store " + quoted(id) + ", which is not the id of a store.",
                "Correct it: ids are listed by 'wandb auth stores'.");
    }

    public static Reason noLoginSetting(String setting) {
        return new Reason(
                "The section [login] has no " + quoted(setting) + ".", "Remove the line: there is only profile.");
    }

    /** What to do about the name of a profile that is invalid. */
    public static final String CORRECT_IT = "Correct it.";

    // The section of an account

    public static Reason accountWithoutStore() {
        return new Reason("The account has no store.", CORRECT_ACCOUNT);
    }

    public static Reason accountMisnamed(String problem) {
        return new Reason(problem, CORRECT_ACCOUNT);
    }

    public static Reason accountListedTwice(int firstLine) {
        return new Reason(
                "The account is listed a second time, after line " + firstLine + ".",
                "Remove one of the two sections.");
    }

    // The rules of a policy, and their values

    public static Reason noRule(String rule, List<String> rules) {
        return new Reason(
                "There is no rule " + quoted(rule) + "." + guess(rule, rules),
                "Correct or remove the line: the rules are " + Lists.joined(rules, "and") + ".");
    }

    public static Reason defaultHostOfUser() {
        return new Reason(
                "The rule default_host is for the administrator's file.",
                "Remove the line. To choose a server for yourself: wandb login --host URL");
    }

    public static Reason noneOfTheWords(String rule, String text, List<String> words) {
        return new Reason(says(rule, quoted(text)) + guess(text, words), "Write " + Lists.joined(words, "or") + ".");
    }

    public static Reason noServer(String rule, String problem) {
        return new Reason(
                "The option " + rule + " names no server: " + problem,
                "Write an address such as https://wandb.example.com.");
    }

    public static Reason noServerAmongHosts(String problem) {
        return new Reason(
                "The option hosts has an item that names no server: " + problem,
                "Write addresses such as https://api.wandb.ai or https://*.example.com.");
    }

    public static Reason noDigest(String rule, String text) {
        return new Reason(
                says(rule, quoted(text) + ", which is not a SHA-256 digest"),
                "Write its 64 hexadecimal digits, as sha256sum prints them, or none.");
    }

    public static Reason noAbsolutePath(String rule, String text) {
        return new Reason(says(rule, quoted(text)), "Write the absolute path of a file.");
    }

    public static Reason noId(String rule, String text) {
        return new Reason(
                says(rule, quoted(text) + ", which is not the id of a source or store"),
                "Write ids as 'wandb auth stores' and 'wandb status' name them.");
    }

    public static Reason itemTwice(String rule, String item) {
        return new Reason(says(rule, quoted(item) + " twice"), "Remove one of the two.");
    }

    public static Reason noItems(String rule) {
        return new Reason(says(rule, "nothing"), "Give it a value, or remove the line.");
    }

    private static String says(String rule, String what) {
        return "The option " + rule + " says " + what + ".";
    }

    /** The text from a file, unless it may be a key that somebody pasted there. */
    private static String quoted(String text) {
        return ApiKey.isLikely(text) ? "a text that may be a key" : "'" + TerminalSafe.of(text) + "'";
    }

    /** The word that was meant, as a sentence after the one that the text is no such word; nothing if none is near. */
    private static String guess(String text, List<String> words) {
        return NearestWord.of(text, words)
                .map(word -> " Did you mean '" + word + "'?")
                .orElse("");
    }

    // Checking a policy

    public static Reason draftMissing() {
        return new Reason("There is no such file.", NAME_THE_POLICY);
    }

    public static Reason draftIsNoFile(FileException problem) {
        return new Reason(sentence(problem), NAME_THE_POLICY);
    }

    public static Reason trailInFileOfKeys() {
        return new Reason(
                "The audit_file is a file that keys, settings or rules are kept in.", "Name a file of its own.");
    }

    // Changing the user's files

    public static Reason noAccountsInHomeOfAnother() {
        return new Reason(
                "It belongs to another user, so root keeps no list of accounts there.",
                "Run this as that user to have one.");
    }

    public static Reason changedMeanwhile() {
        return new Reason("Another program changed it at the same time.", TRY_AGAIN);
    }

    public static Reason sectionCannotBeChanged() {
        return new Reason("The section cannot be changed.", "Change it in an editor.");
    }

    public static Reason sectionOfAccountCannotBeChanged() {
        return new Reason("The account's section cannot be changed.", "Change it in an editor.");
    }

    public static Reason sectionIsThere(String section) {
        return new Reason("The section [" + section + "] is there already.", "Remove it first, or use another name.");
    }

    public static Reason sectionIsMissing(String section) {
        return new Reason(
                "It has no section [" + section + "].",
                "What the administrator's file sets up cannot be removed here.");
    }

    // The file of the audit trail

    public static Reason noTrail() {
        return new Reason("It contains something other than an audit trail.", NAME_ANOTHER_TRAIL);
    }

    public static Reason trailBeyondReach() {
        return new Reason(
                "It leads, by a link that another user could have made, to a place that this user may not write.",
                NAME_ANOTHER_TRAIL);
    }

    public static Reason trailReplaceable() {
        return new Reason(
                "Others than root can put another file in its place, which cannot be noticed without /proc.",
                WHERE_ONLY_ROOT_RENAMES);
    }

    public static Reason trailMayBeAnyFile() {
        return new Reason(
                "Others than root can put another file in its place, and this one has several names, or belongs to"
                        + " neither root nor the owner of its folder.",
                WHERE_ONLY_ROOT_RENAMES);
    }

    public static Reason trailRenamed() {
        return new Reason("It was renamed, or a folder on the way to it, while it was looked at.", TRY_AGAIN);
    }

    public static Reason trailFolderMissing() {
        return new Reason("It is in a folder that does not exist.", "Make the folder.");
    }

    public static Reason trailCannotBeMade() {
        return new Reason("It does not exist and cannot be created.", "Create it, writable by its users.");
    }

    public static Reason trailIsNoFile() {
        return new Reason("It is a link, a directory, a pipe or a device, or cannot be reached.", "Put a file there.");
    }

    public static Reason trailReadOnly() {
        return new Reason("It may not be written.", "Give everyone who uses it permission to write it.");
    }

    public static Reason trailNotWritten(String why) {
        return new Reason("It cannot be written: " + why + ".", "Fix the problem and try again.");
    }

    /** Why, where the system says nothing. */
    public static final String PERMISSION_DENIED = "permission denied";

    public static final String INTERRUPTED = "interrupted";

    // Recording in the audit trail

    public static Reason userUnknown() {
        return new Reason(
                "Nothing can be recorded, since the operating system does not tell which user this is.",
                "Make /proc readable, or the folder for temporary files writable.");
    }

    /** What becomes of an event that did not take place. */
    public static final String NOTHING_DONE = "there was nothing to do";
}
