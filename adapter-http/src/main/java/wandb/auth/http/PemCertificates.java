package wandb.auth.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The certificates of a PEM file (RFC 7468). Nothing of them is checked here, and each is decoded only as far as it is looked
 * at: a store of a whole system has about 150, of which one is needed.
 */
final class PemCertificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    /** So many characters nearly always reach beyond the name that a certificate is for. */
    private static final int HEAD = 8 * 65;

    private final List<String> encoded = new ArrayList<>();

    /** Those in the text; what stands around and between them is passed over. */
    PemCertificates(String text) {
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int start = begin + BEGIN.length();
            int end = text.indexOf(END, start);
            if (end < 0) {
                return;
            }
            encoded.add(text.substring(start, end));
            begin = text.indexOf(BEGIN, end);
        }
    }

    /** Each in DER; without those that are no base64. */
    List<byte[]> all() {
        List<byte[]> all = new ArrayList<>();
        for (String certificate : encoded) {
            decoded(certificate).ifPresent(all::add);
        }
        return all;
    }

    /** Those in DER that are for one of the names, themselves in DER. */
    List<byte[]> issuedTo(List<byte[]> names) {
        List<byte[]> found = new ArrayList<>();
        for (String certificate : encoded) {
            Optional<byte[]> subject = subject(certificate);
            if (subject.isPresent() && contains(names, subject.get())) {
                decoded(certificate).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean contains(List<byte[]> names, byte[] name) {
        for (byte[] other : names) {
            if (Arrays.equals(other, name)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<byte[]> subject(String certificate) {
        String head = certificate.substring(0, Math.min(HEAD, certificate.length()));
        Optional<byte[]> subject = decoded(head).flatMap(DerName::ofSubject);
        return subject.isPresent() ? subject : decoded(certificate).flatMap(DerName::ofSubject);
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getMimeDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
