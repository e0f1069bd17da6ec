package wandb.auth.plugins;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Class files in which {@code Runtime.halt}, which nothing can stop, is {@code Runtime.exit}, which {@link ProcessGuard}
 * sees. Both take the same, so that nothing but a name in the constant pool (JVMS, section 4.4) changes.
 */
final class ExitCalls {

    private static final byte[] HALT = "halt".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EXIT = "exit".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RUNTIME = "java/lang/Runtime".getBytes(StandardCharsets.US_ASCII);
    private static final int POOL = 10;
    private static final int UTF8 = 1;
    private static final int METHOD = 10;
    private static final int NAME_AND_TYPE = 12;

    private final ByteBuffer file;
    private final int[] constants;
    private final int end;

    private ExitCalls(byte[] classFile) {
        file = ByteBuffer.wrap(classFile);
        constants = new int[unsignedShort(POOL - 2)];
        int at = POOL;
        for (int i = 1; i < constants.length; i++) {
            constants[i] = at;
            int tag = classFile[at];
            at += sizeOf(tag, at);
            i += tag == 5 || tag == 6 ? 1 : 0; // long and double take two places
        }
        end = at;
    }

    private int sizeOf(int tag, int at) {
        return switch (tag) {
            case UTF8 -> 3 + unsignedShort(at + 1);
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 3, 4, 9, METHOD, 11, NAME_AND_TYPE, 17, 18 -> 5;
            case 5, 6 -> 9;
            default -> throw new IndexOutOfBoundsException(tag);
        };
    }

    /** The class file, changed where it calls that method; one that is damaged stays as it is, and the JVM refuses it. */
    static byte[] guarded(byte[] classFile) {
        try {
            return new ExitCalls(classFile).guarded();
        } catch (IndexOutOfBoundsException e) {
            return classFile;
        }
    }

    private byte[] guarded() {
        for (int constant : constants) {
            if (constant > 0 && file.get(constant) == METHOD && isHalt(constant)) {
                return renamed(constant);
            }
        }
        return file.array();
    }

    private boolean isHalt(int method) {
        int owner = constants[unsignedShort(method + 1)];
        int nameAndType = constants[unsignedShort(method + 3)];
        return holds(unsignedShort(owner + 1), RUNTIME) && holds(unsignedShort(nameAndType + 1), HALT);
    }

    private boolean holds(int index, byte[] text) {
        int at = constants[index];
        return Arrays.equals(file.array(), at + 3, at + 3 + unsignedShort(at + 1), text, 0, text.length);
    }

    /** With a name and a description of its own at the end of the pool: others may use those that are there. */
    private byte[] renamed(int method) {
        int type = unsignedShort(constants[unsignedShort(method + 3)] + 3);
        ByteBuffer changed = ByteBuffer.allocate(file.capacity() + 3 + EXIT.length + 5);
        changed.put(file.array(), 0, end);
        changed.put((byte) UTF8).putShort((short) EXIT.length).put(EXIT);
        changed.put((byte) NAME_AND_TYPE).putShort((short) constants.length).putShort((short) type);
        changed.put(file.array(), end, file.capacity() - end);
        changed.putShort(POOL - 2, (short) (constants.length + 2));
        changed.putShort(method + 3, (short) (constants.length + 1));
        return new ExitCalls(changed.array()).guarded();
    }

    private int unsignedShort(int at) {
        return file.getShort(at) & 0xffff;
    }
}
