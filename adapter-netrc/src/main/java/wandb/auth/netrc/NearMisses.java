package wandb.auth.netrc;

import java.net.URI;
import java.util.Locale;
import wandb.auth.domain.Host;
import wandb.auth.netrc.message.Messages;
import wandb.auth.netrc.syntax.NetrcDocument;
import wandb.auth.netrc.syntax.NetrcNode;
import wandb.auth.netrc.syntax.NetrcNode.Entry;

/**
 * Entries whose name is almost that of a server: its address in place of the name, or the name of its web pages.
 *
 * @param host the server, for which the file has no entry
 * @param document the file
 */
record NearMisses(Host host, NetrcDocument document) {

    void report(NetrcDiagnostics diagnostics) {
        String pages = URI.create(host.appUrl()).getAuthority();
        for (NetrcNode node : document.nodes()) {
            if (!(node instanceof Entry entry)) {
                continue;
            }
            String written = entry.machine().toLowerCase(Locale.ROOT);
            if (isNearMiss(written, pages)) {
                diagnostics.add(entry, Messages.nameNobodyLooksFor(entry.line(), entry.machine(), host.netrcMachine()));
            } else if (host.netrcMachine().startsWith(nameIn(written) + ":")) {
                diagnostics.add(entry, Messages.nameWithoutPort(entry.line(), entry.machine(), host.netrcMachine()));
            }
        }
    }

    private boolean isNearMiss(String written, String pages) {
        String name = nameIn(written);
        if (host.machines().contains(name)) {
            return !written.equals(name);
        }
        return !pages.isEmpty() && (name.equals(pages) || name.equals("app." + pages) || name.equals("www." + pages));
    }

    /** Without the scheme, the path and the usual port of an address. */
    private static String nameIn(String written) {
        int scheme = written.indexOf("://");
        String address = scheme < 0 ? written : written.substring(scheme + "://".length());
        int path = address.indexOf('/');
        String authority = path < 0 ? address : address.substring(0, path);
        int port = authority.lastIndexOf(':');
        String number = authority.substring(port + 1);
        return port >= 0 && (number.equals("443") || number.equals("80")) ? authority.substring(0, port) : authority;
    }
}
