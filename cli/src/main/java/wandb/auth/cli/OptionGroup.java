package wandb.auth.cli;

import java.util.List;

/** What options are about: the help and the manuals list them under these headings, in this order. */
public enum OptionGroup {
    /** Those that name the server and the profile. */
    ACCOUNT("Account"),
    /** Those that say where a key comes from. */
    KEY("Key"),
    /** Those about asking the server. */
    VERIFICATION("Verification"),
    /** Those that name a store. */
    STORE("Store"),
    /** All others. */
    OTHER("Other options");

    private final String heading;

    OptionGroup(String heading) {
        this.heading = heading;
    }

    private List<String> names() {
        return switch (this) {
            case ACCOUNT -> List.of("--host", "--cloud", "--profile", "--all");
            case KEY -> List.of("--key-stdin", "--relogin", "--open");
            case VERIFICATION -> List.of("--verify", "--no-verify", "--allow-http");
            case STORE -> List.of("--store", "--to", "--keep-plaintext");
            case OTHER -> List.of();
        };
    }

    /** The heading, without a colon. */
    public String heading() {
        return heading;
    }

    /** The group of an option by its first name, such as {@code --host}. */
    public static OptionGroup of(String name) {
        for (OptionGroup group : values()) {
            if (group.names().contains(name)) {
                return group;
            }
        }
        return OTHER;
    }

    /** The order of an option within its group: as it is listed here, else as the command declares it. */
    int rank(String name) {
        int rank = names().indexOf(name);
        return rank < 0 ? names().size() : rank;
    }
}
