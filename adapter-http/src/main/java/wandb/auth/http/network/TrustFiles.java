package wandb.auth.http.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import wandb.auth.domain.Environment;
import wandb.auth.files.FileException;
import wandb.auth.files.SharedFile;
import wandb.auth.http.message.Messages;

/**
 * Where the certificates stand that a server's may be signed by: the files that {@code SSL_CERT_FILE} and {@code
 * REQUESTS_CA_BUNDLE}, or in its absence {@code CURL_CA_BUNDLE}, name and the folders that {@code SSL_CERT_DIR} and the
 * bundle's variable name, and besides the system's own file, as for the SDK's service (Go's {@code crypto/x509}).
 */
public record TrustFiles(Environment environment, List<Path> ofSystems) {

    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    /** Of Debian, Fedora, openSUSE, older Fedora, CentOS, and Alpine, of which the first that exists is the system's. */
    static final List<Path> OF_SYSTEMS = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/pki/tls/cacert.pem"),
            Path.of("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    /**
     * The texts of what the variables name.
     *
     * @throws UnreachableException if one names something that holds no certificate: the server would be distrusted for it
     */
    List<String> named() throws UnreachableException {
        List<String> texts = new ArrayList<>();
        // As requests has it, the other one counts only in its absence.
        String bundle =
                environment.variable("REQUESTS_CA_BUNDLE").isPresent() ? "REQUESTS_CA_BUNDLE" : "CURL_CA_BUNDLE";
        for (String variable : new String[] {"SSL_CERT_FILE", bundle}) {
            String value = environment.variable(variable).orElse("");
            if (!value.isEmpty()) {
                texts.addAll(texts(variable, value));
            }
        }
        String separator = String.valueOf(environment.operatingSystem().pathSeparator());
        for (String folder : environment.variable("SSL_CERT_DIR").orElse("").split(separator, -1)) {
            if (!folder.isEmpty()) {
                texts.addAll(texts("SSL_CERT_DIR", folder));
            }
        }
        return texts;
    }

    /** The text of the system's own file; empty if absent. */
    public String ofSystem() {
        for (Path file : ofSystems) {
            Optional<String> text = text(file);
            if (text.isPresent()) {
                return text.get();
            }
        }
        return "";
    }

    private static Optional<String> text(Path file) {
        try {
            return read(file);
        } catch (FileException e) {
            return Optional.empty(); // another system's, or not for us: then the next, and at last the JDK's, decide
        }
    }

    private List<String> texts(String variable, String value) throws UnreachableException {
        List<String> texts = new ArrayList<>();
        try {
            Path path = environment.workingDirectory().resolve(value);
            if (!Files.isDirectory(path) && !Files.isRegularFile(path)) { // a pipe would be waited for
                throw new UnreachableException(
                        Files.exists(path)
                                ? Messages.certificatesNoFile(variable, value)
                                : Messages.certificatesUnreadable(variable, value));
            }
            for (Path file : Files.isDirectory(path) ? filesIn(path) : List.of(path)) {
                read(file).filter(text -> text.contains(CERTIFICATE)).ifPresent(texts::add);
            }
        } catch (FileException e) {
            throw new UnreachableException(Messages.certificatesUnusable(variable, value, e.predicate()));
        } catch (IOException | InvalidPathException e) {
            throw new UnreachableException(Messages.certificatesUnreadable(variable, value));
        }
        if (texts.isEmpty()) {
            throw new UnreachableException(Messages.noCertificates(variable, value));
        }
        return texts;
    }

    private static Optional<String> read(Path file) throws FileException {
        return new SharedFile(file).read().map(content -> new String(content.bytes(), StandardCharsets.ISO_8859_1));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isRegularFile)) {
            entries.forEach(files::add);
        }
        return files;
    }
}
