package wandb.auth.dist.rewrite;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Leaves picocli with those of its defaults that our options need. At every start it registers fifty readers of values, for
 * numbers, dates, addresses and more, with the classes of the JDK that they are for; its property {@code
 * picocli.converters.excludes} spares some of them, and is matched as a regular expression for each. For each command it
 * compiles four regular expressions, for options that can be negated, makes the colours of a help that is not ours, looks for
 * Groovy, and gives every option that is left out its default value, of which none has any. And whatever is no option it first
 * reads as a number, then compares with every option, though all of these begin with a dash.
 */
final class PicocliDefaults {

    private static final ClassDesc PARSER = ClassDesc.of("picocli.CommandLine$Interpreter");
    private static final ClassDesc COMMAND = ClassDesc.of("picocli.CommandLine$Model$CommandSpec");
    private static final ClassDesc FACTORY = ClassDesc.of("picocli.CommandLine$DefaultFactory");
    private static final ClassDesc HELP = ClassDesc.of("picocli.CommandLine$Help");
    private static final ClassDesc TEXT = ClassDesc.of("picocli.CommandLine$BuiltIn$StringConverter");
    private static final ClassDesc SWITCH = ClassDesc.of("picocli.CommandLine$BuiltIn$BooleanConverter");
    private static final ClassDesc NEGATION = ClassDesc.of("picocli.CommandLine$RegexTransformer");
    private static final ClassDesc NEGATION_BUILDER = NEGATION.nested("Builder");
    private static final MethodTypeDesc PUT =
            MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    private static final Map<ClassDesc, List<Change>> CHANGES = Map.of(
            PARSER,
            List.of(
                    Change.instead("registerBuiltInConverters", PicocliDefaults::registerTextAndSwitch),
                    Change.instead("applyDefaultValues", CodeBuilder::return_)),
            COMMAND,
            List.of(Change.first("resemblesOption", PicocliDefaults::returnFalseWithoutDash)),
            FACTORY,
            List.of(Change.instead("loadClosureClass", PicocliDefaults::returnNull)),
            HELP,
            List.of(Change.instead("defaultColorScheme", PicocliDefaults::returnNull)),
            NEGATION,
            List.of(Change.instead("createDefault", PicocliDefaults::giveNoPatterns)));

    private PicocliDefaults() {}

    /**
     * What becomes of a class; empty if it is invalid of those that this is about.
     *
     * @throws IllegalStateException if it is, and is not as this version of the library has it
     */
    static Optional<ClassTransform> of(ClassModel model) {
        List<Change> changes = CHANGES.getOrDefault(model.thisClass().asSymbol(), List.of());
        for (Change change : changes) {
            if (model.methods().stream().noneMatch(change::isOf)) {
                throw new IllegalStateException("picocli has no " + change.method() + " any more");
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of((builder, element) -> make(changes, builder, element));
    }

    private static void make(List<Change> changes, ClassBuilder builder, ClassElement element) {
        for (Change change : changes) {
            if (element instanceof MethodModel method && change.isOf(method)) {
                builder.transformMethod(method, change::make);
                return;
            }
        }
        builder.with(element);
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

    private static void returnNull(CodeBuilder code) {
        code.aconst_null().areturn();
    }

    private static void returnFalseWithoutDash(CodeBuilder code) {
        Label hasDash = code.newLabel();
        code.aload(1)
                .ldc("-")
                .invokevirtual(
                        ConstantDescs.CD_String,
                        "startsWith",
                        MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_String))
                .ifne(hasDash)
                .iconst_0()
                .ireturn()
                .labelBinding(hasDash);
    }

    /**
     * What a method does.
     *
     * @param code does it
     * @param isWhole whether it does nothing else
     */
    private record Change(String method, Consumer<CodeBuilder> code, boolean isWhole) {

        static Change instead(String method, Consumer<CodeBuilder> code) {
            return new Change(method, code, true);
        }

        static Change first(String method, Consumer<CodeBuilder> code) {
            return new Change(method, code, false);
        }

        boolean isOf(MethodModel present) {
            return present.methodName().equalsString(method);
        }

        void make(MethodBuilder builder, MethodElement element) {
            if (element instanceof CodeModel present) {
                builder.withCode(written -> {
                    code.accept(written);
                    if (!isWhole) {
                        present.forEach(written);
                    }
                });
            } else {
                builder.with(element);
            }
        }
    }
}
