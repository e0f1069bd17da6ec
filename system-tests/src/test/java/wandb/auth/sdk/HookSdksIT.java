package wandb.auth.sdk;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

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

    @Nested
    class JobsOfOldest extends HookJobsIT {
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
    class JobsWithBothCloudNames extends HookJobsIT {
        @Override
        Sdk sdk() {
            return Sdk.WITH_BOTH_CLOUD_NAMES;
        }
    }
}
