package wandb.auth.helper.message;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Reason;
import wandb.auth.domain.SourceId;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.files.FileException;

/** What this module tells people. */
public final class Messages {

    /** Stands between a store and its item where a key was found. */
    public static final String ITEM = ", item ";

    /** Stands for a text that is not shown. */
    public static final String MAY_BE_KEY = "(a text that may be a key)";

    private static final String TRY_AGAIN = "Try again.";
    private static final String FIX_THAT = "Fix that, and try again.";

    private Messages() {}

    // The section of a store in auth.ini

    public static Reason unknownSetting(SourceId store, String setting, List<String> settings) {
        return ofSection(
                store, "has no setting '" + shown(setting) + "'", "The settings are " + String.join(", ", settings));
    }

    public static Reason noProtection(SourceId store, String text) {
        return ofSetting(store, "protection", text, "Write plaintext, encrypted or remote");
    }

    public static Reason noServer(SourceId store, String text) {
        return ofSetting(store, "host", text, "Write the address of a server, such as https://wandb.example.com");
    }

    public static Reason noProfile(SourceId store, String text) {
        return ofSetting(store, "profile", text, "Write the name of a profile, or leave it out");
    }

    public static Reason noSeconds(SourceId store, String text, int longest) {
        return ofSetting(store, "timeout", text, "Write a number of seconds from 1 to " + longest);
    }

    public static Reason noFormat(SourceId store, String text) {
        return ofSetting(store, "format", text, "Write key, first-line or netrc");
    }

    public static Reason noJsonPointer(SourceId store, String text) {
        return ofSetting(store, "field", text, "Write a JSON pointer, such as /data/api_key");
    }

    public static Reason fieldAndFormat(SourceId store) {
        return ofSection(store, "has field and format", "Remove format: with field, the answer is JSON");
    }

    public static Reason noExitCodes(SourceId store, String text, int highest) {
        return ofSetting(
                store,
                "absent",
                text,
                "Write exit codes from 1 to " + highest
                        + ", separated by commas, each with a blank and words of its message if need be");
    }

    // The section of a file

    public static Reason noPath(SourceId store) {
        return ofSection(store, "has no path", "Write path = FILE, with its absolute path");
    }

    public static Reason relativePath(SourceId store, String text) {
        return ofSetting(
                store, "path", text, "Write an absolute path; it may begin with ~/ or $CREDENTIALS_DIRECTORY/");
    }

    // The section of a command

    public static Reason noCommand(SourceId store) {
        return ofSection(store, "has no command", "Write command = PROGRAM ARGUMENTS");
    }

    public static Reason notOnlyOneOfSaveAndErase(SourceId store, String missing, String present) {
        return ofSection(
                store,
                "has no " + missing + ", which a store that can " + present + " needs",
                "Write " + missing + " = PROGRAM ARGUMENTS");
    }

    public static Reason netrcIsOnlyRead(SourceId store) {
        return ofSection(store, "has save, and a netrc is only read", "Remove save and erase, or format");
    }

    public static Reason hostBesidePlaceholder(SourceId store) {
        return ofSection(store, "has host, and its command names the server by a placeholder", "Remove one of the two");
    }

    public static Reason profileBesidePlaceholder(SourceId store) {
        return ofSection(store, "has profile, and its command names the profile by {profile}", "Remove one of the two");
    }

    public static Reason placeholderOnlyInCommand(SourceId store, String placeholder, String setting) {
        return ofSection(
                store, "names " + placeholder + " in command and not in " + setting, "Let both name the same item");
    }

    public static Reason placeholderForProgram(SourceId store, String setting) {
        return ofSection(
                store,
                "has a placeholder in the program of " + setting,
                "Name the program, and put it into an argument");
    }

    public static Reason keyInArguments(SourceId store, String setting) {
        return ofSection(
                store,
                "has {key} in " + setting + ", where other users of the machine could see it",
                "Leave it out: save gets the key on its standard input");
    }

    public static Reason templateWithoutSave(SourceId store) {
        return ofSection(store, "has template and no save", "Add save and erase, or remove template");
    }

    public static Reason templateIsNoJson(SourceId store) {
        return ofSection(store, "has a template that is not JSON", "Correct it");
    }

    public static Reason templateWithoutKey(SourceId store) {
        return ofSection(
                store,
                "has a template without a place for the key",
                "Write {key} in one of its texts, as in {\"password\":\"{key}\"}");
    }

    private static Reason ofSetting(SourceId store, String setting, String text, String remedy) {
        return ofSection(store, "says '" + setting + " = " + shown(text) + "'", remedy);
    }

    private static Reason ofSection(SourceId store, String predicate, String remedy) {
        return new Reason("Its section [store." + store + "] in auth.ini " + predicate + ".", remedy + ".");
    }

    private static String shown(String text) {
        return ApiKey.isLikely(text) ? MAY_BE_KEY : TerminalSafe.of(text);
    }

    // Cutting a command into words

    public static Reason noCommandLine(SourceId store, String setting, Reason why) {
        return new Reason(
                "In its section [store." + store + "] in auth.ini, " + setting + " is not a command. " + why.problem(),
                why.remedy());
    }

    public static Reason emptyCommand() {
        return new Reason("The command is empty.", "Write the program and its arguments.");
    }

    public static Reason openQuote() {
        return new Reason("The command has a quote that nothing closes.", "Close it.");
    }

    public static Reason needsShell(char sign) {
        return new Reason(
                "The command has a '" + sign + "', and no shell runs it.",
                "Put it in single quotes where it is meant as it is; else name a script that holds the command.");
    }

    // Finding the program

    public static Reason relativeProgram(String name) {
        return new Reason(
                "'" + TerminalSafe.of(name) + "' is not an absolute path.",
                "Write the whole path, or the bare name of a program on the PATH.");
    }

    public static Reason invalidProgram() {
        return new Reason("Its path is invalid.", "Correct it.");
    }

    public static Reason notOnPath(String name) {
        return new Reason(
                "There is no program '" + TerminalSafe.of(name) + "' on the PATH.", "Install it, or correct the name.");
    }

    public static Reason noProgram(Path program) {
        return new Reason("There is no program " + whole(program) + ".", "Install it, or correct its path.");
    }

    public static Reason notExecutable(Path program) {
        return new Reason(whole(program) + " may not be executed.", "Make it a program: chmod +x " + word(program));
    }

    public static Reason digestUnknown(Path program) {
        return new Reason(
                whole(program) + " cannot be read, so whether the policy allows it is unknown.",
                "Give yourself permission to read it.");
    }

    public static String digestNotListed(String rule, Path program, String digest) {
        return rule + " That of " + whole(program) + " is " + digest + ".";
    }

    private static String whole(Path program) {
        return TerminalSafe.whole(program.toString());
    }

    private static String word(Path program) {
        return TerminalSafe.shellWord(program.toString());
    }

    // What a command is for

    public static Reason onlyForServer(Host host) {
        return new Reason("It is for " + host + " alone.", otherStoreOr("put {host} into its commands"));
    }

    public static Reason onlyForProfile(Profile profile) {
        return new Reason(
                "It is for the profile " + profile + " alone.", otherStoreOr("put {profile} into its commands"));
    }

    public static Reason notMeantByMachine(Account account) {
        return new Reason(
                "Its commands name {machine}, which stands for https://"
                        + account.host().machine() + " and not for " + account.host() + ".",
                otherStoreOr("put {host} in its place"));
    }

    private static String otherStoreOr(String remedy) {
        return "Use another store for this account, or " + remedy + ".";
    }

    public static Reason emptyValue(String program, String placeholder, String value) {
        return notRunWith(program, placeholder, value, "It is empty.");
    }

    public static Reason dotsInValue(String program, String placeholder, String value) {
        return notRunWith(program, placeholder, value, "It holds '..'.");
    }

    public static Reason dashBeforeArgument(String program, String placeholder, String value) {
        return notRunWith(program, placeholder, value, "An argument would begin with a dash.");
    }

    public static Reason dotsInArgument(String program, String placeholder, String value) {
        return notRunWith(program, placeholder, value, "An argument would hold '..'.");
    }

    private static Reason notRunWith(String program, String placeholder, String value, String why) {
        return new Reason(
                program + " is not run with '" + TerminalSafe.of(value) + "' for " + placeholder + ". " + why,
                "Use another name, or another store for this account.");
    }

    public static Reason userUnknown() {
        return new Reason("The operating system does not tell which user this is.", "Use a section without {user}.");
    }

    // Running a program

    public static Reason notStarted(String program) {
        return new Reason(program + " was not started: there was no time left for its answer.", TRY_AGAIN);
    }

    public static Reason cannotBeStarted(Path program) {
        return new Reason(
                whole(program) + " cannot be started.",
                "Check whether it is a program for this machine and, for a script, whether its interpreter exists.");
    }

    public static Reason timedOut(String program) {
        return new Reason(
                program + " timed out and was terminated.",
                "Run it by hand to see what it waits for: a PIN or a password can be asked for on a terminal only.");
    }

    public static Reason tooMuchOutput(String program) {
        return new Reason(
                program + " wrote more than a key can be and was terminated.", "Run it by hand to see what it writes.");
    }

    public static Reason outputUnreadable(String program) {
        return new Reason(program + " was started, but its output cannot be read.", TRY_AGAIN);
    }

    // What a program said, at the end of a sentence about its trouble

    public static final String WITHOUT_A_WORD = "without a word.";
    public static final String WORDS_NOT_SHOWN = "with words that are not shown: they may hold a key.";

    public static String saying(String words) {
        return "saying \"" + TerminalSafe.of(words) + "\".";
    }

    // What a command wrote, or, where there is none, what the file holds

    public static Reason nothingThere(Optional<String> command) {
        return new Reason(says(command) + " nothing, as if that were a key.", keyAlone(command));
    }

    public static Reason notUtf8(Optional<String> command) {
        return new Reason(says(command) + " something that is not UTF-8.", keyAlone(command));
    }

    public static Reason severalLines(Optional<String> command) {
        return new Reason(
                says(command) + " more than one line.",
                keyAlone(command) + " If the first line is the key: format = first-line");
    }

    public static Reason noKey(Optional<String> command, String why) {
        String problem = command.isPresent() ? command.get() + " did not write a key: " : "It holds no key: ";
        return new Reason(problem + why, keyAlone(command));
    }

    public static Reason notJson(Optional<String> command) {
        return new Reason(
                says(command) + " something that is not JSON.",
                command.isPresent()
                        ? "Let it write JSON, or leave out 'field'."
                        : "Let it hold JSON, or leave out 'field'.");
    }

    public static Reason noTextAt(Optional<String> command, String field) {
        return new Reason(
                says(command) + " JSON that has no text at '" + TerminalSafe.of(field) + "'.",
                command.isPresent()
                        ? "See what it wrote, and correct 'field'."
                        : "See what it holds, and correct 'field'.");
    }

    public static Reason brokenNetrc(Optional<String> command, String why) {
        return new Reason(says(command) + " a netrc that cannot be used: " + why, "Correct the netrc.");
    }

    private static String says(Optional<String> command) {
        return command.isPresent() ? command.get() + " wrote" : "It holds";
    }

    private static String keyAlone(Optional<String> command) {
        return command.isPresent()
                ? "Let it write the key alone, on one line."
                : "Let it hold the key alone, on one line.";
    }

    public static Reason noReaderOfNetrc() {
        return new Reason("Nothing here reads a netrc.", "Reinstall the program.");
    }

    // Reading a file

    public static Reason of(FileException problem) {
        return new Reason("It " + problem.predicate() + ".", problem.remedy());
    }

    public static Reason folderMissing() {
        return new Reason("Its folder does not exist.", "Make the folder available, or correct the path.");
    }

    public static Reason readableByOthers(Path file) {
        return new Reason("It is readable by group or others.", "Remove that permission: chmod 600 " + word(file));
    }

    public static Reason justRemoved() {
        return new Reason("It was just removed.", TRY_AGAIN);
    }

    public static Reason unreadable() {
        return new Reason("It cannot be read.", "Give yourself permission to read it.");
    }

    // Commands as a source and a store

    public static Reason gaveNoKey(String command, int exitCode, String said) {
        return new Reason(command + " gave no key" + exited(exitCode, said), FIX_THAT);
    }

    public static Reason gaveNoKeyOrHasNone(SourceId store, String command, int exitCode, String said) {
        return new Reason(
                command + " gave no key" + exited(exitCode, said),
                FIX_THAT + " If it means that there is no key, say so in [store." + store + "]: absent = " + exitCode);
    }

    public static Reason keyNotSaved(String command, int exitCode, String said) {
        return new Reason(command + " did not save the key" + exited(exitCode, said), FIX_THAT);
    }

    public static Reason keyNotErased(String command, int exitCode, String said) {
        return new Reason(command + " did not erase the key" + exited(exitCode, said), FIX_THAT);
    }

    private static String exited(int exitCode, String said) {
        return " and exited with code " + exitCode + ", " + said;
    }

    public static Reason keyNotReturned(SourceId store, String save, String read) {
        return new Reason(save + " accepted the key, but " + read + " did not return it.", sameItem(store));
    }

    public static Reason keyStillGiven(SourceId store, String erase, String read) {
        return new Reason(
                erase + " reported that it erased the key, but " + read + " still gives one.", sameItem(store));
    }

    private static String sameItem(SourceId store) {
        return "See whether the commands of [store." + store + "] name the same item.";
    }

    // Credential helpers

    public static Reason keyNotLookedUp(Path helper, String said) {
        return new Reason(name(helper) + " could not look up the key, " + said, tryListing(helper));
    }

    public static Reason keyNotSaved(Path helper, String said) {
        return new Reason(name(helper) + " did not save the key, " + said, tryListing(helper));
    }

    public static Reason keyNotErased(Path helper, String said) {
        return new Reason(name(helper) + " did not erase the key, " + said, tryListing(helper));
    }

    public static Reason emptyKeyNotListed(Path helper, String said) {
        return new Reason(
                name(helper) + " returned an empty key, and could not list what it has, " + said, tryListing(helper));
    }

    private static String tryListing(Path helper) {
        return "Fix that, and try again; see whether this works: " + word(helper) + " list";
    }

    private static String name(Path helper) {
        return TerminalSafe.whole(String.valueOf(helper.getFileName()));
    }

    public static Reason emptyKey(String helper) {
        return new Reason(
                helper + " returned an empty key and reported success.",
                "Check whether its key store is set up and unlocked.");
    }

    public static Reason itemIsNoKey(String why) {
        return new Reason(why, "Log in again with --relogin, or log out.");
    }

    public static Reason noAnswerOfHelper(String helper, String said) {
        return new Reason(
                helper + " gave an answer that is not a credential helper's, " + said,
                "Check whether it speaks the protocol of Docker's credential helpers.");
    }

    public static Reason answerForAnother(String helper, String asked, String answered) {
        return new Reason(
                helper + " was asked for " + asked + " and answered for " + answered + ".",
                "Use a helper that keeps the two apart.");
    }

    public static Reason itemOfAnotherUser(String helper, String user, String wanted) {
        return new Reason(
                helper + " has a credential of the user '" + user + "' there, and not of '" + wanted + "'.",
                "If it is the key, store it again under that user name; else use a helper that keeps the two apart.");
    }

    public static Reason keyTakenOut(String helper, Reason why) {
        return unconfirmed(helper, "it was taken out again", why);
    }

    public static Reason keyMayBeThere(String helper, Reason why) {
        return unconfirmed(helper, "it may be there still", why);
    }

    private static Reason unconfirmed(String helper, String now, Reason why) {
        return new Reason(
                helper + " accepted the key, but it could not be confirmed, so " + now + ": " + why.problem(),
                why.remedy());
    }

    public static Reason keyNotKept(String helper) {
        return new Reason(
                helper + " accepted the key but did not return it when read.",
                "Another program may have changed it; else use another helper.");
    }

    public static Reason keyNotGone(String helper) {
        return new Reason(
                helper + " reported that it erased the key, but still returns one.",
                "Erase it with the program that keeps it.");
    }
}
