package wandb.auth.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules without a name of their own are called as the JDK calls them. */
class ModuleDescriptorFactoryTest {

    @ParameterizedTest
    @CsvSource({
        "foo.jar, foo",
        "foo-bar-1.2.3.jar, foo.bar",
        "foo-1.jar, foo",
        "foo_bar--baz.jar, foo.bar.baz",
        "foo-1.2-SNAPSHOT.jar, foo",
        "-foo-.jar, foo"
    })
    void theFilesNameGivesOne(String file, String module) {
        assertEquals(module, ModuleDescriptorFactory.nameOfFile(file));
    }
}
