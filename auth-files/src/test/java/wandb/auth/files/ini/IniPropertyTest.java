package wandb.auth.files.ini;

import java.util.Iterator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;

/** The promises of {@link IniPromises} on thousands of files; one that breaks one is made smaller and shown. */
class IniPropertyTest {

    static final List<String> NEW_VALUES = List.of("new", "", "50%", "%(a)s", "x = #y ;z", "[other]", "\u00fc\u20ac");

    private static final int TRIES = 2_000;

    /** The same files in every run; fuzzing looks for others. */
    private static final String SEED = "20261128";

    @Property(tries = TRIES, seed = SEED)
    void aTreeIsTheWholeFile(@ForAll("promises") IniPromises promises) {
        promises.aTreeIsTheWholeFile();
    }

    @Property(tries = TRIES, seed = SEED)
    void valuesAreToldOrRefused(@ForAll("promises") IniPromises promises) {
        promises.valuesAreToldOrRefused();
    }

    @Property(tries = TRIES, seed = SEED)
    void settingAnOptionChangesNothingElse(@ForAll("promises") IniPromises promises) {
        promises.settingAnOptionChangesNothingElse();
    }

    @Property(tries = TRIES, seed = SEED)
    void removingAnOptionChangesNothingElse(@ForAll("promises") IniPromises promises) {
        promises.removingAnOptionChangesNothingElse();
    }

    @Property(tries = TRIES, seed = SEED)
    void removingUndoesSetting(@ForAll("promises") IniPromises promises) {
        promises.removingUndoesSetting();
    }

    @Provide
    Arbitrary<IniPromises> promises() {
        return Combinators.combine(
                        files(),
                        Arbitraries.of(IniFiles.SECTIONS),
                        Arbitraries.of(writableOptions()),
                        Arbitraries.of(NEW_VALUES))
                .as(IniPromises::new);
    }

    /** Not those that would be read as a header. */
    static List<String> writableOptions() {
        return IniFiles.OPTIONS.stream().filter(name -> !name.startsWith("[")).toList();
    }

    /** Files by their choices, a zero where no choice is left: fewer and smaller choices make a simpler file. */
    private static Arbitrary<byte[]> files() {
        return Arbitraries.integers()
                .between(0, Integer.MAX_VALUE)
                .withDistribution(RandomDistribution.uniform())
                .list()
                .ofMaxSize(120)
                .map(IniPropertyTest::file);
    }

    private static byte[] file(List<Integer> choices) {
        Iterator<Integer> next = choices.iterator();
        return IniFiles.next(() -> next.hasNext() ? (long) next.next() << 33 : 0);
    }
}
