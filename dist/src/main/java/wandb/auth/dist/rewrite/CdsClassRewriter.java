package wandb.auth.dist.rewrite;

import java.io.ByteArrayInputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.Map;

/**
 * Rewrites class files so that the JVM can keep all that they need in its class cache. What they do stays the same.
 *
 * <p>Classes older than version 50 are refused by the cache and would be parsed and verified anew by every run: they are
 * raised to the current version and their methods get the stack maps that it demands; what {@link PicocliDefaults} says is
 * done on the way. For the others see {@link IndyExpander}.
 */
final class CdsClassRewriter {

    private static final int OLDEST_CACHED = ClassFile.JAVA_6_VERSION;

    private static final ClassTransform UPGRADE = ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL)
            .andThen((builder, element) -> {
                if (element instanceof ClassFileVersion) {
                    builder.withVersion(ClassFile.latestMajorVersion(), 0);
                } else {
                    builder.with(element);
                }
            });

    private final ClassFile classFile;

    /**
     * Rewrites classes that know each other.
     *
     * @param classes the class files that may refer to each other, by their path: {@code java/lang/Object.class}
     */
    CdsClassRewriter(Map<String, byte[]> classes) {
        ClassHierarchyResolver siblings = ClassHierarchyResolver.ofResourceParsing(type -> {
            byte[] bytes = classes.get(path(type.descriptorString()));
            return bytes == null ? null : new ByteArrayInputStream(bytes);
        });
        ClassHierarchyResolver all =
                siblings.orElse(ClassHierarchyResolver.defaultResolver()).cached();
        classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(all));
    }

    private static String path(String descriptor) {
        return descriptor.substring(1, descriptor.length() - 1) + ".class";
    }

    /** The class as it starts faster; the same bytes where nothing stands in the way. */
    byte[] rewrite(byte[] bytes) {
        ClassModel model = classFile.parse(bytes);
        if (model.majorVersion() < OLDEST_CACHED) {
            return classFile.transformClass(
                    model,
                    PicocliDefaults.of(model)
                            .map(defaults -> defaults.andThen(UPGRADE))
                            .orElse(UPGRADE));
        }
        return IndyExpander.concern(model) ? classFile.transformClass(model, IndyExpander.writtenOut(model)) : bytes;
    }
}
