package wandb.auth.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be on a machine: written from the documentation alone, without the program's classes.
 *
 * @param netrc the entries of the netrc file, in their order
 * @param noted the store that each account was saved to, in the order in which they were noted
 * @param locker the keys in the other store
 */
record Model(List<Entry> netrc, Map<String, String> noted, Map<String, String> locker) {

    static final Model EMPTY = new Model(List.of(), Map.of(), Map.of());

    private static final List<String> CLOUD = List.of("api.wandb.ai", "api.forge.coreweave.com");

    /** An entry: whose it is, and whether it has the server's own name. */
    record Entry(String machine, String profile, boolean isPlain, String key) {

        String text() {
            String mark = profile.equals("default") ? "" : " account profile:" + profile;
            String heading = isPlain ? "machine " + machine + mark : "machine  " + machine + "+" + profile;
            return heading + "\n  login user\n  password " + key + "\n";
        }

        Entry with(boolean plain, String newKey) {
            return new Entry(machine, profile, plain, newKey);
        }

        /** The kind that was written last where a profile has both, as an SDK's login can leave it. */
        boolean isDecidingKind() {
            return isPlain == profile.equals("default");
        }
    }

    /** What is there afterwards, and how the command ends. */
    record Result(Model after, int exitCode, String out) {}

    private static List<String> machines(String host) {
        String machine = URI.create(host).getAuthority();
        return !CLOUD.contains(machine)
                ? List.of(machine)
                : machine.equals(CLOUD.getFirst()) ? CLOUD : CLOUD.reversed();
    }

    private static String documented(String host) {
        String machine = URI.create(host).getAuthority();
        return CLOUD.contains(machine) ? CLOUD.getFirst() : machine;
    }

    /** How an account is noted; the cloud is one server, under the name that was noted first. */
    private String account(String host, String profile) {
        String account = "https://" + URI.create(host).getAuthority() + " " + profile;
        for (String known : noted.keySet()) {
            boolean isSame = known.endsWith(" " + profile)
                    && documented(known.substring(0, known.indexOf(' '))).equals(documented(host));
            if (isSame) {
                return known;
            }
        }
        return account;
    }

    private static String item(String host, String profile) {
        return documented(host) + " " + profile;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        netrc.forEach(entry -> text.append(entry.text()));
        return text.toString();
    }

    /** What a reader without profiles finds under the name: the last entry. */
    Optional<String> plain(String machine) {
        Optional<String> key = Optional.empty();
        for (Entry entry : netrc) {
            if (entry.isPlain() && entry.machine().equals(machine)) {
                key = Optional.of(entry.key());
            }
        }
        return key;
    }

    private boolean isOf(Entry entry, String host, String profile) {
        return machines(host).contains(entry.machine()) && entry.profile().equals(profile);
    }

    private Optional<String> keyInNetrc(String host, String profile) {
        for (String machine : machines(host)) {
            for (boolean isDecidingKind : new boolean[] {true, false}) {
                for (Entry entry : netrc.reversed()) {
                    if (entry.machine().equals(machine)
                            && isOf(entry, host, profile)
                            && entry.isDecidingKind() == isDecidingKind) {
                        return Optional.of(entry.key());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> active(String host) {
        for (String machine : List.of(
                documented(host), machines(host).getFirst(), machines(host).getLast())) {
            for (Entry entry : netrc.reversed()) {
                if (entry.isPlain() && entry.machine().equals(machine)) {
                    return Optional.of(entry.profile());
                }
            }
        }
        return Optional.empty();
    }

    Result after(Act act) {
        return switch (act.kind()) {
            case LOGIN -> login(act.host(), act.profile(), act.key());
            case LOGOUT -> done(without(act.host(), act.profile()));
            case SWITCH -> switched(act.host(), act.profile());
            case TO_LOCKER -> moved(act.host(), act.profile(), true);
            case TO_NETRC -> moved(act.host(), act.profile(), false);
            case TOKEN -> token(act.host(), act.profile());
            case SDK -> done(sdkLogin(act.host(), act.key()));
        };
    }

    private Result done(Model after) {
        return new Result(after, 0, "");
    }

    private boolean isInLocker(String host, String profile) {
        return LockerStore.ID.equals(noted.get(account(host, profile)));
    }

    private Result token(String host, String profile) {
        Optional<String> key =
                isInLocker(host, profile) ? Optional.of(locker.get(item(host, profile))) : keyInNetrc(host, profile);
        return new Result(
                this, key.isPresent() ? 0 : 4, key.map(text -> text + "\n").orElse(""));
    }

    /** A key goes where the account's is, and to the netrc file where it has none. */
    private Result login(String host, String profile, String key) {
        return done(isInLocker(host, profile) ? inLocker(host, profile, key) : inNetrc(host, profile, key));
    }

    private Model inLocker(String host, String profile, String key) {
        Map<String, String> keys = new TreeMap<>(locker);
        keys.put(item(host, profile), key);
        return new Model(withoutEntries(host, profile), noting(host, profile, LockerStore.ID), keys);
    }

    private Model inNetrc(String host, String profile, String key) {
        Optional<String> active = active(host);
        boolean isPlain = active.isPresent() ? active.get().equals(profile) : profile.equals("default");
        List<Entry> entries = new ArrayList<>();
        List<String> missing = new ArrayList<>(List.of(machines(host).getFirst()));
        if (!missing.contains(documented(host))) {
            missing.add(documented(host));
        }
        for (Entry entry : netrc) {
            boolean isOwn = isOf(entry, host, profile);
            boolean becomesPlain = active.isEmpty() && isPlain;
            entries.add(isOwn ? entry.with(entry.isPlain() || becomesPlain, key) : entry);
            if (isOwn) {
                missing.remove(entry.machine());
            }
        }
        for (String machine : missing) {
            boolean isTaken = netrc.stream()
                    .anyMatch(entry -> entry.isPlain()
                            && entry.machine().equals(machine)
                            && !entry.profile().equals(profile));
            entries.add(new Entry(machine, profile, isPlain && !isTaken, key));
        }
        return new Model(entries, noting(host, profile, "netrc"), locker);
    }

    private Map<String, String> noting(String host, String profile, String store) {
        Map<String, String> all = new LinkedHashMap<>(noted);
        all.put(account(host, profile), store);
        return all;
    }

    private List<Entry> withoutEntries(String host, String profile) {
        return netrc.stream().filter(entry -> !isOf(entry, host, profile)).toList();
    }

    private Model without(String host, String profile) {
        Map<String, String> all = new LinkedHashMap<>(noted);
        all.remove(account(host, profile));
        Map<String, String> keys = new TreeMap<>(locker);
        keys.remove(item(host, profile));
        return new Model(withoutEntries(host, profile), all, keys);
    }

    /** A switch to the default profile without a key there leaves no profile active. */
    private Result switched(String host, String profile) {
        boolean hasKey = keyInNetrc(host, profile).isPresent();
        boolean isWayBack = profile.equals("default")
                && !hasKey
                && active(host).filter(active -> !active.equals(profile)).isPresent();
        if (isInLocker(host, profile) && !isWayBack) {
            return new Result(this, 1, "");
        }
        if (!hasKey && !isWayBack) {
            return new Result(this, 4, "");
        }
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : netrc) {
            boolean isOfServer = machines(host).contains(entry.machine());
            if (!isOfServer) {
                entries.add(entry);
            } else if (entry.isDecidingKind() || !hasDecidingKind(entry)) {
                entries.add(entry.with(entry.profile().equals(profile), entry.key()));
            }
        }
        return done(new Model(entries, noted, locker));
    }

    private boolean hasDecidingKind(Entry other) {
        return netrc.stream()
                .anyMatch(entry -> entry.isDecidingKind()
                        && entry.machine().equals(other.machine())
                        && entry.profile().equals(other.profile()));
    }

    private Result moved(String host, String profile, boolean toLocker) {
        Result found = token(host, profile);
        if (found.exitCode() != 0 || toLocker == isInLocker(host, profile)) {
            return new Result(this, found.exitCode(), "");
        }
        String key = found.out().strip();
        return done(
                toLocker
                        ? inLocker(host, profile, key)
                        : without(host, profile).keepingNotes(this).inNetrc(host, profile, key));
    }

    private Model keepingNotes(Model other) {
        return new Model(netrc, other.noted, locker);
    }

    /** Takes out every line with the name behind one blank and the two lines that follow, and adds an entry. */
    private Model sdkLogin(String host, String key) {
        String machine = machines(host).getFirst();
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : netrc) {
            if (!(entry.isPlain() && entry.machine().equals(machine))) {
                entries.add(entry);
            }
        }
        entries.add(new Entry(machine, "default", true, key));
        return new Model(entries, noted, locker);
    }
}
