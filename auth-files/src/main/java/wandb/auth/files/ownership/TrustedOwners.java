package wandb.auth.files.ownership;

import java.io.IOException;

/** Whose a file must be for it to count. */
public enum TrustedOwners {
    /** Root's alone. */
    ROOT("It does not belong to root.", "Check what it says, then give it to root (chown root)."),

    /** Root's, or that of the user who runs this. */
    ROOT_OR_USER(
            "It belongs to another user, who could change what it says.",
            "Move it away, or make it your own (chown) once you have checked what it says."),

    /**
     * The same of a file in the user's home. That a group may write a folder above does not count where nobody else can
     * reach it: many systems give new folders to a group that has no other member, below a home that is closed.
     */
    ROOT_OR_USER_AT_HOME(ROOT_OR_USER.complaint, ROOT_OR_USER.remedy);

    private static final int ROOT_ID = 0;

    /** It may be the home of that user, who would be locked out if root took it. */
    private static final String REMEDY_OF_ROOT =
            "Run this as that user; or, if it is meant to be root's, give it to root (chown root) once you have checked what it"
                    + " says.";

    private final String complaint;
    private final String remedy;

    TrustedOwners(String complaint, String remedy) {
        this.complaint = complaint;
        this.remedy = remedy;
    }

    /** Whether the user with this number is one of them. */
    public boolean include(int userId) throws IOException {
        return userId == ROOT_ID || (this != ROOT && userId == ProcessUser.id());
    }

    boolean spareClosedFolders() {
        return this == ROOT_OR_USER_AT_HOME;
    }

    String complaint() {
        return complaint;
    }

    String remedy() {
        return this != ROOT && ProcessUser.isRoot() ? REMEDY_OF_ROOT : remedy;
    }
}
