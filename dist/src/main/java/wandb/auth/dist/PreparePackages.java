package wandb.auth.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Lays out the files that the packages hold: one folder for the archive, one for the .deb. Maven's plugins pack them.
 * Offline, Maven writes no bill of the dependencies, and there are no packages.
 */
public final class PreparePackages {

    private static final String BILL = "sbom.cdx.json";

    private final Path project;
    private final Path image;
    private final Release release;
    private final Publisher publisher;
    private final BillOfMaterials bill;
    private final ReferenceTexts texts;
    private final Map<String, String> manual;

    private PreparePackages(Path project, Path image, Release release, Publisher publisher, Path dependencies)
            throws IOException {
        this.project = project;
        this.image = image;
        this.release = release;
        this.publisher = publisher;
        this.bill = new BillOfMaterials(dependencies, image);
        this.texts = new ReferenceTexts(BuildImage.reference(image));
        this.manual = texts.manual();
    }

    /**
     * Lays out the files, and empties the folder of the packages.
     *
     * @param args the project's folder, the image's folder, the folder for the files, the packages' folder, the version, the
     *     time of the release (ISO 8601), the file with the bill of the dependencies, the maintainer and the homepage
     */
    public static void main(String[] args) throws IOException {
        Path files = Directory.empty(Path.of(args[2]));
        Path packages = Path.of(args[3]);
        Path dependencies = Path.of(args[6]);
        if (Files.notExists(dependencies)) {
            System.err.println("No packages are built: Maven writes " + dependencies + " only when online.");
            Directory.delete(packages);
            return;
        }
        Release release = new Release(args[4], Instant.parse(args[5]));
        Publisher publisher = new Publisher(args[7], args[8]);
        new PreparePackages(Path.of(args[0]), Path.of(args[1]), release, publisher, dependencies)
                .writeAll(files, Directory.empty(packages));
        Files.delete(dependencies); // so that a later build that is offline does not take it for its own
    }

    private void writeAll(Path files, Path packages) throws IOException {
        writeArchive(files.resolve("archive"));
        writeDebian(files.resolve("debian"));
        String text = bill.text(release);
        write(packages.resolve(Release.NAME + "-" + release.version() + "-" + BILL), text);
        new PythonPackage(project, image, release, publisher).write(packages, manual, text);
    }

    private void writeArchive(Path root) throws IOException {
        writeShared(root);
        copy(project.resolve("dist/src/main/packages/INSTALL.txt"), root.resolve("INSTALL.txt"));
        copy(project.resolve("dist/src/main/packages/install.sh"), root.resolve("install.sh"));
        copy(project.resolve("LICENSE"), root.resolve("LICENSE"));
        write(root.resolve("share/zsh/site-functions/_wandb"), texts.completion("zsh"));
        write(root.resolve("share/zsh/site-functions/_wandb-auth"), texts.ownCompletion("zsh"));
        write(root.resolve("share/doc").resolve(Release.NAME).resolve(BILL), bill.text(release));
        for (Map.Entry<String, String> page : manual.entrySet()) {
            write(root.resolve("share/man/man1").resolve(page.getKey()), page.getValue());
        }
    }

    private void writeDebian(Path root) throws IOException {
        Path usr = root.resolve("usr");
        writeShared(usr);
        write(usr.resolve("share/zsh/vendor-completions/_wandb"), texts.completion("zsh"));
        write(usr.resolve("share/zsh/vendor-completions/_wandb-auth"), texts.ownCompletion("zsh"));
        copy(
                project.resolve("dist/src/main/packages/lintian-overrides"),
                usr.resolve("share/lintian/overrides").resolve(Release.NAME));
        Path documents = usr.resolve("share/doc").resolve(Release.NAME);
        write(documents.resolve("copyright"), DebianDocuments.copyright(bill.licences()));
        write(documents.resolve(BILL), bill.text(release));
        writeCompressed(documents.resolve("changelog.gz"), DebianDocuments.changelog(release, publisher));
        writeCompressed(documents.resolve("CHANGELOG.md.gz"), Files.readString(project.resolve("CHANGELOG.md")));
        for (Map.Entry<String, String> page : manual.entrySet()) {
            writeCompressed(usr.resolve("share/man/man1").resolve(page.getKey() + ".gz"), page.getValue());
        }
    }

    /** What is in the same place of both. The image's own folder holds programs that no PATH should lead to. */
    private void writeShared(Path root) throws IOException {
        linkImage(root.resolve("lib").resolve(Release.NAME));
        Path programs = Files.createDirectories(root.resolve("bin"));
        for (String name : List.of("wandb", Release.NAME)) {
            Files.createSymbolicLink(programs.resolve(name), Path.of("../lib", Release.NAME, "bin/wandb"));
        }
        Path bash = root.resolve("share/bash-completion/completions");
        write(bash.resolve("wandb"), texts.completion("bash"));
        write(bash.resolve(Release.NAME), texts.ownCompletion("bash"));
        Path fish = root.resolve("share/fish/vendor_completions.d");
        write(fish.resolve("wandb.fish"), texts.completion("fish"));
        write(fish.resolve(Release.NAME + ".fish"), texts.ownCompletion("fish"));
        Path others = root.resolve("share").resolve(Release.NAME);
        write(others.resolve("wandb.ps1"), texts.completion("powershell"));
        write(others.resolve(Release.NAME + ".ps1"), texts.ownCompletion("powershell"));
    }

    private void linkImage(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(image)) {
            paths = tree.toList();
        }
        for (Path path : paths) {
            Path place = folder.resolve(image.relativize(path));
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createLink(place, path);
            } else {
                Files.copy(path, place, LinkOption.NOFOLLOW_LINKS);
            }
        }
        Files.delete(folder.resolve(BuildImage.STAMP));
    }

    private static void copy(Path from, Path to) throws IOException {
        write(to, Files.readAllBytes(from));
    }

    private static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without a name and a time and as small as can be, as by {@code gzip -n9}, which Debian wants. */
    private static void writeCompressed(Path file, String text) throws IOException {
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GzipCompressorOutputStream(bytes, parameters)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        write(file, bytes.toByteArray());
    }

    private static void write(Path file, byte... content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
