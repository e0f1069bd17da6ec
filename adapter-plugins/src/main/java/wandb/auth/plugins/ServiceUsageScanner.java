package wandb.auth.plugins;

import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;

/** The services that the classes of a jar may look for: of a class that names the ServiceLoader, every class that it names. */
final class ServiceUsageScanner {

    private static final byte[] LOADER = "java/util/ServiceLoader".getBytes(StandardCharsets.US_ASCII);

    private final PluginJar jar;

    ServiceUsageScanner(PluginJar jar) {
        this.jar = jar;
    }

    Set<String> names() throws ZipException {
        Set<String> names = new TreeSet<>();
        for (String file : jar.names()) {
            boolean isClass = file.endsWith(".class") && !file.startsWith("META-INF/");
            byte[] content = isClass ? jar.content(file).orElseThrow() : new byte[0];
            if (holds(content, LOADER)) {
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

    private static boolean holds(byte[] content, byte[] sought) {
        for (int at = 0; at <= content.length - sought.length; at++) {
            int length = 0;
            while (length < sought.length && content[at + length] == sought[length]) {
                length++;
            }
            if (length == sought.length) {
                return true;
            }
        }
        return false;
    }
}
