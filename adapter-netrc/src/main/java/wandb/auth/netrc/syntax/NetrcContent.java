package wandb.auth.netrc.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wandb.auth.netrc.syntax.NetrcNode.Entry;
import wandb.auth.netrc.syntax.NetrcNode.Macro;

/**
 * What Python's {@code netrc} module takes from the file: of several entries or macros of one name the last.
 *
 * @param logins what the entries say, by the machine's name as written
 * @param macros the macros' bodies by their names
 */
public record NetrcContent(Map<String, Login> logins, Map<String, String> macros) {

    public static NetrcContent empty() {
        return new NetrcContent(new HashMap<>(), new HashMap<>());
    }

    /** What a reader takes from a part of the file. */
    public static NetrcContent of(List<NetrcNode> nodes) {
        NetrcContent content = empty();
        for (NetrcNode node : nodes) {
            content.read(node);
        }
        return content;
    }

    /** Takes what a reader takes from the next node. */
    public void read(NetrcNode node) {
        if (node instanceof Entry entry) {
            logins.put(entry.machine(), entry.login());
        } else if (node instanceof Macro macro) {
            macros.put(macro.name(), macro.body());
        }
    }
}
