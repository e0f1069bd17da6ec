package wandb.auth.packages;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import wandb.auth.dist.runtime.Platform;

/** The format of programs and native libraries, by which a file shows what system and processor it is for. */
enum NativeFormat {
    /** Linux on x86-64. */
    ELF_X64,
    /** Linux on 64-bit ARM. */
    ELF_ARM64,
    /** macOS on Apple's processors. */
    MACH_O_ARM64,
    /** Windows on x86-64. */
    PE_X64,
    /** Another system or processor. */
    FOREIGN,
    /** No program and no library. */
    NONE;

    private static final int SHORTEST = 64;

    /** The one of a system's files. */
    static NativeFormat of(Platform platform) {
        return switch (platform) {
            case LINUX_X64 -> ELF_X64;
            case LINUX_ARM64 -> ELF_ARM64;
            case MACOS_ARM64 -> MACH_O_ARM64;
            case WINDOWS_X64 -> PE_X64;
        };
    }

    /** The one of a file with that content. */
    static NativeFormat of(byte... content) {
        if (content.length < SHORTEST) {
            return NONE;
        }
        ByteBuffer file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int magic = file.getInt(0);
        if (magic == 0x464c457f) {
            return ofProcessor(file.getShort(18), 62, ELF_X64, 183, ELF_ARM64);
        }
        if (magic == 0xfeedfacf) {
            return file.getInt(4) == 0x0100000c ? MACH_O_ARM64 : FOREIGN;
        }
        if (magic == 0xbebafeca
                && file.getInt(4) >>> 24 < 16) { // for several processors; else the class of a Java program
            return FOREIGN;
        }
        if ((magic & 0xffff) == 0x5a4d) {
            int header = file.getInt(60);
            return ofProcessor(file.getShort(header + 4), 0x8664, PE_X64, 0x8664, PE_X64);
        }
        return NONE;
    }

    private static NativeFormat ofProcessor(
            short found, int first, NativeFormat ofFirst, int second, NativeFormat ofSecond) {
        int processor = Short.toUnsignedInt(found);
        if (processor == first) {
            return ofFirst;
        }
        return processor == second ? ofSecond : FOREIGN;
    }
}
