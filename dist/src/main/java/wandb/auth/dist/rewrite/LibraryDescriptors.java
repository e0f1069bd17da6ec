package wandb.auth.dist.rewrite;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.ModuleRequireInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.constant.ModuleDesc;
import java.lang.constant.PackageDesc;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gives libraries the module descriptors that the image is linked with. One that has none gets one that requires the
 * modules its classes refer to and exports all its packages. What is required only for parts of a library that are never
 * entered becomes optional, so that the image need not hold it.
 */
final class LibraryDescriptors {

    private static final String FILE = "module-info.class";
    private static final String BASE = "java.base";
    private static final int OPTIONALLY = ClassFile.ACC_STATIC_PHASE;

    /** Unneeded: dbus-java reads XML to inspect objects and write their code; JNA's windows are AWT's. */
    private static final Map<String, Set<String>> OPTIONAL = Map.of(
            "org.freedesktop.dbus", Set.of("java.xml"),
            "com.sun.jna", Set.of("java.desktop"),
            "com.sun.jna.platform", Set.of("java.desktop", "java.datatransfer", "java.rmi", "java.xml"));

    private final Map<Path, ModuleDescriptor> libraries = new HashMap<>();
    private final Map<String, String> moduleOfPackage = new HashMap<>();

    LibraryDescriptors(List<Path> jars) {
        for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
            remember(module.descriptor());
        }
        for (Path jar : jars) {
            for (ModuleReference module : ModuleFinder.of(jar).findAll()) {
                libraries.put(jar, module.descriptor());
                remember(module.descriptor());
            }
        }
    }

    private void remember(ModuleDescriptor module) {
        module.packages().forEach(name -> moduleOfPackage.put(name, module.name()));
    }

    /** Writes the descriptor among the entries of the jar, where it lacks one or has one that requires too much. */
    void complete(Path jar, Map<String, byte[]> entries) {
        ModuleDescriptor module = libraries.get(jar);
        if (module == null) {
            return;
        }
        if (module.isAutomatic()) {
            entries.put(FILE, derived(module, entries));
        } else if (OPTIONAL.containsKey(module.name())) {
            entries.computeIfPresent(FILE, (file, written) -> relaxed(module.name(), written));
        }
    }

    private byte[] derived(ModuleDescriptor module, Map<String, byte[]> entries) {
        Set<String> required = new TreeSet<>();
        for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".class")) {
                addModules(ClassFile.of().parse(entry.getValue()), required);
            }
        }
        required.remove(module.name());
        required.remove(BASE);
        return ClassFile.of().buildModule(ModuleAttribute.of(ModuleDesc.of(module.name()), builder -> {
            builder.requires(ModuleDesc.of(BASE), ClassFile.ACC_MANDATED, null);
            for (String name : required) {
                builder.requires(ModuleDesc.of(name), isOptional(module.name(), name) ? OPTIONALLY : 0, null);
            }
            for (String name : new TreeSet<>(module.packages())) {
                builder.exports(PackageDesc.of(name), 0);
            }
        }));
    }

    /** Adds the modules of the classes that this class refers to. */
    private void addModules(ClassModel model, Set<String> modules) {
        for (PoolEntry entry : model.constantPool()) {
            if (entry instanceof ClassEntry type) {
                String name = type.name().stringValue();
                int slash = name.lastIndexOf('/');
                String module = slash < 0 ? null : moduleOfPackage.get(packageName(name.substring(0, slash)));
                if (module != null) {
                    modules.add(module);
                }
            }
        }
    }

    /** The package in a class's internal name, which begins with brackets and an L where it is an array. */
    private static String packageName(String internal) {
        int start = internal.startsWith("[") ? internal.lastIndexOf('[') + 2 : 0;
        return internal.substring(start).replace('/', '.');
    }

    private static byte[] relaxed(String module, byte[] descriptor) {
        ClassModel model = ClassFile.of().parse(descriptor);
        return ClassFile.of().transformClass(model, (builder, element) -> {
            builder.with(element instanceof ModuleAttribute attribute ? relaxed(module, attribute) : element);
        });
    }

    private static ModuleAttribute relaxed(String module, ModuleAttribute attribute) {
        List<ModuleRequireInfo> requires = new ArrayList<>();
        for (ModuleRequireInfo needed : attribute.requires()) {
            int flags = needed.requiresFlagsMask()
                    | (isOptional(module, needed.requires().name().stringValue()) ? OPTIONALLY : 0);
            requires.add(ModuleRequireInfo.of(
                    needed.requires(), flags, needed.requiresVersion().orElse(null)));
        }
        return ModuleAttribute.of(
                attribute.moduleName(),
                attribute.moduleFlagsMask(),
                attribute.moduleVersion().orElse(null),
                requires,
                attribute.exports(),
                attribute.opens(),
                attribute.uses(),
                attribute.provides());
    }

    private static boolean isOptional(String module, String needed) {
        return OPTIONAL.getOrDefault(module, Set.of()).contains(needed);
    }
}
