package wandb.auth.dist.rewrite;

import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leaves picocli with those of its defaults that our options need. At every start it registers fifty readers of values, for
 * numbers, dates, addresses and more, with the classes of the JDK that they are for; its property {@code
 * picocli.converters.excludes} spares some of them, and is matched as a regular expression for each. And for each command it
 * compiles four regular expressions, for options that can be negated.
 */
final class PicocliDefaults {

    private static final ClassDesc PARSER = ClassDesc.of("picocli.CommandLine$Interpreter");
    private static final ClassDesc TEXT = ClassDesc.of("picocli.CommandLine$BuiltIn$StringConverter");
    private static final ClassDesc SWITCH = ClassDesc.of("picocli.CommandLine$BuiltIn$BooleanConverter");
    private static final ClassDesc NEGATION = ClassDesc.of("picocli.CommandLine$RegexTransformer");
    private static final ClassDesc NEGATION_BUILDER = NEGATION.nested("Builder");
    private static final MethodTypeDesc PUT =
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    private static final Map<ClassDesc, NewBody> NEW_BODIES = Map.of(
            PARSER, new NewBody("registerBuiltInConverters", PicocliDefaults::registerTextAndSwitch),
            NEGATION, new NewBody("createDefault", PicocliDefaults::giveNoPatterns));

    private PicocliDefaults() {}

    /**
     * What becomes of a class; empty if it is invalid of those that this is about.
     *
     * @throws IllegalStateException if it is, and is not as this version of the library has it
     */
    static Optional<ClassTransform> of(ClassModel model) {
        return Optional.ofNullable(NEW_BODIES.get(model.thisClass().asSymbol())).map(body -> body.in(model));
    }

    private static void registerTextAndSwitch(CodeBuilder code) {
        put(registry(code).ldc(ConstantDescs.CD_String), TEXT);
        put(registry(code).ldc(ConstantDescs.CD_Boolean), SWITCH);
        put(registry(code).getstatic(ConstantDescs.CD_Boolean, "TYPE", ConstantDescs.CD_Class), SWITCH);
        code.return_();
    }

    private static CodeBuilder registry(CodeBuilder code) {
        return code.aload(0).getfield(PARSER, "converterRegistry", ConstantDescs.CD_Map);
    }

    private static void put(CodeBuilder mapAndType, ClassDesc converter) {
        create(mapAndType, converter)
                .invokeinterface(ConstantDescs.CD_Map, "put", PUT)
                .pop();
    }

    private static void giveNoPatterns(CodeBuilder code) {
        create(code, NEGATION_BUILDER)
                .invokevirtual(NEGATION_BUILDER, "build", MethodTypeDesc.of(NEGATION))
                .areturn();
    }

    private static CodeBuilder create(CodeBuilder code, ClassDesc type) {
        return code.new_(type).dup().invokespecial(type, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void);
    }

    /** What a method does instead. */
    private record NewBody(String method, Consumer<CodeBuilder> code) {

        ClassTransform in(ClassModel model) {
            if (model.methods().stream().noneMatch(each -> each.methodName().equalsString(method))) {
                throw new IllegalStateException("picocli has no " + method + " any more");
            }
            return ClassTransform.transformingMethods(
                    each -> each.methodName().equalsString(method), (builder, element) -> {
                        if (element instanceof CodeModel) {
                            builder.withCode(code);
                        } else {
                            builder.with(element);
                        }
                    });
        }
    }
}
