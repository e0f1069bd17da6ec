package wandb.auth.packages;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import wandb.auth.system.Checkout;
import wandb.auth.system.Machine;
import wandb.auth.system.Run;

/** A whole Debian with a Python, as debootstrap makes it; each has a copy of its own. */
final class DebianRoot {

    /** As the official images of Python have it. */
    static final String PATH = "/usr/local/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

    private static final String ENTER = """
            set -e
            mount --bind /proc "$1/proc"
            mount --bind /dev/null "$1/dev/null"
            exec chroot "$@"
            """;

    /** Links are enough where there can be any: what is installed takes the place of files, and changes none. */
    private static final String COPY = """
            cp -al "$1" "$2" 2>/dev/null || { rm -rf "$2" && cp -a "$1" "$2"; }
            """;

    private final Machine machine;
    private final Path root;

    /** One of this machine's, which has no files yet. */
    DebianRoot(Machine machine) {
        this.machine = machine;
        this.root = machine.home().resolveSibling("debian");
    }

    /** Copies the one that there is; without it, or the right to enter it, the test is skipped. */
    void fill() throws IOException, InterruptedException {
        Machine.needRoot();
        Path original = Checkout.brought("WANDB_TEST_DEBIAN_ROOT", "debian-root");
        assumeTrue(Files.isRegularFile(original.resolve("made")), () -> "there is no Debian in " + original);
        machine.run(Map.of(), "sh", "-c", COPY, "sh", original.toString(), root.toString())
                .ends(0);
        Run trial = run(Map.of(), "true");
        assumeTrue(trial.exitCode() == 0, "this machine lets nobody change the root: " + trial.err());
    }

    Path path() {
        return root;
    }

    /** Removes it; JUnit would warn of each of its links. */
    void remove() throws IOException, InterruptedException {
        machine.run(Map.of(), "rm", "-rf", root.toString()).ends(0);
    }

    /** Puts a file into it, in a folder that is made. */
    void add(Path file, String place) throws IOException {
        Path copy = root.resolve(place);
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
    }

    /** Puts the SDK of an environment to where pip puts it for the whole system. */
    void addSdk(Path bin) throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("usr/local/bin"));
        machine.run(Map.of(), "sh", "-c", """
                        set -e
                        for python in "$1"/../lib/python3*; do
                            to=$2/usr/local/lib/${python##*/}/dist-packages
                            mkdir -p "$to"
                            cp -a "$python"/site-packages/. "$to"
                            rm -rf "$to"/pip "$to"/pip-*
                        done
                        sed '1s|.*|#!/usr/bin/python3|' "$1/wandb" >"$2/usr/local/bin/wandb"
                        chmod 755 "$2/usr/local/bin/wandb"
                        ln -s /usr/bin/python3 "$2/usr/local/bin/python"
                        """, "sh", bin.toString(), root.toString())
                .ends(0);
    }

    /** Runs a program in it as root. */
    Run run(Map<String, String> variables, String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(
                List.of("unshare", "--mount", "sh", "-c", ENTER, "sh", root.toString(), "/usr/bin/env", "-i"));
        line.addAll(
                List.of("HOME=/root", "PATH=" + PATH, "PIP_BREAK_SYSTEM_PACKAGES=1", "PIP_ROOT_USER_ACTION=ignore"));
        variables.forEach((name, value) -> line.add(name + "=" + value));
        line.addAll(List.of(command));
        return machine.run(Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"), line.toArray(String[]::new));
    }
}
