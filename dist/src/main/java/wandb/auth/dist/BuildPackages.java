package wandb.auth.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Builds the packages that people install, from the image. They become visible together, when all are complete. Where Maven
 * is offline there is no bill of the dependencies, and so no package.
 */
public final class BuildPackages {

    private static final String BILL = "sbom.cdx.json";

    private final Path project;
    private final Path image;
    private final Release release;
    private final BillOfMaterials bill;
    private final ReferenceTexts texts;
    private final Map<String, String> manual;

    private BuildPackages(Path project, Path image, Release release, Path dependencies) throws IOException {
        this.project = project;
        this.image = image;
        this.release = release;
        this.bill = new BillOfMaterials(dependencies, image);
        this.texts = new ReferenceTexts(BuildImage.reference(image));
        this.manual = texts.manual();
    }

    /**
     * Builds.
     *
     * @param args the project's folder, the image's folder, the packages' folder, the version, the time of the release
     *     (ISO 8601) and the file with the bill of the dependencies
     */
    public static void main(String[] args) throws IOException {
        Path packages = Path.of(args[2]);
        Path dependencies = Path.of(args[5]);
        if (Files.notExists(dependencies)) {
            System.err.println(
                    "No packages are built: there is no " + dependencies + ", which Maven writes when online.");
            Directory.delete(packages);
            return;
        }
        Release release = new Release(args[3], Instant.parse(args[4]));
        Path staging = Directory.empty(packages.resolveSibling(packages.getFileName() + ".staging"));
        Path finished = Files.createDirectory(staging.resolve("packages"));
        new BuildPackages(Path.of(args[0]), Path.of(args[1]), release, dependencies).build(finished);
        Directory.replace(packages, finished, packages.resolveSibling(packages.getFileName() + ".previous"));
        Directory.delete(staging);
        Files.delete(dependencies); // so that a later build that is offline does not take it for its own
    }

    private void build(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(archive(folder));
        if (Release.platform().startsWith("linux")) {
            files.add(new DebianPackage(release, debianFiles()).write(folder));
        }
        files.add(Files.writeString(
                folder.resolve(Release.NAME + "-" + release.version() + "-" + BILL), bill.text(release)));
        Files.writeString(folder.resolve("SHA256SUMS"), Digest.sha256Lines(files));
    }

    /** A folder laid out like /usr, so that its bin can stand on a PATH and man(1) finds the pages beside it. */
    private Path archive(Path folder) throws IOException {
        String name = Release.NAME + "-" + release.version() + "-" + Release.platform();
        FileTree files = installed("")
                .file("INSTALL.txt", project.resolve("dist/src/main/packages/INSTALL.txt"))
                .file("LICENSE", project.resolve("LICENSE"))
                .text("share/zsh/site-functions/_wandb", texts.completion("zsh"))
                .text("share/doc/" + Release.NAME + "/" + BILL, bill.text(release));
        for (Map.Entry<String, String> page : manual.entrySet()) {
            files.text("share/man/man1/" + page.getKey(), page.getValue());
        }
        byte[] archive = new TarArchive(name + "/", release.time()).bytes(files);
        return Files.write(folder.resolve(name + ".tar.gz"), archive);
    }

    private FileTree debianFiles() throws IOException {
        String documents = "usr/share/doc/" + Release.NAME + "/";
        FileTree files = installed("usr/")
                .text("usr/share/zsh/vendor-completions/_wandb", texts.completion("zsh"))
                .text(documents + "copyright", DebianDocuments.copyright(bill.licences()))
                .content(documents + "changelog.gz", compressed(DebianDocuments.changelog(release)))
                .content(documents + "CHANGELOG.md.gz", compressed(Files.readString(project.resolve("CHANGELOG.md"))))
                .text(documents + BILL, bill.text(release));
        for (Map.Entry<String, String> page : manual.entrySet()) {
            files.content("usr/share/man/man1/" + page.getKey() + ".gz", compressed(page.getValue()));
        }
        return files;
    }

    /** What is in the same place of both packages. The image's own folder holds programs that no PATH should lead to. */
    private FileTree installed(String prefix) throws IOException {
        String image = "lib/" + Release.NAME + "/";
        return new FileTree()
                .folder(prefix + image, this.image)
                .without(prefix + image + BuildImage.STAMP)
                .link(prefix + "bin/wandb", "../" + image + "bin/wandb")
                .text(prefix + "share/bash-completion/completions/wandb", texts.completion("bash"))
                .text(prefix + "share/fish/vendor_completions.d/wandb.fish", texts.completion("fish"))
                .text(prefix + "share/" + Release.NAME + "/wandb.ps1", texts.completion("powershell"));
    }

    private static byte[] compressed(String text) throws IOException {
        return Gzip.bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
