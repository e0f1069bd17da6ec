package wandb.auth.dist.rewrite;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Leaves picocli with the readers of values that our options need: texts and switches. It registers fifty at every start, for
 * numbers, dates, addresses and more, with the classes of the JDK that they are for; its property {@code
 * picocli.converters.excludes} spares some of them, and is matched as a regular expression for each.
 */
final class PicocliConverters {

    private static final String METHOD = "registerBuiltInConverters";
    private static final ClassDesc PARSER = ClassDesc.of("picocli.CommandLine$Interpreter");
    private static final ClassDesc TEXT = ClassDesc.of("picocli.CommandLine$BuiltIn$StringConverter");
    private static final ClassDesc SWITCH = ClassDesc.of("picocli.CommandLine$BuiltIn$BooleanConverter");
    private static final MethodTypeDesc PUT =
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    /** Registers only those. */
    static final ClassTransform FEW = ClassTransform.transformingMethods(
            PicocliConverters::registers, (builder, element) -> {
                if (element instanceof CodeModel) {
                    builder.withCode(PicocliConverters::write);
                } else {
                    builder.with(element);
                }
            });

    private PicocliConverters() {}

    /**
     * Whether this is the class that registers them.
     *
     * @throws IllegalStateException if it is, and does not do it as this version of the library does
     */
    static boolean concern(ClassModel model) {
        boolean isConcerned = model.thisClass().asSymbol().equals(PARSER);
        if (isConcerned && model.methods().stream().noneMatch(PicocliConverters::registers)) {
            throw new IllegalStateException("picocli has no " + METHOD + " any more");
        }
        return isConcerned;
    }

    private static boolean registers(MethodModel method) {
        return method.methodName().equalsString(METHOD);
    }

    private static void write(CodeBuilder code) {
        put(registry(code).ldc(ConstantDescs.CD_String), TEXT);
        put(registry(code).ldc(ConstantDescs.CD_Boolean), SWITCH);
        put(registry(code).getstatic(ConstantDescs.CD_Boolean, "TYPE", ConstantDescs.CD_Class), SWITCH);
        code.return_();
    }

    private static CodeBuilder registry(CodeBuilder code) {
        return code.aload(0).getfield(PARSER, "converterRegistry", ConstantDescs.CD_Map);
    }

    private static void put(CodeBuilder mapAndType, ClassDesc converter) {
        mapAndType
                .new_(converter)
                .dup()
                .invokespecial(converter, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                .invokeinterface(ConstantDescs.CD_Map, "put", PUT)
                .pop();
    }
}
