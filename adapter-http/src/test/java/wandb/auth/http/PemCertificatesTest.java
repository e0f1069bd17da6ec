package wandb.auth.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Certificates in PEM files. */
class PemCertificatesTest {

    private static final HeldCertificate FIRST = certificate("first");
    private static final HeldCertificate LONG_NAMED = certificate("long ".repeat(200));

    private static HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder().commonName(name).build();
    }

    private static byte[] nameOf(HeldCertificate certificate) {
        return certificate.certificate().getSubjectX500Principal().getEncoded();
    }

    @Test
    void whatStandsAroundThemIsPassedOver() throws Exception {
        PemCertificates pem =
                new PemCertificates("# comment\r\n" + FIRST.certificatePem().replace("\n", "\r\n") + "text\n"
                        + FIRST.privateKeyPkcs8Pem() + LONG_NAMED.certificatePem() + "end");
        assertEquals(2, pem.all().size());
        assertArrayEquals(FIRST.certificate().getEncoded(), pem.all().get(0));
        assertArrayEquals(LONG_NAMED.certificate().getEncoded(), pem.all().get(1));
    }

    @Test
    void oneIsFoundByTheNameThatItIsFor() throws Exception {
        PemCertificates pem = new PemCertificates(FIRST.certificatePem() + LONG_NAMED.certificatePem());
        List<byte[]> found = pem.issuedTo(List.of(nameOf(FIRST)));
        assertEquals(1, found.size());
        assertArrayEquals(FIRST.certificate().getEncoded(), found.get(0));
        assertEquals(0, pem.issuedTo(List.of(nameOf(certificate("other")))).size());
    }

    @Test
    void aLongNameIsFoundToo() {
        PemCertificates pem = new PemCertificates(LONG_NAMED.certificatePem());
        assertEquals(1, pem.issuedTo(List.of(nameOf(FIRST), nameOf(LONG_NAMED))).size());
    }

    @Test
    void whatIsCutOrNoBase64IsNone() {
        String cut = FIRST.certificatePem().substring(0, 200);
        assertEquals(0, new PemCertificates(cut).all().size());
        String broken = "-----BEGIN CERTIFICATE-----\nMIIBx\n-----END CERTIFICATE-----\n";
        PemCertificates pem = new PemCertificates(broken + FIRST.certificatePem());
        assertEquals(1, pem.all().size());
        assertEquals(1, pem.issuedTo(List.of(nameOf(FIRST))).size());
    }
}
