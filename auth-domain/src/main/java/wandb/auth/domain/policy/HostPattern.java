package wandb.auth.domain.policy;

import wandb.auth.domain.Host;
import wandb.auth.domain.HostParser;
import wandb.auth.domain.InvalidHostException;
import wandb.auth.domain.TerminalSafe;
import wandb.auth.domain.message.Messages;

/**
 * The servers that a rule names: one by its address, or all below a domain by {@code https://*.example.com}, with the port
 * where the addresses have one. The public cloud is meant by either of its names.
 */
public sealed interface HostPattern {

    /** What a pattern for all servers below a domain has in place of their own names. */
    String WILDCARD = "*.";

    /** Whether the rule names this server. */
    boolean matches(Host host);

    /**
     * One server.
     *
     * @param host the server
     */
    record Exactly(Host host) implements HostPattern {
        @Override
        public boolean matches(Host other) {
            return host.isSameServer(other);
        }

        @Override
        public String toString() {
            return host.toString();
        }
    }

    /**
     * Every server whose name ends in that of the domain and is longer by at least one label, under any path.
     *
     * @param domain the domain as an address, such as {@code https://example.com}
     */
    record Below(Host domain) implements HostPattern {
        @Override
        public boolean matches(Host other) {
            String suffix = "." + domain.machine();
            return other.machine().endsWith(suffix) && other.url().startsWith(scheme() + other.machine());
        }

        private String scheme() {
            String url = domain.url();
            return url.substring(0, url.length() - domain.machine().length());
        }

        @Override
        public String toString() {
            return scheme() + WILDCARD + domain.machine();
        }
    }

    /**
     * The pattern that the text is.
     *
     * @throws InvalidHostException if it is invalid; the message says what is wrong with it
     */
    static HostPattern parse(String text) {
        int wildcard = text.indexOf("://" + WILDCARD);
        if (wildcard < 0) {
            return new Exactly(Host.parse(text));
        }
        int domainAt = wildcard + "://".length();
        Host domain =
                new HostParser(text.substring(0, domainAt) + text.substring(domainAt + WILDCARD.length())).address();
        if (!domain.url().endsWith(domain.machine())) {
            throw new InvalidHostException(
                    InvalidHostException.Problem.NOT_A_URL, Messages.domainMustEndPattern(TerminalSafe.of(text)));
        }
        return new Below(domain);
    }
}
