package wandb.auth.dist.rewrite;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.instruction.InvokeDynamicInstruction;

/** A kind of call whose code the JVM makes at run time, in every run again, and that can as well be written out. */
interface IndyExpansion {

    /** Whether the call is of this kind. */
    boolean matches(InvokeDynamicInstruction call);

    /** Writes the body of a static method that takes and gives what the call does. */
    void write(InvokeDynamicInstruction call, CodeBuilder code);
}
