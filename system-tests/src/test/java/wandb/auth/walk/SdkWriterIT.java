package wandb.auth.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static wandb.auth.walk.ProfileWalkIT.CLOUD;
import static wandb.auth.walk.ProfileWalkIT.FORGE;
import static wandb.auth.walk.ProfileWalkIT.acts;
import static wandb.auth.walk.ProfileWalkIT.key;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wandb.auth.sdk.Sdk;
import wandb.auth.system.Machine;
import wandb.auth.walk.Act.Kind;

/** A real SDK logs in in states that {@link ProfileWalkIT} reaches; then each profile has the key that the model says. */
class SdkWriterIT {

    /** How far apart in the walk the states are that are tried. */
    private static final int FAR = 41;

    private static final int ALL_STATES = 503;

    @TempDir
    Path folder;

    /** A login of the SDK's in a state, and where. */
    private record Trial(Model state, Act login, Machine machine, WalkedHome home) {}

    Sdk sdk() {
        return Sdk.PINNED;
    }

    int distance() {
        return FAR;
    }

    @Test
    void aLoginOfTheSdkLeavesEachProfileItsKey() throws Exception {
        List<Model> states = states();
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < states.size(); i += distance()) {
            for (String host : List.of(CLOUD, FORGE)) {
                trials.add(trial(states.get(i), new Act(Kind.SDK, host, "default", key("sdk", host))));
            }
        }
        List<Sdk.Account> accounts = new ArrayList<>();
        for (Trial trial : trials) {
            accounts.add(new Sdk.Account(
                    trial.machine(), trial.login().host(), trial.login().key()));
        }
        sdk().loginAll(accounts);
        for (Trial trial : trials) {
            Model after = trial.state().after(trial.login()).after();
            String where = trial.login() + " in\n" + trial.state().text();
            for (String profile : List.of("default", "work")) {
                check(trial.home(), after, new Act(Kind.TOKEN, CLOUD, profile, ""), where);
            }
        }
    }

    private static void check(WalkedHome home, Model after, Act question, String where) throws IOException {
        assertEquals(after.text(), withoutBlankLines(home.netrcText()), where);
        Model.Result expected = after.after(question);
        WalkedHome.Answer answer = home.run(question);
        assertEquals(expected.exitCode(), answer.exitCode(), where + answer.err());
        assertEquals(expected.out(), answer.out(), where);
    }

    /** An old SDK begins a new file with one. */
    private static String withoutBlankLines(String text) {
        StringBuilder rest = new StringBuilder();
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> rest.append(line).append('\n'));
        return rest.toString();
    }

    /** All that the walk of two profiles beside an SDK reaches, in the order in which it does. */
    private static List<Model> states() {
        List<Act> acts = acts(List.of(CLOUD), List.of("default", "work"), Kind.LOGIN, Kind.LOGOUT, Kind.SWITCH);
        acts.add(new Act(Kind.SDK, CLOUD, "default", key("sdk", CLOUD)));
        acts.add(new Act(Kind.SDK, FORGE, "default", key("sdk", FORGE)));
        Set<Model> seen = new LinkedHashSet<>(List.of(Model.EMPTY));
        List<Model> states = new ArrayList<>(seen);
        for (int i = 0; i < states.size(); i++) {
            for (Act act : acts) {
                Model after = states.get(i).after(act).after();
                if (seen.add(after)) {
                    states.add(after);
                }
            }
        }
        assertEquals(ALL_STATES, states.size());
        return states;
    }

    private Trial trial(Model state, Act login) throws Exception {
        Machine machine = new Machine(folder);
        WalkedHome home = new WalkedHome(machine.home());
        home.restore(state);
        return new Trial(state, login, machine, home);
    }
}
