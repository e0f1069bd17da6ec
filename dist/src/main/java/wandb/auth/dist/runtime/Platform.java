package wandb.auth.dist.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import wandb.auth.domain.OperatingSystem;

/** A system that the program is made for: an operating system on a kind of processor. */
public enum Platform {
    LINUX_X64(OperatingSystem.LINUX, "linux-amd64", "amd64", "manylinux_2_17_x86_64"),
    LINUX_ARM64(OperatingSystem.LINUX, "linux-aarch64", "arm64", "manylinux_2_17_aarch64"),
    MACOS_ARM64(OperatingSystem.MACOS, "macos-aarch64", "", "macosx_11_0_arm64"),
    WINDOWS_X64(OperatingSystem.WINDOWS, "windows-amd64", "", "win_amd64");

    private final OperatingSystem system;
    private final String target;
    private final String debianArchitecture;
    private final String pythonTag;

    Platform(OperatingSystem system, String target, String debianArchitecture, String pythonTag) {
        this.system = system;
        this.target = target;
        this.debianArchitecture = debianArchitecture;
        this.pythonTag = pythonTag;
    }

    /** The one that this build runs on. */
    public static Platform current() {
        String name = System.getProperty("os.name");
        OperatingSystem system = name.startsWith("Mac")
                ? OperatingSystem.MACOS
                : name.startsWith("Windows") ? OperatingSystem.WINDOWS : OperatingSystem.LINUX;
        String processor = System.getProperty("os.arch");
        return Arrays.stream(values())
                .filter(each -> each.system == system && each.target.endsWith("-" + processor))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no image is made for " + name + " on " + processor));
    }

    /**
     * The one of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Platform named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a system that the program is made for: " + name));
    }

    public OperatingSystem system() {
        return system;
    }

    public boolean isWindows() {
        return system == OperatingSystem.WINDOWS;
    }

    /** What its JDK's modules call it. */
    public String target() {
        return target;
    }

    /** What Debian calls its processor; empty if it is not Linux. */
    public Optional<String> debianArchitecture() {
        return debianArchitecture.isEmpty() ? Optional.empty() : Optional.of(debianArchitecture);
    }

    /** The tag of a wheel for it. A runtime for Linux needs no newer C library than 2.17. */
    public String pythonTag() {
        return "py3-none-" + pythonTag;
    }

    /** Its name as those of downloads have it, such as {@code linux-x64}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
