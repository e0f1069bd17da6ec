package wandb.auth.files.message;

import java.nio.file.Path;

/** All that this module says to a person. */
public final class Messages {

    private Messages() {}

    // What keeps a file from being read, in words that follow its name

    public static final String IS_A_DIRECTORY = "is a directory, not a file";

    public static final String IS_A_DEVICE = "is a pipe, a socket or a device, not a file";

    public static final String LEADS_IN_A_CIRCLE = "is a symbolic link that leads in a circle";

    public static final String LEADS_BEYOND_REACH =
            "leads, by a link that another user could have made, to a place that this user may not write";

    public static final String OF_ANOTHER_USER_WHERE_ALL_WRITE =
            "belongs to another user, in a directory that everybody may write to";

    public static final String NOT_OF_FOLDERS_OWNER = "is not a file of the owner of its folder";

    public static String closedToItsOwner(String mode) {
        return "may not be read by its owner (mode " + mode + ")";
    }

    public static String ofAnotherAndUnreadable(String owner) {
        return "belongs to " + owner + ", and this user may not read it";
    }

    public static String tooLarge(int mostMebibytes) {
        return "is larger than " + mostMebibytes + " MiB";
    }

    public static String notRead(String why) {
        return "cannot be read: " + why;
    }

    // What keeps it from being written

    public static final String DOES_NOT_EXIST = "does not exist";

    public static final String IS_NO_DIRECTORY = "is not a directory";

    public static final String TAKES_NO_FILES = "takes no new files";

    public static final String OF_ANOTHER_USER = "belongs to another user";

    public static final String IMMUTABLE = "cannot be written: it is on a read-only file system, or immutable";

    public static final String CLOSED_BY_ACCESS_LIST =
            "may not be written: it is read-only, or its access list does not allow it";

    public static String readOnly(String mode) {
        return "is read-only (mode " + mode + ")";
    }

    public static String ofAnotherAndUnwritable(String owner) {
        return "belongs to " + owner + ", and this user may not write it";
    }

    public static String notWritten(String why) {
        return "cannot be written: " + why;
    }

    // What other programs do to it

    public static final String KEEPS_CHANGING = "keeps being changed by another program";

    public static String lockedFor(long seconds) {
        return "has been locked by another program for " + seconds + " seconds";
    }

    // What keeps it from being overwritten in place

    public static final String NO_DIRECTORY_FOR_COPY =
            "can only be written in place, and not safely: there is no directory for a copy";

    public static final String NO_OTHER_DIRECTORY_FOR_COPY =
            "may not be written, and there is no other directory for the copy that is made before the"
                    + " file in it is written in place";

    public static final String NO_COPY_WHERE_OTHERS_WRITE =
            "may be written by others, so no copy of the file can be kept in it while that is overwritten";

    public static final String IN_THE_WAY_OF_COPY =
            "is in the way of the backup copy that is kept while the file is overwritten";

    public static String halfWritten(String why, Path copy) {
        return why + ", and is half written; the next run puts the old content back from " + copy;
    }

    public static String perhapsHalfWritten(String why, Path copy) {
        return why + ", and may be half written: its old content is in " + copy
                + ", from where the next run puts it back; remove that to leave the file as it is";
    }

    // Why the operating system refuses

    public static final String PERMISSION_DENIED = "permission denied";

    public static final String NO_LONGER_THERE = "it is no longer there";

    public static final String NOT_A_DIRECTORY = "not a directory";

    public static final String NOT_REPLACED_IN_ONE_STEP = "the file system cannot replace it in one step";

    public static final String INPUT_OUTPUT_ERROR = "input/output error";

    // Whose it is

    public static final String ROOT = "root";

    public static String anotherUser(int number) {
        return "another user (number " + number + ")";
    }

    // What to do about it

    public static final String NAME_ANOTHER_OR_MOVE = "Name another file, or move this one away.";

    public static final String ALLOW_READING = "Give yourself permission to read it.";

    public static final String ALLOW_WRITING = "Give yourself permission to write it.";

    public static final String REDUCE_SIZE = "Reduce its size, or name another file.";

    public static final String FIX_LINK = "Fix the symbolic link.";

    public static final String CREATE_DIRECTORY = "Create the directory, or name another file.";

    public static final String CHANGE_OWNER = "Have its owner changed to you (chown), or name another file.";

    public static final String CHANGE_OWNER_ON_WINDOWS =
            "Take ownership of it (Properties, Security, Advanced), or name another file.";

    public static final String END_PROTECTION =
            "Name another file, or have that changed (mount and lsattr tell which it is).";

    public static final String END_PROTECTION_ON_WINDOWS = "Name another file, or have that changed.";

    public static final String END_LOCK =
            "Find that program (fuser names it), let it continue or end it, and try again.";

    public static final String END_LOCK_ON_WINDOWS =
            "Let the other wandb continue or end it (Task Manager shows it as java), and try again.";

    public static final String TRY_WHEN_IT_RESTS = "Try again when no other program is writing it.";

    public static final String FIX_AND_TRY_AGAIN = "Fix the problem and try again.";

    // Who else could change it

    public static final String NOT_OF_ROOT = "It does not belong to root.";

    public static final String GIVE_TO_ROOT = "Check what it says, then give it to root (chown root).";

    public static final String CHANGEABLE_BY_ITS_OWNER = "It belongs to another user, who could change what it says.";

    public static final String MAKE_YOUR_OWN =
            "Move it away, or make it your own (chown) once you have checked what it says.";

    public static final String RUN_AS_ITS_OWNER =
            "Run this as that user; or, if it is meant to be root's, give it to root (chown root) once you have checked what it"
                    + " says.";

    public static String changeableByOthers(int permissions) {
        return "It is writable by group or others (mode 0" + Integer.toOctalString(permissions) + ").";
    }

    public static final String FORBID_OTHERS =
            "Remove that permission (chmod go-w) once you have checked what was written.";

    public static final String UNREADABLE = "It cannot be read.";

    public static final String ALLOW_READING_WITH_FOLDER = "Give yourself permission to read it and its folder.";

    // The same on Windows

    public static String belongsTo(String user) {
        return "It belongs to " + user + ".";
    }

    public static String giveToAdministrators(Path path) {
        return "Check what it says, then give it to the administrators: icacls \"" + path
                + "\" /setowner *S-1-5-32-544";
    }

    public static String makeYourOwn(Path path) {
        return "Move it away, or make it your own once you have checked what it says: takeown /f \"" + path + "\"";
    }

    public static final String NO_ACCESS_LIST = "It has no access list, so everybody may write it.";

    public static final String KEEP_ON_NTFS = "Keep it on a file system with access lists (NTFS).";

    public static String changeableBy(String user) {
        return user + " may write it.";
    }

    public static String forbid(String user, Path path) {
        return "Remove that permission once you have checked what was written: icacls \"" + path
                + "\" /inheritance:d /remove:g \"" + user + "\"";
    }

    // Reading an INI file

    public static final String BYTE_ORDER_MARK = "The file begins with a byte order mark.";

    public static final String NOT_UTF_8 = "The line is not UTF-8.";

    public static final String SAVE_AS_UTF_8 = "Save the file as UTF-8 without a byte order mark.";

    public static final String BEFORE_FIRST_SECTION = "The line precedes the first section.";

    public static final String BEGIN_WITH_SECTION = "Begin the file with the name of a section in brackets.";

    public static final String SECTION_TWICE = "The section begins a second time.";

    public static final String JOIN_SECTIONS = "Join it with the first.";

    public static final String NO_EQUALS_SIGN = "The line is not an option: it has no equals sign.";

    public static final String NO_OPTION_NAME = "The option has no name before its equals sign.";

    public static final String CORRECT_LINE = "Correct or remove the line.";

    public static String optionTwice(int firstLine) {
        return "The option is set a second time, after line " + firstLine + ".";
    }

    public static final String REMOVE_ONE_OPTION = "Remove one of the two.";

    // The references in its values

    public static final String LONE_PERCENT_SIGN =
            "A percent sign in the option is followed by neither another one nor (NAME)s.";

    public static final String DOUBLE_PERCENT_SIGN = "Write %% for a percent sign.";

    public static final String REFERENCES_IN_A_CIRCLE =
            "A reference in the option leads in a circle, or through too many others.";

    public static final String REFERENCE_TO_NOTHING = "The option refers to another that is not set.";

    public static final String TOO_MANY_REFERENCES = "The option holds too many references.";

    public static final String VALUE_TOO_LONG = "The value of the option becomes too long.";

    public static final String CORRECT_REFERENCE =
            "Correct what stands between %( and )s, or write %% for a percent sign.";
}
