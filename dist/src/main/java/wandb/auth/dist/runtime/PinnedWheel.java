package wandb.auth.dist.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A wheel that holds the runtime of a system, which is refused unless it has the digest that is pinned.
 *
 * @param requirement the package's name and its exact version
 * @param pythonPlatform what Python calls the system
 */
record PinnedWheel(String requirement, Platform platform, String pythonPlatform, String sha256) {

    private static final String RUNTIME = "/java-runtime/";

    /** The one that a list pins for a system. */
    static PinnedWheel read(Path list, Platform platform) throws IOException, UnavailableRuntimeException {
        List<String> lines = Files.readAllLines(list).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        for (String line : lines) {
            if (line.startsWith(platform + " ")) {
                String[] words = line.split(" ", -1);
                return new PinnedWheel(lines.getFirst(), platform, words[1], words[2]);
            }
        }
        throw new UnavailableRuntimeException(platform, list + " pins none");
    }

    /** Unpacks the runtime into an empty folder. What is kept of an earlier build saves the download. */
    void unpack(Path downloads, Path folder) throws IOException, InterruptedException, UnavailableRuntimeException {
        Path wheel = file(downloads);
        if (!Files.isRegularFile(wheel)) {
            download(downloads);
        }
        if (!Files.isRegularFile(wheel)) {
            throw new UnavailableRuntimeException(platform, "pip brought no " + wheel.getFileName());
        }
        String digest = digest(wheel);
        if (!digest.equals(sha256)) {
            Files.delete(wheel);
            throw new UnavailableRuntimeException(
                    platform,
                    "the SHA-256 of " + wheel + " is " + digest + " instead of " + sha256 + ", so it was deleted");
        }
        unzip(wheel, folder);
    }

    private Path file(Path downloads) {
        return downloads.resolve(requirement.replace("==", "-") + "-py3-none-" + pythonPlatform + ".whl");
    }

    private void download(Path downloads) throws IOException, InterruptedException, UnavailableRuntimeException {
        Path log = Files.createDirectories(downloads).resolve(platform + ".log");
        ProcessBuilder pip = new ProcessBuilder(
                        "python3",
                        "-m",
                        "pip",
                        "download",
                        "--quiet",
                        "--disable-pip-version-check",
                        "--no-deps",
                        "--only-binary=:all:",
                        "--platform=" + pythonPlatform,
                        "--dest=" + downloads,
                        requirement)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        int exitCode;
        try {
            exitCode = pip.start().waitFor();
        } catch (IOException e) {
            throw new UnavailableRuntimeException(platform, "there is no python3 to download it with pip");
        }
        if (exitCode != 0) {
            throw new UnavailableRuntimeException(
                    platform, "pip does not bring " + requirement + " (see " + log + "; is this machine online?)");
        }
        Files.delete(log);
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unzip(Path wheel, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(wheel.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                int start = entry.getName().indexOf(RUNTIME);
                if (start < 0 || entry.isDirectory()) {
                    continue;
                }
                Path file = folder.resolve(entry.getName().substring(start + RUNTIME.length()));
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
    }
}
