package wandb.auth.netrc;

import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import wandb.auth.domain.Account;
import wandb.auth.domain.Profile;

/** The promises of {@link NetrcPromises} on thousands of files; one that breaks one is made smaller and shown. */
class NetrcPropertyTest {

    private static final int TRIES = 3_000;

    /** The same files in every run; fuzzing looks for others. */
    private static final String SEED = "20261128";

    @Property(tries = TRIES, seed = SEED)
    void aTreeIsTheWholeFile(@ForAll("promises") NetrcPromises promises) {
        promises.aTreeIsTheWholeFile();
    }

    @Property(tries = TRIES, seed = SEED)
    void aSaveChangesTheAccountAndNothingElse(@ForAll("promises") NetrcPromises promises) {
        promises.aSaveChangesTheAccountAndNothingElse();
    }

    @Property(tries = TRIES, seed = SEED)
    void anErasureTakesTheAccountAndNothingElse(@ForAll("promises") NetrcPromises promises) {
        promises.anErasureTakesTheAccountAndNothingElse();
    }

    @Property(tries = TRIES, seed = SEED)
    void anErasureUndoesASave(@ForAll("promises") NetrcPromises promises) {
        promises.anErasureUndoesASave();
    }

    @Property(tries = TRIES, seed = SEED)
    void aKeyThatIsErasedIsGone(@ForAll("promises") NetrcPromises promises) {
        promises.aKeyThatIsErasedIsGone();
    }

    @Property(tries = TRIES, seed = SEED)
    void aSwitchMovesNoKey(@ForAll("promises") NetrcPromises promises) {
        promises.aSwitchMovesNoKey();
    }

    @Provide
    Arbitrary<NetrcPromises> promises() {
        return Arbitraries.of(accounts()).flatMap(names -> files().map(file -> new NetrcPromises(file, names)));
    }

    static List<Account> accounts() {
        return List.of(
                Fixture.query("https://api.wandb.ai").account(),
                Fixture.query("https://wandb.example").account(),
                Fixture.query("https://api.wandb.ai", new Profile("work")).account());
    }

    /** Files by their choices, a zero where no choice is left: fewer and smaller choices make a simpler file. */
    private static Arbitrary<byte[]> files() {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(120)
                .map(NetrcPropertyTest::file);
    }

    private static byte[] file(List<Integer> choices) {
        Iterator<Integer> next = choices.iterator();
        return NetrcFiles.next(() -> next.hasNext() ? (long) next.next() << 33 : 0);
    }
}
