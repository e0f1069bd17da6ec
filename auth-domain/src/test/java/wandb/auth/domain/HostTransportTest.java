package wandb.auth.domain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether others can read what is sent to a server. */
class HostTransportTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://LOCALHOST:8080/team",
                "http://localhost.",
                "http://wandb.localhost:8080",
                "http://127.0.0.1",
                "http://127.1.2.3:80",
                "http://127.1",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]",
            })
    void plainHttpToThisMachineStaysOnIt(String address) {
        assertFalse(Host.parse(address).isPlainHttpBeyondLoopback());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://wandb.example.com",
                "http://192.168.1.7:8080",
                "http://notlocalhost",
                "http://localhost.example.com",
                "http://127.example.com",
                "http://127.0.0.1.example.com",
                "http://[::2]",
                "http://[2001:db8::1]:8080",
                "http://0.0.0.0:8080",
            })
    void plainHttpToAnyOtherCanBeRead(String address) {
        assertTrue(Host.parse(address).isPlainHttpBeyondLoopback());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://wandb.example.com", "https://localhost", "https://192.168.1.7"})
    void httpsCannotBeRead(String address) {
        assertFalse(Host.parse(address).isPlainHttpBeyondLoopback());
    }
}
