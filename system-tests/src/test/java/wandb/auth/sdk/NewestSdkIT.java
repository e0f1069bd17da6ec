package wandb.auth.sdk;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** What holds beside the SDK that the recorded cases are from, beside the newest that is known. */
@Tag("slow")
class NewestSdkIT {

    @Nested
    class Files extends SdkIT {
        @Override
        Sdk sdk() {
            return Sdk.NEWEST;
        }
    }

    @Nested
    class Sources extends SdkSourcesIT {
        @Override
        Sdk sdk() {
            return Sdk.NEWEST;
        }
    }

    @Nested
    class Exec extends ExecSdkIT {
        @Override
        Sdk sdk() {
            return Sdk.NEWEST;
        }
    }

    /** Where this fails, the SDK looks for its key elsewhere than the hook knows. */
    @Nested
    class Hook extends HookIT {
        @Override
        Sdk sdk() {
            return Sdk.NEWEST;
        }
    }

    @Nested
    class Profiles extends ProfilesSdkIT {
        @Override
        Sdk sdk() {
            return Sdk.NEWEST;
        }
    }

    @Nested
    class Federation extends FederationIT {
        @Override
        Sdk sdk() {
            return Sdk.NEWEST;
        }
    }

    @Nested
    class VerifyByServer extends VerifyByServerIT {
        @Override
        Sdk sdk() {
            return Sdk.NEWEST;
        }
    }
}
