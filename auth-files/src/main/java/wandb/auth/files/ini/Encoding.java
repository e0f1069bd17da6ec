package wandb.auth.files.ini;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import wandb.auth.files.message.Messages;

/** Whether bytes are text as the SDK reads it: UTF-8 without a byte order mark. */
final class Encoding {

    private Encoding() {}

    static void check(byte[] bytes) throws IniException {
        if (bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            throw new IniException(1, Messages.BYTE_ORDER_MARK, Messages.SAVE_AS_UTF_8);
        }
        int valid = validLength(bytes);
        if (valid < bytes.length) {
            throw new IniException(lineOf(bytes, valid), Messages.NOT_UTF_8, Messages.SAVE_AS_UTF_8);
        }
    }

    private static int validLength(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(1024);
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        return result.isError() ? in.position() : bytes.length;
    }

    private static int lineOf(byte[] bytes, int offset) {
        int line = 1;
        for (int start = IniNode.endOf(bytes, 0); start <= offset; start = IniNode.endOf(bytes, start)) {
            line++;
        }
        return line;
    }
}
