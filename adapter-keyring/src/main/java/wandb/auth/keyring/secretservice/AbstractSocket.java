package wandb.auth.keyring.secretservice;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import wandb.auth.keyring.keychain.NativeFunction;

/**
 * A connection to an abstract Unix socket, whose name is not a path (unix(7)), by the C library: Java's own channels know paths only.
 * Used by one thread, but for what another one sends.
 */
final class AbstractSocket implements AutoCloseable {

    // The numbers of Linux on x86-64 and ARM.
    private static final int AF_UNIX = 1;
    private static final int SOCK_STREAM = 1;
    private static final int SOCK_CLOEXEC = 0x80000;
    private static final int MSG_NOSIGNAL = 0x4000;
    private static final int SHUT_RDWR = 2;
    private static final int SOL_SOCKET = 1;
    private static final int SO_PEERCRED = 17;

    private static final int MOST_BYTES = 8192; // at once

    private final int descriptor;

    private AbstractSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    static AbstractSocket connect(String name) throws IOException {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int descriptor = function("socket", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)
                .callForInt(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        AbstractSocket socket = new AbstractSocket(orFail(descriptor));
        try (Arena arena = Arena.ofConfined()) {
            int length = 3 + bytes.length; // the family, an empty byte, the name
            MemorySegment address = arena.allocate(length, JAVA_SHORT.byteAlignment());
            address.set(JAVA_SHORT, 0, (short) AF_UNIX);
            MemorySegment.copy(bytes, 0, address, JAVA_BYTE, 3, bytes.length);
            orFail(function("connect", JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT)
                    .callForInt(socket.descriptor, address, length));
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The number of the user whose program listens. */
    int peer() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment credentials = arena.allocate(JAVA_INT, 3); // process, user, group
            MemorySegment size = arena.allocateFrom(JAVA_INT, (int) credentials.byteSize());
            orFail(function("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS)
                    .callForInt(descriptor, SOL_SOCKET, SO_PEERCRED, credentials, size));
            return credentials.getAtIndex(JAVA_INT, 1);
        }
    }

    /** Receives what fits; waits until there is something. Gives -1 at the end. */
    int read(ByteBuffer buffer) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment received = arena.allocate(Math.min(MOST_BYTES, buffer.remaining()));
            int length = orFail(transfer("recv", received, 0));
            buffer.put(received.asSlice(0, length).asByteBuffer());
            return length == 0 ? -1 : length;
        }
    }

    /** Sends a part. */
    int write(ByteBuffer buffer) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment sent = arena.allocate(Math.min(MOST_BYTES, buffer.remaining()));
            sent.asByteBuffer().put(buffer.slice().limit((int) sent.byteSize()));
            int length = orFail(transfer("send", sent, MSG_NOSIGNAL));
            buffer.position(buffer.position() + length);
            return length;
        }
    }

    private int transfer(String function, MemorySegment bytes, int flags) {
        return (int) (long) function(function, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT)
                .call(descriptor, bytes, bytes.byteSize(), flags);
    }

    /** Whoever waits for an answer waits no longer. */
    @Override
    public void close() {
        function("shutdown", JAVA_INT, JAVA_INT, JAVA_INT).callForInt(descriptor, SHUT_RDWR);
        function("close", JAVA_INT, JAVA_INT).callForInt(descriptor);
    }

    private static int orFail(int result) throws IOException {
        if (result < 0) {
            throw new IOException("the socket cannot be used");
        }
        return result;
    }

    private static NativeFunction function(String name, MemoryLayout result, MemoryLayout... parameters) {
        return NativeFunction.of(
                Linker.nativeLinker().defaultLookup(), name, FunctionDescriptor.of(result, parameters));
    }
}
