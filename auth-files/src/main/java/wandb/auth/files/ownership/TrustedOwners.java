package wandb.auth.files.ownership;

import java.io.IOException;
import wandb.auth.files.message.Messages;

/** Whose a file must be for it to count. */
public enum TrustedOwners {
    /** Root's alone. */
    ROOT(Messages.NOT_OF_ROOT, Messages.GIVE_TO_ROOT),

    /** Root's, or that of the user who runs this. */
    ROOT_OR_USER(Messages.CHANGEABLE_BY_ITS_OWNER, Messages.MAKE_YOUR_OWN),

    /**
     * The same of a file in the user's home. That a group may write a folder above does not count where nobody else can
     * reach it: many systems give new folders to a group that has no other member, below a home that is closed.
     */
    ROOT_OR_USER_AT_HOME(ROOT_OR_USER.complaint, ROOT_OR_USER.remedy);

    private static final int ROOT_ID = 0;

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
        // It may be the home of that user, who would be locked out if root took it.
        return this != ROOT && ProcessUser.isRoot() ? Messages.RUN_AS_ITS_OWNER : remedy;
    }
}
