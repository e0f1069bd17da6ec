package wandb.auth.domain.port.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wandb.auth.domain.Account;
import wandb.auth.domain.ApiKey;
import wandb.auth.domain.Environment;
import wandb.auth.domain.Host;
import wandb.auth.domain.OperatingSystem;
import wandb.auth.domain.Profile;
import wandb.auth.domain.Terminal;

class InheritedProfileTest {

    private static final String KEY = "a".repeat(40);
    private static final Account WORK = new Account(Host.parse("https://wandb.example.com:8443"), new Profile("work"));

    private static Optional<InheritedProfile> with(String key, String mark) {
        Map<String, String> variables = Map.of("WANDB_API_KEY", key, "_WANDB_LOGIN_KEY_PROFILE", mark);
        return in(variables);
    }

    private static Optional<InheritedProfile> in(Map<String, String> variables) {
        return InheritedProfile.in(
                new Environment(variables, Optional.empty(), Path.of("/"), OperatingSystem.LINUX, Terminal.NONE));
    }

    @Test
    void isTheAccountThatTheMarkOfTheKeyNames() {
        assertEquals(
                Optional.of(new InheritedProfile(WORK.profile(), Optional.of(WORK.host()))),
                with(KEY, InheritedProfile.mark(WORK, ApiKey.parse(KEY))));
    }

    @Test
    void isNotThatOfAKeyWhichTheUserPutThereLater() {
        assertEquals(Optional.empty(), with("b".repeat(40), InheritedProfile.mark(WORK, ApiKey.parse(KEY))));
    }

    @Test
    void isThatOfAnyKeyByTheMarkOfAnOlderVersion() {
        assertEquals(Optional.of(new InheritedProfile(WORK.profile(), Optional.empty())), with(KEY, "work"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-x", "work:", "work:1", "work:1:https://wandb.example.com", "work:1:"})
    void isUnknownByAMarkThatIsNotOurs(String mark) {
        assertEquals(Optional.empty(), with(KEY, mark));
    }

    @Test
    void isUnknownWithoutAKeyOrAMark() {
        assertEquals(Optional.empty(), in(Map.of("_WANDB_LOGIN_KEY_PROFILE", "work")));
        assertEquals(Optional.empty(), in(Map.of("WANDB_API_KEY", KEY)));
    }
}
