package wandb.auth.sdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import wandb.auth.system.Run;

/** What holds of the hook with the pinned SDK, with the oldest and the newest SDKs that it knows. */
@Tag("slow")
class HookSdksIT {

    @Nested
    class Oldest extends HookIT {
        @Override
        Sdk sdk() {
            return Sdk.OLDEST;
        }
    }

    /** The server of the tests understands the synchronising of these, and not that of the pinned SDK. */
    abstract static class Jobs extends HookJobsIT {
        @Test
        void aRunThatWasLoggedOfflineIsSynchronised() throws Exception {
            String user = newUser("sync");
            Run run = synchronised(loggedIn(user)).ends(0);
            assertEquals(1, server.runs(user, "synced").size(), run::toString);
        }
    }

    @Nested
    class JobsOfOldest extends Jobs {
        @Override
        Sdk sdk() {
            return Sdk.OLDEST;
        }
    }

    @Nested
    class WithBothCloudNames extends HookIT {
        @Override
        Sdk sdk() {
            return Sdk.WITH_BOTH_CLOUD_NAMES;
        }
    }

    @Nested
    class JobsWithBothCloudNames extends Jobs {
        @Override
        Sdk sdk() {
            return Sdk.WITH_BOTH_CLOUD_NAMES;
        }
    }
}
