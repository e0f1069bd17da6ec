package wandb.auth.netrc;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import wandb.auth.domain.Account;
import org.jspecify.annotations.Nullable;

/**
 * The promises of {@link NetrcPromises} on files that a fuzzer makes, led by the code that they reach. In an ordinary run
 * it plays the files of {@code NetrcFuzzTestInputs} again; what a fuzzing run finds belongs there.
 */
class NetrcFuzzTest {

    @DictionaryFile(resourcePath = "netrc.dict")
    @FuzzTest
    void thePromisesHold(byte @Nullable [] file) {
        for (Account names : NetrcPropertyTest.accounts()) {
            NetrcPromises promises = new NetrcPromises(file == null ? new byte[0] : file, names);
            promises.aTreeIsTheWholeFile();
            promises.aSaveChangesTheAccountAndNothingElse();
            promises.anErasureTakesTheAccountAndNothingElse();
            promises.anErasureUndoesASave();
            promises.aKeyThatIsErasedIsGone();
            promises.aSwitchMovesNoKey();
        }
    }
}
