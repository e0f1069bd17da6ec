package wandb.auth.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import wandb.auth.walk.Act.Kind;
import wandb.auth.walk.WalkedHome.Answer;

/**
 * Every state that a machine can get into by the commands that change keys: in each of them every command answers, ends and
 * leaves the files as an independent model says, each profile is given its own key, and a reader that knows of no profiles finds
 * the key of the one that is active.
 */
class ProfileWalkIT {

    static final String CLOUD = "https://api.wandb.ai";
    static final String FORGE = "https://api.forge.coreweave.com";
    private static final String OWN = "https://wandb.example.com";

    @TempDir(factory = InMemory.class)
    Path folder;

    /** In memory, where the machine has a file system for that: on a disk each edit waits for it. */
    static final class InMemory implements TempDirFactory {

        private static final Path MEMORY = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext extension)
                throws IOException {
            return Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "walk")
                    : Files.createTempDirectory("walk");
        }
    }

    /** How many states there are, and how often a command was run in one to change it. */
    private record Counts(int states, int transitions) {}

    @Test
    void twoProfilesWithAnotherStore() throws Exception {
        List<Act> acts = acts(
                List.of(CLOUD),
                List.of("default", "work"),
                Kind.LOGIN,
                Kind.LOGOUT,
                Kind.SWITCH,
                Kind.TO_LOCKER,
                Kind.TO_NETRC);
        acts.add(new Act(Kind.LOGIN, CLOUD, "default", key("default anew", CLOUD)));
        acts.add(new Act(Kind.LOGIN, CLOUD, "work", key("work anew", CLOUD)));
        assertEquals(new Counts(53, 636), walk(acts));
    }

    @Test
    void threeProfiles() throws Exception {
        List<Act> acts = acts(List.of(CLOUD), List.of("default", "work", "home"), Kind.LOGIN, Kind.LOGOUT, Kind.SWITCH);
        assertEquals(new Counts(47, 423), walk(acts));
    }

    @Test
    void twoServersOneOfWhichHasTwoNames() throws Exception {
        List<Act> acts = acts(List.of(CLOUD, FORGE, OWN), List.of("default"), Kind.LOGIN, Kind.LOGOUT, Kind.SWITCH);
        acts.addAll(acts(List.of(CLOUD, FORGE), List.of("work"), Kind.LOGIN, Kind.LOGOUT, Kind.SWITCH));
        assertEquals(new Counts(340, 5100), walk(acts));
    }

    @Test
    void twoProfilesBesideAnSdk() throws Exception {
        List<Act> acts = acts(List.of(CLOUD), List.of("default", "work"), Kind.LOGIN, Kind.LOGOUT, Kind.SWITCH);
        acts.add(new Act(Kind.SDK, CLOUD, "default", key("sdk", CLOUD)));
        acts.add(new Act(Kind.SDK, FORGE, "default", key("sdk", FORGE)));
        assertEquals(new Counts(503, 3018), walk(acts));
    }

    static List<Act> acts(List<String> hosts, List<String> profiles, Kind... kinds) {
        List<Act> acts = new ArrayList<>();
        for (String host : hosts) {
            for (String profile : profiles) {
                for (Kind kind : kinds) {
                    acts.add(new Act(kind, host, profile, key(profile, host)));
                }
            }
        }
        return acts;
    }

    /** A key of its own for each profile on each server, so that none can be taken for another. */
    static String key(String profile, String host) {
        String server = host.equals(FORGE) ? CLOUD : host;
        String digits = Integer.toHexString((profile + server).hashCode());
        return (digits + "0".repeat(40)).substring(0, 40);
    }

    private static boolean isOwn(String key, Act act) {
        return key.isEmpty()
                || key.equals(key(act.profile(), act.host()))
                || key.equals(key(act.profile() + " anew", act.host()))
                || (act.profile().equals("default") && key.equals(key("sdk", act.host())));
    }

    private Counts walk(List<Act> acts) throws IOException {
        WalkedHome home = new WalkedHome(folder);
        List<Act> questions = acts.stream()
                .map(act -> new Act(Kind.TOKEN, act.host(), act.profile(), ""))
                .distinct()
                .toList();
        Map<Model, String> ways = new HashMap<>(Map.of(Model.EMPTY, ""));
        Queue<Model> open = new ArrayDeque<>(List.of(Model.EMPTY));
        int transitions = 0;
        while (!open.isEmpty()) {
            Model state = open.remove();
            String way = ways.get(state);
            home.restore(state);
            for (Act question : questions) {
                check(home, state, question, way);
            }
            for (Act act : acts) {
                Model after = state.after(act).after();
                if (act.kind() != Kind.SDK) {
                    home.restore(state);
                    check(home, state, act, way);
                    transitions++;
                }
                if (ways.putIfAbsent(after, way + act + "; ") == null) {
                    open.add(after);
                }
            }
        }
        return new Counts(ways.size(), transitions);
    }

    private static void check(WalkedHome home, Model state, Act act, String way) throws IOException {
        Model.Result expected = state.after(act);
        if (act.kind() == Kind.TOKEN) {
            assertTrue(isOwn(expected.out().strip(), act), () -> way + act + " gives another profile's key");
        }
        Answer answer = home.run(act);
        String where = way + act + ": " + answer.err();
        assertEquals(expected.exitCode(), answer.exitCode(), where);
        assertEquals(expected.out(), answer.out(), where);
        assertEquals(expected.after().text(), home.netrcText(), where);
        assertEquals(expected.after().noted(), home.noted(), where);
        assertEquals(expected.after().locker(), home.inLocker(), where);
        for (String machine : List.of("api.wandb.ai", "api.forge.coreweave.com", "wandb.example.com")) {
            assertEquals(expected.after().plain(machine), plain(machine, home.netrcText()), where);
        }
    }

    /** What Python's {@code netrc} module takes for the machine, in a file without comments and quotes: the last entry's. */
    private static Optional<String> plain(String machine, String netrc) {
        Optional<String> key = Optional.empty();
        boolean isMachine = false;
        String before = "";
        for (String word : netrc.split("\\s+", -1)) {
            isMachine = before.equals("machine") ? word.equals(machine) : isMachine;
            key = isMachine && before.equals("password") ? Optional.of(word) : key;
            before = word;
        }
        return key;
    }
}
