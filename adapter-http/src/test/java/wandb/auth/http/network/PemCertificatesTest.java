package wandb.auth.http.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

/** Certificates in PEM files. */
class PemCertificatesTest {

    private static final HeldCertificate FIRST = certificate("first");
    private static final HeldCertificate SECOND = certificate("second");

    private static HeldCertificate certificate(String name) {
        return new HeldCertificate.Builder().commonName(name).build();
    }

    @Test
    void whatStandsAroundThemIsPassedOver() throws Exception {
        List<byte[]> certificates =
                PemCertificates.decode("# comment\r\n" + FIRST.certificatePem().replace("\n", "\r\n") + "0 text\n"
                        + FIRST.privateKeyPkcs8Pem() + SECOND.certificatePem() + "end");
        assertEquals(2, certificates.size());
        assertArrayEquals(FIRST.certificate().getEncoded(), certificates.get(0));
        assertArrayEquals(SECOND.certificate().getEncoded(), certificates.get(1));
    }

    @Test
    void blanksInTheirLinesAreIgnored() throws Exception {
        List<byte[]> certificates =
                PemCertificates.decode(FIRST.certificatePem().replace("\n", " \n\t"));
        assertEquals(1, certificates.size());
        assertArrayEquals(FIRST.certificate().getEncoded(), certificates.getFirst());
    }

    @Test
    void oneThatIsCutOffIsIgnored() throws Exception {
        String cut = FIRST.certificatePem().substring(0, 200);
        assertEquals(List.of(), PemCertificates.decode(cut));
        List<byte[]> certificates = PemCertificates.decode(SECOND.certificatePem() + cut);
        assertEquals(1, certificates.size());
        assertArrayEquals(SECOND.certificate().getEncoded(), certificates.getFirst());
    }

    @Test
    void oneThatIsNoBase64LeavesTheNextOne() throws Exception {
        String broken = "-----BEGIN CERTIFICATE-----\nMIIBx\n-----END CERTIFICATE-----\n";
        List<byte[]> certificates = PemCertificates.decode(broken + FIRST.certificatePem());
        assertEquals(1, certificates.size());
        assertArrayEquals(FIRST.certificate().getEncoded(), certificates.getFirst());
    }
}
