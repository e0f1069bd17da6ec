package wandb.auth.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wandb.auth.cli.message.Messages;
import wandb.auth.domain.Environment;
import wandb.auth.domain.OperatingSystem;

/**
 * Opens a page in the browser of the person at the terminal, where there can be one: not as root, whose browser it would be, and
 * not over ssh, where it would open on the other machine.
 */
public final class PageOpener {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String[] SSH = {"SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"};

    private final Environment environment;
    private final boolean isRoot;

    /** For the person who runs this process. */
    public PageOpener(Environment environment) {
        this(environment, environment.operatingSystem() != OperatingSystem.WINDOWS && isRoot());
    }

    PageOpener(Environment environment, boolean isRoot) {
        this.environment = environment;
        this.isRoot = isRoot;
    }

    /** Opens the page, and tells in one sentence the result. */
    public String open(String address) {
        Optional<String> obstacle = obstacle(address);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        String name = program();
        Optional<SystemProgram> program = SystemProgram.find(name, environment);
        if (program.isEmpty()) {
            return Messages.pageOpenerMissing(name);
        }
        return start(program.get(), address) ? Messages.PAGE_OPENED : Messages.pageOpenerFailed(name);
    }

    private Optional<String> obstacle(String address) {
        for (String variable : SSH) {
            if (environment.variable(variable).isPresent()) {
                return Optional.of(Messages.PAGE_NOT_OPENED_OVER_SSH);
            }
        }
        if (isRoot) {
            return Optional.of(Messages.PAGE_NOT_OPENED_AS_ROOT);
        }
        if (isWindows() && !isPlain(address)) {
            return Optional.of(Messages.PAGE_ADDRESS_SPECIAL_TO_WINDOWS);
        }
        return hasDisplay() ? Optional.empty() : Optional.of(Messages.PAGE_WITHOUT_DISPLAY);
    }

    private boolean hasDisplay() {
        return isWindows()
                || environment.operatingSystem() == OperatingSystem.MACOS
                || environment.variable("DISPLAY").isPresent()
                || environment.variable("WAYLAND_DISPLAY").isPresent();
    }

    private boolean isWindows() {
        return environment.operatingSystem() == OperatingSystem.WINDOWS;
    }

    private String program() {
        return switch (environment.operatingSystem()) {
            case MACOS -> "open";
            case WINDOWS -> "cmd.exe";
            case LINUX, OTHER -> "xdg-open";
        };
    }

    private boolean start(SystemProgram program, String address) {
        Map<String, String> variables = variables();
        if (isWindows()) {
            return program.start(variables, "/c", "start", "", address);
        }
        // In a session of its own an interrupt at the prompt does not end the browser.
        Optional<SystemProgram> session = SystemProgram.find("setsid", environment);
        return session.isPresent()
                ? session.get().start(variables, program.path().toString(), address)
                : program.start(variables, address);
    }

    /** Without ours: one of them may be a key. */
    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(environment.variables());
        variables.keySet().removeIf(name -> name.startsWith("WANDB_") || name.startsWith("_WANDB_"));
        return variables;
    }

    private static boolean isPlain(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!plain && ":/.-_~".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** By the effective user, the second of the four in proc_pid_status(5); elsewhere by its name. */
    private static boolean isRoot() {
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("Uid:")) {
                    return line.split("\t", -1)[2].equals("0");
                }
            }
        } catch (IOException | IndexOutOfBoundsException e) {
            return isNamedRoot();
        }
        return isNamedRoot();
    }

    private static boolean isNamedRoot() {
        return ProcessHandle.current().info().user().orElse("").equals("root");
    }
}
