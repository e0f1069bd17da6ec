package wandb.auth.dist.rewrite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The libraries of the keychain as they are linked: with descriptors, and without what nobody enters. */
class LibraryDescriptorsTest {

    @TempDir
    Path folder;

    private ModuleFinder copies;

    @BeforeEach
    void copyTheLibraries() throws IOException {
        copies = copiesIn(Files.createDirectory(folder.resolve("once")));
    }

    private static ModuleFinder copiesIn(Path place) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (String element : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            String name = Path.of(element).getFileName().toString();
            boolean library = name.matches("(dbus-java|java-keyring|jna|slf4j).*\\.jar");
            if (library) {
                jars.add(Path.of(element));
            }
        }
        RewrittenModules.write(jars, place);
        return ModuleFinder.of(place);
    }

    private ModuleDescriptor descriptor(String module) {
        return copies.find(module).orElseThrow().descriptor();
    }

    private static Set<String> needed(ModuleDescriptor module) {
        return module.requires().stream()
                .filter(requires -> !requires.modifiers().contains(Requires.Modifier.STATIC))
                .map(Requires::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.keyring", "com.sun.jna", "com.sun.jna.platform"})
    void aLibraryWithoutADescriptorGetsOneThatExportsItsPackages(String module) {
        ModuleDescriptor descriptor = descriptor(module);
        assertFalse(descriptor.isAutomatic());
        assertEquals(
                descriptor.packages(),
                descriptor.exports().stream()
                        .map(ModuleDescriptor.Exports::source)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aLibraryWithoutADescriptorNeedsTheModulesOfTheClassesThatItRefersTo() {
        assertTrue(needed(descriptor("com.sun.jna.platform")).contains("com.sun.jna"));
        assertTrue(needed(descriptor("java.keyring")).contains("com.sun.jna"));
    }

    @Test
    void dbusNeedsWhatItNeededButForReadingXml() {
        assertEquals(Set.of("java.base", "jdk.security.auth", "org.slf4j"), needed(descriptor("org.freedesktop.dbus")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.keyring", "com.sun.jna", "org.freedesktop.dbus.transport.jre"})
    void noneBringsAWindowSystemIntoTheImage(String module) {
        Set<String> resolved = Configuration.resolve(
                        copies, List.of(Configuration.empty()), ModuleFinder.ofSystem(), Set.of(module))
                .modules()
                .stream()
                .map(resolvedModule -> resolvedModule.name())
                .collect(Collectors.toSet());
        assertTrue(resolved.contains(module));
        assertFalse(resolved.contains("java.desktop"), resolved::toString);
        assertFalse(resolved.contains("java.xml"), resolved::toString);
    }

    @Test
    void theSameJarsGetTheSameDescriptors() throws IOException {
        ModuleFinder again = copiesIn(Files.createDirectory(folder.resolve("again")));
        for (ModuleReference module : copies.findAll()) {
            String name = module.descriptor().name();
            assertArrayEquals(bytes(module), bytes(again.find(name).orElseThrow()), name);
        }
    }

    private static byte[] bytes(ModuleReference module) throws IOException {
        try (ModuleReader reader = module.open();
                InputStream in = reader.open("module-info.class").orElseThrow()) {
            return in.readAllBytes();
        }
    }
}
