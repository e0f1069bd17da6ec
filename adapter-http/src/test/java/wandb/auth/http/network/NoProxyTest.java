package wandb.auth.http.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms of {@code NO_PROXY}. */
class NoProxyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.com | example.com | 443",
                "EXAMPLE.com | example.com | 443",
                "example.com | wandb.example.com | 443",
                ".example.com | wandb.example.com | 443",
                ".example.com | example.com | 443",
                "*.example.com | wandb.example.com | 443",
                "* | anything.at.all | 80",
                "other.org, example.com | example.com | 443",
                "other.org ,,* | example.com | 443",
                "example.com:8443 | wandb.example.com | 8443",
                "192.168.1.7 | 192.168.1.7 | 80",
                "192.168.1.7:8080 | 192.168.1.7 | 8080",
                "192.168.0.0/16 | 192.168.1.7 | 80",
                "192.168.1.7/32 | 192.168.1.7 | 80",
                "0.0.0.0/0 | 192.168.1.7 | 80",
                "2001:db8::1 | 2001:db8:0::1 | 80",
                "[2001:db8::1] | 2001:db8::1 | 80",
                "[2001:db8::1]:8080 | 2001:db8::1 | 8080",
                "2001:db8::/32 | 2001:db8:1::7 | 80",
            })
    void theServerIsListed(String list, String host, int port) {
        assertEquals(true, new NoProxy(list).covers(host, port));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | example.com | 443",
                "' , ,' | example.com | 443",
                "example.com | notexample.com | 443",
                "example.com | example.com.evil.org | 443",
                "wandb.example.com | example.com | 443",
                ". | example.com | 443",
                "*. | example.com | 443",
                "example.com:8443 | example.com | 443",
                "192.168.1.7:8080 | 192.168.1.7 | 80",
                "1.7 | 192.168.1.7 | 80",
                "192.168.0.0/16 | 192.169.1.7 | 80",
                "192.168.0.0/16 | example.com | 80",
                "192.168.0.0/99 | 192.168.0.0 | 80",
                "192.168.0.0/-1 | 192.168.0.0 | 80",
                "192.168.0.0/x | 192.168.0.0 | 80",
                "example.com/24 | 192.168.0.0 | 80",
                "::/0 | 192.168.1.7 | 80",
                "2001:db8::/32 | 2001:db9::7 | 80",
                "[2001:db8::1]:8080 | 2001:db8::1 | 80",
            })
    void theServerIsNotListed(String list, String host, int port) {
        assertEquals(false, new NoProxy(list).covers(host, port));
    }
}
