package wandb.auth.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.Annotation;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wandb.auth.system.Checkout;

/** What each module that is given out needs, offers and hides, compared with the texts in {@code modules/NAME.txt}. */
class ModuleDescriptorTest {

    private static final Path TEXTS = Checkout.resource("modules");

    static List<Path> modules() {
        return Project.shippedModules();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theDescriptorSaysWhatWasAgreed(Path module) throws IOException {
        ModuleDescriptor descriptor = descriptorOf(module);
        String agreed = Project.read(TEXTS.resolve(descriptor.name() + ".txt"));
        assertEquals(agreed, new ModuleText(descriptor).toString());
    }

    @Test
    void everyAgreedTextIsOfAModule() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path module : modules()) {
            names.add(descriptorOf(module).name() + ".txt");
        }
        Set<String> texts = new TreeSet<>();
        for (Path text : Project.filesBelow(TEXTS)) {
            texts.add(text.getFileName().toString());
        }
        assertEquals(names, texts);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModuleIsNamedAfterItsFolderAndItsPackagesAfterIt(Path folder) throws IOException {
        ProjectModule module =
                ProjectModule.inFolder(folder.getFileName().toString()).orElseThrow();
        String name = descriptorOf(folder).name();
        assertEquals(module.packageName("wandb.auth"), name);
        Path classes = folder.resolve("target/classes");
        for (Path file : Project.filesBelow(classes)) {
            String inside = classes.relativize(file).toString();
            boolean classFile = inside.endsWith(".class") && !inside.equals("module-info.class");
            assertTrue(!classFile || inside.startsWith(name.replace('.', '/') + "/"), inside);
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void onlyModulesThatOthersNeedExportAnything(Path folder) throws IOException {
        ProjectModule module =
                ProjectModule.inFolder(folder.getFileName().toString()).orElseThrow();
        ModuleDescriptor descriptor = descriptorOf(folder);
        // auth-app is for cli alone, which it names.
        boolean isHidden = module.isAdapter()
                || module == ProjectModule.VAULT
                || module == ProjectModule.APP
                || module == ProjectModule.CLI;
        boolean hidesAll = descriptor.exports().stream().allMatch(ModuleDescriptor.Exports::isQualified);
        assertEquals(isHidden, hidesAll, "exports to everybody");
        assertFalse(descriptor.isOpen(), "open module");
        assertTrue(descriptor.opens().stream().allMatch(ModuleDescriptor.Opens::isQualified), "opens to everybody");
    }

    @ParameterizedTest
    @MethodSource("modules")
    void providersAreNamedInTheDescriptorOnly(Path module) {
        for (Path folder : List.of(module.resolve("src"), module.resolve("target/classes"))) {
            for (Path file : Project.filesBelow(folder)) {
                assertFalse(file.toString().contains("META-INF/services"), file::toString);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void nullIsNoValueUnlessATypeSaysSo(Path module) throws IOException {
        ClassModel descriptor = ClassFile.of().parse(module.resolve("target/classes/module-info.class"));
        List<String> annotations = descriptor
                .findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(attribute -> attribute.annotations().stream()
                        .map(Annotation::className)
                        .map(Object::toString)
                        .toList())
                .orElse(List.of());
        assertEquals(List.of("Lorg/jspecify/annotations/NullMarked;"), annotations);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theDescriptorStartsByTellingWhatItIsForAndWhatItUsesAndProvides(Path module) throws IOException {
        String source = Project.read(module.resolve("src/main/java/module-info.java"));
        String withoutImports = source.replaceAll("(?m)^import .*\n", "").strip();
        assertTrue(withoutImports.startsWith("/**"), "no Javadoc at the start");
        String javadoc = withoutImports.substring(0, withoutImports.indexOf("*/"));
        ModuleDescriptor descriptor = descriptorOf(module);
        for (String service : descriptor.uses()) {
            assertTrue(javadoc.contains("@uses " + service + " "), "@uses " + service);
        }
        for (ModuleDescriptor.Provides provides : descriptor.provides()) {
            assertTrue(javadoc.contains("@provides " + provides.service() + " "), "@provides " + provides.service());
        }
    }

    private static ModuleDescriptor descriptorOf(Path module) throws IOException {
        try (InputStream in = Files.newInputStream(module.resolve("target/classes/module-info.class"))) {
            return ModuleDescriptor.read(in);
        }
    }
}
