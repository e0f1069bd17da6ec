package wandb.auth.dist.rewrite;

import static java.lang.constant.ConstantDescs.CD_Integer;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_int;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.CharBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The call itself, with the restarts that a switch with guards asks for. */
class TypeSwitchTest {

    private static final Object[] VALUES = {"text", CharBuffer.wrap("text"), 5, 5L, null};
    private static final ConstantDesc[] TYPES = {CD_String, ClassDesc.of("java.lang.CharSequence"), CD_Integer};

    @Test
    void eachValueFindsTheSameCaseFromEachStart() throws Throwable {
        MethodHandle original = load(classWithSwitch(TYPES));
        MethodHandle rewritten = load(rewrite(classWithSwitch(TYPES)));
        for (Object value : VALUES) {
            for (int start = 0; start <= TYPES.length; start++) {
                assertEquals(
                        (int) original.invoke(value, start), (int) rewritten.invoke(value, start), value + " " + start);
            }
        }
    }

    @Test
    void aSwitchOverConstantsIsLeftToTheJvm() throws Throwable {
        byte[] bytes = classWithSwitch("text", CD_Integer);
        assertFalse(IndyExpander.concern(ClassFile.of().parse(bytes)));
    }

    private static byte[] rewrite(byte[] bytes) {
        return new CdsClassRewriter(Map.of()).rewrite(bytes);
    }

    private static MethodHandle load(byte[] bytes) throws ReflectiveOperationException {
        MethodHandles.Lookup hidden = MethodHandles.lookup().defineHiddenClass(bytes, true);
        return hidden.findStatic(
                hidden.lookupClass(), "find", MethodType.methodType(int.class, Object.class, int.class));
    }

    private static byte[] classWithSwitch(ConstantDesc... cases) {
        DirectMethodHandleDesc bootstrap = ConstantDescs.ofCallsiteBootstrap(
                ClassDesc.of("java.lang.runtime.SwitchBootstraps"),
                "typeSwitch",
                ClassDesc.of("java.lang.invoke.CallSite"),
                CD_Object.arrayType());
        MethodTypeDesc type = MethodTypeDesc.of(CD_int, CD_Object, CD_int);
        return ClassFile.of()
                .build(
                        ClassDesc.of("wandb.auth.dist.rewrite.Sample"),
                        builder -> builder.withMethodBody(
                                "find",
                                type,
                                ClassFile.ACC_STATIC,
                                code -> code.aload(0)
                                        .iload(1)
                                        .invokedynamic(DynamicCallSiteDesc.of(bootstrap, "typeSwitch", type, cases))
                                        .ireturn()));
    }
}
