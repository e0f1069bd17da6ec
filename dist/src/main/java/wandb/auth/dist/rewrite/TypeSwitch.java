package wandb.auth.dist.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.util.List;

/**
 * The call that finds the case of a {@code switch} over types: it takes the value and the number of the first case to try
 * and gives the number of the case that matches, -1 for null, or the number of cases where none does.
 */
final class TypeSwitch implements IndyExpansion {

    private static final ClassDesc BOOTSTRAPS = ClassDesc.of("java.lang.runtime.SwitchBootstraps");

    @Override
    public boolean matches(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().equals(BOOTSTRAPS)
                && call.bootstrapMethod().methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance); // not constants
    }

    @Override
    public void write(InvokeDynamicInstruction call, CodeBuilder code) {
        List<ClassDesc> cases =
                call.bootstrapArgs().stream().map(ClassDesc.class::cast).toList();
        Label notNull = code.newLabel();
        code.aload(0).ifnonnull(notNull).loadConstant(-1).ireturn().labelBinding(notNull);
        for (int i = 0; i < cases.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf(cases.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(cases.size()).ireturn();
    }
}
