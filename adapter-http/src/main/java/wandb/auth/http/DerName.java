package wandb.auth.http;

import java.util.Arrays;
import java.util.Optional;

/** The name of whom a certificate in DER is for, found without reading the rest of it (RFC 5280, section 4.1). */
final class DerName {

    private static final int VERSION = 0xa0;
    private static final int LONG_FORM = 0x80;
    private static final int FIELDS_BEFORE_SUBJECT = 4; // serial number, algorithm, issuer, validity

    private final byte[] der;
    private int at;

    private DerName(byte[] der) {
        this.der = der;
    }

    /** The subject, still in DER; empty where the bytes are no certificate. */
    static Optional<byte[]> ofSubject(byte[] certificate) {
        try {
            return Optional.of(new DerName(certificate).subject());
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private byte[] subject() {
        enter();
        enter();
        if (der[at] == (byte) VERSION) {
            skip();
        }
        for (int field = 0; field < FIELDS_BEFORE_SUBJECT; field++) {
            skip();
        }
        int start = at;
        skip();
        return copy(start, at);
    }

    private byte[] copy(int start, int end) {
        if (end > der.length) {
            throw new IndexOutOfBoundsException(end);
        }
        return Arrays.copyOfRange(der, start, end);
    }

    private void skip() {
        int length = enter();
        at = Math.addExact(at, length);
    }

    /** Passes a tag and a length, and tells the length. */
    private int enter() {
        int first = der[at + 1] & 0xff;
        at += 2;
        if (first < LONG_FORM) {
            return first;
        }
        int bytes = first - LONG_FORM;
        if (bytes > 3) {
            throw new IndexOutOfBoundsException(bytes);
        }
        int length = 0;
        for (int i = 0; i < bytes; i++) {
            length = (length << 8) | (der[at++] & 0xff);
        }
        return length;
    }
}
