package wandb.auth.vault.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.vault.message.Messages;

/**
 * The certificates that a server's must be signed by: those that the settings name and no others, else those that this
 * program trusts for a W&amp;B server too, the ones of the system and of {@code SSL_CERT_FILE} and the like.
 */
final class TrustedCertificates {

    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final long LARGEST = 16 << 20;

    /** Of Debian, Fedora, openSUSE, older Fedora, CentOS, and Alpine, of which the first that exists is the system's. */
    private static final List<Path> OF_SYSTEMS = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/pki/tls/cacert.pem"),
            Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private final KeyStore store;

    private TrustedCertificates(KeyStore store) {
        this.store = store;
    }

    /** What makes TLS with these; empty if the Java runtime's own certificates are all there is. */
    static Optional<SSLContext> context(Optional<Path> named, Environment environment) throws VaultStoreException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            TrustedCertificates trusted = new TrustedCertificates(store);
            if (named.isPresent()) {
                trusted.addNamed(named.get(), Messages.NAMES_OF_CERTIFICATES);
            } else {
                trusted.addUsual(environment);
            }
            return store.size() == 0 ? Optional.empty() : Optional.of(trusted.context());
        } catch (IOException | GeneralSecurityException e) {
            throw VaultStoreException.behind(e);
        }
    }

    private SSLContext context() throws GeneralSecurityException {
        TrustManagerFactory judges = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        judges.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, judges.getTrustManagers(), null);
        return context;
    }

    private void addUsual(Environment environment) throws GeneralSecurityException, VaultStoreException {
        boolean hasBundle = environment.variable("REQUESTS_CA_BUNDLE").isPresent();
        OperatingSystem system = environment.operatingSystem();
        String separator = String.valueOf(system.pathSeparator());
        String bundle = hasBundle ? "REQUESTS_CA_BUNDLE" : "CURL_CA_BUNDLE"; // as requests has it
        for (String variable : new String[] {"SSL_CERT_FILE", bundle, "SSL_CERT_DIR"}) {
            String value = environment.variable(variable).orElse("");
            String[] names = variable.equals("SSL_CERT_DIR") ? value.split(separator, -1) : new String[] {value};
            for (String name : names) {
                if (!name.isEmpty()) {
                    addNamed(environment.workingDirectory().resolve(name), variable);
                }
            }
        }
        for (Path file : system == OperatingSystem.WINDOWS ? List.<Path>of() : OF_SYSTEMS) {
            if (Files.isRegularFile(file)) {
                addIfReadable(file);
                return;
            }
        }
    }

    /** If a file that somebody has named holds none, the server would be distrusted for it. */
    private void addNamed(Path path, String where) throws GeneralSecurityException, VaultStoreException {
        int before = store.size();
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(path, Files::isRegularFile)) {
                for (Path file : files) {
                    addIfReadable(file);
                }
            } catch (IOException e) {
                // the same complaint as for a folder without certificates
            }
        } else if (Files.isRegularFile(path)) {
            addIfReadable(path);
        }
        if (store.size() == before) {
            throw new VaultStoreException(Messages.noCertificates(path, where));
        }
    }

    private void addIfReadable(Path file) throws GeneralSecurityException {
        try {
            if (Files.size(file) <= LARGEST) {
                add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // what cannot be read is trusted no more than what is not there
        }
    }

    /** Text around and between the certificates, such as a private key, is ignored. */
    private void add(String text) throws GeneralSecurityException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int end = text.indexOf(END, begin);
            if (end < 0) {
                return;
            }
            try {
                byte[] der = Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
                store.setCertificateEntry(
                        Integer.toString(store.size()), factory.generateCertificate(new ByteArrayInputStream(der)));
            } catch (IllegalArgumentException | CertificateException e) {
                // one that is broken must not take away the trust in the others
            }
            begin = text.indexOf(BEGIN, end);
        }
    }
}
