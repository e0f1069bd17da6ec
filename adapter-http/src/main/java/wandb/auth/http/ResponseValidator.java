package wandb.auth.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import wandb.auth.domain.Host;
import wandb.auth.domain.port.OutsideText;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.UnreachableException;

/** Tells an answer of the server's API from all else that comes back in its place. */
record ResponseValidator(Host host, String path) {

    void check(HttpResponse answer) throws UnreachableException {
        int status = answer.status();
        if (answer.content().length > RetryingCall.MAX_BYTES) {
            throw new UnreachableException(Messages.answeredTooMuch(host, RetryingCall.MAX_BYTES >> 20));
        }
        if (status >= 300 && status < 400) {
            throw new UnreachableException(Messages.redirected(host, target(answer.location()), status));
        }
        if (status == 407) {
            throw new UnreachableException(Messages.answeredAsProxy(host));
        }
        if (status == 408) {
            throw new UnreachableException(Messages.requestTooSlow(host));
        }
        if (status == 429) {
            throw new UnreachableException(Messages.rateLimited(host));
        }
        if (status >= 500) {
            throw new UnreachableException(Messages.serverFailed(host, status));
        }
        if (status == 404 || status == 405 || status == 410) {
            throw new UnreachableException(Messages.nothingAtPath(host, path, status));
        }
        if (answer.isPage() && status != 401) {
            throw new UnreachableException(Messages.answeredWithPage(host, status));
        }
    }

    /** Scheme, host and port only: what follows may hold a token of whoever redirects. Empty if these may hold one too. */
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
