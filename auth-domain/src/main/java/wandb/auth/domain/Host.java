package wandb.auth.domain;

import java.util.List;
import wandb.auth.domain.syntax.IpAddress;

/**
 * A W&amp;B server, named by the address of its API.
 *
 * <p>The address is {@code http} or {@code https}, a host name in ASCII form and lower case, an optional port as
 * written, and an optional path without a trailing slash. It holds no user name, password, query or fragment.
 *
 * @since 0.1
 */
public final class Host {

    private static final String CLOUD_MACHINE = "api.wandb.ai";
    private static final String FORGE_MACHINE = "api.forge.coreweave.com";

    /** The public cloud by its documented name. */
    public static final Host PUBLIC_CLOUD = new Host("https", CLOUD_MACHINE, "");

    private final String scheme;
    private final String machine;
    private final String path;

    Host(String scheme, String machine, String path) {
        this.scheme = scheme;
        this.machine = machine;
        this.path = path;
    }

    /**
     * The server at the address.
     *
     * @throws InvalidHostException if the text is no such address; the message says what is wrong with it
     */
    public static Host parse(String text) {
        return new HostParser(text).parse();
    }

    /** The address of the API, such as {@code https://api.wandb.ai}. */
    public String url() {
        return scheme + "://" + machine + path;
    }

    /** The name of its netrc entry: host name and, where the address has one, the port, as the SDK writes it. */
    public String machine() {
        return machine;
    }

    /** The one name under which a credential for this server is kept in any case: of the public cloud, the documented one. */
    public String netrcMachine() {
        return isPublicCloud() ? CLOUD_MACHINE : machine;
    }

    /** The host name, without the port. */
    String name() {
        int colon = machine.lastIndexOf(':');
        return colon > machine.lastIndexOf(']') ? machine.substring(0, colon) : machine;
    }

    /**
     * The address of the pages for people: what {@code WANDB_APP_URL} says, as for the SDK, else {@link #appUrl()}. A
     * value that is not an address is passed over, since it is only ever shown.
     */
    public String appUrl(Environment environment) {
        String chosen = environment.variable("WANDB_APP_URL").orElse("");
        if (chosen.isEmpty()) {
            return appUrl();
        }
        try {
            return new HostParser(chosen).address().url();
        } catch (InvalidHostException e) {
            return appUrl();
        }
    }

    /**
     * The address of the pages for people, as SDK 0.28.0 derives it ({@code wandb/util.py}): {@code api.} is dropped
     * for the public cloud and becomes {@code app.} elsewhere.
     */
    public String appUrl() {
        if (machine.equals(FORGE_MACHINE)) {
            return "https://forge.coreweave.com/wandb";
        }
        if (!machine.startsWith("api.")) {
            return url();
        }
        boolean cloud = machine.startsWith("api.wandb.") && !machine.startsWith("api.wandb.test");
        String rest = machine.substring("api.".length());
        return scheme + "://" + (cloud ? rest : "app." + rest) + path;
    }

    /** Whether what is sent to it can be read on its way: it is reached by plain {@code http}, and not on this machine. */
    public boolean isPlainHttpBeyondLoopback() {
        return scheme.equals("http") && !isLoopback();
    }

    /**
     * Whether it is on this machine: {@code localhost} and the names below it (RFC 6761, section 6.3), {@code 127.0.0.0/8}
     * and {@code ::1}.
     */
    public boolean isLoopback() {
        return IpAddress.isLoopback(name());
    }

    /** Whether this is the public cloud, under either of its names; another path of theirs is another address. */
    public boolean isPublicCloud() {
        return path.isEmpty() && isCloudMachine();
    }

    private boolean isCloudMachine() {
        return machine.equals(CLOUD_MACHINE) || machine.equals(FORGE_MACHINE);
    }

    /**
     * The names under which a credential for this server may be kept, its own first. The public cloud has two: SDK
     * 0.31 made {@code api.forge.coreweave.com} its default and falls back to {@code api.wandb.ai}.
     */
    public List<String> machines() {
        return switch (machine) {
            case CLOUD_MACHINE -> List.of(CLOUD_MACHINE, FORGE_MACHINE);
            case FORGE_MACHINE -> List.of(FORGE_MACHINE, CLOUD_MACHINE);
            default -> List.of(machine);
        };
    }

    /** Whether both addresses lead to one server: they are equal, or both name the public cloud. */
    public boolean isSameServer(Host other) {
        return equals(other) || (isPublicCloud() && other.isPublicCloud());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Host host
                && machine.equals(host.machine)
                && scheme.equals(host.scheme)
                && path.equals(host.path);
    }

    @Override
    public int hashCode() {
        return 31 * machine.hashCode() + path.hashCode();
    }

    @Override
    public String toString() {
        return url();
    }
}
