package wandb.auth.app.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import wandb.auth.app.Given;
import wandb.auth.app.Machine;
import wandb.auth.app.MemoryStore;
import wandb.auth.app.store.ListStores.Listed;
import wandb.auth.domain.Deadline;
import wandb.auth.domain.Protection;
import wandb.auth.domain.policy.Configured;
import wandb.auth.domain.policy.ResolutionPolicy;
import wandb.auth.domain.policy.Restriction;
import wandb.auth.domain.spi.Availability;

class ListStoresTest {

    private final Machine machine = new Machine();

    @Test
    void namesEveryStoreWithItsProtection() {
        List<String> listed = new ArrayList<>();
        for (Listed store : list(ResolutionPolicy.documented())) {
            listed.add(store.id() + " " + store.protection());
        }

        assertEquals(List.of("netrc PLAINTEXT", "keyring ENCRYPTED", "vault REMOTE"), listed);
    }

    @Test
    void tellsWhichOneIsTheDefault() {
        ResolutionPolicy policy = ResolutionPolicy.documented()
                .savingTo(Configured.builtIn(machine.vault().id()));

        assertEquals(
                List.of(false, false, true),
                list(policy).stream().map(Listed::isDefault).toList());
    }

    @Test
    void tellsWhyOneCannotBeUsed() {
        machine.keyring().breaks();

        List<Listed> listed = list(ResolutionPolicy.documented());

        assertEquals(new Availability.Usable(), listed.getFirst().availability());
        assertEquals(
                new Availability.NotUsable(MemoryStore.BROKEN), listed.get(1).availability());
    }

    @Test
    void tellsTheRuleThatForbidsOne() {
        assertEquals(
                List.of(true, false, false),
                forbiddenBy(new Restriction.LeastProtection(Protection.ENCRYPTED, Given.RULE)));
        assertEquals(
                List.of(true, false, true),
                forbiddenBy(new Restriction.OnlyStores(List.of(machine.keyring().id()), Given.RULE)));
        assertEquals(
                List.of(false, true, false),
                forbiddenBy(new Restriction.SourceOff(machine.keyring().id(), Given.RULE)));
    }

    private List<Boolean> forbiddenBy(Restriction restriction) {
        List<Boolean> forbidden = new ArrayList<>();
        for (Listed store : list(ResolutionPolicy.documented().restricted(restriction))) {
            forbidden.add(store.forbidden().equals(Optional.of(Given.RULE)));
        }
        return forbidden;
    }

    private List<Listed> list(ResolutionPolicy policy) {
        return new ListStores(machine.credentialStores(), policy).list(new Deadline(0));
    }
}
