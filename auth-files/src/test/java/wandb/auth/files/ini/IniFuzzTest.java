package wandb.auth.files.ini;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;

/**
 * The promises of {@link IniPromises} on files that a fuzzer makes, led by the code that they reach. In an ordinary run
 * it plays the files of {@code IniFuzzTestInputs} again; what a fuzzing run finds belongs there.
 */
class IniFuzzTest {

    @DictionaryFile(resourcePath = "settings.dict")
    @FuzzTest
    void thePromisesHold(byte @Nullable [] file) {
        byte[] bytes = file == null ? new byte[0] : file;
        for (String section : new String[] {"default", "DEFAULT"}) {
            for (String option : new String[] {"a", "base_url"}) {
                IniPromises promises = new IniPromises(bytes, section, option, "50%");
                promises.aTreeIsTheWholeFile();
                promises.valuesAreToldOrRefused();
                promises.settingAnOptionChangesNothingElse();
                promises.removingAnOptionChangesNothingElse();
                promises.removingUndoesSetting();
            }
        }
    }
}
