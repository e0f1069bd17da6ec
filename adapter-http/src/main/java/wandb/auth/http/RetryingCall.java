package wandb.auth.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import wandb.auth.http.message.Messages;
import wandb.auth.http.network.UnreachableException;

/** One request, sent again after a pause where that may help, until an answer is there or the time is up. */
record RetryingCall(
        OkHttpClient client,
        Request request,
        ConnectionDiagnostics journey,
        TimeLimit limit,
        RetryingCall.Pauses pauses) {

    /** The largest answer that is read, in bytes, after it was unpacked: 1 MiB. */
    static final int MAX_BYTES = 1 << 20;

    /** How the time between two attempts is spent. */
    interface Pauses {

        void pause(Duration time) throws InterruptedException;
    }

    private static final int MOST = 3;
    private static final long FIRST_PAUSE_MILLIS = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_IMPLEMENTED = 501;
    private static final int MOST_DIGITS = 9;
    private static final int REQUEST_TIMEOUT = 408;

    /** How the header of that name is called here: okhttp itself would ask again for it, at once and without our count. */
    private static final String RETRY_AFTER = "Retry-After-Pause";

    /** Takes the header from okhttp, which would also fail over a number that it cannot hold. */
    static Response hidingRetryAfter(Response response) {
        String value = response.header("Retry-After");
        return value == null
                ? response
                : response.newBuilder()
                        .removeHeader("Retry-After")
                        .header(RETRY_AFTER, value)
                        .build();
    }

    /** The answer, or the end of the time: on a thread of its own, for a lookup of a name cannot be interrupted. */
    HttpResponse run() throws UnreachableException {
        long millis = limit.remaining().toMillis();
        if (millis <= 0) {
            throw new UnreachableException(journey.timeout()); // else a fast refusal would be told now and then
        }
        FutureTask<HttpResponse> task = new FutureTask<>(this::answer);
        Thread.ofPlatform().daemon().name("request").start(task);
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (TimeoutException e) {
            throw new UnreachableException(journey.timeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(Messages.interrupted());
        } finally {
            Thread.ofPlatform().daemon().name("closing").start(this::close);
        }
    }

    /** Nobody waits for it: a connection is closed with a farewell, which a peer that does not read holds up. */
    private void close() {
        client.dispatcher().cancelAll();
        client.connectionPool().evictAll();
    }

    /** What an answer holds is data: whatever okhttp stumbles over in it is no defect of this program. */
    private UnreachableException cause(ExecutionException e) {
        return e.getCause() instanceof UnreachableException unreachable
                ? unreachable
                : new UnreachableException(journey.unintelligible());
    }

    private HttpResponse answer() throws UnreachableException {
        for (int attempt = 1; ; attempt++) {
            try (Response response = client.newCall(request).execute()) {
                HttpResponse answer = read(response);
                boolean again = mayBeOtherwiseLater(response.code()) && pause(attempt, response.header(RETRY_AFTER));
                if (!again) {
                    return answer;
                }
            } catch (IOException e) {
                if (!journey.mayGoBetterAgain(e) || !pause(attempt, null)) {
                    throw new UnreachableException(journey.end(e));
                }
            }
        }
    }

    private static boolean mayBeOtherwiseLater(int status) {
        return status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT || (status >= 500 && status != NOT_IMPLEMENTED);
    }

    private HttpResponse read(Response response) throws IOException, UnreachableException {
        if (response.code() == ConnectionDiagnostics.PROXY_AUTHENTICATION && journey.isProxys(response)) {
            throw new UnreachableException(journey.proxyWantsPassword());
        }
        ResponseBody body = response.body();
        try (InputStream in = body.byteStream()) {
            byte[] content = in.readNBytes(MAX_BYTES + 1);
            String location = response.header("Location");
            return new HttpResponse(response.code(), content, location == null ? "" : location);
        }
    }

    /** False where there is no further attempt, or no time for it. */
    private boolean pause(int attempt, @Nullable String retryAfter) {
        long longest = FIRST_PAUSE_MILLIS << attempt;
        long jittered = ThreadLocalRandom.current().nextLong(longest / 2, longest);
        Duration pause = Duration.ofMillis(Math.max(jittered, 1000 * seconds(retryAfter)));
        if (attempt == MOST || pause.compareTo(limit.remaining()) >= 0) {
            return false;
        }
        try {
            pauses.pause(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A date, too: the next attempt finds out. A number of too many digits is longer than anybody waits. */
    private static long seconds(@Nullable String retryAfter) {
        String text = retryAfter == null ? "" : retryAfter.strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return text.length() > MOST_DIGITS ? Integer.MAX_VALUE : Long.parseLong(text);
    }
}
