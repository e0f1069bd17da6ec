package wandb.auth.walk;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import wandb.auth.sdk.Sdk;

/** The same of other SDKs, in more states. */
@Tag("slow")
class OtherSdkWritersIT {

    private static final int NEAR = 11;

    @Nested
    class Old extends SdkWriterIT {
        @Override
        Sdk sdk() {
            return Sdk.OLDEST;
        }

        @Override
        int distance() {
            return NEAR;
        }
    }

    @Nested
    class WithBothCloudNames extends SdkWriterIT {
        @Override
        Sdk sdk() {
            return Sdk.WITH_BOTH_CLOUD_NAMES;
        }

        @Override
        int distance() {
            return NEAR;
        }
    }
}
