package wandb.auth.files.ownership;

import java.io.IOException;

/** Whose a file must be for it to count. */
public enum TrustedOwners {
    ROOT("It does not belong to root.", "Check what it says, then give it to root (chown root)."),
    ROOT_OR_USER(
            "It belongs to another user, who could change what it says.",
            "Move it away, or make it your own (chown) once you have checked what it says.");

    private static final int ROOT_ID = 0;

    private final String complaint;
    private final String remedy;

    TrustedOwners(String complaint, String remedy) {
        this.complaint = complaint;
        this.remedy = remedy;
    }

    /** Whether the user with this number is one of them. */
    public boolean include(int userId) throws IOException {
        return userId == ROOT_ID || (this == ROOT_OR_USER && userId == ProcessUser.id());
    }

    String complaint() {
        return complaint;
    }

    String remedy() {
        return remedy;
    }
}
