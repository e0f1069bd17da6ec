package wandb.auth.http.network;

import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import wandb.auth.domain.Environment;

/**
 * The proxy settings: the SDK's own before those that other programs know too, which are read as Python's {@code requests}
 * reads them: each in both cases, the lower case first and also where it is set to nothing; the one of the scheme before
 * {@code ALL_PROXY}. {@code NO_PROXY} is about the latter only, as for the SDK's service. A server on this machine is reached
 * without a proxy whatever they say.
 */
public record ProxySettings(Environment environment) {

    /** The proxy that leads to the address; empty if none is to be used. */
    public Optional<ProxyAddress> forAddress(HttpUrl url, boolean loopback) throws UnreachableException {
        String ofScheme = url.isHttps() ? "HTTPS_PROXY" : "HTTP_PROXY";
        Optional<String> ofSdk = environment.variable("WANDB_" + ofScheme).map(String::strip);
        if (ofSdk.isPresent() && !loopback) {
            return Optional.of(ProxyAddress.parse("WANDB_" + ofScheme, ofSdk.get()));
        }
        boolean direct = loopback || new NoProxy(value("NO_PROXY")).covers(url.host(), url.port());
        if (direct) {
            return Optional.empty();
        }
        String variable = value(ofScheme).isEmpty() ? "ALL_PROXY" : ofScheme;
        String text = value(variable);
        return text.isEmpty() ? Optional.empty() : Optional.of(ProxyAddress.parse(variable, text));
    }

    private String value(String variable) {
        String lowerCase = environment.variables().get(variable.toLowerCase(Locale.ROOT));
        return lowerCase != null
                ? lowerCase.strip()
                : environment.variable(variable).orElse("").strip();
    }
}
