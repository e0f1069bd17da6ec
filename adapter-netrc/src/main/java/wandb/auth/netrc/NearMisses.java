package wandb.auth.netrc;

import java.net.URI;
import java.util.Locale;
import wandb.auth.domain.Host;
import wandb.auth.domain.TerminalSafe;
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
            if (node instanceof Entry entry && isNearMiss(entry.machine().toLowerCase(Locale.ROOT), pages)) {
                int line = document.line(entry.keyword());
                diagnostics.add(
                        line,
                        "The entry on line " + line + " is for " + TerminalSafe.of(entry.machine())
                                + ", which no program looks for: the name of this server is " + host.netrcMachine()
                                + ".",
                        "Correct the name, or log in and remove the entry.");
            }
        }
    }

    private boolean isNearMiss(String written, String pages) {
        String name = nameIn(written);
        return host.machines().contains(name) ? !written.equals(name) : name.equals(pages) && !pages.isEmpty();
    }

    /** Without the scheme, the path and the usual port of an address. */
    private static String nameIn(String written) {
        int scheme = written.indexOf("://");
        String address = scheme < 0 ? written : written.substring(scheme + "://".length());
        int path = address.indexOf('/');
        String authority = path < 0 ? address : address.substring(0, path);
        return authority.endsWith(":443") ? authority.substring(0, authority.length() - ":443".length()) : authority;
    }
}
