package wandb.auth.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import wandb.auth.dist.runtime.Platform;

/** The files of one system's packages: a folder for the archive and, on Linux, one for the .deb; and its wheel. */
record PackageFiles(
        Path project,
        LinkedImage image,
        Release release,
        Publisher publisher,
        BillOfMaterials bill,
        ReferenceTexts texts,
        ClassLists classes) {

    private static final String BILL = "sbom.cdx.json";
    private static final List<String> NAMES = List.of("wandb", Release.NAME);

    /**
     * Writes them.
     *
     * @param files the folder for what others pack
     * @param packages the folder of the packages, which gets the wheel and the bill of materials
     */
    void write(Path files, Path packages) throws IOException {
        writeArchive(files.resolve("archive"));
        Platform platform = image.platform();
        if (platform.debianArchitecture().isPresent()) {
            writeDebian(files.resolve("debian"));
            writeControl(
                    files.resolve("control/control"),
                    platform.debianArchitecture().get());
        }
        String system = platform == Platform.current() ? "" : platform + "-";
        String text = bill.text(release);
        text(packages.resolve(Release.NAME + "-" + release.version() + "-" + system + BILL), text);
        new PythonPackage(project, image, release, publisher).write(packages, manual(), text);
    }

    private Map<String, String> manual() throws IOException {
        return image.platform().isWindows() ? Map.of() : texts.manual();
    }

    private void writeArchive(Path root) throws IOException {
        if (image.platform().isWindows()) {
            writeForWindows(root);
        } else {
            writeShared(root);
            copy(packaging("INSTALL.txt"), root.resolve("INSTALL.txt"));
            copy(packaging("install.sh"), root.resolve("install.sh"));
            classes.copyMissing(image, root.resolve("lib").resolve(Release.NAME).resolve("lib"));
            text(root.resolve("share/zsh/site-functions/_wandb"), texts.completion("zsh"));
            text(root.resolve("share/zsh/site-functions/_wandb-auth"), texts.ownCompletion("zsh"));
        }
        copy(project.resolve("LICENSE"), root.resolve("LICENSE"));
        text(root.resolve("share/doc").resolve(Release.NAME).resolve(BILL), bill.text(release));
        for (Map.Entry<String, String> page : manual().entrySet()) {
            text(root.resolve("share/man/man1").resolve(page.getKey()), page.getValue());
        }
    }

    /** Programs are copied, for a zip holds no links. */
    private void writeForWindows(Path root) throws IOException {
        linkImage(root.resolve("lib").resolve(Release.NAME));
        Path programs = Files.createDirectories(root.resolve("bin"));
        for (String name : NAMES) {
            Launchers.copy(image, name, programs);
        }
        text(
                root.resolve("INSTALL.txt"),
                Files.readString(packaging("INSTALL-windows.txt")).replace("\n", "\r\n"));
        writePowerShell(root);
    }

    private void writePowerShell(Path root) throws IOException {
        Path folder = root.resolve("share").resolve(Release.NAME);
        text(folder.resolve("wandb.ps1"), texts.completion("powershell"));
        text(folder.resolve(Release.NAME + ".ps1"), texts.ownCompletion("powershell"));
    }

    private void writeDebian(Path root) throws IOException {
        Path usr = root.resolve("usr");
        writeShared(usr);
        text(usr.resolve("share/zsh/vendor-completions/_wandb"), texts.completion("zsh"));
        text(usr.resolve("share/zsh/vendor-completions/_wandb-auth"), texts.ownCompletion("zsh"));
        copy(
                packaging("lintian-overrides"),
                usr.resolve("share/lintian/overrides").resolve(Release.NAME));
        Path documents = usr.resolve("share/doc").resolve(Release.NAME);
        text(documents.resolve("copyright"), DebianDocuments.copyright(bill.licences()));
        text(documents.resolve(BILL), bill.text(release));
        compressed(documents.resolve("changelog.gz"), DebianDocuments.changelog(release, publisher));
        compressed(documents.resolve("CHANGELOG.md.gz"), Files.readString(project.resolve("CHANGELOG.md")));
        for (Map.Entry<String, String> page : manual().entrySet()) {
            compressed(usr.resolve("share/man/man1").resolve(page.getKey() + ".gz"), page.getValue());
        }
    }

    /** The other variables in it are Maven's. */
    private void writeControl(Path file, String architecture) throws IOException {
        text(file, Files.readString(packaging("debian-control")).replace("[[package.architecture]]", architecture));
    }

    /** What is in the same place of both. The image's own folder holds programs that no PATH should lead to. */
    private void writeShared(Path root) throws IOException {
        linkImage(root.resolve("lib").resolve(Release.NAME));
        Path programs = Files.createDirectories(root.resolve("bin"));
        for (String name : NAMES) {
            Files.createSymbolicLink(programs.resolve(name), Path.of("../lib", Release.NAME, "bin/wandb"));
        }
        Path bash = root.resolve("share/bash-completion/completions");
        text(bash.resolve("wandb"), texts.completion("bash"));
        text(bash.resolve(Release.NAME), texts.ownCompletion("bash"));
        Path fish = root.resolve("share/fish/vendor_completions.d");
        text(fish.resolve("wandb.fish"), texts.completion("fish"));
        text(fish.resolve(Release.NAME + ".fish"), texts.ownCompletion("fish"));
        writePowerShell(root);
    }

    private void linkImage(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        List<Path> paths;
        try (Stream<Path> tree = Files.walk(image.folder())) {
            paths = tree.toList();
        }
        for (Path path : paths) {
            Path place = folder.resolve(image.folder().relativize(path));
            if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.createLink(place, path);
            } else {
                Files.copy(path, place, LinkOption.NOFOLLOW_LINKS);
            }
        }
        Files.deleteIfExists(folder.resolve(BuildImage.STAMP));
    }

    private Path packaging(String name) {
        return project.resolve("dist/src/main/packages").resolve(name);
    }

    private static void copy(Path from, Path to) throws IOException {
        write(to, Files.readAllBytes(from));
    }

    private static void text(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without a name and a time and as small as can be, as by {@code gzip -n9}, which Debian wants. */
    private static void compressed(Path file, String text) throws IOException {
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
