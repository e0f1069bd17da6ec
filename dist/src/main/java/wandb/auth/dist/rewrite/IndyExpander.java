package wandb.auth.dist.rewrite;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replaces calls whose code the JVM makes at run time by calls of a method that is written out in the class. The class
 * cache keeps the code of lambdas, not that of these: the first costs a run about 10 ms, each further one up to one.
 */
final class IndyExpander {

    private static final List<IndyExpansion> KINDS = List.of(new TypeSwitch(), new RecordMethods());
    private static final int HIDDEN = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private IndyExpander() {}

    /** Whether the class has such a call. */
    static boolean concern(ClassModel model) {
        return model.methods().stream()
                .flatMap(method -> method.code().stream())
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> kind(element).isPresent());
    }

    /** The transformation of the class that the model is of; for one use. */
    static ClassTransform writtenOut(ClassModel model) {
        ClassDesc owner = model.thisClass().asSymbol();
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        List<InvokeDynamicInstruction> calls = new ArrayList<>();
        return ClassTransform.transformingMethodBodies((code, element) -> {
                    if (element instanceof InvokeDynamicInstruction call
                            && kind(call).isPresent()) {
                        code.invokestatic(owner, name(calls.size()), call.typeSymbol(), isInterface);
                        calls.add(call);
                    } else {
                        code.with(element);
                    }
                })
                .andThen(ClassTransform.endHandler(builder -> {
                    for (int i = 0; i < calls.size(); i++) {
                        InvokeDynamicInstruction call = calls.get(i);
                        builder.withMethodBody(
                                name(i),
                                call.typeSymbol(),
                                HIDDEN,
                                code -> kind(call).orElseThrow().write(call, code));
                    }
                }));
    }

    private static String name(int number) {
        return "writtenOut$" + number;
    }

    private static Optional<IndyExpansion> kind(CodeElement element) {
        return element instanceof InvokeDynamicInstruction call
                ? KINDS.stream().filter(kind -> kind.matches(call)).findFirst()
                : Optional.empty();
    }
}
