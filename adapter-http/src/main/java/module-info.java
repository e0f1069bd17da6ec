import org.jspecify.annotations.NullMarked;

/**
 * What is asked of a W&amp;B server: whose credential it is, and the access token for an identity token.
 *
 * @provides wandb.auth.domain.port.server.CredentialVerifier the server's own word, by its GraphQL API
 * @provides wandb.auth.domain.port.server.TokenExchange the exchange at the server, with the SDK's cache
 */
@NullMarked
module wandb.auth.http {
    requires wandb.auth.domain;
    requires wandb.auth.files;
    requires okhttp3;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify; // annotations only: nothing is needed at run time

    provides wandb.auth.domain.port.server.CredentialVerifier with
            wandb.auth.http.HttpCredentialVerifier;
    provides wandb.auth.domain.port.server.TokenExchange with
            wandb.auth.http.HttpTokenExchange;
}
