package wandb.auth.plugins;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;

/** The services that the classes of a jar may look for: of a class that names the ServiceLoader, every class that it names. */
record ServiceUsageScanner(PluginJar jar) {

    private static final String LOADER = "java/util/ServiceLoader";

    Set<String> names() throws ZipException {
        Set<String> names = new TreeSet<>();
        for (String file : jar.names()) {
            boolean isClass = file.endsWith(".class") && !file.startsWith("META-INF/");
            byte[] content = isClass ? jar.content(file).orElseThrow() : new byte[0];
            if (new String(content, StandardCharsets.ISO_8859_1).contains(LOADER)) {
                addClasses(content, names);
            }
        }
        return names;
    }

    private static void addClasses(byte[] classFile, Set<String> names) {
        for (PoolEntry entry : ClassFile.of().parse(classFile).constantPool()) {
            if (entry instanceof ClassEntry type && !type.name().stringValue().startsWith("[")) {
                names.add(type.name().stringValue().replace('/', '.'));
            }
        }
    }
}
