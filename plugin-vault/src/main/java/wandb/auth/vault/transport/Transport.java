package wandb.auth.vault.transport;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What carries a request to the server. */
public interface Transport {

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException;
}
