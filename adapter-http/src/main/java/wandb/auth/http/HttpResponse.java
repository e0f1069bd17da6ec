package wandb.auth.http;

import java.nio.charset.StandardCharsets;

/** What a server sent back. Its content may be an access token. */
final class HttpResponse {

    private final int status;
    private final byte[] content;
    private final String location;

    HttpResponse(int status, byte[] content, String location) {
        this.status = status;
        this.content = content;
        this.location = location;
    }

    int status() {
        return status;
    }

    byte[] content() {
        return content;
    }

    /** Where it wants the request to go; empty if it does not say. */
    String location() {
        return location;
    }

    /** Whether it is a page for people, such as that of a proxy: judged by its first character, which JSON never has. */
    boolean isPage() {
        return new String(content, StandardCharsets.UTF_8).strip().startsWith("<");
    }

    /** Without its content. */
    @Override
    public String toString() {
        return "Answer[" + status + ", " + content.length + " bytes]";
    }
}
