package wandb.auth.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Host;
import wandb.auth.domain.Outcome;
import wandb.auth.domain.Profile;
import wandb.auth.domain.spi.Erased;
import wandb.auth.domain.spi.Saved;

/** An account is a server and a profile: no two share an item, and the public cloud is one server under two names. */
abstract class IsolationContract {

    private static final List<String> ODD_ADDRESSES = List.of(
            "http://localhost:8080",
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
            "https://[2001:db8::7]",
            "https://10.0.0.7",
            "https://wandb",
            "https://wandb.example.com:8443",
            "https://wandb.example.com/teams/a%20b",
            "https://wandb.example.com/~team/a+b;c=d,e",
            "https://b\u00fccher.example",
            "https://under_score.example.com");

    /** Of 236 characters, of the 253 that a host name may have. */
    private static final String LONG_ADDRESS = "https://" + "long.".repeat(45) + "example.com";

    /** Each beside {@code https://wandb.example.com}. */
    private static final List<String> NEIGHBOURS = List.of(
            "https://wandb.example.com:8443",
            "https://wandb.example.com:443",
            "https://wandb.example.co",
            "https://wandb.example.com.example",
            "https://a.wandb.example.com",
            "https://wandb-example.com",
            "https://wandb_example.com");

    /** The same, of the same host name and port. */
    private static final List<String> NEIGHBOURS_ON_ITS_MACHINE = List.of(
            "https://wandb.example.com/teams",
            "https://wandb.example.com/default",
            "https://wandb.example.com/contract.named-1",
            "http://wandb.example.com");

    private static final List<String> OTHER_PROFILES =
            List.of("default", "Default", "contract.named-2", "CONTRACT.named-1", "..", "a_b", "x.".repeat(32));

    private final Opened opened;
    private final ApiKey key = Opened.key();
    private final ApiKey neighbours = Opened.key();

    IsolationContract(Opened opened) {
        this.opened = opened;
    }

    @TestFactory
    List<DynamicTest> everyAddressOfAServerCanHoldAKey() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String address : ODD_ADDRESSES) {
            tests.add(dynamicTest(address, () -> keepsAKeyOf(opened.account(address))));
        }
        tests.add(dynamicTest(LONG_ADDRESS, () -> keepsOrRefusesAKeyOf(opened.account(LONG_ADDRESS))));
        return tests;
    }

    /** What the place has no name for is refused in words, and not half kept. */
    private void keepsOrRefusesAKeyOf(Account account) {
        if (!(opened.has(Limit.NO_LONG_NAMES) && isRefused(account))) {
            keepsAKeyOf(account);
        }
    }

    private boolean isRefused(Account account) {
        if (!(opened.save(account, key, Opened.ABSENT) instanceof Saved.Failed failed)) {
            return false;
        }
        assertFalse(failed.reason().problem().isBlank(), "no problem is told");
        assertFalse(opened.find(account) instanceof Outcome.Found, "what was refused is kept");
        return true;
    }

    private void keepsAKeyOf(Account account) {
        opened.saved(account, key);
        opened.assertHolds(account, key);
        assertInstanceOf(Erased.Gone.class, opened.erase(account, Opened.ANYTHING));
        opened.assertAbsent(account);
    }

    @TestFactory
    List<DynamicTest> serversOfSimilarAddressesAreTwo() {
        List<String> addresses = new ArrayList<>(NEIGHBOURS);
        if (!opened.has(Limit.ONE_ITEM_FOR_A_MACHINE)) {
            addresses.addAll(NEIGHBOURS_ON_ITS_MACHINE);
        }
        return addresses.stream()
                .map(address -> dynamicTest(
                        address, () -> areTwo(opened.account("https://wandb.example.com"), opened.account(address))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> profilesOfAServerAreTwo() {
        return OTHER_PROFILES.stream()
                .map(Profile::new)
                .filter(other -> !other.equals(opened.profile()))
                .map(other -> dynamicTest(other.name(), () -> isApartFrom(other)))
                .toList();
    }

    private void isApartFrom(Profile other) {
        Account account = opened.freshAccount();
        Account neighbour = opened.account(account.host(), other);
        boolean isDotted = opened.has(Limit.NO_DOTTED_NAMES) && other.name().contains("..");
        if (!(isDotted && isRefused(neighbour))) {
            areTwo(account, neighbour);
        }
    }

    private void areTwo(Account account, Account neighbour) {
        opened.saved(account, key);
        opened.assertAbsent(neighbour);
        assertInstanceOf(Erased.Nothing.class, opened.erase(neighbour, Opened.ANYTHING));
        assertInstanceOf(Saved.Stored.class, opened.save(neighbour, neighbours, Opened.ABSENT));
        opened.assertHolds(account, key);
        opened.assertHolds(neighbour, neighbours);
        assertInstanceOf(Erased.Gone.class, opened.erase(account, Opened.ANYTHING));
        opened.assertAbsent(account);
        opened.assertHolds(neighbour, neighbours);
    }

    @Test
    void theCloudsKeyIsFoundByEitherName() {
        Account cloud = opened.account(Host.PUBLIC_CLOUD.url());
        Account forge = opened.account("https://api.forge.coreweave.com");
        opened.saved(cloud, key);
        opened.assertHolds(forge, key);
        opened.saved(forge, neighbours);
        opened.assertHolds(cloud, neighbours);
    }

    @Test
    void theCloudsKeyIsErasedByEitherName() {
        Account cloud = opened.account(Host.PUBLIC_CLOUD.url());
        Account forge = opened.account("https://api.forge.coreweave.com");
        opened.saved(cloud, key);
        assertInstanceOf(Erased.Gone.class, opened.erase(forge, Opened.ANYTHING));
        opened.assertAbsent(cloud);
        opened.saved(forge, key);
        assertInstanceOf(Erased.Gone.class, opened.erase(cloud, Opened.ANYTHING));
        opened.assertAbsent(forge);
    }
}
