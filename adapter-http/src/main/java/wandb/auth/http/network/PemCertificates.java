package wandb.auth.http.network;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The certificates of a PEM file (RFC 7468), as bytes that nothing has judged yet. */
final class PemCertificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";

    private PemCertificates() {}

    /**
     * Each certificate of the text in DER. Text around and between them is ignored, and so is one that is cut off or not
     * base64: the others of its file still count.
     */
    static List<byte[]> decode(String text) {
        List<byte[]> certificates = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int start = begin + BEGIN.length();
            int end = text.indexOf(END, start);
            if (end < 0) {
                break;
            }
            try {
                certificates.add(base64(text.substring(start, end)));
            } catch (IllegalArgumentException e) {
                // One broken certificate must not take away the trust in the others.
            }
            begin = text.indexOf(BEGIN, end);
        }
        return certificates;
    }

    /** As the MIME decoder has it, which takes several times as long for the 150 certificates of a system. */
    private static byte[] base64(String lines) {
        try {
            return Base64.getDecoder().decode(lines.replace("\r", "").replace("\n", ""));
        } catch (IllegalArgumentException e) {
            return Base64.getMimeDecoder().decode(lines);
        }
    }
}
