package wandb.auth.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import wandb.auth.domain.Host;
import wandb.auth.domain.port.OutsideText;
import wandb.auth.http.network.UnreachableException;

/** Tells an answer of the server's API from all else that comes back in its place. */
final class ResponseValidator {

    private static final String NOT_THE_SERVER =
            "Check the address; a proxy or a login page of the network may have answered in its place.";

    private final Host host;
    private final String path;

    ResponseValidator(Host host, String path) {
        this.host = host;
        this.path = path;
    }

    void check(HttpResponse answer) throws UnreachableException {
        int status = answer.status();
        if (answer.content().length > RetryingCall.MAX_BYTES) {
            throw unlikeTheApi("with more than " + (RetryingCall.MAX_BYTES >> 20) + " MiB");
        }
        if (status >= 300 && status < 400) {
            throw redirect(answer);
        }
        if (status == 407) {
            throw unlikeTheApi("with a demand for a proxy's password (407)");
        }
        if (status == 408) {
            throw new UnreachableException(
                    host.machine() + " waited too long for the request (408).", "Check the network, and try again.");
        }
        if (status == 429) {
            throw new UnreachableException(
                    host.machine() + " takes no more requests for now (429).", "Try again in a few minutes.");
        }
        if (status >= 500) {
            throw new UnreachableException(
                    host.machine() + " failed to answer (" + status + ").", "Try again later, or tell its operator.");
        }
        if (status == 404 || status == 405 || status == 410) {
            throw new UnreachableException(
                    host.machine() + " has nothing at " + host.url() + path + " (" + status + ").",
                    "Check the address: it is that of the API, as in https://api.wandb.ai.");
        }
        if (answer.isPage() && status != 401) {
            throw unlikeTheApi("with a web page (" + status + ")");
        }
    }

    UnreachableException unlikeTheApi(String how) {
        return new UnreachableException(
                host.machine() + " answered " + how + ", not as a W&B server does.", NOT_THE_SERVER);
    }

    private UnreachableException redirect(HttpResponse answer) {
        String target = target(answer.location());
        String to = target.isEmpty() ? "elsewhere" : "to " + target;
        return new UnreachableException(
                host.machine() + " sends the request on " + to + " (" + answer.status()
                        + "); a credential is not sent after it.",
                "If your server is there, name it with --host; else sign in to the network first.");
    }

    /** Scheme, host and port only: what follows may hold a token of whoever redirects. Empty where these may hold one too. */
    private String target(String location) {
        try {
            URI uri = new URI(host.url() + path).resolve(new URI(location));
            if (uri.getHost() == null || location.isEmpty()) {
                return "";
            }
            String target = uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
            return OutsideText.sentence(target, List.of()).equals(target) ? target : "";
        } catch (URISyntaxException | IllegalArgumentException e) {
            return "";
        }
    }
}
