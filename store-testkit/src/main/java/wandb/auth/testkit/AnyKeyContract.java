package wandb.auth.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;

/** Every key comes back as it was, whatever its form and length. */
abstract class AnyKeyContract {

    private final Opened opened;

    AnyKeyContract(Opened opened) {
        this.opened = opened;
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new TreeMap<>();
        keys.put("40 characters", letters(40));
        keys.put("wandb_v1_, 86 characters", "wandb_v1_" + letters(77));
        keys.put("wandb_v1_, 92 characters", "wandb_v1_" + letters(83));
        keys.put("local- and 40 characters", "local-" + letters(40));
        keys.put("a server's name as prefix", "wandb.example_1-" + letters(40));
        keys.put("dashes everywhere", "-" + "a-_-".repeat(10) + "-");
        keys.put("1,000 characters", letters(1000));
        keys.put("a token of 2,000 characters", "e30.eyJzdWIiOiJhIn0." + letters(1980));
        return keys;
    }

    private static String letters(int length) {
        return "aZ09_".repeat(length).substring(0, length);
    }

    @TestFactory
    List<DynamicTest> everyKeyComesBack() {
        List<DynamicTest> tests = new ArrayList<>();
        keys().forEach((name, text) -> tests.add(dynamicTest(name, () -> comesBack(ApiKey.parse(text)))));
        return tests;
    }

    private void comesBack(ApiKey key) {
        Account account = opened.freshAccount();
        opened.saved(account, key);
        opened.assertHolds(account, key);
    }
}
