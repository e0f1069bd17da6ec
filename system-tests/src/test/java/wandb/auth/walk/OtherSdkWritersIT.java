package wandb.auth.walk;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wandb.auth.sdk.Sdk;

/** The same of other SDKs. */
@Tag("slow")
class OtherSdkWritersIT {

    /** Each of its logins takes seconds of processor time. */
    private static final int FARTHEST = 101;

    @Nested
    class Old extends SdkWriterIT {
        @Override
        Sdk sdk() {
            return Sdk.OLDEST;
        }

        @Override
        int distance() {
            return FARTHEST;
        }
    }

    @Nested
    class WithBothCloudNames extends SdkWriterIT {
        @Override
        Sdk sdk() {
            return Sdk.WITH_BOTH_CLOUD_NAMES;
        }
    }
}
