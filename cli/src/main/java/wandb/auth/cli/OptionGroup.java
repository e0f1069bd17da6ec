package wandb.auth.cli;

import java.util.List;

/** What options are about: the help and the manuals list them under these headings, in this order. */
public enum OptionGroup {
    /** Those that name the server and the profile. */
    ACCOUNT("Account", List.of("--host", "--cloud", "--profile", "--all")),
    /** Those that say where a key comes from. */
    KEY("Key", List.of("--key-stdin", "--relogin", "--open")),
    /** Those about asking the server. */
    VERIFICATION("Verification", List.of("--verify", "--no-verify", "--allow-http")),
    /** Those that name a store. */
    STORE("Store", List.of("--store", "--to", "--keep-plaintext")),
    /** All others. */
    OTHER("Other options", List.of());

    private final String heading;
    private final List<String> names;

    OptionGroup(String heading, List<String> names) {
        this.heading = heading;
        this.names = names;
    }

    /** The heading, without a colon. */
    public String heading() {
        return heading;
    }

    /** The group of an option by its first name, such as {@code --host}. */
    public static OptionGroup of(String name) {
        for (OptionGroup group : values()) {
            if (group.names.contains(name)) {
                return group;
            }
        }
        return OTHER;
    }

    /** The order of an option within its group: as it is listed here, else as the command declares it. */
    int rank(String name) {
        int rank = names.indexOf(name);
        return rank < 0 ? names.size() : rank;
    }
}
