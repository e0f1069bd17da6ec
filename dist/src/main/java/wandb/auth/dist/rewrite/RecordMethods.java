package wandb.auth.dist.rewrite;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** The call behind a record's {@code equals}, {@code hashCode} or {@code toString} where the source writes none. */
final class RecordMethods implements IndyExpansion {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");

    @Override
    public boolean matches(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().equals(BOOTSTRAPS);
    }

    @Override
    public void write(InvokeDynamicInstruction call, CodeBuilder code) {
        ClassDesc type = (ClassDesc) call.bootstrapArgs().getFirst();
        List<Component> components = call.bootstrapArgs().stream()
                .skip(2) // the record and its components' names, which the accessors tell too
                .map(getter -> Component.of((DirectMethodHandleDesc) getter))
                .toList();
        switch (call.name().stringValue()) {
            case "equals" -> writeEquals(type, components, code);
            case "hashCode" -> writeHashCode(components, code);
            default -> writeToString(type, components, code);
        }
    }

    private static void writeEquals(ClassDesc type, List<Component> components, CodeBuilder code) {
        Label different = code.newLabel();
        code.aload(1).instanceOf(type).ifeq(different);
        code.aload(1).checkcast(type).astore(1);
        for (Component component : components) {
            component.load(code, 0);
            component.load(code, 1);
            component.compare(code, different);
        }
        code.loadConstant(1).ireturn().labelBinding(different).loadConstant(0).ireturn();
    }

    private static void writeHashCode(List<Component> components, CodeBuilder code) {
        code.loadConstant(0);
        for (Component component : components) {
            code.loadConstant(31).imul();
            component.load(code, 0);
            component.hash(code);
            code.iadd();
        }
        code.ireturn();
    }

    private static void writeToString(ClassDesc type, List<Component> components, CodeBuilder code) {
        code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MethodTypeDesc.ofDescriptor("()V"));
        String separator = type.displayName().substring(type.displayName().lastIndexOf('$') + 1) + "[";
        for (Component component : components) {
            append(code.loadConstant(separator + component.name() + "="), CD_String);
            component.load(code, 0);
            append(code, component.isObject() ? CD_Object : component.asArgument());
            separator = ", ";
        }
        append(code.loadConstant(components.isEmpty() ? separator + "]" : "]"), CD_String);
        code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
    }

    private static void append(CodeBuilder code, ClassDesc argument) {
        code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, argument));
    }

    /** A component as its field: the record that has it, its name and its type. */
    private record Component(ClassDesc owner, String name, ClassDesc type) {

        static Component of(DirectMethodHandleDesc getter) {
            return new Component(
                    getter.owner(), getter.methodName(), getter.invocationType().returnType());
        }

        boolean isObject() {
            return !type.isPrimitive();
        }

        /** The type that {@code StringBuilder.append} takes it as. */
        ClassDesc asArgument() {
            return type.descriptorString().equals("B")
                            || type.descriptorString().equals("S")
                    ? CD_int
                    : type;
        }

        private ClassDesc wrapper() {
            return switch (TypeKind.from(type)) {
                case BOOLEAN -> ClassDesc.of("java.lang.Boolean");
                case BYTE -> ClassDesc.of("java.lang.Byte");
                case CHAR -> ClassDesc.of("java.lang.Character");
                case SHORT -> ClassDesc.of("java.lang.Short");
                case INT -> ClassDesc.of("java.lang.Integer");
                case LONG -> ClassDesc.of("java.lang.Long");
                case FLOAT -> ClassDesc.of("java.lang.Float");
                case DOUBLE -> ClassDesc.of("java.lang.Double");
                case REFERENCE, VOID -> throw new IllegalStateException("no primitive type: " + type);
            };
        }

        void load(CodeBuilder code, int variable) {
            code.aload(variable).getfield(owner, name, type);
        }

        void compare(CodeBuilder code, Label different) {
            if (isObject()) {
                code.invokestatic(OBJECTS, "equals", MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object));
                code.ifeq(different);
            } else {
                code.invokestatic(wrapper(), "compare", MethodTypeDesc.of(CD_int, type, type));
                code.ifne(different);
            }
        }

        void hash(CodeBuilder code) {
            if (isObject()) {
                code.invokestatic(OBJECTS, "hashCode", MethodTypeDesc.of(CD_int, CD_Object));
            } else {
                code.invokestatic(wrapper(), "hashCode", MethodTypeDesc.of(CD_int, type));
            }
        }
    }
}
