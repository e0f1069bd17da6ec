package wandb.auth.dist.rewrite;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;

/**
 * Leaves picocli without its readers of dates, times and SQL values, which no option of ours needs. Its property {@code
 * picocli.converters.excludes} does the same, and is matched as a regular expression for each of the nineteen by every run.
 */
final class PicocliConverters {

    private static final String CLASS = "picocli/CommandLine$BuiltIn";
    private static final String METHOD = "excluded";
    private static final String TYPE = "(Ljava/lang/String;)Z";

    /** Answers, unasked, that a reader is excluded. */
    static final ClassTransform EXCLUDED = ClassTransform.transformingMethods(
            PicocliConverters::isQuestion, (builder, element) -> {
                if (element instanceof CodeModel) {
                    builder.withCode(code -> code.iconst_1().ireturn());
                } else {
                    builder.with(element);
                }
            });

    private PicocliConverters() {}

    /**
     * Whether this is the class that asks.
     *
     * @throws IllegalStateException if it is, and does not ask as this version of the library does
     */
    static boolean concern(ClassModel model) {
        boolean isConcerned = model.thisClass().asInternalName().equals(CLASS);
        if (isConcerned && model.methods().stream().noneMatch(PicocliConverters::isQuestion)) {
            throw new IllegalStateException("picocli has no " + METHOD + TYPE + " any more");
        }
        return isConcerned;
    }

    private static boolean isQuestion(MethodModel method) {
        return method.methodName().equalsString(METHOD) && method.methodType().equalsString(TYPE);
    }
}
